/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchedKleinbergTest {
    private static final BatchedKleinberg DEFAULTS = BatchedKleinberg.withDefaults();

    private static long[] column(String path, int column) {
        return Arrays.stream(Golden.column(path, column))
                .mapToLong(x -> (long) x)
                .toArray();
    }

    private static List<Burst> detect(BatchedKleinberg detector, String input) {
        String path = "burst_detection-0.1/in/" + input + ".csv";
        List<Burst> bursts = detector.detect(column(path, 1), column(path, 2));
        assertThat(bursts.get(0).level()).isEqualTo(1);
        return bursts.subList(1, bursts.size());
    }

    private static void assertMatches(String what, List<Burst> bursts, List<List<String>> rows) {
        if (rows.get(0).get(0).equals("none")) {
            assertThat(bursts).as(what).isEmpty();
            return;
        }
        assertThat(bursts).as(what).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            Burst burst = bursts.get(i);
            assertThat(burst.level()).isEqualTo(2);
            assertThat(burst.start())
                    .as(what)
                    .isEqualTo(Double.parseDouble(rows.get(i).get(0)));
            assertThat(burst.end())
                    .as(what)
                    .isEqualTo(Double.parseDouble(rows.get(i).get(1)));
            assertThat(burst.weight())
                    .as(what)
                    .isCloseTo(Double.parseDouble(rows.get(i).get(2)), within(1e-9));
        }
    }

    @Test
    void matchesTheOptimum() {
        Golden.grouped("burst_detection-0.1/viterbi.csv", 3).forEach((key, rows) -> {
            BatchedKleinberg detector =
                    DEFAULTS.withScaling(Double.parseDouble(key.get(1))).withGamma(Double.parseDouble(key.get(2)));
            assertMatches(key.toString(), detect(detector, key.get(0)), rows);
        });
    }

    @Test
    void matchesTheGreedyPackageWhenAsked() {
        Golden.grouped("burst_detection-0.1/greedy.csv", 4).forEach((key, rows) -> {
            BatchedKleinberg detector = DEFAULTS.withScaling(Double.parseDouble(key.get(1)))
                    .withGamma(Double.parseDouble(key.get(2)))
                    .withGreedyCompatibility(Integer.parseInt(key.get(3)));
            assertMatches(key.toString(), detect(detector, key.get(0)), rows);
        });
    }

    @Test
    void aBurstAtEitherEndIsFound() {
        long[] totals = new long[40];
        Arrays.fill(totals, 100);
        long[] relevant = new long[40];
        Arrays.fill(relevant, 2);
        Arrays.fill(relevant, 0, 4, 40);
        Arrays.fill(relevant, 37, 40, 40);
        List<Burst> bursts = DEFAULTS.detect(relevant, totals);
        assertThat(bursts).extracting(Burst::start).containsExactly(0.0, 0.0, 37.0);
        assertThat(bursts).extracting(Burst::end).containsExactly(40.0, 4.0, 40.0);
        assertThat(bursts).extracting(Burst::events).containsExactly(346L, 160L, 120L);
        assertThat(bursts.get(1).pValue()).isLessThan(1e-20);
    }

    @Test
    void flatAndEmptySeriesHaveNoBurst() {
        assertThat(DEFAULTS.detect(new long[9], new long[9])).hasSize(1);
        assertThat(DEFAULTS.detect(new long[] {5, 5, 5}, new long[] {5, 5, 5})).hasSize(1);
        assertThat(DEFAULTS.detect(new long[] {1}, new long[] {4})).hasSize(1);
        assertThat(DEFAULTS.withGreedyCompatibility(5).detect(new long[] {1, 2}, new long[] {4, 4}))
                .hasSize(1);
    }

    @Test
    void burstsAreImmutableAndInputsAreNotKept() {
        long[] relevant = {1, 1, 9, 9, 1, 1};
        long[] totals = {10, 10, 10, 10, 10, 10};
        List<Burst> bursts = DEFAULTS.detect(relevant, totals);
        List<Burst> none = DEFAULTS.detect(new long[3], totals(3));
        assertThatThrownBy(bursts::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(none::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThat(relevant).containsExactly(1, 1, 9, 9, 1, 1);
        assertThat(totals).containsOnly(10);
    }

    private static long[] totals(int bins) {
        long[] totals = new long[bins];
        Arrays.fill(totals, 10);
        return totals;
    }

    @Test
    void rejectsWithRuleAndValue() {
        assertThatThrownBy(() -> DEFAULTS.detect(new long[2], new long[] {Long.MAX_VALUE, 1}))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> DEFAULTS.detect(new long[0], new long[0])).hasMessage("relevant must not be empty");
        assertThatThrownBy(() -> DEFAULTS.detect(new long[2], new long[3]))
                .hasMessage("totals must have the length of relevant, 2, but had 3");
        assertThatThrownBy(() -> DEFAULTS.detect(new long[] {3}, new long[] {2}))
                .hasMessage("relevant[0] must be in [0, totals[0] = 2] but was 3");
        assertThatThrownBy(() -> DEFAULTS.withGreedyCompatibility(4))
                .hasMessage("smoothingWindow must be odd but was 4");
        assertThatThrownBy(() -> DEFAULTS.withScaling(0.5))
                .hasMessage("scaling must be in (1.0, Infinity) but was 0.5");
        assertThatThrownBy(() -> DEFAULTS.withGamma(Double.NaN)).hasMessage("gamma must be finite and > 0 but was NaN");
    }
}
