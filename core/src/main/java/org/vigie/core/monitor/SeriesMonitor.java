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
 * click rates, volumes.
 *
 * <p>Each row becomes three features: the value, its change since the row before, and an exponentially weighted mean of
 * about the last twelve rows. The exceedance of a row is its distance from everything the series has shown so far, in
 * units of the range of each feature (novelty against a bounded memory of at most 256 rows, 0.07 ranges apart); it is
 * damped by n / (n + 300) over the first rows, among n rows one row stretches a range by at most 300 / n of it, and a
 * fading memory of the last exceedances (half-life 50 rows) is taken off, so that one incident is one warning and not a
 * hundred. While all values are whole, not negative and 200 or fewer in the mean they are counts, and what a
 * negative-binomial model of the past explains counts only half. The score is e / (e + 0.05): comparable over time and
 * between series because it has no unit, with 0.5 as the level of an alarm. All constants are in rows, never in the length
 * of a file.
 *
 * <p>A level that lasts is an alarm when it begins, then becomes part of what the series has shown, and is reported by
 * {@link #levelShift()}. The onset is the first of the present run of rows that are further than 0.07 ranges from all
 * remembered ones. Source of the idea of records: K. N. Chandler, The distribution and frequency of record values, 1952;
 * the constants were chosen on synthetic series only (see docs/methods/bursts.md).
 *
 * <p>The p-value is empirical: the share of past rows whose exceedance was at least as large, on a scale of 64 bins, one
 * added to both counts; 1 for a row that exceeds nothing. It is a probability only if the past is a fair sample of
 * undisturbed rows. For counts with a model behind the p-value see {@link RateMonitor}.
 *
 * <p>Mutable, one instance for one series; not thread-safe. O(1) time a row and at most 8 kB; deterministic.
 */
public final class SeriesMonitor implements Monitor {
    private static final int KIND = 1;
    private static final int VERSION = 3;
    private static final int MEMORY = 256;
    private static final double RADIUS = 0.07;
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

    private SeriesMonitor() {}

    /**
     * A new monitor that has seen nothing.
     *
     * @return the monitor
     */
    public static SeriesMonitor withDefaults() {
        return new SeriesMonitor();
    }

    @Override
    public SeriesMonitor fresh() {
        return new SeriesMonitor();
    }

    /**
     * Takes the next row. Rows are taken in the order in which they come; the time serves only to date the onset.
     *
     * @param time the time of the row, in any unit
     * @param value the value; beyond 1e150 in size it counts as 1e150
     * @return what the monitor says about the row
     * @throws IllegalArgumentException if the time or the value is not finite
     */
    @Override
    public BurstScore update(double time, double value) {
        Checks.finite("time", time);
        Checks.finite("value", value);
        double x = Math.max(-LARGEST, Math.min(LARGEST, value));
        double expected = rows == 0 ? x : mean;
        double change = rows == 0 ? 0 : x - last;
        mean = rows == 0 ? x : mean + MEAN_WEIGHT * (x - mean);
        last = x;
        double enough = recent * FADE;
        double exceedance = novelty.update(x, change, mean, enough);
        double fresh = Math.max(0, exceedance - recent);
        recent = Math.max(enough, exceedance);
        if (whole) {
            fresh = (fresh + Math.min(fresh, surprise(x, fresh > 0))) / 2;
        }
        double pValue = fresh > 0 ? share(fresh) : 1;
        histogram[bin(fresh)]++;
        rows++;
        boolean alarm = fresh >= ALARM_EXCEEDANCE;
        onset = alarm || novelty.remembersLast() ? (Double.isNaN(onset) ? time : onset) : Double.NaN;
        Optional<LevelShift> confirmed = levels.update(x, alarm, onset);
        shift = confirmed.isPresent() ? confirmed : shift;
        OptionalDouble began = Double.isNaN(onset) ? OptionalDouble.empty() : OptionalDouble.of(onset);
        double score = fresh < 1e300 ? fresh / (fresh + ALARM_EXCEEDANCE) : 1;
        return new BurstScore(score, pValue, expected, alarm, began);
    }

    /**
     * The latest lasting change of the level, if there was one: an alarm with which 50 rows begin of which at least 40
     * lie on one side of the old level by more than twice its mean absolute deviation. It is known when they are over,
     * and not before row 288.
     *
     * @return the change, with levels in the units of the values
     */
    @Override
    public Optional<LevelShift> levelShift() {
        return shift;
    }

    /** The share of rows that exceeded by as much, this one among them. */
    private double share(double fresh) {
        long asLarge = 1;
        for (int b = bin(fresh); b < BINS; b++) {
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
    private static int bin(double fresh) {
        if (!(fresh > 0)) {
            return 0;
        }
        double position = 4 * (Math.log(fresh) / Math.log(2) + 12);
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
     * @throws IllegalArgumentException if the bytes are damaged, or are not a saved monitor of this class and version
     */
    public static SeriesMonitor fromBytes(byte[] bytes) {
        return Saved.read(bytes, KIND, VERSION, "SeriesMonitor", in -> {
            SeriesMonitor monitor = new SeriesMonitor();
            monitor.read(in);
            return monitor;
        });
    }

    private void write(DataOutputStream out) throws IOException {
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
    }

    private void read(DataInputStream in) throws IOException {
        rows = Saved.readCount(in, "rows");
        last = Checks.finite("last", in.readDouble());
        mean = Checks.finite("mean", in.readDouble());
        recent = Saved.readAmount(in, "recent exceedance");
        onset = in.readDouble();
        for (int b = 0; b < BINS; b++) {
            histogram[b] = Saved.readCount(in, "count of exceedances");
        }
        novelty.read(in);
        whole = in.readBoolean();
        recentSurprise = Saved.readAmount(in, "recent surprise");
        counts.read(in);
        levels.read(in);
        shift = LevelShift.read(in);
    }
}
