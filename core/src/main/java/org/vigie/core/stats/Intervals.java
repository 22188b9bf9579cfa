/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.stats;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.vigie.core.internal.Checks;

/**
 * Confidence intervals of a share. Pure functions: deterministic, thread-safe.
 *
 * <p>Sources: E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927; C. J. Clopper
 * and E. S. Pearson, The use of confidence or fiducial limits, 1934.
 */
public final class Intervals {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Intervals() {}

    /**
     * The Wilson score interval: good coverage even for few trials and shares near 0 or 1.
     *
     * @param successes the number of successes, in [0, trials]
     * @param trials the number of trials, at least 1
     * @param confidence the coverage, in (0, 1), for example 0.95
     * @return the interval, inside [0, 1]
     */
    public static Interval wilson(long successes, long trials, double confidence) {
        check(successes, trials, confidence);
        double z = NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
        double share = (double) successes / trials;
        double squared = z * z / trials;
        double centre = (share + squared / 2) / (1 + squared);
        double half = z / (1 + squared) * Math.sqrt(share * (1 - share) / trials + squared / (4.0 * trials));
        // At the ends the two terms are equal and only rounding is left.
        double low = successes == 0 ? 0 : Math.max(0, centre - half);
        double high = successes == trials ? 1 : Math.min(1, centre + half);
        return new Interval(low, high);
    }

    /**
     * The Clopper-Pearson interval: coverage never under the stated one.
     *
     * @param successes the number of successes, in [0, trials]
     * @param trials the number of trials, at least 1
     * @param confidence the coverage, in (0, 1), for example 0.95
     * @return the interval, inside [0, 1]
     */
    public static Interval clopperPearson(long successes, long trials, double confidence) {
        check(successes, trials, confidence);
        double tail = (1 - confidence) / 2;
        double failures = (double) trials - successes;
        double low = successes == 0
                ? 0
                : BetaDistribution.of((double) successes, failures + 1).inverseCumulativeProbability(tail);
        double high = successes == trials
                ? 1
                : BetaDistribution.of(successes + 1.0, failures).inverseSurvivalProbability(tail);
        return new Interval(low, high);
    }

    private static void check(long successes, long trials, double confidence) {
        Checks.between("trials", trials, 1, Long.MAX_VALUE);
        Checks.between("successes", successes, 0, trials);
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1) but was " + confidence);
        }
    }
}
