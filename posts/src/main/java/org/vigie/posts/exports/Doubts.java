/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.posts.rows.Row;

/** Counts what may be wrong with what was read, and says it. Not thread-safe. */
final class Doubts {
    private static final long END_OF_1970 = Days.sinceEpoch(1971, 1, 1) * Days.MILLIS;
    private static final int SAMPLE = 50;
    private static final int WORDS_OF_TEXT = 4;
    private static final int FOREIGN_RUN = 4;
    /** How many texts of western letters there are at least for each that has letters of no one language. */
    private static final int MIN_WESTERN = 8;
    /** A spreadsheet keeps 15 digits of a number; ids of 17 and more rarely end in zeros behind them. */
    private static final int KEPT_DIGITS = 15;

    private static final int LONG_ID = 17;
    private static final int MIN_LONG_IDS = 3;

    private final long latest;
    private long early;
    private long late;
    private long rounded;
    private String firstRounded = "";
    private long roundedTimes;
    private String firstRoundedTime = "";
    private long texts;
    private long replaced;
    private long withoutId;
    private long inside;
    private long escapes;
    private long foreign;
    private long western;
    private long twiceEncoded;
    private long ofNoAlphabet;
    private long longIds;
    private long endingInZeros;
    private long unreadCreated;
    private long firstUnreadCreated;
    private final Map<String, Long> ofRows = new TreeMap<>();
    private final Set<String> said = new LinkedHashSet<>();
    private boolean hasText;
    private int sampled;

    Doubts(Instant now) {
        this.latest = now.toEpochMilli() + Days.MILLIS;
    }

    private void time(long millis) {
        early += millis < END_OF_1970 ? 1 : 0;
        late += millis > latest ? 1 : 0;
    }

    /** A time as it was written. */
    void time(String text, long millis) {
        time(millis);
        if (Nothing.isRoundedTime(text)) {
            firstRoundedTime = roundedTimes++ == 0 ? text : firstRoundedTime;
        }
    }

    void rounded(String id) {
        firstRounded = rounded++ == 0 ? id : firstRounded;
    }

    /**
     * A name that posts or accounts are joined by. A rounded one stands for several: its line tells them apart.
     *
     * @param onLine which of the rows that start on the line it is, from 0
     */
    String joining(String name, long line, int onLine) {
        if (Nothing.isRounded(name)) {
            rounded(name);
            return name + " (line " + line + (onLine == 0 ? ")" : "." + onLine + ")");
        }
        return Nothing.whole(name);
    }

    /** The id of a row; file and line stand for one that is not there or was rounded. */
    String id(String id, String file, long line, int onLine, boolean isPerFile) {
        if (id.isEmpty() || Nothing.isRounded(id)) {
            if (!id.isEmpty()) {
                rounded(id);
            }
            return file + ":" + line + (onLine == 0 ? "" : "." + onLine);
        }
        id(id);
        return isPerFile ? file + "/" + Nothing.whole(id) : Nothing.whole(id);
    }

    /** The time at which an account was opened is not understood. */
    void unreadCreated(long line) {
        firstUnreadCreated = unreadCreated++ == 0 ? line : firstUnreadCreated;
    }

    /** What an export says of a row, "" for nothing. */
    void ofRow(String doubt) {
        if (!doubt.isEmpty()) {
            ofRows.merge(doubt, 1L, Long::sum);
        }
    }

    /** A sentence. */
    void say(List<String> sentences) {
        said.addAll(sentences);
    }

    void withoutId() {
        withoutId++;
    }

    void inside(long count) {
        inside += count;
    }

    /** Counts ids that are longer than what a spreadsheet keeps of a number, and those that end where it stops. */
    private void id(String id) {
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
            if (c == '\uFFFD' || (c >= 0x80 && c < 0xA0)) {
                return true; // bytes that windows-1252 does not use
            }
            run = c >= 0xA0 && c <= 0xFF ? run + 1 : 0;
            if (run == FOREIGN_RUN) {
                return true;
            }
        }
        return false;
    }

    void text(String text) {
        escapes += text.indexOf("\u001b$") >= 0 ? 1 : 0;
        if (Alphabets.isTwiceEncoded(text)) {
            twiceEncoded++;
        } else if (isForeign(text)) {
            foreign++;
        } else {
            int fit = Alphabets.fit(text);
            western += fit > 0 ? 1 : 0;
            ofNoAlphabet += fit < 0 ? 1 : 0;
        }
        hasText |= !text.isEmpty();
        texts += text.isEmpty() ? 0 : 1;
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
        List<String> warnings = new ArrayList<>(said);
        ofRows.forEach((doubt, count) -> warnings.add(Columns.counted(count, "post") + " " + doubt));
        if (unreadCreated > 0) {
            warnings.add(Columns.counted(unreadCreated, "time") + " at which an account was opened "
                    + (unreadCreated == 1 ? "is" : "are") + " not understood, the first on line "
                    + firstUnreadCreated + ": left out");
        }
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
        if (roundedTimes > 0) {
            warnings.add(Columns.counted(roundedTimes, "time") + (roundedTimes == 1 ? " has" : " have")
                    + " the few digits of a spreadsheet (" + firstRoundedTime
                    + "): they may be hours or days off; export again with times as text");
        }
        if (longIds >= MIN_LONG_IDS && endingInZeros * 10 >= longIds * 9) {
            warnings.add(Columns.counted(endingInZeros, "id") + " of " + longIds
                    + " end in zeros where a spreadsheet stops: export again with ids as text");
        }
        // some texts quote a name of another language, which does not make the file one
        boolean isOther = ofNoAlphabet * MIN_WESTERN > western;
        long odd = foreign + (isOther ? ofNoAlphabet : 0);
        if (odd > 0 && encoding.equals("windows-1252")) {
            warnings.add(Columns.counted(odd, "text") + (odd == 1 ? " does" : " do")
                    + " not look like windows-1252, as which the file was read: name its encoding with --encoding, such as"
                    + " windows-1250, windows-1251 or GBK");
        }
        if (twiceEncoded * MIN_WESTERN > western) {
            warnings.add(Columns.counted(twiceEncoded, "text") + (twiceEncoded == 1 ? " has" : " have")
                    + " letters of UTF-8 that were read as windows-1252: repair the file, or name its encoding with"
                    + " --encoding");
        }
        if (escapes > 0) {
            warnings.add(Columns.counted(escapes, "text") + (escapes == 1 ? " has" : " have")
                    + " the escapes of ISO-2022: name the encoding with --encoding, such as ISO-2022-JP");
        }
        if (replaced > 0) {
            warnings.add(
                    String.format(Locale.ROOT, "%,d of %,d texts %s", replaced, texts, replaced == 1 ? "has" : "have")
                            + " replacement characters: the file, or what it was made of, has another encoding");
        }
        if (inside > 0) {
            warnings.add(Columns.counted(inside, "row") + (inside == 1 ? " stands" : " stand")
                    + " inside other posts, as comments do, and "
                    + (inside == 1 ? "is a row of its" : "are rows of their")
                    + " own");
        }
        if (withoutId > 0) {
            warnings.add(Columns.counted(withoutId, "post") + (withoutId == 1 ? " has" : " have")
                    + " no id: file and line stand for it");
        }
        return warnings;
    }
}
