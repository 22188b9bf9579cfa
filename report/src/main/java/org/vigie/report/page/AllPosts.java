/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.vigie.campaign.findings.Campaign;
import org.vigie.posts.Names;

/** All posts of campaigns, on demand: as many as keep the page within ten megabytes, those of the first campaigns first. */
final class AllPosts {
    private static final int MOST = 50_000;
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private AllPosts() {}

    /** How many posts of each campaign are shown, of campaigns of so many posts. */
    static int[] shown(int[] sizes) {
        int[] shown = new int[sizes.length];
        int left = MOST;
        for (int i = 0; i < sizes.length; i++) {
            shown[i] = Math.min(left, sizes[i]);
            left -= shown[i];
        }
        return shown;
    }

    static String time(View view, int row) {
        return MINUTE.format(Instant.ofEpochMilli(view.findings().corpus().time(row)));
    }

    /** The start of a text in one line. */
    static String text(View view, int row) {
        return Names.head(SPACES.matcher(view.names().text(row)).replaceAll(" "), Names.SNIPPET_LENGTH);
    }

    /** What the reader must know about the texts shown: that the page cuts them, and how many the input has cut. */
    static String cut(View view, Campaign campaign, int shown, Messages words) {
        Names names = view.names();
        if (names.retention() == Names.Retention.NONE) {
            return "";
        }
        String cut = words.t("card.posts.cut", Names.SNIPPET_LENGTH);
        if (names.retention() != Names.Retention.FULL) {
            return cut; // the ends of the texts are not to be known
        }
        long byInput = campaign.rows().stream()
                .limit(shown)
                .filter(row -> isCut(names.text(row)))
                .count();
        return byInput == 0 ? cut : cut + " " + words.count("card.posts.cut.input", byInput);
    }

    /** Whether a text ends in an ellipsis, links after it apart. */
    static boolean isCut(String text) {
        int end = wordEnd(text, text.length());
        while (end > 0 && text.charAt(end - 1) != '\u2026') {
            int start = wordStart(text, end);
            if (!text.startsWith("https://", start) && !text.startsWith("http://", start)) {
                return false;
            }
            end = wordEnd(text, start);
        }
        return end > 0;
    }

    private static int wordEnd(String text, int before) {
        int end = before;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static int wordStart(String text, int before) {
        int start = before;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }
}
