/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.vigie.core.internal.Checks;

/**
 * The upper tail of a statistic, learnt row by row. It has a threshold that a run of rows passes once in a hundred
 * rows. The peaks of these runs have a generalised Pareto distribution, by the method of moments.
 *
 * <p>Sources: A. Siffer, P.-A. Fouque, A. Termier and C. Largouet, Anomaly detection in streams with extreme value
 * theory, 2017; J. R. M. Hosking and J. R. Wallis, Parameter and quantile estimation for the generalized Pareto
 * distribution, 1987; R. L. Smith and I. Weissman, Estimating the extremal index, 1994, for runs. Deviations: the
 * threshold is tracked by stochastic approximation, and excesses are in units of it. The moments start from a prior and
 * fade. So the fit needs no time of calibration and follows a change.
 */
final class FittedTail {
    /** Runs above the threshold, in each row. */
    private static final double SHARE = 0.01;

    private static final double LOG_SHARE = -Math.log10(SHARE);
    private static final double LN10 = Math.log(10);
    /** What a run above the threshold moves it by, at first and once it is known. */
    private static final double EARLY_STEP = 40;

    private static final double STEP = 0.03;
    /** What begins as a run and lasts this long is no excess but another level of the statistic. */
    static final int LONG_RUN = 100;

    private static final int LEARNING = 40;
    private static final double PRIOR_PEAKS = 5;
    private static final double PRIOR_MEAN = 0.25;
    private static final double MOST_PEAKS = 60;
    private static final double HEAVIEST = 0.2;
    /** A peak is learnt up to this surprise, so that an anomaly is no proof that it is ordinary. */
    private static final double LEARNT = 4;
    /** The threshold stays above this share of the usual peak, however rare the peaks are. */
    private static final double FLOOR = 0.2;

    private static final double MOST_SURPRISE = 300;
    private static final double RUNS = 20;

    private double threshold;
    private double peaks = PRIOR_PEAKS;
    private double mean = PRIOR_MEAN;
    private double square = 2 * PRIOR_MEAN * PRIOR_MEAN;
    private double usualPeak;
    private long run;
    private double peak;
    private long rows;

    double threshold() {
        return threshold;
    }

    /** How many rows the statistic has been above the threshold. */
    long run() {
        return run;
    }

    /**
     * Minus the decimal logarithm of the rate at which runs with so large a peak begin, if the threshold is not under
     * {@code least}.
     */
    double surprise(double statistic, double least) {
        if (!(statistic > 0)) {
            return 0;
        }
        double from = Math.max(threshold, least);
        if (!(from > 0)) {
            return Math.log10(rows + 2.0);
        }
        if (statistic <= from) {
            return LOG_SHARE * statistic / from;
        }
        double excess = statistic / from - 1;
        double shape = shape();
        double scale = scale(shape);
        double nats = shape < 1e-3 ? excess / scale : Math.log1p(shape * excess / scale) / shape;
        return Math.min(MOST_SURPRISE, LOG_SHARE + nats / LN10);
    }

    void learn(double statistic) {
        rows++;
        double step = Math.max(STEP, EARLY_STEP / rows);
        if (statistic > threshold) {
            if (!(threshold > 0)) {
                threshold = statistic;
                return;
            }
            run++;
            peak = Math.max(peak, statistic);
            if (run == 1 || run > LONG_RUN || rows < LEARNING) {
                threshold *= 1 + step;
            }
            return;
        }
        if (run > 0) {
            learnPeak();
        }
        threshold = Math.max(FLOOR * usualPeak, threshold * (1 - Math.min(0.5, step * SHARE / (1 - SHARE))));
    }

    private void learnPeak() {
        double most = threshold * (1 + excess(LEARNT));
        double excess = Math.max(0, Math.min(peak, most) / threshold - 1);
        peaks = Math.min(MOST_PEAKS, peaks + 1);
        mean += (excess - mean) / peaks;
        square += (excess * excess - square) / peaks;
        usualPeak += (Math.min(peak, most) - usualPeak) / RUNS;
        run = 0;
        peak = 0;
    }

    private double excess(double surprise) {
        double shape = shape();
        double nats = (surprise - LOG_SHARE) * LN10;
        return shape < 1e-3 ? scale(shape) * nats : scale(shape) * Math.expm1(shape * nats) / shape;
    }

    private double shape() {
        double variance = Math.max(square - mean * mean, 1e-12);
        return Math.max(0, Math.min(HEAVIEST, 0.5 * (1 - mean * mean / variance)));
    }

    /** A standard error is added: few peaks are no proof of a light tail. */
    private double scale(double shape) {
        return Math.max(1e-3, mean * (1 - shape) * (1 + 1 / Math.sqrt(peaks)));
    }

    void write(DataOutputStream out) throws IOException {
        for (double each : new double[] {threshold, peaks, mean, square, usualPeak, peak}) {
            out.writeDouble(each);
        }
        out.writeLong(run);
        out.writeLong(rows);
    }

    void read(DataInputStream in) throws IOException {
        threshold = Saved.readAmount(in, "threshold of a tail");
        peaks = Checks.positive("peaks of a tail", in.readDouble());
        mean = Saved.readAmount(in, "mean excess of a tail");
        square = Saved.readAmount(in, "mean square excess of a tail");
        usualPeak = Saved.readAmount(in, "usual peak of a tail");
        peak = Saved.readAmount(in, "peak of a run");
        run = Saved.readRows(in, "run");
        rows = Saved.readRows(in, "rows of a tail");
    }
}
