/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.vigie.posts.rows.Row;

/** Counts what may be wrong with what was read, and says it. Not thread-safe. */
final class Doubts {
    private static final long END_OF_1970 = Days.sinceEpoch(1971, 1, 1) * Days.MILLIS;
    private static final int SAMPLE = 50;
    private static final int WORDS_OF_TEXT = 4;

    private final long latest;
    private long early;
    private long late;
    private long rounded;
    private String firstRounded = "";
    private long replaced;
    private long withoutId;
    private boolean hasText;
    private int sampled;

    Doubts(Instant now) {
        this.latest = now.toEpochMilli() + Days.MILLIS;
    }

    void time(long millis) {
        early += millis < END_OF_1970 ? 1 : 0;
        late += millis > latest ? 1 : 0;
    }

    void rounded(String id) {
        firstRounded = rounded++ == 0 ? id : firstRounded;
    }

    void withoutId() {
        withoutId++;
    }

    void text(String text) {
        hasText |= !text.isEmpty();
        replaced += text.indexOf('\uFFFD') >= 0 ? 1 : 0;
    }

    /** The column of a row that reads like a text although no text was found, or ""; the first rows are looked at. */
    String unreadText(Row row) {
        if (sampled++ >= SAMPLE) {
            return "";
        }
        for (String column : row.columns()) {
            String cell = row.get(column);
            int words = 1;
            for (int i = 0; i < cell.length() && words < WORDS_OF_TEXT; i++) {
                words += cell.charAt(i) == ' ' ? 1 : 0;
            }
            if (words >= WORDS_OF_TEXT && !isTime(cell)) {
                return column;
            }
        }
        return "";
    }

    private static boolean isTime(String cell) {
        TimeParser parser = new TimeParser(ZoneOffset.UTC);
        return parser.parse(cell.strip());
    }

    List<String> warnings(long posts, boolean expectsText) {
        List<String> warnings = new ArrayList<>();
        if (posts > 0 && !hasText && expectsText) {
            warnings.add("no post has a text: near-duplicates and languages are not looked for; if a column holds the"
                    + " texts, name it with --map text=COLUMN");
        }
        if (early > 0) {
            warnings.add(Columns.counted(early, "post") + (early == 1 ? " has" : " have")
                    + " a time in 1970: is the column of times the right one, and its unit?");
        }
        if (late > 0) {
            warnings.add(Columns.counted(late, "post") + (late == 1 ? " has" : " have") + " a time in the future");
        }
        if (rounded > 0) {
            warnings.add(
                    Columns.counted(rounded, "id") + (rounded == 1 ? " was" : " were") + " rounded by a spreadsheet ("
                            + firstRounded + "): they join nothing; export again with ids as text");
        }
        if (replaced > 0) {
            warnings.add(Columns.counted(replaced, "text") + (replaced == 1 ? " has" : " have")
                    + " replacement characters: the file, or what it was made of, has another encoding");
        }
        if (withoutId > 0) {
            warnings.add(Columns.counted(withoutId, "post") + (withoutId == 1 ? " has" : " have")
                    + " no id: file and line stand for it");
        }
        return warnings;
    }
}
