/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.campaign.findings.Campaign.SharedObject;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.core.internal.LowerCase;
import org.vigie.nlp.duplicate.ClusterType;
import org.vigie.posts.Names;

/**
 * Texts of a cluster, or wordings of one message, beside one another. The representative shows the longest passage
 * that all shown variants have in common. The variants show what they add and leave out, word by word. Words that look
 * the same and are written with other characters are told apart from both.
 *
 * <p>Words are as written, links included: another link is what a reader must see. {@code TextComparison} of {@code nlp}
 * compares normalised texts, in which links are no words.
 */
record Comparison(String about, String language, List<Segment> representative, List<Variant> variants) {
    private static final int MAX_VARIANTS = 4;
    private static final int MAX_CODE_POINTS = 700;
    private static final int MAX_WORDS = 160;

    /** A run of words; the characters in place of others, if it only looks the same. */
    record Segment(Kind kind, String text, List<Disguise.Swap> swaps) {}

    /** What a run of words is. */
    enum Kind {
        PLAIN,
        COMMON,
        ADDED,
        MISSING,
        /** Looks the same, and is not. */
        ALIKE
    }

    /** Another wording, and the row of a post that has it. */
    record Variant(int row, List<Segment> segments) {}

    /** Whether the text is not to be shown. */
    boolean isWithheld() {
        return representative.isEmpty();
    }

    /** The characters in place of others in all variants. */
    List<Disguise.Swap> swaps() {
        return variants.stream()
                .flatMap(v -> v.segments().stream())
                .flatMap(s -> s.swaps().stream())
                .distinct()
                .toList();
    }

    /** The texts of a cluster. */
    static Comparison of(TextCluster cluster, View view, Messages m) {
        Comparison c = of("", cluster.language(), cluster.medoid(), cluster.rows(), view);
        String about = m.t(
                "text.meta",
                cluster.id(),
                m.count("unit.account", cluster.accounts()),
                m.count("unit.post", cluster.rows().length()),
                m.languageName(cluster.language()),
                c.type(cluster.type(), m));
        return new Comparison(about, c.language(), c.representative(), c.variants());
    }

    /** How alike the texts are: what counts as identical may differ in what normalisation leaves out. */
    private String type(ClusterType type, Messages m) {
        if (type != ClusterType.IDENTICAL || variants.isEmpty()) {
            return m.name("type", type.name());
        }
        boolean isLinksOnly = variants.stream()
                .flatMap(v -> v.segments().stream())
                .filter(s -> s.kind() != Kind.PLAIN)
                .allMatch(s -> s.kind() != Kind.ALIKE && isLinks(s.text()));
        return m.t(isLinksOnly ? "type.identical.links" : "type.identical.signs");
    }

    private static boolean isLinks(String text) {
        return words(text).stream().map(Word::plain).allMatch(w -> w.startsWith("http://") || w.startsWith("https://"));
    }

    /** The wordings of an object of {@link org.vigie.posts.ObjectKind#WORDING} that a campaign's posts have. */
    static Comparison of(SharedObject wording, ImmutableIntArray rows, View view, Messages m) {
        String language = view.findings().corpus().language(rows.get(0));
        String about = m.t(
                "wording.meta",
                m.count("unit.account", wording.accounts()),
                m.count("unit.post", wording.posts()),
                m.languageName(language));
        return of(about, language, rows.get(0), rows, view);
    }

    private static Comparison of(String about, String language, int medoid, ImmutableIntArray rows, View view) {
        String text = shorten(view.names().text(medoid));
        Map<String, Integer> wordings = new LinkedHashMap<>();
        for (int i = 0; i < rows.length() && wordings.size() < MAX_VARIANTS; i++) {
            int row = rows.get(i);
            String full = view.names().text(row);
            String other = shorten(full);
            if (!full.isEmpty() && !other.equals(text)) {
                wordings.putIfAbsent(other, row);
            }
        }
        List<Word> words = words(text);
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
        return new Comparison(about, language, passage(words, common, !variants.isEmpty()), variants);
    }

    private static String shorten(String text) {
        return Names.head(text.strip(), MAX_CODE_POINTS);
    }

    /** Words with the space that follows them; a text without spaces is one word. */
    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < text.length() && words.size() < MAX_WORDS - 1; i++) {
            if (!Character.isWhitespace(text.charAt(i)) && Character.isWhitespace(text.charAt(i - 1))) {
                words.add(Word.of(text.substring(from, i)));
                from = i;
            }
        }
        if (from < text.length()) {
            words.add(Word.of(text.substring(from)));
        }
        return words;
    }

    /** A word as written, without case, and as it looks. */
    private record Word(String text, String plain, String looks) {
        static Word of(String text) {
            String plain = LowerCase.of(text.strip());
            return new Word(text, plain, Disguise.fold(plain));
        }

        boolean isSame(Word other) {
            return plain.equals(other.plain);
        }

        /** What is written otherwise in another word that looks the same; nothing if it does not. */
        List<Disguise.Swap> disguisedAs(Word other) {
            return !isSame(other) && looks.equals(other.looks) ? Disguise.between(plain, other.plain) : List.of();
        }

        boolean matches(Word other) {
            return isSame(other) || !disguisedAs(other).isEmpty();
        }
    }

    /** The longest common subsequence of words; marks which words of {@code from} are in {@code to}. */
    private static List<Segment> difference(List<Word> from, List<Word> to, boolean[] matched) {
        int[][] length = new int[from.size() + 1][to.size() + 1];
        for (int i = from.size() - 1; i >= 0; i--) {
            for (int j = to.size() - 1; j >= 0; j--) {
                length[i][j] = from.get(i).matches(to.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        List<Segment> segments = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < from.size() || j < to.size()) {
            if (i < from.size() && j < to.size() && from.get(i).matches(to.get(j))) {
                List<Disguise.Swap> swaps = from.get(i).disguisedAs(to.get(j));
                matched[i++] = swaps.isEmpty();
                add(
                        segments,
                        swaps.isEmpty() ? Kind.PLAIN : Kind.ALIKE,
                        to.get(j++).text(),
                        swaps);
            } else if (j == to.size() || (i < from.size() && length[i + 1][j] >= length[i][j + 1])) {
                add(segments, Kind.MISSING, from.get(i++).text(), List.of());
            } else {
                add(segments, Kind.ADDED, to.get(j++).text(), List.of());
            }
        }
        return segments;
    }

    private static List<Segment> passage(List<Word> words, boolean[] common, boolean compared) {
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
            add(segments, inside ? Kind.COMMON : Kind.PLAIN, words.get(i).text(), List.of());
        }
        return segments;
    }

    private static void add(List<Segment> segments, Kind kind, String given, List<Disguise.Swap> swaps) {
        boolean apart = kind == Kind.ADDED || kind == Kind.MISSING;
        String word = apart && !given.isEmpty() && !Character.isWhitespace(given.charAt(given.length() - 1))
                ? given + " "
                : given;
        int last = segments.size() - 1;
        if (last >= 0 && kind != Kind.ALIKE && segments.get(last).kind() == kind) {
            segments.set(last, new Segment(kind, segments.get(last).text() + word, List.of()));
        } else {
            segments.add(new Segment(kind, word, swaps));
        }
    }
}
