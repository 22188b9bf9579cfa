/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExactJoinTest {
    @Property(tries = 200)
    void findsWhatComparingEveryPairFinds(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.05, max = 1) double threshold) {
        List<Set<Long>> sets = sets(new Random(seed));

        Map<String, Double> found = new TreeMap<>();
        ExactJoin.withThreshold(threshold).join(sets.size(), i -> elements(sets, i), into(found));

        assertThat(found).isEqualTo(pairs(sets, threshold, (a, b) -> true));
    }

    @Property(tries = 200)
    void findsWhatComparingTwoSidesFinds(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.05, max = 1) double threshold,
            @ForAll @IntRange(max = 60) int left) {
        List<Set<Long>> sets = sets(new Random(seed));

        Map<String, Double> found = new TreeMap<>();
        ExactJoin.withThreshold(threshold).joinAcross(left, sets.size() - left, i -> elements(sets, i), into(found));

        assertThat(found).isEqualTo(pairs(sets, threshold, (a, b) -> a < left && b >= left));
    }

    private static List<Set<Long>> sets(Random random) {
        List<Set<Long>> sets = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Set<Long> set = new TreeSet<>();
            if (i > 10 && random.nextBoolean()) {
                set.addAll(sets.get(random.nextInt(i)));
                for (int c = random.nextInt(4); c > 0; c--) {
                    set.remove(random.nextLong(60));
                    set.add(random.nextLong(60));
                }
            } else {
                for (int e = random.nextInt(30); e > 0; e--) {
                    set.add(random.nextLong(60));
                }
            }
            sets.add(set);
        }
        return sets;
    }

    private static long[] elements(List<Set<Long>> sets, int i) {
        return sets.get(i).stream().mapToLong(e -> e).toArray();
    }

    private static ExactJoin.PairConsumer into(Map<String, Double> found) {
        return (a, b, jaccard) -> assertThat(found.put(a + "," + b, jaccard))
                .as("pair told twice")
                .isNull();
    }

    private static Map<String, Double> pairs(
            List<Set<Long>> sets, double threshold, BiPredicate<Integer, Integer> isAsked) {
        Map<String, Double> expected = new TreeMap<>();
        for (int i = 0; i < sets.size(); i++) {
            for (int j = i + 1; j < sets.size(); j++) {
                Set<Long> union = new TreeSet<>(sets.get(i));
                union.addAll(sets.get(j));
                double shared = sets.get(i).size() + sets.get(j).size() - union.size();
                if (isAsked.test(i, j) && !union.isEmpty() && shared / union.size() >= threshold) {
                    expected.put(i + "," + j, shared / union.size());
                }
            }
        }
        return expected;
    }

    @Test
    void joinsNothingWithNothing() {
        List<Integer> found = new ArrayList<>();
        ExactJoin join = ExactJoin.withThreshold(0.5);
        join.join(0, i -> new long[0], (a, b, j) -> found.add(a));
        join.join(3, i -> new long[0], (a, b, j) -> found.add(a));
        assertThat(found).isEmpty();
    }

    @Test
    void ranksElementsBySharing() {
        long[][] sets = {{7, 5}, {5, 9}, {5, 9, 11}};
        RankedSets ranked = RankedSets.of(3, i -> sets[i]);
        assertThat(ranked.distinct()).isEqualTo(4);
        assertThat(LongStream.range(0, 4).mapToObj(r -> ranked.shared((int) r)).collect(Collectors.toList()))
                .containsExactly(false, false, true, true);
        assertThat(ranked.bySize()).containsExactly(0, 1, 2);
    }

    @Test
    void ranksManyElementsByHowOftenTheyComeAndThenByTheirValue() {
        int most = 5_000; // the tables grow several times
        long[] all = LongStream.range(0, most).map(e -> (most - e) << 40).toArray();
        RankedSets ranked = RankedSets.of(2, i -> i == 0 ? all : new long[] {all[7], all[3]});

        assertThat(ranked.distinct()).isEqualTo(most);
        assertThat(IntStream.range(ranked.offset(0), ranked.offset(1)).map(ranked::element))
                .containsExactly(IntStream.range(0, most).boxed().toArray(Integer[]::new));
        assertThat(IntStream.range(ranked.offset(1), ranked.offset(2)).map(ranked::element))
                .containsExactly(most - 2, most - 1);
        assertThat(ranked.shared(most - 2)).isTrue();
        assertThat(ranked.shared(most - 3)).isFalse();
    }

    @Test
    void rejectsNumbersOfSetsOutsideOfTheirRange() {
        ExactJoin join = ExactJoin.withThreshold(0.5);
        assertThatThrownBy(() -> join.joinAcross(-1, 2, i -> new long[0], (a, b, j) -> {}))
                .hasMessage("number of first sets must be in [0, 2147483647] but was -1");
        assertThatThrownBy(() -> join.joinAcross(2, Integer.MAX_VALUE - 1, i -> new long[0], (a, b, j) -> {}))
                .hasMessage("number of other sets must be in [0, 2147483645] but was 2147483646");
    }

    @Test
    void rejectsThresholdsOutsideOfItsRange() {
        for (double bad : new double[] {0, -1, 1.7, Double.NaN}) {
            assertThatThrownBy(() -> ExactJoin.withThreshold(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("threshold must be in (0, 1] but was " + bad);
        }
    }
}
