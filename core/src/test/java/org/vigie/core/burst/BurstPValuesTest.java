/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vigie.core.Uniformity;

/** The p-values of bursts: the formula of each null hypothesis by commons-math3, and what they are when it holds. */
class BurstPValuesTest {
    private static final int STREAMS = 3_000;
    private static final Offset<Double> DIGITS = Offset.offset(1e-9);

    private static double[] poissonStream(Random random, int events) {
        double[] times = new double[events];
        double time = 0;
        for (int i = 0; i < events; i++) {
            time -= Math.log(1 - random.nextDouble());
            times[i] = time;
        }
        return times;
    }

    private static double smallest(List<Burst> bursts) {
        return bursts.stream().mapToDouble(Burst::pValue).min().orElseThrow();
    }

    @Test
    void streamsOfOneRateGiveNoSmallPValues() {
        double[] pValues = new double[STREAMS];
        double[] withRate = new double[STREAMS];
        for (int s = 0; s < STREAMS; s++) {
            double[] times = poissonStream(new Random(s), 60);
            // Cheap rises, so that many intervals are reported and not only sure ones.
            Kleinberg kleinberg = Kleinberg.withDefaults().withGamma(0.1);
            pValues[s] = smallest(kleinberg.detect(times));
            withRate[s] = smallest(kleinberg.withBaseline(1).detect(times));
        }
        assertThat(Uniformity.excess(pValues)).isLessThan(Uniformity.bound(STREAMS));
        assertThat(Uniformity.excess(withRate)).isLessThan(Uniformity.bound(STREAMS));
        assertThat(Arrays.stream(pValues).filter(p -> p < 1).count()).isPositive();
    }

    @Test
    void binsOfOneShareGiveNoSmallPValues() {
        double[] pValues = new double[STREAMS];
        BinomialDistribution share = new BinomialDistribution(50, 0.1);
        share.reseedRandomGenerator(9);
        for (int s = 0; s < STREAMS; s++) {
            long[] relevant = new long[20];
            long[] totals = new long[20];
            for (int t = 0; t < 20; t++) {
                relevant[t] = share.sample();
                totals[t] = 50;
            }
            pValues[s] = smallest(BatchedKleinberg.withDefaults()
                    .withGamma(0.05)
                    .withScaling(1.2)
                    .detect(relevant, totals));
        }
        assertThat(Uniformity.excess(pValues)).isLessThan(Uniformity.bound(STREAMS));
        assertThat(Arrays.stream(pValues).filter(p -> p < 1).count()).isPositive();
    }

    @Test
    void pValuesAreThoseOfTheNullHypotheses() {
        Random random = new Random(1);
        double[] times = poissonStream(random, 80);
        for (int i = 40; i < 55; i++) {
            times[i] = times[39] + 0.03 * (i - 39);
        }
        Arrays.sort(times);
        int n = times.length - 1;
        double span = times[n] - times[0];
        double searched = 0.5 * n * (n + 1);
        double rate = 0.7;
        double from = times[0] - 10;
        double to = times[n] + 25;
        int checked = 0;
        for (Burst burst : Kleinberg.withDefaults().detect(times)) {
            if (burst.level() > 1) {
                double gaps = burst.events() - 1.0;
                double single = new BetaDistribution(gaps, n - gaps)
                        .cumulativeProbability((burst.end() - burst.start()) / span);
                assertThat(burst.pValue()).isCloseTo(Math.min(1, searched * single), DIGITS);
                checked++;
            }
        }
        for (Burst burst : Kleinberg.withDefaults().withBaseline(rate).detect(times)) {
            if (burst.level() > 1) {
                double single = new GammaDistribution(burst.events() - 1.0, 1 / rate)
                        .cumulativeProbability(burst.end() - burst.start());
                assertThat(burst.pValue()).isCloseTo(Math.min(1, searched * single), DIGITS);
                checked++;
            }
        }
        for (Burst burst : Kleinberg.withDefaults().withWindow(from, to).detect(times)) {
            if (burst.level() > 1) {
                double gaps = burst.events() - 1.0;
                double single = new BetaDistribution(gaps, times.length - gaps + 1)
                        .cumulativeProbability((burst.end() - burst.start()) / (to - from));
                assertThat(burst.pValue()).isCloseTo(Math.min(1, searched * single), DIGITS);
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(6);
    }
}
