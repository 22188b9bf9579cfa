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
import java.util.OptionalLong;
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
 * S is a CUSUM of the log-likelihood ratio for a doubled rate (its stationary tail is at most exp(-S)). The score is L / (L + L0) with L = -log10 p and L0 = -log10 alpha,
 * so that 0.5 is alpha. The onset is where S last left zero, or, where the counts support a rise to four or eight times
 * the mean by 20 to 1, where the CUSUM of the largest such rise did: a surge is not dated by the afternoon before it. When
 * S has stayed above zero for a whole half-life, the burst is a new level: it is {@linkplain #levelShift() reported} and
 * becomes the baseline.
 *
 * <p>Empty bins take constant time however many they are (with an hour-of-week profile: at most one week's hours). O(1)
 * time and about 200 bytes a key (1.4 kB more with a profile); deterministic. {@code with} methods return a new
 * monitor that has seen nothing. Mutable through its updates; not thread-safe.
 */
public final class RateMonitor {
    private static final int KIND = 2;
    private static final int VERSION = 2;
    private static final double WARM_UP_BINS = 24;
    private static final double LN2 = Math.log(2);

    private final RateSettings settings;
    private final double logAlpha;
    private final FadingRate past;
    private final Rise rise;
    /** The first bin not yet closed. */
    private long nextBin = Long.MIN_VALUE;

    private long quietUntil = Long.MIN_VALUE;
    private long late;
    private Optional<LevelShift> shift = Optional.empty();
    /** Counts of the bins that still wait for late events, by bin number modulo the length; empty until the first. */
    private long[] open = new long[0];

    private long newestBin = Long.MIN_VALUE;

    private RateMonitor(RateSettings settings) {
        this.settings = settings;
        this.logAlpha = Math.log(settings.alpha());
        this.past = new FadingRate(settings);
        this.rise = new Rise(settings.alpha());
    }

    /**
     * A new monitor: bins of 5 minutes, half-life of a day, alpha 1e-4, at least 5 events, an hour of rest after an
     * alarm, no lateness, no profile, no prior knowledge (it learns for 24 bins before it may raise an alarm).
     *
     * @return the monitor
     */
    public static RateMonitor withDefaults() {
        return new RateMonitor(RateSettings.defaults());
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
        return new RateMonitor(settings.withBin(seconds));
    }

    /**
     * Sets how fast the past fades.
     *
     * @param bins the age in bins at which a bin counts half, at least 1
     * @return a new monitor that has seen nothing
     */
    public RateMonitor withHalfLifeBins(double bins) {
        return new RateMonitor(settings.withHalf(bins));
    }

    /**
     * Sets the p-value at or under which a bin is an alarm.
     *
     * @param newAlpha in (0, 0.5)
     * @return a new monitor that has seen nothing
     */
    public RateMonitor withAlpha(double newAlpha) {
        return new RateMonitor(settings.withAlpha(newAlpha));
    }

    /**
     * Sets the smallest count that can be an alarm.
     *
     * @param count at least 1
     * @return a new monitor that has seen nothing
     */
    public RateMonitor withMinimumCount(int count) {
        return new RateMonitor(settings.withLeast(count));
    }

    /**
     * Sets how long no further alarm is raised after one.
     *
     * @param bins the number of bins, at least 0
     * @return a new monitor that has seen nothing
     */
    public RateMonitor withRefractoryBins(int bins) {
        return new RateMonitor(settings.withRest(bins));
    }

    /**
     * Sets how long a bin stays open for events that come late, see {@link #event(double)}.
     *
     * @param seconds at least 0 and at most 10,000 bins
     * @return a new monitor that has seen nothing
     */
    public RateMonitor withLatenessSeconds(double seconds) {
        return new RateMonitor(settings.withLateness(seconds));
    }

    /**
     * Learns how busy each hour of the week is (Thursday 0:00 UTC is hour 0 of the epoch), shrunk towards no
     * difference while there is little evidence. Times must be seconds since the epoch.
     *
     * @return a new monitor that has seen nothing
     */
    public RateMonitor withHourOfWeekProfile() {
        return new RateMonitor(settings.withProfile());
    }

    /**
     * Starts from prior knowledge instead of a time of learning, for keys that appear with their burst.
     *
     * @param mean the events expected in a bin, above 0
     * @param bins how many bins that knowledge is worth, at least 24 to allow alarms at once
     * @return a new monitor that has seen nothing
     */
    public RateMonitor withBaseline(double mean, double bins) {
        return new RateMonitor(settings.withPrior(mean, bins));
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
            open = new long[settings.openBins()];
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
        double bin = Math.floor(time / settings.bin());
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
            return new BurstScore(0, 1, past.mean(1), false, OptionalDouble.empty());
        }
        if (nextBin != Long.MIN_VALUE && bin > nextBin) {
            skip(nextBin, bin - nextBin);
        }
        nextBin = bin + 1;
        double factor = past.factor(bin);
        double mean = past.mean(factor);
        double inverseSize = past.inverseSize();
        boolean known = past.weight() >= WARM_UP_BINS && !past.isEmpty();
        if (!past.isEmpty()) {
            rise.update(bin, 1, count, mean, inverseSize);
        }
        double logP = 0;
        if (known && count > 0) {
            double logTail = Tails.logNegativeBinomial(count, mean, 1 / inverseSize);
            // Two looks at the bin: alone, and as the end of a run. Each may use half of alpha.
            logP = Math.min(0, LN2 + Math.min(logTail, -rise.evidence()));
        }
        boolean unusual = logP <= logAlpha;
        boolean alarm = unusual && count >= settings.least() && bin >= quietUntil;
        if (alarm) {
            quietUntil = bin + 1 + settings.rest();
        }
        OptionalDouble onset = known ? time(rise.onset()) : OptionalDouble.empty();
        double learnt = count;
        if (unusual) {
            learnt = Math.min(learnt, Math.ceil(mean + 3 * Math.sqrt(mean + mean * mean * inverseSize)));
        }
        past.learn(bin, learnt, factor);
        settle(mean);
        double score = -logP / (-logP - logAlpha);
        return new BurstScore(score, Math.exp(logP), known ? mean : Double.NaN, alarm, onset);
    }

    private OptionalDouble time(OptionalLong bin) {
        return bin.isPresent() ? OptionalDouble.of(bin.getAsLong() * settings.bin()) : OptionalDouble.empty();
    }

    private void skip(long first, long bins) {
        rise.update(first, bins, 0, past.mean(1), past.inverseSize());
        past.learnEmpty(first, bins);
        settle(past.mean(1));
    }

    /** Takes a rise that has lasted a half-life as the new level. */
    private void settle(double before) {
        if (rise.bins() >= settings.half() && past.weight() >= WARM_UP_BINS) {
            double onset = time(rise.onset()).orElseThrow();
            shift = Optional.of(new LevelShift(onset, before, rise.level()));
            past.rescale(rise.level());
            rise.reset();
        }
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
        settings.write(out);
        past.write(out);
        rise.write(out);
        for (long value : new long[] {nextBin, quietUntil, late, newestBin}) {
            out.writeLong(value);
        }
        LevelShift.write(shift, out);
        out.writeInt(open.length);
        for (long count : open) {
            out.writeLong(count);
        }
    }

    static RateMonitor read(DataInputStream in) throws IOException {
        RateMonitor m = new RateMonitor(RateSettings.read(in));
        m.past.read(in);
        m.rise.read(in);
        m.nextBin = in.readLong();
        m.quietUntil = in.readLong();
        m.late = in.readLong();
        m.newestBin = in.readLong();
        m.shift = LevelShift.read(in);
        m.open = new long[Checks.between("open bins", in.readInt(), 0, 10_002)];
        for (int i = 0; i < m.open.length; i++) {
            m.open[i] = in.readLong();
        }
        return m;
    }
}
