/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ExactJoinTest {
    @Property(tries = 200)
    void findsWhatComparingEveryPairFinds(
            @ForAll long seed, @ForAll @DoubleRange(min = 0.05, max = 1) double threshold) {
        Random random = new Random(seed);
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
        TreeMap<String, Double> expected = new TreeMap<>();
        for (int i = 0; i < sets.size(); i++) {
            for (int j = i + 1; j < sets.size(); j++) {
                Set<Long> union = new TreeSet<>(sets.get(i));
                union.addAll(sets.get(j));
                double shared = sets.get(i).size() + sets.get(j).size() - union.size();
                if (!union.isEmpty() && shared / union.size() >= threshold) {
                    expected.put(i + "," + j, shared / union.size());
                }
            }
        }

        TreeMap<String, Double> found = new TreeMap<>();
        ExactJoin.withThreshold(threshold)
                .join(
                        sets.size(),
                        i -> sets.get(i).stream().mapToLong(e -> e).toArray(),
                        (a, b, jaccard) -> assertThat(found.put(a + "," + b, jaccard))
                                .as("pair told twice")
                                .isNull());

        assertThat(found).isEqualTo(expected);
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
    void rejectsThresholdsOutsideOfItsRange() {
        for (double bad : new double[] {0, -1, 1.7, Double.NaN}) {
            assertThatThrownBy(() -> ExactJoin.withThreshold(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("threshold must be in (0, 1] but was " + bad);
        }
    }
}
