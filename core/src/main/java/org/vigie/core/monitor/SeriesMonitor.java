/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.core.internal.Checks;
import org.vigie.core.stats.Tails;

/**
 * An early-warning monitor for one series of any kind and scale, with nothing to tune: counts, loads, temperatures,
 * click rates, volumes. It sees spikes, repeats of spikes, ramps, drops, flat lines and broken rhythms, and says which.
 *
 * <p>Two parts judge each row. {@link Part#NOVELTY} measures how far the value, its change and a mean of about twelve
 * rows lie from everything the series has shown (K. N. Chandler, The distribution and frequency of record values,
 * 1952). {@link Part#RATE} measures how rare such a distance from the expected value is, sudden or sustained. The
 * expected value is a level with a profile of the hours of the day and of the week. Rarity is read from tails fitted to
 * the series (A. Siffer et al., Anomaly detection in streams with extreme value theory, 2017). Together they are the
 * default: what is novel but not rare counts less, and what is rare but not novel is an alarm too.
 *
 * <p>The score is comparable over time and between series because it has no unit; 0.5 is the level of an alarm. Below
 * it the score grades how unusual a row and the few before it are. In the first 300 rows this grade is lower, the more
 * so the fewer they are. All constants are in rows or hours, never in the length of a file; they were chosen on
 * synthetic series only. Definitions and measurements: docs/methods/bursts.md.
 *
 * <p>A level that lasts is an alarm when it begins, then becomes part of what the series has shown, and is reported by
 * {@link #levelShift()}.
 *
 * <p>The p-value is empirical: the share of past rows with as high a score, on a scale of 64 bins. One is added to
 * both counts. It is 1 for a score of 0. It compares scores as they are from row 300 on. It is a probability only if
 * the past is a fair sample of undisturbed rows. For counts of one key with a model behind the p-value see {@link
 * RateMonitor}.
 *
 * <p>Mutable, one instance for one series; not thread-safe. O(1) time per row and at most 10 kB; deterministic.
 */
public final class SeriesMonitor implements Monitor {
    private static final int KIND = 1;
    private static final int VERSION = 5;
    /** The last version whose rates had no evidence: its states go on with none so far. */
    private static final int NO_EVIDENCE_VERSION = 4;
    /** The last version without rates: its states go on as monitors of novelty, which is what they were. */
    private static final int NOVELTY_ONLY_VERSION = 3;

    private static final int BOTH = 0;
    private static final int NOVELTY_ALONE = 1;
    private static final int RATE_ALONE = 2;
    private static final int MEMORY = 256;
    private static final double RADIUS = 0.07;
    /** Rows that make a range known, and the grade of a row without alarm: before, little is known to be usual. */
    private static final double SETTLING = 300;

    private static final double FADE = Math.pow(0.5, 1.0 / 50);
    private static final double MEAN_WEIGHT = 2.0 / 13;
    private static final double ALARM_EXCEEDANCE = 0.05;
    private static final double LARGEST = 1e150;
    private static final double LARGEST_COUNT = 1e9;
    /** Whole numbers larger than this are rather measurements, or sums with a rhythm of their own. */
    private static final double LARGEST_MEAN = 200;
    /** A count that the model gives a probability of 1e-6 is an alarm to it. */
    private static final double SURPRISE_OF_ONE = ALARM_EXCEEDANCE / (6 * Math.log(10));
    /** A count less probable than 1e-4 is learnt only in part, so that a burst does not become its own explanation. */
    private static final double UNUSUAL = Math.log(1e-4);

    private static final int BINS = 64;
    /** The share of an exceedance that counts although its row is not rare, and the surprise at which all of it does. */
    private static final double NOT_RARE = 0.2;

    private static final double RARE = 3;
    /** What an alarm that is not novel may score above 0.5: less than what no series has shown. */
    private static final double RATE_BONUS = 0.05;

    private static final double HALF_BONUS = 5;
    /** Rows without alarm score up to this, by evidence of which this is the half. */
    private static final double MOST_GRADE = 0.49;

    private static final double HALF_GRADE = 2;

    private static final double LARGEST_SCORE = 1 - 1e-9;

    /** The parts of the monitor. */
    public enum Part {
        /** How far a row lies from all that the series has shown. */
        NOVELTY,
        /** How rare a row so far from its expectation is. */
        RATE
    }

    private final Optional<Part> only;
    private final Expectation expectation = new Expectation();

    private final Novelty novelty = new Novelty(MEMORY, RADIUS, SETTLING);
    private final long[] histogram = new long[BINS];
    private long rows;
    private double last;
    private double mean;
    private double recent;
    private double onset = Double.NaN;
    /** The model of counts, a row a bin; asked only while all values are whole and not negative. */
    private final FadingRate counts = new FadingRate(RateSettings.defaults());

    private boolean whole = true;
    private double recentSurprise;
    private final LevelWatch levels = new LevelWatch();
    private Optional<LevelShift> shift = Optional.empty();

    private SeriesMonitor(Optional<Part> only) {
        this.only = only;
    }

    /**
     * A new monitor with both parts that has seen nothing.
     *
     * @return the monitor
     */
    public static SeriesMonitor withDefaults() {
        return new SeriesMonitor(Optional.empty());
    }

    /**
     * Judges by one part alone.
     *
     * @param part the part
     * @return a new monitor that has seen nothing
     */
    public SeriesMonitor withOnly(Part part) {
        return new SeriesMonitor(Optional.of(part));
    }

    @Override
    public SeriesMonitor fresh() {
        return new SeriesMonitor(only);
    }

    /**
     * Takes the next row. Rows are taken in the order in which they come; the time dates onsets and names the hour.
     *
     * @param time the time of the row, in seconds since the epoch; in another unit the profile of hours learns nothing
     * @param value the value; beyond 1e150 in size it counts as 1e150
     * @return what the monitor says about the row
     * @throws IllegalArgumentException if the time or the value is not finite
     */
    @Override
    public BurstScore update(double time, double value) {
        Checks.finite("time", time);
        Checks.finite("value", value);
        double x = Math.max(-LARGEST, Math.min(LARGEST, value));
        boolean novelty = only.isEmpty() || only.get() == Part.NOVELTY;
        boolean rates = only.isEmpty() || only.get() == Part.RATE;
        double smoothed = rows == 0 ? x : mean;
        double beyond = rates ? expectation.update(time, x) : 0;
        double fresh = novelty ? fresh(x) : 0;
        double score = score(fresh, beyond, rates);
        // On the scale of exceedances, whatever the score is made of.
        double unusual = rates ? ALARM_EXCEEDANCE * score / (1 - Math.min(score, LARGEST_SCORE)) : fresh;
        double share = unusual > 0 ? share(unusual) : 1;
        histogram[bin(unusual)]++;
        rows++;
        boolean novel = fresh >= ALARM_EXCEEDANCE;
        boolean alarm = novel || beyond > 0;
        double settled = alarm || !rates ? score : score * Math.min(1, (rows - 1) / SETTLING);
        boolean unlike = novel || (novelty && this.novelty.remembersLast());
        onset = unlike ? (Double.isNaN(onset) ? time : onset) : Double.NaN;
        double began = began(beyond > 0, rates);
        Optional<LevelShift> confirmed = levels.update(x, alarm, began);
        shift = confirmed.isPresent() ? confirmed : shift;
        return new BurstScore(
                settled,
                share,
                rates ? expectation.expected() : smoothed,
                alarm,
                Double.isNaN(began) ? OptionalDouble.empty() : OptionalDouble.of(began),
                kind(novel, beyond > 0, confirmed.isPresent(), x - smoothed));
    }

    /** The begin of the present deviation; NaN while nothing deviates. */
    private double began(boolean rare, boolean rates) {
        if (!rates || !(rare || expectation.deviates())) {
            return onset;
        }
        boolean builtUp = expectation.isSustained() && !Double.isNaN(onset);
        return Double.isNaN(onset) ? expectation.since() : builtUp ? Math.min(onset, expectation.since()) : onset;
    }

    private double score(double fresh, double beyond, boolean rates) {
        double byNovelty = fresh < 1e300 ? fresh / (fresh + ALARM_EXCEEDANCE) : 1;
        if (!rates || fresh >= ALARM_EXCEEDANCE) {
            return byNovelty;
        }
        if (beyond > 0) {
            return 0.5 + (only.isEmpty() ? RATE_BONUS : 0.5) * beyond / (beyond + HALF_BONUS);
        }
        double evidence = expectation.evidence();
        // Novelty ranks a row only where it is near to an alarm.
        double near = 2 * byNovelty;
        return MOST_GRADE * Math.max(near * near * near, evidence / (evidence + HALF_GRADE));
    }

    private Optional<BurstScore.Kind> kind(boolean novel, boolean rare, boolean confirmed, double apart) {
        if (novel || rare) {
            if (only.isPresent() && only.get() == Part.NOVELTY) {
                return Optional.of(apart < 0 ? BurstScore.Kind.DROP : BurstScore.Kind.SPIKE);
            }
            return Optional.of(expectation.kind(novel));
        }
        return confirmed ? Optional.of(BurstScore.Kind.LEVEL) : Optional.empty();
    }

    /** The exceedance of a row, less what recent rows exceeded, and less what a model of counts or of rates explains. */
    private double fresh(double x) {
        double change = rows == 0 ? 0 : x - last;
        mean = rows == 0 ? x : mean + MEAN_WEIGHT * (x - mean);
        last = x;
        double enough = recent * FADE;
        double exceedance = novelty.update(x, change, mean, enough);
        double counted = only.isEmpty()
                ? exceedance * (NOT_RARE + (1 - NOT_RARE) * Math.min(1, expectation.surprise() / RARE))
                : exceedance;
        double fresh = Math.max(0, counted - recent);
        recent = Math.max(enough, exceedance);
        return whole ? (fresh + Math.min(fresh, surprise(x, fresh > 0))) / 2 : fresh;
    }

    /**
     * The latest lasting change of the level, if there was one. It is an alarm that the 50 rows from it on confirm. At
     * least 40 of them lie on one side of the old level by more than twice its mean absolute deviation. The change is
     * known when they are over, and not before row 288.
     *
     * @return the change, with levels in the units of the values
     */
    @Override
    public Optional<LevelShift> levelShift() {
        return shift;
    }

    /** The share of rows that were as unusual, this one among them. */
    private double share(double unusual) {
        long asLarge = 1;
        for (int b = bin(unusual); b < BINS; b++) {
            asLarge += histogram[b];
        }
        return asLarge / (rows + 1.0);
    }

    /**
     * How far a count is beyond what a negative-binomial model of the past explains, on the scale of exceedances and with
     * the same fading memory. The tail is worked out only where it is wanted: it costs more than all the rest.
     */
    private double surprise(double x, boolean wanted) {
        if (!(x >= 0 && x < LARGEST_COUNT && x == Math.rint(x))) {
            whole = false;
            return Double.POSITIVE_INFINITY;
        }
        double expected = counts.mean(1);
        double surprise = 0;
        double learnt = x;
        if (wanted && expected > 0 && x > expected) {
            double inverseSize = counts.inverseSize();
            double logTail = Tails.logNegativeBinomial((long) x, expected, 1 / inverseSize);
            surprise = -logTail * SURPRISE_OF_ONE;
            if (logTail <= UNUSUAL) {
                double usual = expected + 3 * Math.sqrt(expected + expected * expected * inverseSize);
                learnt = Math.min(x, Math.ceil(usual));
            }
        }
        counts.learn(rows, learnt, 1);
        double fresh = Math.max(0, surprise - recentSurprise);
        recentSurprise = Math.max(recentSurprise * FADE, surprise);
        return expected <= LARGEST_MEAN ? fresh : Double.POSITIVE_INFINITY;
    }

    /** Bin 0 holds zero, then four bins for each doubling from 2^-12 up. */
    private static int bin(double unusual) {
        if (!(unusual > 0)) {
            return 0;
        }
        double position = 4 * (Math.log(unusual) / Math.log(2) + 12);
        return (int) Math.max(1, Math.min(BINS - 1, Math.floor(position) + 1));
    }

    @Override
    public byte[] toBytes() {
        return Saved.write(KIND, VERSION, this::write);
    }

    /**
     * Restores a monitor that continues exactly where the saved one was.
     *
     * @param bytes the saved state
     * @return the monitor
     * @throws IllegalArgumentException if the bytes are damaged, are not a saved monitor of this class, or are of
     *     another version than 5, 4 and 3. One of version 3 goes on as it was, with {@link Part#NOVELTY} alone
     */
    public static SeriesMonitor fromBytes(byte[] bytes) {
        return Saved.read(bytes, KIND, NOVELTY_ONLY_VERSION, VERSION, "SeriesMonitor", in -> {
            if (Saved.version(bytes) == NOVELTY_ONLY_VERSION) {
                SeriesMonitor monitor = new SeriesMonitor(Optional.of(Part.NOVELTY));
                monitor.read(in);
                return monitor;
            }
            int part = Checks.between("part", in.readByte(), BOTH, RATE_ALONE);
            SeriesMonitor monitor = new SeriesMonitor(
                    part == BOTH ? Optional.empty() : Optional.of(part == NOVELTY_ALONE ? Part.NOVELTY : Part.RATE));
            monitor.read(in);
            monitor.expectation.read(in, Saved.version(bytes) > NO_EVIDENCE_VERSION);
            return monitor;
        });
    }

    private void write(DataOutputStream out) throws IOException {
        out.writeByte(only.isEmpty() ? BOTH : only.get() == Part.NOVELTY ? NOVELTY_ALONE : RATE_ALONE);
        out.writeLong(rows);
        out.writeDouble(last);
        out.writeDouble(mean);
        out.writeDouble(recent);
        out.writeDouble(onset);
        for (long count : histogram) {
            out.writeLong(count);
        }
        novelty.write(out);
        out.writeBoolean(whole);
        out.writeDouble(recentSurprise);
        counts.write(out);
        levels.write(out);
        LevelShift.write(shift, out);
        expectation.write(out);
    }

    private void read(DataInputStream in) throws IOException {
        rows = Saved.readRows(in, "rows");
        last = Checks.finite("last", in.readDouble());
        mean = Checks.finite("mean", in.readDouble());
        recent = Saved.readAmount(in, "recent exceedance");
        onset = Saved.readOnset(in, "onset");
        for (int b = 0; b < BINS; b++) {
            histogram[b] = Saved.readRows(in, "count of exceedances");
        }
        novelty.read(in);
        whole = in.readBoolean();
        recentSurprise = Saved.readAmount(in, "recent surprise");
        counts.read(in);
        levels.read(in);
        shift = LevelShift.read(in);
    }
}
