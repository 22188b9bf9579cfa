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
}
