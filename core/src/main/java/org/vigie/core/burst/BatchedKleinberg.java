/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.core.internal.Checks;
import org.vigie.core.stats.Tails;

/**
 * Kleinberg's two-state automaton for batches: the runs of bins in which the share of relevant events is raised.
 *
 * <p>Source: J. Kleinberg, Bursty and hierarchical structure in streams, 2002, section 4. Bin t has r(t) relevant out
 * of d(t) events. The base state expects the share p = sum r / sum d, the burst state {@code scaling p} (at most
 * 0.99999). Entering the burst state costs {@code gamma ln n}, and leaving it costs nothing. The cheapest sequence of
 * states is found by dynamic programming.
 *
 * <p>{@link #withGreedyCompatibility(int)} gives the result of the Python package {@code burst_detection} 0.1 instead.
 * That package takes the cheapest state bin after bin, and so splits bursts. It never sees a burst in the first bin,
 * and drops the last bin of a burst that does not end. The option exists to reproduce published figures.
 *
 * <p>P-values: the null hypothesis is one share over all bins. The p-value is the binomial tail of the interval's
 * relevant events, times the n(n+1)/2 intervals searched. O(n) time and memory; deterministic; immutable and
 * thread-safe.
 */
public final class BatchedKleinberg {
    private static final double HIGHEST_SHARE = 0.99999;
    private static final BatchedKleinberg DEFAULTS = new BatchedKleinberg(2, 1, 0);

    private final double scaling;
    private final double gamma;
    /** 0 for the true optimum, else the smoothing window of the greedy form. */
    private final int greedyWindow;

    private BatchedKleinberg(double scaling, double gamma, int greedyWindow) {
        this.scaling = scaling;
        this.gamma = gamma;
        this.greedyWindow = greedyWindow;
    }

    /**
     * The detector with scaling 2 and gamma 1.
     *
     * @return the default detector
     */
    public static BatchedKleinberg withDefaults() {
        return DEFAULTS;
    }

    /**
     * Sets the ratio between the share in a burst and the base share.
     *
     * @param newScaling above 1
     * @return a new detector
     * @throws IllegalArgumentException if the ratio is not finite and above 1
     */
    public BatchedKleinberg withScaling(double newScaling) {
        Checks.inside("scaling", newScaling, 1, Double.POSITIVE_INFINITY);
        return new BatchedKleinberg(newScaling, gamma, greedyWindow);
    }

    /**
     * Sets the price of entering a burst, in units of {@code ln n}.
     *
     * @param newGamma above 0
     * @return a new detector
     * @throws IllegalArgumentException if the price is not finite and above 0
     */
    public BatchedKleinberg withGamma(double newGamma) {
        Checks.positive("gamma", newGamma);
        return new BatchedKleinberg(scaling, newGamma, greedyWindow);
    }

    /**
     * Reproduces the greedy Python package {@code burst_detection}: bursts in descending order of weight.
     *
     * @param smoothingWindow the number of bins (odd) over which shares are averaged first; 1 for none
     * @return a new detector
     * @throws IllegalArgumentException if the window is under 1 or even
     */
    public BatchedKleinberg withGreedyCompatibility(int smoothingWindow) {
        Checks.between("smoothingWindow", smoothingWindow, 1, Integer.MAX_VALUE);
        if (smoothingWindow % 2 == 0) {
            throw new IllegalArgumentException("smoothingWindow must be odd but was " + smoothingWindow);
        }
        return new BatchedKleinberg(scaling, gamma, smoothingWindow);
    }

    /**
     * Finds the bursts.
     *
     * @param relevant the number of relevant events of each bin, at least one bin
     * @param totals the number of all events of each bin, each at least that of the relevant ones
     * @return the base interval of level 1 over all bins, then the bursts of level 2; starts and ends are bin numbers,
     *     half-open
     * @throws IllegalArgumentException if there is no bin or the arrays differ in length. Also if a bin has fewer than
     *     0 relevant events, or fewer events than relevant ones
     * @throws ArithmeticException if all events are more than a {@code long} can count
     */
    public List<Burst> detect(long[] relevant, long[] totals) {
        int bins = relevant.length;
        if (bins == 0) {
            throw new IllegalArgumentException("relevant must not be empty");
        }
        if (totals.length != bins) {
            throw new IllegalArgumentException(
                    "totals must have the length of relevant, " + bins + ", but had " + totals.length);
        }
        long all = 0;
        long sumRelevant = 0;
        for (int t = 0; t < bins; t++) {
            if (relevant[t] < 0 || relevant[t] > totals[t]) {
                throw new IllegalArgumentException("relevant[" + t + "] must be in [0, totals[" + t + "] = " + totals[t]
                        + "] but was " + relevant[t]);
            }
            sumRelevant = Math.addExact(sumRelevant, relevant[t]);
            all = Math.addExact(all, totals[t]);
        }
        double sumTotals = (double) all;
        List<Burst> result = new ArrayList<>();
        result.add(new Burst(1, 0, bins, 0, sumRelevant, 1));
        if (sumRelevant == 0) {
            return List.copyOf(result);
        }
        double[] smooth = smoothed(relevant, totals);
        double smoothSum = 0;
        int counted = 0;
        for (double r : smooth) {
            if (!Double.isNaN(r)) {
                smoothSum += r;
                counted++;
            }
        }
        double share = smoothSum / sumTotals;
        double raised = Math.min(scaling * share, HIGHEST_SHARE);
        if (counted == 0 || !(share > 0 && raised > share)) {
            return List.copyOf(result);
        }
        double upCost = gamma * Math.log(counted);
        // The gain of the burst state over the base state, in nats; binomial coefficients cancel.
        double gainRelevant = Math.log(raised / share);
        double gainOther = Math.log1p(-raised) - Math.log1p(-share);
        double[] gain = new double[bins];
        for (int t = 0; t < bins; t++) {
            gain[t] = Double.isNaN(smooth[t]) ? 0 : smooth[t] * gainRelevant + (totals[t] - smooth[t]) * gainOther;
        }
        boolean[] burst = greedyWindow > 0 ? greedy(smooth, gain, upCost) : cheapest(gain, upCost);
        double baseShare = sumRelevant / sumTotals;
        List<Burst> bursts = new ArrayList<>();
        for (int t = greedyWindow > 0 ? 1 : 0; t < bins; t++) {
            boolean before = t > 0 && burst[t - 1];
            boolean hidden = greedyWindow > 0 && Double.isNaN(smooth[t - 1]);
            if (burst[t] && !before && !hidden) {
                int end = t;
                while (end < bins && burst[end]) {
                    end++;
                }
                if (greedyWindow > 0) {
                    // The package ends a burst only on a counted bin, else on the last bin of all.
                    end = end == bins || Double.isNaN(smooth[end]) ? bins - 1 : end;
                }
                bursts.add(burst(t, end, relevant, totals, gain, baseShare));
            }
        }
        if (greedyWindow > 0) {
            bursts.sort(Comparator.comparingDouble(Burst::weight).reversed());
        }
        result.addAll(bursts);
        return List.copyOf(result);
    }

    private static Burst burst(int start, int end, long[] relevant, long[] totals, double[] gain, double baseShare) {
        double weight = 0;
        long events = 0;
        long trials = 0;
        for (int t = start; t < end; t++) {
            weight += gain[t];
            events += relevant[t];
            trials += totals[t];
        }
        double searched = 0.5 * gain.length * (gain.length + 1.0);
        double pValue = Math.min(1, searched * Tails.binomial(events, trials, baseShare));
        return new Burst(2, start, end, weight, events, pValue);
    }

    private static boolean[] cheapest(double[] gain, double upCost) {
        int[] path = Trellis.cheapestPath(gain.length, 2, upCost, (t, out) -> {
            out[0] = 0;
            out[1] = -gain[t];
        });
        boolean[] burst = new boolean[path.length];
        for (int t = 0; t < path.length; t++) {
            burst[t] = path[t] == 1;
        }
        return burst;
    }

    private static boolean[] greedy(double[] smooth, double[] gain, double upCost) {
        boolean[] burst = new boolean[gain.length];
        boolean first = true;
        for (int t = 0; t < gain.length; t++) {
            if (!Double.isNaN(smooth[t])) {
                double price = first || burst[t - 1] ? 0 : upCost;
                burst[t] = gain[t] > price;
                first = false;
            }
        }
        return burst;
    }

    /** Centred mean of the shares times the bin's total; NaN where the window leaves the data. */
    private double[] smoothed(long[] relevant, long[] totals) {
        double[] smooth = new double[relevant.length];
        int half = greedyWindow / 2;
        for (int t = 0; t < smooth.length; t++) {
            if (half == 0) {
                smooth[t] = relevant[t];
                continue;
            }
            double sum = t < half || t + half >= smooth.length ? Double.NaN : 0;
            for (int u = Math.max(0, t - half); u <= Math.min(smooth.length - 1, t + half); u++) {
                sum += totals[u] == 0 ? 0 : (double) relevant[u] / totals[u];
            }
            smooth[t] = sum / greedyWindow * totals[t];
        }
        return smooth;
    }
}
