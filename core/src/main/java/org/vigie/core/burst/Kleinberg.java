/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.vigie.core.internal.Checks;

/**
 * Kleinberg's infinite-state automaton: the nested intervals in which the events of a stream come faster than before.
 *
 * <p>Source: J. Kleinberg, Bursty and hierarchical structure in streams, 2002. State j emits exponential gaps with rate
 * {@code scaling^j} times the base rate, and a rise by one state costs {@code gamma ln n}. The cheapest sequence of
 * states for the gaps between events is found. A rise opens one interval per level at the event before the short gap; a
 * fall closes the innermost. Level 1 is the whole stream. Intervals come in the order of their opening.
 *
 * <p>With the default options the result equals that of the R package {@code bursts} 1.0-2, with two exceptions. Costs
 * stay in log space; the reference loses bursts after a gap of more than about 745 mean gaps. Equal stamps are accepted
 * (see {@link Ties}). Further deviations are options: a base rate given from outside, for streams that live only during
 * their burst, and a highest level.
 *
 * <p>P-values: the null hypothesis is a homogeneous Poisson stream over the whole input. Let an interval have m of the
 * n gaps and the length d of the whole length T. Given n and T, its probability is that of a Beta(m, n - m) share of at
 * most d/T. With a {@linkplain #withBaseline(double) baseline} it is that of a Gamma(m) time at that rate of at most d.
 * With a {@linkplain #withWindow(double, double) window} of N events and length W it is that of Beta(m, N - m + 1) at
 * most d/W. The p-value is this probability times the n(n+1)/2 intervals that were searched (Bonferroni). It says how
 * sure it is that the stream is not of one constant rate. A daily rhythm or chatter between people also breaks that
 * null.
 *
 * <p>O(n k) time for n events and k levels; 24 bytes per event for each 64 levels, and at most 20 more. Times are in
 * any unit. Deterministic; immutable and thread-safe.
 */
public final class Kleinberg {
    /** Far above what any scaling of use needs; keeps a scaling of 1.0000001 from filling the memory. */
    private static final int MOST_LEVELS = 10_000;

    private static final Kleinberg DEFAULTS = new Kleinberg(
            2,
            1,
            Integer.MAX_VALUE,
            Ties.SPREAD,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Double.NaN,
            Double.NaN);

    private final double scaling;
    private final double gamma;
    private final int maxLevel;
    private final Ties ties;
    private final OptionalDouble resolution;
    private final OptionalDouble baseline;
    /** NaN without a window. */
    private final double windowStart;

    private final double windowEnd;

    private Kleinberg(
            double scaling,
            double gamma,
            int maxLevel,
            Ties ties,
            OptionalDouble resolution,
            OptionalDouble baseline,
            double windowStart,
            double windowEnd) {
        this.scaling = scaling;
        this.gamma = gamma;
        this.maxLevel = maxLevel;
        this.ties = ties;
        this.resolution = resolution;
        this.baseline = baseline;
        this.windowStart = windowStart;
        this.windowEnd = windowEnd;
    }

    /** Says which parameters it has, for a record of a run; those that are not set are left out. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("scaling " + scaling + ", gamma " + gamma + ", ties "
                + ties.name().toLowerCase(Locale.ROOT));
        resolution.ifPresent(clock -> text.append(" over ").append(clock));
        if (maxLevel < Integer.MAX_VALUE) {
            text.append(", at most level ").append(maxLevel);
        }
        baseline.ifPresent(rate -> text.append(", baseline ").append(rate));
        if (!Double.isNaN(windowStart)) {
            text.append(", window ").append(windowStart).append(" to ").append(windowEnd);
        }
        return text.toString();
    }

    /**
     * The detector with scaling 2, gamma 1, no highest level, tied stamps spread, and the base rate of the stream.
     *
     * @return the default detector
     */
    public static Kleinberg withDefaults() {
        return DEFAULTS;
    }

    /**
     * Sets the ratio between the rates of neighbouring levels.
     *
     * @param newScaling above 1
     * @return a new detector
     * @throws IllegalArgumentException if the ratio is not finite and above 1
     */
    public Kleinberg withScaling(double newScaling) {
        Checks.inside("scaling", newScaling, 1, Double.POSITIVE_INFINITY);
        return new Kleinberg(newScaling, gamma, maxLevel, ties, resolution, baseline, windowStart, windowEnd);
    }

    /**
     * Sets the price of a rise by one level, in units of {@code ln n}.
     *
     * @param newGamma above 0
     * @return a new detector
     * @throws IllegalArgumentException if the price is not finite and above 0
     */
    public Kleinberg withGamma(double newGamma) {
        Checks.positive("gamma", newGamma);
        return new Kleinberg(scaling, newGamma, maxLevel, ties, resolution, baseline, windowStart, windowEnd);
    }

    /**
     * Sets the highest level that is looked for.
     *
     * @param newMaxLevel at least 1, which is the base level
     * @return a new detector
     * @throws IllegalArgumentException if the level is under 1
     */
    public Kleinberg withMaxLevel(int newMaxLevel) {
        Checks.between("maxLevel", newMaxLevel, 1, Integer.MAX_VALUE);
        return new Kleinberg(scaling, gamma, newMaxLevel, ties, resolution, baseline, windowStart, windowEnd);
    }

    /**
     * Sets what happens to events with equal stamps. {@link Ties#SPREAD} takes the smallest distance between two
     * different stamps of the input as the resolution of the clock.
     *
     * @param newTies the treatment
     * @return a new detector
     */
    public Kleinberg withTies(Ties newTies) {
        Objects.requireNonNull(newTies, "newTies");
        return new Kleinberg(
                scaling, gamma, maxLevel, newTies, OptionalDouble.empty(), baseline, windowStart, windowEnd);
    }

    /**
     * Spreads events with equal stamps over a known resolution of the clock. It is 60 for stamps in seconds that are
     * cut off to minutes. Where two stamps are closer than that, events are spread over their distance.
     *
     * @param clockResolution the distance between two ticks, above 0, in the units of the times
     * @return a new detector
     * @throws IllegalArgumentException if the resolution is not finite and above 0
     */
    public Kleinberg withTiesSpreadOver(double clockResolution) {
        Checks.positive("clockResolution", clockResolution);
        return new Kleinberg(
                scaling,
                gamma,
                maxLevel,
                Ties.SPREAD,
                OptionalDouble.of(clockResolution),
                baseline,
                windowStart,
                windowEnd);
    }

    /**
     * Sets the base rate, instead of the mean rate between the first and the last event. Replaces a window.
     *
     * @param rate the events expected in one unit of time, above 0
     * @return a new detector
     * @throws IllegalArgumentException if the rate is not finite and above 0
     */
    public Kleinberg withBaseline(double rate) {
        Checks.positive("rate", rate);
        return new Kleinberg(
                scaling, gamma, maxLevel, ties, resolution, OptionalDouble.of(rate), Double.NaN, Double.NaN);
    }

    /**
     * Takes the base rate from the number of events in an observation window. The window is longer than the stream
     * itself where a stream lives only during its burst. Replaces a baseline.
     *
     * @param start the start of the window, at or before the first event
     * @param end the end of the window, after the start and at or after the last event
     * @return a new detector
     * @throws IllegalArgumentException if an end is not finite, or the start not before the end
     */
    public Kleinberg withWindow(double start, double end) {
        Checks.finite("start", start);
        Checks.finite("end", end);
        if (!(start < end)) {
            throw new IllegalArgumentException("start must be < end but was " + start + " >= " + end);
        }
        return new Kleinberg(scaling, gamma, maxLevel, ties, resolution, OptionalDouble.empty(), start, end);
    }

    /**
     * Finds the bursts of a stream of events.
     *
     * @param sortedTimes the time of each event, finite, not empty; unsorted input is sorted in a copy
     * @return the intervals in the order of their opening, the first of which is the whole stream at level 1
     * @throws IllegalArgumentException if there are no times or they span no finite length. Also if one is not finite,
     *     outside the window or, with {@link Ties#REJECT}, there twice; or if the scaling needs more levels than are
     *     allowed
     */
    public List<Burst> detect(double[] sortedTimes) {
        double[] stamps = Stamps.checked(sortedTimes);
        int last = stamps.length - 1;
        if (stamps[0] == stamps[last] && (last == 0 || resolution.isEmpty())) {
            if (last > 0 && ties == Ties.REJECT) {
                throw Stamps.tie(stamps[0]);
            }
            return List.of(new Burst(1, stamps[0], stamps[0], 0, stamps.length, 1));
        }
        double[] times = ties == Ties.SPREAD ? Stamps.spread(stamps, resolution) : stamps;
        int[] ends = Stamps.batchEnds(times, ties);
        int steps = ends.length - 1;
        double span = times[last] - times[0];
        int gaps = last - ends[0];
        if (gaps == 0 || !(span > 0 && span < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("times must span a finite length above 0 but spanned " + span);
        }
        // The mean gap; divided, not multiplied, where the reference divides, because levels may hang on the rounding.
        double meanGap = meanGap(gaps, span, stamps);
        double smallest = Double.POSITIVE_INFINITY;
        for (int b = 1; b <= steps; b++) {
            double gap = (times[ends[b]] - times[ends[b - 1]]) / (ends[b] - ends[b - 1]);
            smallest = Math.min(smallest, gap);
        }
        int states = states(hasOwnRate() ? span : gaps * meanGap, smallest);
        double[] rates = new double[states];
        double[] logRates = new double[states];
        for (int j = 0; j < states; j++) {
            rates[j] = Math.pow(scaling, j) / meanGap;
            logRates[j] = Math.log(rates[j]);
        }
        int[] path = Trellis.cheapestPath(steps, states, gamma * Math.log(gaps), (t, out) -> {
            double gap = times[ends[t + 1]] - times[ends[t]];
            int count = ends[t + 1] - ends[t];
            for (int j = 0; j < out.length; j++) {
                out[j] = rates[j] * gap - count * logRates[j];
            }
        });
        return intervals(path, stamps, times, ends, rates);
    }

    private List<Burst> intervals(int[] path, double[] stamps, double[] times, int[] ends, double[] rates) {
        List<int[]> open = new ArrayList<>(); // level, step of opening, step of closing
        int[] stack = new int[rates.length + 1];
        int depth = 0;
        for (int t = 0; t <= path.length; t++) {
            int level = t < path.length ? path[t] + 1 : 0;
            while (depth > level) {
                open.get(stack[--depth])[2] = t;
            }
            while (depth < level) {
                stack[depth++] = open.size();
                open.add(new int[] {depth, t, t});
            }
        }
        List<Burst> bursts = new ArrayList<>(open.size());
        int total = times.length - 1 - ends[0];
        double span = times[times.length - 1] - times[ends[0]];
        for (int[] interval : open) {
            int level = interval[0];
            int from = ends[interval[1]];
            int to = ends[interval[2]];
            if (level == 1) {
                bursts.add(new Burst(1, stamps[0], stamps[stamps.length - 1], 0, stamps.length, 1));
                continue;
            }
            int gaps = to - from;
            double length = times[to] - times[from];
            double weight = gaps * Math.log(scaling) - (rates[level - 1] - rates[level - 2]) * length;
            double pValue = pValue(gaps, length, total, span, stamps.length);
            // A batch at the opening belongs to the silence before it, save its last event.
            bursts.add(new Burst(level, stamps[from], stamps[to], weight, gaps + 1L, pValue));
        }
        return List.copyOf(bursts);
    }

    private double pValue(int gaps, double length, int total, double span, int events) {
        double single;
        if (baseline.isPresent()) {
            single = RegularizedGamma.P.value(gaps, baseline.getAsDouble() * length);
        } else if (!Double.isNaN(windowStart)) {
            double share = Math.min(1, length / (windowEnd - windowStart));
            single = RegularizedBeta.value(share, gaps, events - gaps + 1.0);
        } else {
            single = gaps >= total ? 1 : RegularizedBeta.value(Math.min(1, length / span), gaps, (double) total - gaps);
        }
        return Math.min(1, single * (0.5 * total * (total + 1.0)));
    }

    private boolean hasOwnRate() {
        return baseline.isEmpty() && Double.isNaN(windowStart);
    }

    private double meanGap(int gaps, double span, double[] stamps) {
        if (baseline.isPresent()) {
            return 1 / baseline.getAsDouble();
        }
        if (hasOwnRate()) {
            return span / gaps;
        }
        double first = stamps[0];
        double last = stamps[stamps.length - 1];
        if (first < windowStart || last > windowEnd) {
            throw new IllegalArgumentException("times must be in the window [" + windowStart + ", " + windowEnd
                    + "] but were in [" + first + ", " + last + "]");
        }
        return (windowEnd - windowStart) / stamps.length;
    }

    /** The reference's number of states, {@code ceil(1 + log_s(T) + log_s(1 / smallest gap))}. */
    private int states(double total, double smallest) {
        double states = Math.ceil(1 + log(total) + log(1 / smallest));
        if (!(states <= MOST_LEVELS) && maxLevel > MOST_LEVELS) {
            throw new IllegalArgumentException("scaling " + scaling + " needs " + states + " levels, above "
                    + MOST_LEVELS + ": choose a larger scaling or set a maximum level");
        }
        return (int) Math.max(1, Math.min(maxLevel, states));
    }

    private double log(double x) {
        if (scaling != 2) {
            return Math.log(x) / Math.log(scaling);
        }
        // Exact at powers of two, like the log2 of C, on which the number of states may hang.
        int exponent = Math.getExponent(x);
        return exponent < Double.MIN_EXPONENT || exponent > Double.MAX_EXPONENT
                ? Math.log(x) / Math.log(2)
                : exponent + Math.log(Math.scalb(x, -exponent)) / Math.log(2);
    }
}
