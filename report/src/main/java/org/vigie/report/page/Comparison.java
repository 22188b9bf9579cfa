/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.posts.Names;

/**
 * The texts of a cluster beside one another: the representative with the longest passage that all shown variants have
 * in common, and the variants with what they add and leave out, word by word.
 *
 * <p>Words are as written, links included: another link is what a reader must see. {@code TextComparison} of {@code nlp}
 * compares normalised texts, in which links are no words.
 */
record Comparison(TextCluster cluster, List<Segment> representative, List<Variant> variants) {
    private static final int MAX_VARIANTS = 4;
    private static final int MAX_CODE_POINTS = 700;
    private static final int MAX_WORDS = 160;

    /** A run of words. */
    record Segment(Kind kind, String text) {}

    /** What a run of words is. */
    enum Kind {
        PLAIN,
        COMMON,
        ADDED,
        MISSING
    }

    /** Another wording, and the row of a post that has it. */
    record Variant(int row, List<Segment> segments) {}

    static Comparison of(TextCluster cluster, View view) {
        String text = shorten(view.text(cluster));
        Map<String, Integer> wordings = new LinkedHashMap<>();
        for (int i = 0; i < cluster.rows().length() && wordings.size() < MAX_VARIANTS; i++) {
            int row = cluster.rows().get(i);
            String full = view.names().text(row);
            String other = shorten(full);
            if (!full.isEmpty() && !other.equals(text)) {
                wordings.putIfAbsent(other, row);
            }
        }
        List<String> words = words(text);
        boolean[] common = new boolean[words.size()];
        Arrays.fill(common, true);
        List<Variant> variants = new ArrayList<>();
        wordings.forEach((other, row) -> {
            boolean[] matched = new boolean[words.size()];
            variants.add(new Variant(row, difference(words, words(other), matched)));
            for (int i = 0; i < common.length; i++) {
                common[i] &= matched[i];
            }
        });
        return new Comparison(cluster, passage(words, common, !variants.isEmpty()), variants);
    }

    private static String shorten(String text) {
        return Names.head(text.strip(), MAX_CODE_POINTS);
    }

    /** Words with the space that follows them; a text without spaces is one word. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < text.length() && words.size() < MAX_WORDS - 1; i++) {
            if (!Character.isWhitespace(text.charAt(i)) && Character.isWhitespace(text.charAt(i - 1))) {
                words.add(text.substring(from, i));
                from = i;
            }
        }
        if (from < text.length()) {
            words.add(text.substring(from));
        }
        return words;
    }

    private static boolean same(String a, String b) {
        return a.strip().toLowerCase(Locale.ROOT).equals(b.strip().toLowerCase(Locale.ROOT));
    }

    /** The longest common subsequence of words; marks which words of {@code from} are in {@code to}. */
    private static List<Segment> difference(List<String> from, List<String> to, boolean[] matched) {
        int[][] length = new int[from.size() + 1][to.size() + 1];
        for (int i = from.size() - 1; i >= 0; i--) {
            for (int j = to.size() - 1; j >= 0; j--) {
                length[i][j] = same(from.get(i), to.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        List<Segment> segments = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < from.size() || j < to.size()) {
            if (i < from.size() && j < to.size() && same(from.get(i), to.get(j))) {
                matched[i++] = true;
                add(segments, Kind.PLAIN, to.get(j++));
            } else if (j == to.size() || (i < from.size() && length[i + 1][j] >= length[i][j + 1])) {
                add(segments, Kind.MISSING, from.get(i++));
            } else {
                add(segments, Kind.ADDED, to.get(j++));
            }
        }
        return segments;
    }

    private static List<Segment> passage(List<String> words, boolean[] common, boolean compared) {
        int bestFrom = 0;
        int bestTo = 0;
        int from = 0;
        for (int i = 0; i <= words.size(); i++) {
            if (i == words.size() || !common[i]) {
                if (i - from > bestTo - bestFrom) {
                    bestFrom = from;
                    bestTo = i;
                }
                from = i + 1;
            }
        }
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            boolean inside = compared && i >= bestFrom && i < bestTo;
            add(segments, inside ? Kind.COMMON : Kind.PLAIN, words.get(i));
        }
        return segments;
    }

    private static void add(List<Segment> segments, Kind kind, String given) {
        boolean apart = kind == Kind.ADDED || kind == Kind.MISSING;
        String word = apart && !given.isEmpty() && !Character.isWhitespace(given.charAt(given.length() - 1))
                ? given + " "
                : given;
        int last = segments.size() - 1;
        if (last >= 0 && segments.get(last).kind() == kind) {
            segments.set(last, new Segment(kind, segments.get(last).text() + word));
        } else {
            segments.add(new Segment(kind, word));
        }
    }
}
