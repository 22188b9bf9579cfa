/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.core.stats.Tails;

/**
 * Watches the counts of one key (a hashtag, a url, a target) and says when a bin holds more events than its past
 * explains, with a calibrated p-value.
 *
 * <p>The rate has a Gamma posterior whose past fades with a half-life; the dispersion beyond Poisson is estimated from
 * the second factorial moment, faded alike and rounded up by its own error; the p-value is the upper tail of the
 * resulting negative binomial. Sources: C. P. Farrington et al., A statistical algorithm for the early detection of
 * outbreaks of infectious disease, 1996; A. Noufaily et al., An improved algorithm for outbreak detection in multiple
 * surveillance systems, 2013; E. S. Page, Continuous inspection schemes, 1954. Deviations: an exponentially fading
 * past instead of windows of past years; a bin under {@code alpha} is learnt only up to three standard deviations, so
 * that a burst does not become its own baseline.
 *
 * <p>The null hypothesis of the p-value: counts are independent and negative binomial with the mean and dispersion of
 * the past. It is twice the smaller of two: the tail of the bin alone, and exp(-S) for the run that ends with it, where
 * S is a CUSUM of the log-likelihood ratio for a doubled rate (its stationary tail is at most exp(-S)). The score is L / (L + L0) with L = -log10 p and L0 = -log10 alpha, so that 0.5 is alpha. The onset is where S
 * last left zero. When it has stayed above zero for a
 * whole half-life, the burst is a new level: it is {@linkplain #levelShift() reported} and becomes the baseline.
 *
 * <p>Empty bins take constant time however many they are (with an hour-of-week profile: at most one week's hours). O(1)
 * time and about 150 bytes a key (1.4 kB more with a profile); deterministic. {@code with} methods return a new
 * monitor that has seen nothing. Mutable through its updates; not thread-safe.
 */
public final class RateMonitor {
    private static final int KIND = 2;
    private static final int VERSION = 1;
    private static final double WARM_UP_BINS = 24;
    /** How far the CUSUM may rise above the alarm, so that it comes back soon after a burst. */
    private static final double CUSUM_MARGIN = 3;

    private static final double LN2 = Math.log(2);
    private static final double HOUR = 3600;
    private static final int HOURS = 168;
    /** Strength of the belief that an hour of the week is like any other, in expected events. */
    private static final double PROFILE_PRIOR = 20;

    private final Settings settings;
    private final double keep;
    private final double logAlpha;
    private double sum;
    private double exposure;
    private double pairs;
    private double weight;
    /** The first bin not yet closed. */
    private long nextBin = Long.MIN_VALUE;

    private double cusum;
    private long onsetBin;
    private double runSum;
    private long runBins;
    private long quietUntil = Long.MIN_VALUE;
    private long late;
    private Optional<LevelShift> shift = Optional.empty();
    /** Counts and expectations of each hour of the week; empty without a profile. */
    private final float[] hourCounts;

    private final float[] hourExpected;
    /** Counts of the bins that still wait for late events, by bin number modulo the length; empty until the first. */
    private long[] open = new long[0];

    private long newestBin = Long.MIN_VALUE;

    /** Bin in seconds, half-life in bins, alpha, minimum count, refractory bins, lateness in seconds, profile, prior. */
    private record Settings(
            double bin,
            double half,
            double alpha,
            long least,
            int rest,
            double lateness,
            boolean profile,
            double priorMean,
            double priorBins) {}

    private RateMonitor(Settings settings) {
        this.settings = settings;
        this.hourCounts = new float[settings.profile ? HOURS : 0];
        this.hourExpected = new float[settings.profile ? HOURS : 0];
        this.keep = Math.pow(0.5, 1 / settings.half);
        this.logAlpha = Math.log(settings.alpha);
        this.sum = settings.priorMean * settings.priorBins;
        this.exposure = settings.priorBins;
        this.pairs = settings.priorMean * settings.priorMean * settings.priorBins;
        this.weight = settings.priorBins;
    }

    /**
     * A new monitor: bins of 5 minutes, half-life of a day, alpha 1e-4, at least 5 events, an hour of rest after an
     * alarm, no lateness, no profile, no prior knowledge (it learns for 24 bins before it may raise an alarm).
     *
     * @return the monitor
     */
    public static RateMonitor withDefaults() {
        return new RateMonitor(new Settings(300, 288, 1e-4, 5, 12, 0, false, 0, 0));
    }

    /**
     * A new monitor with the same settings that has seen nothing.
     *
     * @return the monitor
     */
    public RateMonitor fresh() {
        return new RateMonitor(settings);
    }

    /**
     * Sets the length of a bin.
     *
     * @param seconds above 0
     * @return a new monitor that has seen nothing
     */
    public RateMonitor withBinSeconds(double seconds) {
        Checks.positive("binSeconds", seconds);
        Settings s = settings;
        return new RateMonitor(new Settings(
                seconds, s.half, s.alpha, s.least, s.rest, s.lateness, s.profile, s.priorMean, s.priorBins));
    }

    /**
     * Sets how fast the past fades.
     *
     * @param bins the age in bins at which a bin counts half, at least 1
     * @return a new monitor that has seen nothing
     */
    public RateMonitor withHalfLifeBins(double bins) {
        Checks.inside("halfLifeBins", bins, 0.999999, 1e9);
        Settings s = settings;
        return new RateMonitor(
                new Settings(s.bin, bins, s.alpha, s.least, s.rest, s.lateness, s.profile, s.priorMean, s.priorBins));
    }

    /**
     * Sets the p-value at or under which a bin is an alarm.
     *
     * @param newAlpha in (0, 0.5)
     * @return a new monitor that has seen nothing
     */
    public RateMonitor withAlpha(double newAlpha) {
        Checks.inside("alpha", newAlpha, 0, 0.5);
        Settings s = settings;
        return new RateMonitor(new Settings(
                s.bin, s.half, newAlpha, s.least, s.rest, s.lateness, s.profile, s.priorMean, s.priorBins));
    }

    /**
     * Sets the smallest count that can be an alarm.
     *
     * @param count at least 1
     * @return a new monitor that has seen nothing
     */
    public RateMonitor withMinimumCount(int count) {
        Checks.between("minimumCount", count, 1, Integer.MAX_VALUE);
        Settings s = settings;
        return new RateMonitor(
                new Settings(s.bin, s.half, s.alpha, count, s.rest, s.lateness, s.profile, s.priorMean, s.priorBins));
    }

    /**
     * Sets how long no further alarm is raised after one.
     *
     * @param bins the number of bins, at least 0
     * @return a new monitor that has seen nothing
     */
    public RateMonitor withRefractoryBins(int bins) {
        Checks.between("refractoryBins", bins, 0, Integer.MAX_VALUE);
        Settings s = settings;
        return new RateMonitor(
                new Settings(s.bin, s.half, s.alpha, s.least, bins, s.lateness, s.profile, s.priorMean, s.priorBins));
    }

    /**
     * Sets how long a bin stays open for events that come late, see {@link #event(double)}.
     *
     * @param seconds at least 0 and at most 10,000 bins
     * @return a new monitor that has seen nothing
     */
    public RateMonitor withLatenessSeconds(double seconds) {
        if (!(seconds >= 0 && seconds <= 10_000 * settings.bin)) {
            throw new IllegalArgumentException(
                    "latenessSeconds must be in [0, 10000 bins = " + 10_000 * settings.bin + "] but was " + seconds);
        }
        Settings s = settings;
        return new RateMonitor(
                new Settings(s.bin, s.half, s.alpha, s.least, s.rest, seconds, s.profile, s.priorMean, s.priorBins));
    }

    /**
     * Learns how busy each hour of the week is (Thursday 0:00 UTC is hour 0 of the epoch), shrunk towards no
     * difference while there is little evidence. Times must be seconds since the epoch.
     *
     * @return a new monitor that has seen nothing
     */
    public RateMonitor withHourOfWeekProfile() {
        Settings s = settings;
        return new RateMonitor(
                new Settings(s.bin, s.half, s.alpha, s.least, s.rest, s.lateness, true, s.priorMean, s.priorBins));
    }

    /**
     * Starts from prior knowledge instead of a time of learning, for keys that appear with their burst.
     *
     * @param mean the events expected in a bin, above 0
     * @param bins how many bins that knowledge is worth, at least 24 to allow alarms at once
     * @return a new monitor that has seen nothing
     */
    public RateMonitor withBaseline(double mean, double bins) {
        Checks.positive("mean", mean);
        Checks.positive("bins", bins);
        Settings s = settings;
        return new RateMonitor(
                new Settings(s.bin, s.half, s.alpha, s.least, s.rest, s.lateness, s.profile, mean, bins));
    }

    /**
     * Takes the count of one finished bin. Bins left out since the one before were empty.
     *
     * @param time any time inside the bin, in seconds
     * @param count the number of events, at least 0
     * @return what the monitor says about the bin; a bin at or before an earlier one is counted as late, not learnt, and
     *     scores 0
     */
    public BurstScore update(double time, long count) {
        if (count < 0) {
            throw new IllegalArgumentException("count must be >= 0 but was " + count);
        }
        return close(bin(time), count);
    }

    /**
     * Takes one event. A bin is closed, and scored, when the newest event is later than its end by the lateness; events
     * may come in any order inside that.
     *
     * @param time the time of the event, in seconds
     * @return the scores of the bins with events that this event closes, in order; mostly none
     */
    public List<BurstScore> event(double time) {
        long bin = bin(time);
        if (open.length == 0) {
            open = new long[1 + (int) Math.ceil(settings.lateness / settings.bin)];
            newestBin = bin;
        }
        if (bin < nextBin || bin <= newestBin - open.length) {
            late++;
            return List.of();
        }
        List<BurstScore> closed = bin > newestBin ? closeThrough(bin - open.length) : List.of();
        newestBin = Math.max(newestBin, bin);
        open[Math.floorMod(bin, open.length)]++;
        return closed;
    }

    /**
     * Says that the clock has reached a time, so that all bins that end at or before it less the lateness are closed
     * although no event came.
     *
     * @param time the time, in seconds
     * @return the scores of the bins with events that are closed, in order
     */
    public List<BurstScore> advanceTo(double time) {
        if (open.length == 0) {
            return List.of();
        }
        long bin = bin(time);
        List<BurstScore> closed = bin > newestBin ? closeThrough(bin - open.length) : List.of();
        newestBin = Math.max(newestBin, bin);
        return closed;
    }

    /**
     * The number of events or bins that came too late to be counted.
     *
     * @return the number, not negative
     */
    public long lateCount() {
        return late;
    }

    /**
     * The latest lasting change of the rate, if there was one.
     *
     * @return the change
     */
    public Optional<LevelShift> levelShift() {
        return shift;
    }

    /** Takes back the rest after an alarm that was not passed on. */
    void withdrawAlarm() {
        quietUntil = Long.MIN_VALUE;
    }

    private long bin(double time) {
        Checks.finite("time", time);
        double bin = Math.floor(time / settings.bin);
        if (!(Math.abs(bin) < 1e15)) {
            throw new IllegalArgumentException("time must be within 1e15 bins of 0 but was " + time);
        }
        return (long) bin;
    }

    private List<BurstScore> closeThrough(long last) {
        List<BurstScore> closed = new ArrayList<>(1);
        for (long b = newestBin - open.length + 1; b <= Math.min(last, newestBin); b++) {
            int slot = Math.floorMod(b, open.length);
            if (open[slot] > 0) {
                closed.add(close(b, open[slot]));
                open[slot] = 0;
            }
        }
        return closed;
    }

    private BurstScore close(long bin, long count) {
        if (bin < nextBin) {
            late += Math.max(1, count);
            return new BurstScore(0, 1, mean(1), false, OptionalDouble.empty());
        }
        if (nextBin != Long.MIN_VALUE) {
            skip(nextBin, bin - nextBin);
        }
        nextBin = bin + 1;
        double factor = factor(bin);
        double mean = mean(factor);
        double dispersion = dispersion();
        double inverseSize = dispersion + 1 / (sum + 0.5);
        boolean known = weight >= WARM_UP_BINS && exposure > 0;
        if (exposure > 0) {
            follow(bin, 1, count, mean, inverseSize);
        }
        double logP = 0;
        if (known && count > 0) {
            double logTail = Tails.logNegativeBinomial(count, mean, 1 / inverseSize);
            // Two looks at the bin: alone, and as the end of a run. Each may use half of alpha.
            logP = Math.min(0, LN2 + Math.min(logTail, -cusum));
        }
        boolean unusual = logP <= logAlpha;
        boolean alarm = unusual && count >= settings.least && bin >= quietUntil;
        if (alarm) {
            quietUntil = bin + 1 + settings.rest;
        }
        OptionalDouble onset = cusum > 0 && known ? OptionalDouble.of(onsetBin * settings.bin) : OptionalDouble.empty();
        double learnt = count;
        if (unusual) {
            learnt = Math.min(learnt, Math.ceil(mean + 3 * Math.sqrt(mean + mean * mean * inverseSize)));
        }
        learn(bin, learnt, factor);
        settle(mean);
        double score = -logP / (-logP - logAlpha);
        return new BurstScore(score, Math.exp(logP), known ? mean : Double.NaN, alarm, onset);
    }

    private double mean(double factor) {
        return exposure > 0 ? (sum + 0.5) / exposure * factor : 0;
    }

    /** The squared coefficient of variation of the rate from bin to bin, with half a standard error of safety. */
    private double dispersion() {
        if (weight <= 0 || sum <= 0) {
            return 0;
        }
        double mean = sum / exposure;
        double estimate = Math.max(0, pairs / weight / (mean * mean) - 1);
        double root = Math.sqrt(weight);
        return estimate * (1 + 2 / root) + 0.5 * Math.sqrt(2) / (mean * root);
    }

    private double factor(long bin) {
        if (!settings.profile) {
            return 1;
        }
        int hour = hour(bin);
        return (hourCounts[hour] + PROFILE_PRIOR) / (hourExpected[hour] + PROFILE_PRIOR);
    }

    private int hour(long bin) {
        return (int) Math.floorMod((long) Math.floor((bin + 0.5) * settings.bin / HOUR), (long) HOURS);
    }

    private void learn(long bin, double count, double factor) {
        if (settings.profile) {
            int hour = hour(bin);
            hourCounts[hour] += (float) count;
            hourExpected[hour] += (float) (exposure > 0 ? sum / exposure : count);
            // An old belief gives way: an hour keeps about its last thousand expected events.
            if (hourExpected[hour] > 1000) {
                hourCounts[hour] /= 2;
                hourExpected[hour] /= 2;
            }
        }
        sum = sum * keep + count;
        exposure = exposure * keep + factor;
        pairs = pairs * keep + count * (count - 1) / (factor * factor);
        weight = weight * keep + 1;
    }

    /** Learns {@code bins} empty bins at once: sums fade, and the weights get the sum of a geometric series. */
    private void skip(long first, long bins) {
        if (bins == 0) {
            return;
        }
        follow(first, bins, 0, mean(1), dispersion() + 1 / (sum + 0.5));
        double kept = Math.pow(0.5, bins / settings.half);
        double gained = (1 - kept) / (1 - keep);
        double factor = 1;
        if (settings.profile) {
            long hours = (long) Math.min(HOURS, Math.ceil(bins * settings.bin / HOUR));
            double perHour = (double) bins / hours;
            factor = 0;
            for (long h = 0; h < hours; h++) {
                long bin = first + (long) (h * perHour);
                factor += factor(bin) / hours;
                hourExpected[hour(bin)] += (float) (exposure > 0 ? sum / exposure * Math.min(perHour, 1000) : 0);
            }
        }
        sum *= kept;
        pairs *= kept;
        exposure = exposure * kept + gained * factor;
        weight = weight * kept + gained;
        settle(mean(1));
    }

    /** Moves the CUSUM of the log-likelihood ratio for a doubled rate over {@code bins} bins of equal counts. */
    private void follow(long bin, long bins, long count, double mean, double inverseSize) {
        double size = 1 / inverseSize;
        double ratio = count * LN2 - (count + size) * Math.log1p(mean / (size + mean));
        double next = Math.min(LN2 - logAlpha + CUSUM_MARGIN, cusum + ratio * bins);
        if (!(next > 0)) {
            cusum = 0;
            runSum = 0;
            runBins = 0;
            return;
        }
        if (cusum == 0) {
            onsetBin = bin;
        }
        cusum = next;
        runSum += count;
        runBins += bins;
    }

    /** Takes a run that has lasted a half-life as the new level. */
    private void settle(double before) {
        if (runBins < settings.half || weight < WARM_UP_BINS) {
            return;
        }
        double after = runSum / runBins;
        shift = Optional.of(new LevelShift(onsetBin * settings.bin, before, after));
        double ratio = exposure > 0 && sum > 0 ? after * exposure / sum : 1;
        sum *= ratio;
        pairs *= ratio * ratio;
        cusum = 0;
        runSum = 0;
        runBins = 0;
    }

    /**
     * Saves settings and state; the format has a version.
     *
     * @return a new array of bytes
     */
    public byte[] toBytes() {
        return Saved.write(KIND, VERSION, this::write);
    }

    /**
     * Restores a monitor that continues exactly where the saved one was.
     *
     * @param bytes the saved state
     * @return the monitor
     */
    public static RateMonitor fromBytes(byte[] bytes) {
        return Saved.read(bytes, KIND, VERSION, "RateMonitor", RateMonitor::read);
    }

    void write(DataOutputStream out) throws IOException {
        Settings s = settings;
        out.writeDouble(s.bin);
        out.writeDouble(s.half);
        out.writeDouble(s.alpha);
        out.writeLong(s.least);
        out.writeInt(s.rest);
        out.writeDouble(s.lateness);
        out.writeBoolean(s.profile);
        out.writeDouble(s.priorMean);
        out.writeDouble(s.priorBins);
        for (double value : new double[] {sum, exposure, pairs, weight, cusum, runSum}) {
            out.writeDouble(value);
        }
        for (long value : new long[] {nextBin, onsetBin, runBins, quietUntil, late, newestBin}) {
            out.writeLong(value);
        }
        out.writeBoolean(shift.isPresent());
        if (shift.isPresent()) {
            out.writeDouble(shift.get().onset());
            out.writeDouble(shift.get().before());
            out.writeDouble(shift.get().after());
        }
        for (int h = 0; h < hourCounts.length; h++) {
            out.writeFloat(hourCounts[h]);
            out.writeFloat(hourExpected[h]);
        }
        out.writeInt(open.length);
        for (long count : open) {
            out.writeLong(count);
        }
    }

    static RateMonitor read(DataInputStream in) throws IOException {
        RateMonitor m = new RateMonitor(new Settings(
                Checks.positive("binSeconds", in.readDouble()),
                Checks.positive("halfLifeBins", in.readDouble()),
                Checks.inside("alpha", in.readDouble(), 0, 0.5),
                in.readLong(),
                in.readInt(),
                in.readDouble(),
                in.readBoolean(),
                in.readDouble(),
                in.readDouble()));
        m.sum = in.readDouble();
        m.exposure = in.readDouble();
        m.pairs = in.readDouble();
        m.weight = in.readDouble();
        m.cusum = in.readDouble();
        m.runSum = in.readDouble();
        m.nextBin = in.readLong();
        m.onsetBin = in.readLong();
        m.runBins = in.readLong();
        m.quietUntil = in.readLong();
        m.late = in.readLong();
        m.newestBin = in.readLong();
        if (in.readBoolean()) {
            m.shift = Optional.of(new LevelShift(in.readDouble(), in.readDouble(), in.readDouble()));
        }
        for (int h = 0; h < m.hourCounts.length; h++) {
            m.hourCounts[h] = in.readFloat();
            m.hourExpected[h] = in.readFloat();
        }
        m.open = new long[Checks.between("open bins", in.readInt(), 0, 10_002)];
        for (int i = 0; i < m.open.length; i++) {
            m.open[i] = in.readLong();
        }
        return m;
    }
}
