/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.vigie.core.Uniformity;

/** The p-values of the monitors on streams in which nothing happens, one p-value a stream, so that they are independent. */
class MonitorPValuesTest {
    private static final int STREAMS = 1_500;

    private static double[] pValues(Supplier<Monitor> maker, int rows, ToDoubleFunction<Random> value) {
        double[] pValues = new double[STREAMS];
        for (int s = 0; s < STREAMS; s++) {
            Random random = new Random(s);
            Monitor monitor = maker.get();
            for (int row = 0; row < rows; row++) {
                pValues[s] =
                        monitor.update(300.0 * row, value.applyAsDouble(random)).pValue();
            }
        }
        return pValues;
    }

    private static double poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        double k = 0;
        while (product > limit) {
            product *= random.nextDouble();
            k++;
        }
        return k;
    }

    private static void assertNeverTooSmall(double[] pValues) {
        assertThat(Uniformity.excess(pValues)).isLessThan(Uniformity.bound(pValues.length));
    }

    @Test
    void rateMonitor() {
        for (double mean : new double[] {0.3, 3, 30}) {
            assertNeverTooSmall(pValues(RateMonitor::withDefaults, 400, random -> poisson(random, mean)));
        }
        // Counts that vary more than Poisson: a rate of its own for each bin.
        assertNeverTooSmall(pValues(
                RateMonitor::withDefaults, 400, random -> poisson(random, -3 * Math.log(1 - random.nextDouble()))));
    }

    @Test
    void cusum() {
        assertNeverTooSmall(pValues(() -> Cusum.withDefaults(0, 1).withThreshold(50), 200, Random::nextGaussian));
    }

    @Test
    void seriesMonitor() {
        assertNeverTooSmall(pValues(SeriesMonitor::withDefaults, 1_000, Random::nextGaussian));
    }

    @Test
    void recordMonitor() {
        for (int rows : new int[] {2, 10, 100}) {
            double[] pValues = pValues(RecordMonitor::withDefaults, rows, Random::nextGaussian);
            int records = 0;
            for (double p : pValues) {
                if (p < 1 || rows == 2) {
                    assertThat(p).isCloseTo(Math.min(1, 2.0 / rows), within(1e-12));
                    records++;
                }
            }
            // A row is a record with probability 2 / n.
            BinomialDistribution expected = new BinomialDistribution(STREAMS, Math.min(1, 2.0 / rows));
            assertThat(expected.cumulativeProbability(records)).isGreaterThan(0.005);
            assertThat(expected.cumulativeProbability(records - 1)).isLessThan(0.995 + (rows == 2 ? 0.01 : 0));
            assertNeverTooSmall(pValues);
        }
    }
}
