/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vigie.graph.network.CoordinationNetwork;

/** The bound of {@link Timing} against all permutations of small tables. */
class TimingTest {
    private static final CoActions ENGINE =
            CoActions.withDefaults().withWindow(Duration.ofMillis(10)).withMinParticipation(0);

    /** Two accounts; content c of account a is on {@code objects[a][c]} at {@code times[a][c]}. */
    private static Actions actions(int[][][] objects, long[][] times, int[][] order) {
        Actions.Builder builder = Actions.builder();
        for (int a = 0; a < 2; a++) {
            for (int c = 0; c < objects[a].length; c++) {
                for (int o : objects[a][c]) {
                    builder.add("a" + a, "o" + o, a + " " + c, times[a][order[a][c]]);
                }
            }
        }
        return builder.build();
    }

    private static Timing timing(Actions actions) {
        CoordinationNetwork network = ENGINE.detect(actions);
        return network.edgeCount() == 0
                ? new Timing(0, 0, 1)
                : ENGINE.evidence(actions).timings(network).get(0);
    }

    private static List<int[]> permutations(int n) {
        List<int[]> result = new ArrayList<>();
        permute(new int[n], 0, 0, result);
        return result;
    }

    private static void permute(int[] permutation, int at, int used, List<int[]> result) {
        if (at == permutation.length) {
            result.add(permutation.clone());
        }
        for (int i = 0; i < permutation.length; i++) {
            if ((used & 1 << i) == 0) {
                permutation[at] = i;
                permute(permutation, at + 1, used | 1 << i, result);
            }
        }
    }

    @Property(tries = 150)
    void noPermutationTailIsAboveTheBound(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][][] objects = new int[2][][];
        long[][] times = new long[2][];
        for (int a = 0; a < 2; a++) {
            int contents = 2 + random.nextInt(3);
            objects[a] = new int[contents][];
            times[a] = new long[contents];
            for (int c = 0; c < contents; c++) {
                times[a][c] = random.nextInt(60);
                int first = random.nextInt(4);
                objects[a][c] = random.nextInt(4) == 0 ? new int[] {first, 4 + random.nextInt(2)} : new int[] {first};
            }
        }
        int[] counts = new int[8];
        double[] bounds = new double[8];
        double mean = 0;
        double expected = 0;
        int all = 0;
        for (int[] one : permutations(objects[0].length)) {
            for (int[] other : permutations(objects[1].length)) {
                Timing t = timing(actions(objects, times, new int[][] {one, other}));
                for (int k = 0; k <= t.meetings(); k++) {
                    counts[k]++;
                }
                bounds[t.meetings()] = Math.max(bounds[t.meetings()], t.bound());
                mean += t.meetings();
                expected = Math.max(expected, t.expected());
                all++;
            }
        }
        for (int k = 1; k < bounds.length; k++) {
            if (counts[k] > 0 && bounds[k] > 0) {
                assertThat(counts[k] / (double) all).isLessThanOrEqualTo(bounds[k] + 1e-12);
            }
        }
        assertThat(mean / all).isLessThanOrEqualTo(expected + 1e-9);
    }

    @Test
    void isExactWhereEveryContentMeetsItsTwin() {
        // k contents each, all in pairs far apart: the chance that a permutation has k fixed points is 1 / k!.
        double factorial = 1;
        for (int k = 1; k <= 8; k++) {
            factorial *= k;
            int[][] own = new int[k][];
            long[] times = new long[k];
            int[] order = new int[k];
            for (int i = 0; i < k; i++) {
                own[i] = new int[] {i};
                times[i] = 1000L * i;
                order[i] = i;
            }
            Timing t =
                    timing(actions(new int[][][] {own, own}, new long[][] {times, times}, new int[][] {order, order}));
            assertThat(t.meetings()).isEqualTo(k);
            assertThat(t.expected()).isCloseTo(1, within(1e-12));
            assertThat(t.bound()).isCloseTo(1 / factorial, within(1e-12));
        }
    }

    @Test
    void onePairOfPostsIsOneMeeting() {
        int[][][] objects = {{{1, 2, 3}, {4}}, {{1, 2, 3}, {5}}};
        long[][] times = {{0, 500}, {5, 900}};
        Timing t = timing(actions(objects, times, new int[][] {{0, 1}, {0, 1}}));
        assertThat(t.meetings()).isEqualTo(1);
        // One of the four pairs of times is near, so one pair of contents is in one of four permutations.
        assertThat(t.bound()).isBetween(0.25, 1.0);
    }

    @Test
    void withoutAWindowTimesSayNothing() {
        Actions actions = Actions.builder()
                .add("a", "o", "1", 0)
                .add("b", "o", "2", 99)
                .add("a", "p", "3", 5)
                .add("b", "p", "4", 700)
                .build();
        CoActions engine = CoActions.withDefaults().withoutWindow().withMinParticipation(0);
        Timing t = engine.evidence(actions).timings(engine.detect(actions)).get(0);
        assertThat(t.meetings()).isEqualTo(2);
        assertThat(t.bound()).isEqualTo(1);
    }

    @Test
    void leftOutObjectsAndStrangersNeverMeet() {
        Actions actions = Actions.builder()
                .add("a", "o", "1", 0)
                .add("b", "o", "2", 0)
                .add("c", "o", "3", 0)
                .build();
        CoActions limited = ENGINE.withPairLimit(1);
        CoordinationNetwork network = ENGINE.detect(actions);
        assertThat(limited.evidence(actions).timings(network)).allMatch(t -> t.meetings() == 0 && t.bound() == 1);
        Actions others = Actions.builder().add("x", "o", "1", 0).build();
        assertThat(ENGINE.evidence(others).timings(network)).allMatch(t -> t.equals(new Timing(0, 0, 1)));
    }
}
