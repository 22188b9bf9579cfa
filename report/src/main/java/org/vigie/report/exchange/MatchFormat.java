/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.exchange;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.vigie.core.file.Shown;
import org.vigie.report.table.CsvTable;
import org.vigie.report.table.Json;

/** How matches of fingerprints are written: docs/formats/fingerprints.md has the fields. */
public enum MatchFormat {
    /** A sentence a match, for people. */
    TEXT {
        @Override
        public void write(List<Named> matches, Writer out) throws IOException {
            text(matches, out);
        }
    },
    /** A row a match. */
    CSV {
        @Override
        public void write(List<Named> matches, Writer out) {
            csv(matches, out);
        }
    },
    /** Everything, for programs. */
    JSON {
        @Override
        public void write(List<Named> matches, Writer out) {
            json(matches, out);
        }
    };

    /**
     * A match with the names under which its sides are known here.
     *
     * @param left a name of the left fingerprint, such as its file
     * @param right a name of the right one, such as its campaign
     * @param match the match
     */
    public record Named(String left, String right, FingerprintMatch match) {}

    /**
     * Writes matches, the same bytes for the same matches.
     *
     * @param matches what to write
     * @param out where to; it is not closed
     * @throws IOException if it can't be written
     */
    public abstract void write(List<Named> matches, Writer out) throws IOException;

    private static void text(List<Named> matches, Writer out) throws IOException {
        for (Named named : matches) {
            FingerprintMatch m = named.match();
            out.write(String.format(
                            Locale.ROOT,
                            "%s %s was seen here too: %s %s, %d texts and %d links in common (%.0f%% of the smaller), Jaccard %.2f"
                                    + " +- %.2f; %s to %s and %s to %s%n",
                            Shown.line(named.left()),
                            Shown.line(m.left().id()),
                            Shown.line(named.right()),
                            Shown.line(m.right().id()),
                            m.texts(),
                            m.links(),
                            100 * m.overlap(),
                            m.jaccard().jaccard(),
                            m.jaccard().standardError(),
                            m.left().first(),
                            m.left().last(),
                            m.right().first(),
                            m.right().last())
                    .replace(System.lineSeparator(), "\n"));
        }
        out.write(matches.isEmpty() ? "nothing was seen here too\n" : "");
    }

    private static void csv(List<Named> matches, Writer out) {
        CsvTable csv = new CsvTable(
                out,
                "left",
                "left_id",
                "right",
                "right_id",
                "texts",
                "links",
                "domains",
                "hashtags",
                "overlap",
                "jaccard",
                "standard_error",
                "left_first",
                "left_last",
                "right_first",
                "right_last");
        for (Named named : matches) {
            FingerprintMatch m = named.match();
            csv.given(Shown.line(named.left())).given(Shown.line(m.left().id()));
            csv.given(Shown.line(named.right())).given(Shown.line(m.right().id()));
            csv.number(m.texts()).number(m.links()).number(m.domains()).number(m.hashtags());
            csv.number(m.overlap())
                    .number(m.jaccard().jaccard())
                    .number(m.jaccard().standardError());
            csv.own(m.left().first().toString()).own(m.left().last().toString());
            csv.own(m.right().first().toString()).own(m.right().last().toString());
            csv.end();
        }
    }

    private static void json(List<Named> matches, Writer out) {
        try (Json json = Json.indented(out)) {
            json.object().put("schema", "vigie-matches-1").array("matches");
            for (Named named : matches) {
                FingerprintMatch m = named.match();
                json.object();
                side(json, "left", named.left(), m.left());
                side(json, "right", named.right(), m.right());
                json.put("texts", m.texts()).put("links", m.links());
                json.put("domains", m.domains()).put("hashtags", m.hashtags()).put("overlap", m.overlap());
                json.put("jaccard", m.jaccard().jaccard());
                json.put("standard_error", m.jaccard().standardError()).endObject();
            }
            json.endArray().endObject();
        }
    }

    private static void side(Json json, String side, String name, Fingerprint print) {
        json.object(side).put("name", Shown.name(name)).put("id", Shown.name(print.id()));
        json.put("first", print.first().toString()).put("last", print.last().toString());
        json.put("accounts", print.accounts()).put("posts", print.posts()).endObject();
    }
}
