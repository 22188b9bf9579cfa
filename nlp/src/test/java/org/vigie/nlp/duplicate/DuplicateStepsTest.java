/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DuplicateStepsTest {
    private static final NearDuplicates SEARCH = NearDuplicates.withDefaults().withSeed(3);

    /** Some words changed in copies of few sentences. */
    private static List<String> texts() {
        SplittableRandom random = new SplittableRandom(9);
        List<String> texts = new ArrayList<>(List.of("?"));
        for (int i = 0; i < 400; i++) {
            texts.add("the ferry number " + i % 40 + " to the outer islands leaves from quay " + random.nextInt(40)
                    + " as soon as the tide allows it and takes no cars");
        }
        return texts.stream().distinct().toList();
    }

    private static DuplicateSteps steps(List<String> texts) {
        return DuplicateSteps.of(
                SEARCH, texts.size(), texts.stream().mapToLong(String::length).sum());
    }

    private static List<DuplicateSteps.Bucket> buckets(DuplicateSteps.Banded banded) {
        TreeMap<Long, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < banded.keys().length; i++) {
            int text = i / banded.bands();
            if (banded.shingles()[text] > 0) {
                long bucket = (long) (i % banded.bands()) << 32 | Integer.toUnsignedLong(banded.keys()[i]);
                members.computeIfAbsent(bucket, b -> new ArrayList<>()).add(text);
            }
        }
        List<DuplicateSteps.Bucket> buckets = new ArrayList<>();
        members.forEach((bucket, texts) -> buckets.add(new DuplicateSteps.Bucket(
                (int) (bucket >> 32), texts.stream().mapToInt(t -> t).toArray())));
        return buckets;
    }

    @Test
    void allStepsTogetherFindWhatTheSearchFinds() {
        List<String> texts = texts();
        DuplicateReport expected = SEARCH.detect(texts);
        assertThat(expected.pairs()).hasSizeGreaterThan(200);

        DuplicateSteps steps = steps(texts);
        DuplicateSteps.Banded banded = steps.band(texts);
        List<DuplicateSteps.Bucket> buckets = buckets(banded);
        List<DuplicatePair> pairs = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            int own = part;
            List<DuplicateSteps.Bucket> some = IntStream.range(0, buckets.size())
                    .filter(b -> b % 3 == own)
                    .mapToObj(buckets::get)
                    .toList();
            pairs.addAll(steps.joinBuckets(texts, banded, new BitSet(), some).pairs());
        }
        DuplicateReport found =
                DuplicateSteps.report(IntStream.range(0, texts.size()).toArray(), pairs, 0);

        assertThat(found.pairs()).isEqualTo(expected.pairs());
    }

    @Test
    void everyTextHasItsKeys() {
        List<String> texts = texts();
        DuplicateSteps steps = steps(texts);

        DuplicateSteps.Banded few = new DuplicateSteps.Banded(7, new int[7], new int[1], new long[2]);

        assertThatThrownBy(() -> steps.joinBuckets(texts, few, new BitSet(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("keys must be \\d+ for each of \\d+ texts but were 7");
    }

    @Test
    void aCrowdHasThePairsOfItsParts() {
        List<String> texts = texts();
        DuplicateSteps steps = steps(texts);
        int firsts = texts.size() / 3;
        List<DuplicatePair> expected = steps.joinCrowd(texts).pairs();

        List<DuplicatePair> found =
                new ArrayList<>(steps.joinCrowd(texts.subList(0, firsts)).pairs());
        found.addAll(steps.joinCrowd(texts, firsts).pairs());
        steps.joinCrowd(texts.subList(firsts, texts.size())).pairs().stream()
                .map(pair -> new DuplicatePair(pair.first() + firsts, pair.second() + firsts, pair.jaccard()))
                .forEach(found::add);

        assertThat(expected).hasSizeGreaterThan(200);
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aCrowdIsJudgedByTheTextsThatAreDrawn() {
        List<String> near = IntStream.range(0, 3_000)
                .mapToObj(i -> "all of these texts are the same but for one number which is " + i)
                .toList();
        List<String> far = IntStream.range(0, 3_000)
                .mapToObj(i -> Integer.toString(i * 7919, 7) + " " + Integer.toString(i * 104_729, 5))
                .toList();

        assertThat(steps(near).mayJoinCrowd(steps(near).band(near).shingles(), near::get))
                .isFalse();
        assertThat(steps(far).mayJoinCrowd(steps(far).band(far).shingles(), far::get))
                .isTrue();
        assertThat(DuplicateSteps.drawnOfCrowd(3)).containsOnly(0, 1, 2);
    }

    @Test
    void aCrowdAndItsPartsHaveTexts() {
        DuplicateSteps steps = steps(List.of("a text"));

        assertThatThrownBy(() -> DuplicateSteps.drawnOfCrowd(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("number of texts of a crowd must be in [1, 2147483647] but was 0");
        assertThatThrownBy(() -> steps.mayJoinCrowd(new int[0], i -> "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> steps.joinCrowd(List.of("a text"), 2))
                .hasMessage("number of first texts must be in [0, 1] but was 2");
    }
}
