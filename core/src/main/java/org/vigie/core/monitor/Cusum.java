/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import java.util.OptionalDouble;
import org.vigie.core.internal.Checks;

/**
 * Page's cumulative sum: the textbook test for a lasting rise of the mean. The undisturbed mean and standard deviation
 * of the series must be known. A simple alternative to {@link RateMonitor} and {@link SeriesMonitor}.
 *
 * <p>Source: E. S. Page, Continuous inspection schemes, 1954. With z = (x - mean) / deviation, S = max(0, S + z - k).
 * An alarm is raised when S reaches h, which restarts S. The defaults are k = 0.5 and h = 5. A shift of one deviation
 * is then found after about 10 rows. Undisturbed Gaussian rows raise an alarm about every 930 rows.
 *
 * <p>The score is S / (S + h). The p-value is exp(-2 k S), Lundberg's bound on the stationary tail of S for Gaussian
 * rows. The onset is the row at which S last left zero. Mutable, one instance for one series; not thread-safe; O(1).
 */
public final class Cusum implements Monitor {
    private static final int KIND = 4;
    private static final int VERSION = 1;

    private final double mean;
    private final double deviation;
    private final double slack;
    private final double threshold;
    private double sum;
    private double onset = Double.NaN;

    private Cusum(double mean, double deviation, double slack, double threshold) {
        this.mean = mean;
        this.deviation = deviation;
        this.slack = slack;
        this.threshold = threshold;
    }

    /**
     * A new test with slack 0.5 and threshold 5.
     *
     * @param mean the undisturbed mean
     * @param deviation the undisturbed standard deviation, above 0
     * @return the test
     * @throws IllegalArgumentException if the mean is not finite, or the deviation not finite and above 0
     */
    public static Cusum withDefaults(double mean, double deviation) {
        return new Cusum(Checks.finite("mean", mean), Checks.positive("deviation", deviation), 0.5, 5);
    }

    /**
     * Sets the slack k: half the shift that is to be found soonest, in standard deviations.
     *
     * @param k above 0
     * @return a new test that has seen nothing
     * @throws IllegalArgumentException if k is not finite and above 0
     */
    public Cusum withSlack(double k) {
        return new Cusum(mean, deviation, Checks.positive("k", k), threshold);
    }

    /**
     * Sets the threshold h, in standard deviations.
     *
     * @param h above 0
     * @return a new test that has seen nothing
     * @throws IllegalArgumentException if h is not finite and above 0
     */
    public Cusum withThreshold(double h) {
        return new Cusum(mean, deviation, slack, Checks.positive("h", h));
    }

    @Override
    public Cusum fresh() {
        return new Cusum(mean, deviation, slack, threshold);
    }

    /**
     * Takes the next row.
     *
     * @param time the time of the row, in any unit
     * @param value the value
     * @return what the test says
     * @throws IllegalArgumentException if the time or the value is not finite
     */
    @Override
    public BurstScore update(double time, double value) {
        Checks.finite("time", time);
        Checks.finite("value", value);
        double before = sum;
        sum = Math.max(0, sum + (value - mean) / deviation - slack);
        if (sum == 0) {
            onset = Double.NaN;
        } else if (before == 0) {
            onset = time;
        }
        double reached = sum;
        OptionalDouble began = Double.isNaN(onset) ? OptionalDouble.empty() : OptionalDouble.of(onset);
        boolean alarm = reached >= threshold;
        if (alarm) {
            sum = 0;
            onset = Double.NaN;
        }
        double score = reached < 1e300 ? reached / (reached + threshold) : 1;
        return new BurstScore(score, Math.exp(-2 * slack * reached), mean, alarm, began);
    }

    @Override
    public byte[] toBytes() {
        return Saved.write(KIND, VERSION, out -> {
            for (double field : new double[] {mean, deviation, slack, threshold, sum, onset}) {
                out.writeDouble(field);
            }
        });
    }

    /**
     * Restores a test that continues exactly where the saved one was.
     *
     * @param bytes the saved state
     * @return the test
     * @throws IllegalArgumentException if the bytes are damaged, or are not a saved test of this class and version
     */
    public static Cusum fromBytes(byte[] bytes) {
        return Saved.read(bytes, KIND, VERSION, "Cusum", in -> {
            Cusum test = withDefaults(in.readDouble(), in.readDouble())
                    .withSlack(in.readDouble())
                    .withThreshold(in.readDouble());
            double sum = Saved.readAmount(in, "sum");
            if (sum >= test.threshold) {
                throw new IllegalArgumentException("sum must be under the threshold but was " + sum);
            }
            test.sum = sum;
            test.onset = Saved.readOnset(in, "onset");
            if (sum > 0) {
                Checks.finite("onset", test.onset);
            }
            return test;
        });
    }
}
