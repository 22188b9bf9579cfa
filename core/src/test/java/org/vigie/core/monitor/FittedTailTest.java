/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FittedTailTest {
    private static FittedTail learnt(long seed, int rows, double exponent) {
        Random random = new Random(seed);
        FittedTail tail = new FittedTail();
        for (int t = 0; t < rows; t++) {
            tail.learn(Math.pow(-Math.log(1 - random.nextDouble()), exponent));
        }
        return tail;
    }

    @Test
    void theThresholdIsPassedOnceInAHundredRows() {
        for (int seed = 0; seed < 10; seed++) {
            FittedTail tail = learnt(seed, 5000, 1);
            // P(X > x) = exp(-x); 4.6 for one in a hundred.
            assertThat(tail.threshold()).isBetween(3.7, 5.6);
        }
    }

    @Test
    void surpriseGrowsWithTheStatisticAndIsNotLessThanFitted() {
        FittedTail tail = learnt(1, 5000, 1);
        double last = 0;
        for (double x = 0.1; x < 1e6; x *= 1.5) {
            assertThat(tail.surprise(x, 0)).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(300);
            last = tail.surprise(x, 0);
        }
        // exp(-13.8) is one in a million; the fit says it is not rarer than one in ten millions.
        assertThat(tail.surprise(13.8, 0)).isBetween(3.5, 7.0);
        assertThat(tail.surprise(13.8, 100)).isLessThan(0.5);
        assertThat(tail.surprise(0, 0)).isZero();
    }

    @Test
    void aHeavyTailIsLessSurprisedThanALightOne() {
        double light = learnt(2, 20_000, 0.5).threshold();
        double heavy = learnt(2, 20_000, 2).threshold();
        assertThat(learnt(2, 20_000, 2).surprise(3 * heavy, 0))
                .isLessThan(learnt(2, 20_000, 0.5).surprise(3 * light, 0) - 2);
    }

    @Test
    void aRunIsOnePeakAndALongOneAnotherLevel() {
        FittedTail tail = learnt(3, 2000, 1);
        double before = tail.threshold();
        for (int t = 0; t < FittedTail.LONG_RUN; t++) {
            tail.learn(50);
        }
        assertThat(tail.threshold()).isBetween(before, 1.1 * before);
        for (int t = 0; t < 200; t++) {
            tail.learn(50);
        }
        assertThat(tail.threshold()).isBetween(30.0, 60.0);
    }
}
