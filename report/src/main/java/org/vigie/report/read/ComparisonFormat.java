/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.read;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.vigie.core.file.Shown;
import org.vigie.report.read.RunComparison.Change;
import org.vigie.report.read.RunComparison.State;
import org.vigie.report.table.CsvTable;
import org.vigie.report.table.Json;

/** How a {@link RunComparison} is written: docs/formats/comparison.md has the fields. */
public enum ComparisonFormat {
    /** A line a campaign, for people. */
    TEXT {
        @Override
        public void write(RunComparison comparison, Writer out) throws IOException {
            text(comparison, out);
        }
    },
    /** A row a campaign. */
    CSV {
        @Override
        public void write(RunComparison comparison, Writer out) {
            csv(comparison, out);
        }
    },
    /** Everything, for programs. */
    JSON {
        @Override
        public void write(RunComparison comparison, Writer out) {
            json(comparison, out);
        }
    };

    /**
     * Writes a comparison, the same bytes for the same comparison.
     *
     * @param comparison what to write
     * @param out where to; it is not closed
     * @throws IOException if it can't be written
     */
    public abstract void write(RunComparison comparison, Writer out) throws IOException;

    private static void text(RunComparison comparison, Writer out) throws IOException {
        StringBuilder counts = new StringBuilder();
        for (State state : State.values()) {
            counts.append(counts.isEmpty() ? "" : ", ")
                    .append(comparison.count(state))
                    .append(' ')
                    .append(state.label());
        }
        out.write(counts + "\n");
        for (Change c : comparison.changes()) {
            String names = c.before().isPresent() && c.after().isPresent()
                    ? c.before().get() + " -> " + c.after().get()
                    : c.before().orElse("") + c.after().orElse("");
            out.write(String.format(
                            Locale.ROOT,
                            "  %-8s %s: accounts %d -> %d (%d in common), posts %d -> %d (%d in common)",
                            c.state().label(),
                            Shown.line(names),
                            c.accountsBefore(),
                            c.accountsAfter(),
                            c.accountsCommon(),
                            c.postsBefore(),
                            c.postsAfter(),
                            c.postsCommon())
                    + "\n");
        }
    }

    private static void csv(RunComparison comparison, Writer out) {
        CsvTable csv = new CsvTable(
                out,
                "state",
                "before",
                "after",
                "accounts_before",
                "accounts_after",
                "accounts_common",
                "posts_before",
                "posts_after",
                "posts_common");
        for (Change c : comparison.changes()) {
            csv.own(c.state().label());
            csv.given(Shown.line(c.before().orElse("")))
                    .given(Shown.line(c.after().orElse("")));
            csv.number(c.accountsBefore()).number(c.accountsAfter()).number(c.accountsCommon());
            csv.number(c.postsBefore())
                    .number(c.postsAfter())
                    .number(c.postsCommon())
                    .end();
        }
    }

    private static void json(RunComparison comparison, Writer out) {
        try (Json json = Json.indented(out)) {
            json.object().put("schema", "vigie-comparison-1").object("counts");
            for (State state : State.values()) {
                json.put(state.label(), comparison.count(state));
            }
            json.endObject().array("campaigns");
            for (Change c : comparison.changes()) {
                json.object().put("state", c.state().label());
                c.before().ifPresent(id -> json.put("before", Shown.name(id)));
                c.after().ifPresent(id -> json.put("after", Shown.name(id)));
                json.put("accounts_before", c.accountsBefore()).put("accounts_after", c.accountsAfter());
                json.put("accounts_common", c.accountsCommon()).put("posts_before", c.postsBefore());
                json.put("posts_after", c.postsAfter()).put("posts_common", c.postsCommon());
                json.endObject();
            }
            json.endArray().endObject();
        }
    }
}
