/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.core.file.Shown;
import org.vigie.posts.Names;
import org.vigie.posts.exports.ReadSummary;

/** What a reader must know about the input before the result: doubts, refused rows, rows that are no posts. */
final class Caveats {
    private Caveats() {}

    /** A sentence about a file; its language is the page's unless it is one that the page has no words for. */
    record Caveat(String file, String text, String language) {}

    static List<Caveat> of(View view, Messages words) {
        List<Caveat> caveats = new ArrayList<>();
        for (ReadSummary input : view.inputs()) {
            String file = Shown.line(input.file());
            for (String warning : input.warnings()) {
                String known = words.doubt(warning);
                caveats.add(
                        known.isEmpty()
                                ? new Caveat(file, Names.clean(warning), "en")
                                : new Caveat(file, Names.clean(known), words.language()));
            }
            if (input.rejects() > 0) {
                caveats.add(new Caveat(file, words.count("caveat.rejects", input.rejects()), words.language()));
            }
            if (!input.setAside().isEmpty()) {
                caveats.add(new Caveat(
                        file,
                        words.t(
                                "caveats.line",
                                words.count("caveat.aside", input.setAsideRows()),
                                String.join(", ", kinds(input.setAside(), words))),
                        words.language()));
            }
        }
        int unknown = view.findings().traffic().ofUnknownAddressee();
        if (unknown > 0) {
            caveats.add(new Caveat(words.t("caveats.all"), words.count("caveat.unknown", unknown), words.language()));
        }
        return caveats;
    }

    private static List<String> kinds(Map<String, Long> setAside, Messages words) {
        List<String> kinds = new ArrayList<>();
        setAside.forEach((kind, count) -> {
            String known = words.doubt(kind);
            kinds.add(Names.head(Shown.line(known.isEmpty() ? kind : known), 60) + " (" + words.n(count) + ")");
        });
        return kinds;
    }
}
