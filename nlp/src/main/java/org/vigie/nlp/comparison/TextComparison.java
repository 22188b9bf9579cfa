/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.comparison;

import java.util.Arrays;
import java.util.List;
import org.vigie.nlp.text.NormalizedText;
import org.vigie.nlp.text.Shingler;
import org.vigie.nlp.text.TextNormalizer;

/**
 * Two texts side by side: how much they share, which passages, and where they differ.
 *
 * <p>Jaccard and containment are those of shingles of 5 characters after {@link TextNormalizer#social()}. Passages are
 * runs of words of a longest common subsequence of words (Wagner and Fischer 1974). Beyond 2,000 words a text, only the
 * common words at both ends are told. A difference that adds, drops or changes a word of negation says so: a text and
 * its denial are near-duplicates, but not the same message. Deterministic. Immutable and thread-safe.
 *
 * @param jaccard the exact Jaccard of the shingle sets
 * @param containmentOfFirst the share of the shingles of the first text that the second has too
 * @param containmentOfSecond the share of the shingles of the second text that the first has too
 * @param passages what both have in common, in order
 * @param differences what is between the common passages, in order
 */
public record TextComparison(
        double jaccard,
        double containmentOfFirst,
        double containmentOfSecond,
        List<Passage> passages,
        List<Difference> differences) {
    private static final int SHINGLE = 5;

    /**
     * A passage of both texts: half-open ranges of UTF-16 offsets into the originals.
     *
     * @param firstStart where it starts in the first text
     * @param firstEnd where it ends in the first text
     * @param secondStart where it starts in the second text
     * @param secondEnd where it ends in the second text
     */
    public record Passage(int firstStart, int firstEnd, int secondStart, int secondEnd) {}

    /**
     * A difference: the words of one text in place of those of the other, either of which may be none.
     *
     * @param first the words of the first text as written, or an empty text
     * @param second the words of the second text as written, or an empty text
     * @param negation whether the words of negation on both sides differ
     */
    public record Difference(String first, String second, boolean negation) {}

    /**
     * Copies the lists.
     *
     * @param jaccard the exact Jaccard of the shingle sets
     * @param containmentOfFirst the share of the shingles of the first text that the second has too
     * @param containmentOfSecond the share of the shingles of the second text that the first has too
     * @param passages what both have in common, in order
     * @param differences what is between the common passages, in order
     */
    public TextComparison {
        passages = List.copyOf(passages);
        differences = List.copyOf(differences);
    }

    /**
     * Compares two texts.
     *
     * @param first a text
     * @param second another
     * @return the comparison; two texts without any shingle have Jaccard and containment 0
     */
    public static TextComparison of(String first, String second) {
        TextNormalizer normalizer = TextNormalizer.social();
        NormalizedText a = normalizer.align(first);
        NormalizedText b = normalizer.align(second);
        Shingler shingler = Shingler.characters(SHINGLE);
        long[] x = shingler.shingles(a.text());
        long[] y = shingler.shingles(b.text());
        int shared = shared(x, y);
        WordDiff diff = new WordDiff(a, b);
        return new TextComparison(
                share(shared, x.length + y.length - shared),
                share(shared, x.length),
                share(shared, y.length),
                diff.passages,
                diff.differences);
    }

    /** How many elements two sets share. */
    private static int shared(long[] x, long[] y) {
        long[] both = Arrays.copyOf(x, x.length + y.length);
        System.arraycopy(y, 0, both, x.length, y.length);
        Arrays.sort(both);
        int shared = 0;
        for (int i = 1; i < both.length; i++) {
            shared += both[i] == both[i - 1] ? 1 : 0;
        }
        return shared;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /**
     * Tells whether a difference changes a negation.
     *
     * @return whether one text denies what the other says, as far as words of negation tell
     */
    public boolean negationDiffers() {
        return differences.stream().anyMatch(Difference::negation);
    }
}
