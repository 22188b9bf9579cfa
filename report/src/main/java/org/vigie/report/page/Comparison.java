/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.nlp.comparison.TextComparison;
import org.vigie.nlp.comparison.TextComparison.Passage;
import org.vigie.posts.Names;

/**
 * The texts of a cluster beside one another: the representative with the longest passage that all shown variants have
 * in common, and the variants with what they add and leave out, word by word.
 */
record Comparison(TextCluster cluster, List<Segment> representative, List<Variant> variants) {
    private static final int MAX_VARIANTS = 4;
    private static final int MAX_CODE_POINTS = 700;

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
            String other = shorten(view.names().text(row));
            if (!other.isEmpty() && !other.equals(text)) {
                wordings.putIfAbsent(other, row);
            }
        }
        boolean[] common = new boolean[text.length()];
        Arrays.fill(common, !wordings.isEmpty());
        List<Variant> variants = new ArrayList<>();
        wordings.forEach((other, row) -> variants.add(new Variant(row, segments(text, other, common))));
        return new Comparison(cluster, passage(text, common), variants);
    }

    private static String shorten(String text) {
        return Names.head(text.strip(), MAX_CODE_POINTS);
    }

    /** What another text adds and leaves out; unmarks in {@code common} what it leaves out. */
    static List<Segment> segments(String text, String other, boolean[] common) {
        List<Segment> segments = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (Passage passage : TextComparison.of(text, other).passages()) {
            between(segments, text, i, passage.firstStart(), other.substring(j, passage.secondStart()), common);
            add(segments, Kind.PLAIN, other.substring(passage.secondStart(), passage.secondEnd()));
            i = passage.firstEnd();
            j = passage.secondEnd();
        }
        between(segments, text, i, text.length(), other.substring(j), common);
        return segments;
    }

    /** Between two common passages; what is no word, such as a full stop, may be the same there. */
    private static void between(List<Segment> segments, String text, int from, int to, String added, boolean[] common) {
        String missing = text.substring(from, to);
        if (missing.equals(added)) {
            add(segments, Kind.PLAIN, added);
        } else {
            add(segments, Kind.MISSING, missing);
            add(segments, Kind.ADDED, added);
            Arrays.fill(common, from, to, false);
        }
    }

    /** The text with its longest common passage marked. */
    private static List<Segment> passage(String text, boolean[] common) {
        int bestFrom = 0;
        int bestTo = 0;
        int from = 0;
        for (int i = 0; i <= common.length; i++) {
            if (i == common.length || !common[i]) {
                if (i - from > bestTo - bestFrom) {
                    bestFrom = from;
                    bestTo = i;
                }
                from = i + 1;
            }
        }
        List<Segment> segments = new ArrayList<>();
        add(segments, Kind.PLAIN, text.substring(0, bestFrom));
        add(segments, Kind.COMMON, text.substring(bestFrom, bestTo));
        add(segments, Kind.PLAIN, text.substring(bestTo));
        return segments;
    }

    private static void add(List<Segment> segments, Kind kind, String text) {
        int last = segments.size() - 1;
        if (text.isEmpty()) {
            return;
        }
        if (last >= 0 && segments.get(last).kind() == kind) {
            segments.set(last, new Segment(kind, segments.get(last).text() + text));
        } else {
            segments.add(new Segment(kind, text));
        }
    }
}
