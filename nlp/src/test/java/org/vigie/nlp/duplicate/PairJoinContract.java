/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vigie.nlp.text.Shingler;

/** What every way to find pairs must do. */
abstract class PairJoinContract {
    static final double THRESHOLD = 0.6;
    private static final Shingler SHINGLER = Shingler.characters(5);
    private static final Progress UNHEARD = new Progress(done -> {});

    /** The way to be tested, at {@link #THRESHOLD}, on so many threads at most. */
    abstract PairJoin join(int threads);

    static DistinctTexts texts(List<String> texts) {
        return DistinctTexts.of(texts, IntStream.range(0, texts.size()).toArray());
    }

    static DuplicatePair[] pairs(PairJoin join, List<String> list) {
        DistinctTexts texts = texts(list);
        return join.join(texts.size(), () -> new ShingleSource(texts, SHINGLER), UNHEARD)
                .sorted(texts.firsts);
    }

    /** Every pair of the threshold, by comparing each text with each other one. */
    static List<DuplicatePair> all(List<String> texts) {
        List<DuplicatePair> all = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                double jaccard = jaccard(SHINGLER.shingles(texts.get(i)), SHINGLER.shingles(texts.get(j)));
                if (jaccard >= THRESHOLD) {
                    all.add(new DuplicatePair(i, j, jaccard));
                }
            }
        }
        return all;
    }

    private static double jaccard(long[] a, long[] b) {
        long shared = LongStream.of(a)
                .filter(x -> LongStream.of(b).anyMatch(y -> x == y))
                .count();
        return (double) shared / (a.length + b.length - shared);
    }

    static List<String> variants(long seed) {
        return NearDuplicatesTest.variants(seed, 250).stream().distinct().toList();
    }

    @Test
    void everyPairIsOneAndComesOnce() {
        List<String> texts = variants(12);
        List<DuplicatePair> all = all(texts);
        DuplicatePair[] found = pairs(join(2), texts);
        assertThat(all).hasSizeGreaterThan(100).containsAll(Arrays.asList(found));
        assertThat(found).doesNotHaveDuplicates();
        assertThat(found.length).isGreaterThan(all.size() * 98 / 100);
    }

    @Test
    void theSameSetsAreAlwaysFound() {
        // Distinct texts of the same shingles: a cycle read from three places.
        List<String> texts =
                List.of("abcdefabcdefabcdef", "bcdefabcdefabcdefa", "cdefabcdefabcdefab", "something else");
        assertThat(pairs(join(1), texts))
                .containsExactly(new DuplicatePair(0, 1, 1), new DuplicatePair(0, 2, 1), new DuplicatePair(1, 2, 1));
    }

    @Test
    void anyNumberOfThreadsFindsTheSame() {
        List<String> texts = variants(13);
        assertThat(pairs(join(5), texts)).isEqualTo(pairs(join(1), texts));
    }

    @Test
    void worksOnNoMoreThreadsThanAllowed() {
        List<String> texts =
                NearDuplicatesTest.variants(14, 6_000).stream().distinct().toList();
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        pairs(join(2), new AbstractList<>() {
            @Override
            public String get(int index) {
                most.accumulateAndGet(working.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                working.decrementAndGet();
                return texts.get(index);
            }

            @Override
            public int size() {
                return texts.size();
            }
        });
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void textsWithoutShinglesAndNoTextsAtAllAreInNoPair() {
        DistinctTexts texts = texts(List.of("?!", "...", "-- --"));
        Shingler words = Shingler.words(1);
        assertThat(join(1).join(3, () -> new ShingleSource(texts, words), UNHEARD)
                        .size())
                .isZero();
        assertThat(pairs(join(2), List.of())).isEmpty();
    }

    @Test
    void tellsAStepForEachText() {
        List<Long> steps = new ArrayList<>();
        DistinctTexts texts = texts(variants(15));
        join(2).join(texts.size(), () -> new ShingleSource(texts, SHINGLER), new Progress(steps::add));
        assertThat(steps.get(steps.size() - 1)).isEqualTo(texts.size());
    }
}
