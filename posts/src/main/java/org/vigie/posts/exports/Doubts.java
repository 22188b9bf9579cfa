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
    private static final int FOREIGN_RUN = 4;
    /** A spreadsheet keeps 15 digits of a number; ids of 17 and more rarely end in zeros behind them. */
    private static final int KEPT_DIGITS = 15;

    private static final int LONG_ID = 17;
    private static final int MIN_LONG_IDS = 3;

    private final long latest;
    private long early;
    private long late;
    private long rounded;
    private String firstRounded = "";
    private long replaced;
    private long withoutId;
    private long foreign;
    private long longIds;
    private long endingInZeros;
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

    /** Counts ids that are longer than what a spreadsheet keeps of a number, and those that end where it stops. */
    void id(String id) {
        int length = id.length();
        if (length >= LONG_ID && length <= 20 && id.charAt(length - 1) >= '0' && id.charAt(length - 1) <= '9') {
            longIds++;
            int i = length - 1;
            while (i >= KEPT_DIGITS && id.charAt(i) == '0') {
                i--;
            }
            endingInZeros += i < KEPT_DIGITS ? 1 : 0;
        }
    }

    /** Whether some letters stand side by side as they do in no text of windows-1252: Cyrillic or Chinese read wrongly. */
    static boolean isForeign(String text) {
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            run = c >= 0xA0 && c <= 0xFF ? run + 1 : 0;
            if (run == FOREIGN_RUN) {
                return true;
            }
        }
        return false;
    }

    void text(String text) {
        foreign += isForeign(text) ? 1 : 0;
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

    List<String> warnings(long posts, boolean expectsText, String encoding) {
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
        if (longIds >= MIN_LONG_IDS && endingInZeros * 10 >= longIds * 9) {
            warnings.add(Columns.counted(endingInZeros, "id") + " of " + longIds
                    + " end in zeros where a spreadsheet stops: export again with ids as text");
        }
        if (foreign > 0 && encoding.equals("windows-1252")) {
            warnings.add(Columns.counted(foreign, "text") + (foreign == 1 ? " does" : " do")
                    + " not look like windows-1252, as which the file was read: name its encoding with --encoding, such as"
                    + " windows-1251 or GBK");
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
