/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.vigie.core.internal.Checks;
import org.vigie.core.stats.Tails;

/**
 * Watches the counts of one key: a hashtag, a url, a target. It says when a bin holds more events than its past
 * explains, with a calibrated p-value.
 *
 * <p>The rate has a Gamma posterior whose past fades with a half-life. The dispersion beyond Poisson is estimated from
 * the second factorial moment, faded alike and rounded up by its own error. The p-value is the upper tail of the
 * resulting negative binomial. Sources: C. P. Farrington et al., A statistical algorithm for the early detection of
 * outbreaks of infectious disease, 1996; A. Noufaily et al., An improved algorithm for outbreak detection in multiple
 * surveillance systems, 2013; E. S. Page, Continuous inspection schemes, 1954. Deviations: the past fades
 * exponentially, where the sources take windows of past years. A bin under {@code alpha} is learnt only up to three
 * standard deviations, so that a burst does not become its own baseline.
 *
 * <p>The null hypothesis of the p-value: counts are independent and negative binomial with the mean and dispersion of
 * the past. It is twice the smaller of two: the tail of the bin alone, and exp(-S) for the run that ends with it. Here
 * S is a CUSUM of the log-likelihood ratio for a doubled rate; its stationary tail is at most exp(-S). The score is L /
 * (L + L0) with L = -log10 p and L0 = -log10 alpha, so that 0.5 is alpha. The onset is where S last left zero. The
 * counts may support a rise to four or eight times the mean by 20 to 1. The onset is then where the CUSUM of the
 * largest such rise did. So a surge is not dated by the afternoon before it. When S has stayed above zero for a whole
 * half-life, the burst is a new level. It is then {@linkplain #levelShift() reported} and becomes the baseline.
 *
 * <p>Empty bins take constant time however many they are (with an hour-of-week profile: at most one week's hours). O(1)
 * time per bin and about 300 bytes per key. A profile takes 1.4 kB more, and each bin of the lateness 8 bytes.
 * Deterministic. {@code with} methods return a new monitor that has seen nothing. Mutable through its updates; not
 * thread-safe.
 */
public final class RateMonitor implements Monitor {
    private static final int KIND = 2;
    private static final int VERSION = 3;
    /** Bins that the past must be worth before an alarm. */
    static final double WARM_UP_BINS = 24;

    /** Above this a double no longer holds every whole number. */
    private static final double MOST = 0x1p53;

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
    private final OpenBins open;

    private RateMonitor(RateSettings settings) {
        this.settings = settings;
        this.logAlpha = Math.log(settings.alpha());
        this.past = new FadingRate(settings);
        this.rise = new Rise(settings.alpha());
        this.open = new OpenBins(settings.openBins());
    }

    /**
     * A new monitor: bins of 5 minutes, a half-life of 288 bins (a day), alpha 1e-4, at least 5 events. It rests 12
     * bins (an hour) after an alarm. It has no lateness, no profile and no prior knowledge, so it learns for 24 bins
     * before it may raise an alarm.
     *
     * @return the monitor
     */
    public static RateMonitor withDefaults() {
        return new RateMonitor(RateSettings.defaults());
    }

    @Override
    public RateMonitor fresh() {
        return new RateMonitor(settings);
    }

    /**
     * Sets the length of a bin. A half-life and a rest that were not set keep their number of bins.
     *
     * @param length above 0
     * @return a new monitor that has seen nothing
     * @throws IllegalArgumentException if the length is not above 0, or does not fit the half-life, rest or lateness that
     *     were set
     */
    public RateMonitor withBin(Duration length) {
        return new RateMonitor(settings.withBin(length));
    }

    /**
     * Sets how fast the past fades.
     *
     * @param age the age at which a bin counts half, from 24 bins (fewer would never be worth an alarm) to 1e9 bins
     * @return a new monitor that has seen nothing
     * @throws IllegalArgumentException if the age is not in that range
     */
    public RateMonitor withHalfLife(Duration age) {
        return new RateMonitor(settings.withHalfLife(age));
    }

    /**
     * Sets the p-value at or under which a bin is an alarm.
     *
     * @param newAlpha in (0, 0.5)
     * @return a new monitor that has seen nothing
     * @throws IllegalArgumentException if alpha is not in that range
     */
    public RateMonitor withAlpha(double newAlpha) {
        return new RateMonitor(settings.withAlpha(newAlpha));
    }

    /**
     * Sets the smallest count that can be an alarm.
     *
     * @param count at least 1
     * @return a new monitor that has seen nothing
     * @throws IllegalArgumentException if the count is under 1
     */
    public RateMonitor withMinimumCount(int count) {
        return new RateMonitor(settings.withLeast(count));
    }

    /**
     * Sets how long no further alarm is raised after one.
     *
     * @param rest from 0 to 1e9 bins; a part of a bin counts as a whole one
     * @return a new monitor that has seen nothing
     * @throws IllegalArgumentException if the rest is not in that range
     */
    public RateMonitor withRefractory(Duration rest) {
        return new RateMonitor(settings.withRest(rest));
    }

    /**
     * Sets how long a bin stays open for events that come late, see {@link #event(double)}.
     *
     * @param lateness from 0 to 10,000 bins; a part of a bin counts as a whole one
     * @return a new monitor that has seen nothing
     * @throws IllegalArgumentException if the lateness is not in that range
     */
    public RateMonitor withLateness(Duration lateness) {
        return new RateMonitor(settings.withLateness(lateness));
    }

    /**
     * Learns how busy each hour of the week is; Thursday 0:00 UTC is hour 0 of the epoch. While there is little
     * evidence, it is shrunk towards the hour of the day, and that towards no difference. Times must be seconds since
     * the epoch.
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
     * @param bins how many bins that knowledge is worth, above 0; at least 24 allow alarms at once
     * @return a new monitor that has seen nothing
     * @throws IllegalArgumentException if one of them is not finite and above 0
     */
    public RateMonitor withBaseline(double mean, double bins) {
        return new RateMonitor(settings.withPrior(mean, bins));
    }

    /**
     * Takes the count of one finished bin. Bins left out since the one before were empty.
     *
     * @param time any time inside the bin, in seconds, within 1e15 bins of 0
     * @param count the number of events, a whole number in [0, 2^53]
     * @return what the monitor says about the bin; a bin at or before an earlier one is counted as late, not learnt, and
     *     scores 0
     * @throws IllegalArgumentException if the time is not finite or too far from 0, or if the count is not such a number
     */
    @Override
    public BurstScore update(double time, double count) {
        if (!(count >= 0 && count <= MOST && count == Math.rint(count))) {
            throw new IllegalArgumentException("count must be a whole number in [0, 2^53] but was " + count);
        }
        return close(bin(time), (long) count);
    }

    /**
     * Takes one event. A bin is closed, and scored, when the newest event is later than its end by the lateness. Inside
     * that, events may come in any order. A later one is counted as late and not learnt.
     *
     * @param time the time of the event, in seconds, within 1e15 bins of 0
     * @return the scores of the bins with events that this event closes, in order; mostly none
     * @throws IllegalArgumentException if the time is not finite or too far from 0
     */
    public List<BurstScore> event(double time) {
        long bin = bin(time);
        if (bin < nextBin || open.isClosed(bin)) {
            late++;
            return List.of();
        }
        List<BurstScore> closed = open.open(bin, this::close);
        open.add(bin);
        return List.copyOf(closed);
    }

    /**
     * Says that the clock has reached a time. All bins that end at or before that time less the lateness are closed,
     * although no event came.
     *
     * @param time the time, in seconds, within 1e15 bins of 0
     * @return the scores of the bins with events that are closed, in order
     * @throws IllegalArgumentException if the time is not finite or too far from 0
     */
    public List<BurstScore> advanceTo(double time) {
        long bin = bin(time);
        return open.isEmpty() ? List.of() : List.copyOf(open.open(bin, this::close));
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
     * The latest lasting change of the rate: a rise that lasted for a whole half-life.
     *
     * @return the change, with rates in events a bin; empty before the first one
     */
    @Override
    public Optional<LevelShift> levelShift() {
        return shift;
    }

    /** Takes back the rest after an alarm that was not passed on. */
    void withdrawAlarm() {
        quietUntil = Long.MIN_VALUE;
    }

    /** The number of the bin of a time. */
    long bin(double time) {
        Checks.finite("time", time);
        double bin = Math.floor(time / settings.binSeconds());
        if (!(Math.abs(bin) < Saved.MOST_BINS)) {
            throw new IllegalArgumentException("time must be within 1e15 bins of 0 but was " + time);
        }
        return (long) bin;
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
        double inverseSize = past.inverseSize(bin);
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
            quietUntil = bin + 1 + settings.restBins();
        }
        OptionalDouble onset = known ? time(rise.onset()) : OptionalDouble.empty();
        double learnt = count;
        if (unusual) {
            learnt = Math.min(learnt, Math.ceil(mean + 3 * Math.sqrt(mean + mean * mean * inverseSize)));
        }
        past.learn(bin, learnt, factor);
        settle(mean);
        double evidence = Math.abs(logP);
        double score = evidence / (evidence - logAlpha);
        return new BurstScore(score, Math.exp(logP), known ? mean : Double.NaN, alarm, onset);
    }

    private OptionalDouble time(OptionalLong bin) {
        return bin.isPresent() ? OptionalDouble.of(bin.getAsLong() * settings.binSeconds()) : OptionalDouble.empty();
    }

    private void skip(long first, long bins) {
        rise.update(first, bins, 0, past.mean(1), past.inverseSize());
        past.learnEmpty(first, bins);
        settle(past.mean(1));
    }

    /** Takes a rise that has lasted a half-life as the new level. */
    private void settle(double before) {
        if (rise.bins() >= settings.halfLifeBins() && past.weight() >= WARM_UP_BINS) {
            double onset = time(rise.onset()).orElseThrow();
            shift = Optional.of(new LevelShift(onset, before, rise.level()));
            past.rescale(rise.level());
            rise.reset();
        }
    }

    @Override
    public byte[] toBytes() {
        return Saved.write(KIND, VERSION, out -> {
            writeSettings(out);
            writeState(out);
        });
    }

    /**
     * Restores a monitor that continues exactly where the saved one was.
     *
     * @param bytes the saved state
     * @return the monitor
     * @throws IllegalArgumentException if the bytes are damaged, or are not a saved monitor of this class and version
     */
    public static RateMonitor fromBytes(byte[] bytes) {
        return Saved.read(bytes, KIND, VERSION, "RateMonitor", in -> {
            RateMonitor monitor = readSettings(in);
            monitor.readState(in);
            return monitor;
        });
    }

    void writeSettings(DataOutputStream out) throws IOException {
        settings.write(out);
    }

    static RateMonitor readSettings(DataInputStream in) throws IOException {
        return new RateMonitor(RateSettings.read(in));
    }

    /** Writes what was learnt, without the settings, which many monitors may share. */
    void writeState(DataOutputStream out) throws IOException {
        past.write(out);
        rise.write(out);
        out.writeLong(nextBin);
        out.writeLong(quietUntil);
        out.writeLong(late);
        LevelShift.write(shift, out);
        open.write(out);
    }

    void readState(DataInputStream in) throws IOException {
        past.read(in);
        rise.read(in);
        nextBin = Saved.readBin(in, "next bin");
        quietUntil = Saved.readBin(in, "quiet until");
        if (nextBin == Long.MIN_VALUE) {
            Checks.between("quiet until", quietUntil, Long.MIN_VALUE, Long.MIN_VALUE);
        } else {
            Checks.between("quiet until", quietUntil, Long.MIN_VALUE, nextBin + settings.restBins());
        }
        rise.checkBefore(nextBin);
        late = Saved.readCount(in, "late count");
        shift = LevelShift.read(in);
        open.read(in);
    }
}
