/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import org.vigie.core.burst.Kleinberg;
import org.vigie.core.monitor.BurstScore;
import org.vigie.core.monitor.RateMonitor;
import org.vigie.core.monitor.SeriesMonitor;

/**
 * Studies of the burst detectors on simulated counts. Calibration is how often they alarm when nothing happens;
 * detection is how often and how soon when a burst is planted. Prints Markdown tables.
 */
public final class BurstStudies {
    private static final Quantile QUANTILES = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

    /** The share of undisturbed rows at which {@link SeriesMonitor} may alarm. */
    public static final double SERIES_NOMINAL = 0.002;

    private static final double[] MEANS = {0.02, 0.2, 1, 5, 20, 200};
    private static final double[] SIZES = {Double.POSITIVE_INFINITY, 10, 2};
    private static final int BINS = 2000;
    /** Rows that are not judged: a monitor that has seen nothing knows nothing. */
    private static final int LEARNING = 100;
    /** A rhythm of a day takes some days. */
    private static final int LEARNING_A_RHYTHM = 4 * 288;

    private BurstStudies() {}

    /**
     * Streams without bursts.
     *
     * @param mean events a bin
     * @param size the size of the negative binomial; infinite for Poisson
     * @param daily whether the mean follows a daily rhythm, which both monitors may learn
     * @param rows rows judged
     * @param hundredth the share of rows at which RateMonitor gives p &lt;= 0.01
     * @param thousandth the share at which it gives p &lt;= 0.001
     * @param interval the 95-percent interval of the latter
     * @param alarmsADay its default alarms in a day of 288 bins
     * @param seriesAlarms the share of rows at which SeriesMonitor alarms
     * @param seriesHundredth the share at which it gives p &lt;= 0.01
     */
    public record Calibration(
            double mean,
            double size,
            boolean daily,
            long rows,
            double hundredth,
            double thousandth,
            Interval interval,
            double alarmsADay,
            double seriesAlarms,
            double seriesHundredth) {
        /**
         * Whether all shares are at or under nominal.
         *
         * @return true if so
         */
        public boolean holds() {
            return hundredth <= 0.01
                    && thousandth <= 0.001
                    && seriesAlarms <= SERIES_NOMINAL
                    && seriesHundredth <= 0.01;
        }
    }

    /**
     * Poisson streams under Kleinberg's automaton.
     *
     * @param any the share with a burst of any kind
     * @param significant the share with one of p &lt;= 0.05
     */
    public record KleinbergCalibration(double any, double significant) {}

    /**
     * Planted bursts of one hour under a monitor.
     *
     * @param monitor its name
     * @param mean events a bin
     * @param size the size of the negative binomial; infinite for Poisson
     * @param factor how many times the mean the burst is
     * @param recall the share found while they last
     * @param delays bins from the begin of each found burst to its alarm
     * @param errors bins between the begin and the estimated onset
     */
    public record Detection(
            String monitor,
            double mean,
            double size,
            double factor,
            double recall,
            List<Double> delays,
            List<Double> errors) {}

    /**
     * Runs all studies.
     *
     * @param args the number of streams of the calibration study, 10000 by default; a tenth of that is planted with
     *     bursts, for each kind of burst
     */
    public static void main(String[] args) {
        int streams = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        System.out.printf(Locale.ROOT, "Without bursts: %d streams of %d bins%n%n", streams, BINS);
        System.out.println(
                "| mean a bin | dispersion | rhythm | RateMonitor p <= 0.01 | p <= 0.001 | 95-percent interval of the"
                        + " latter | default alarms a day | SeriesMonitor alarms | its p <= 0.01 |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (Calibration c : calibration(streams)) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %.5f | %.6f | %.6f to %.6f | %.4f | %.6f | %.5f |%n",
                    c.mean,
                    dispersion(c.size),
                    c.daily ? "daily" : "none",
                    c.hundredth,
                    c.thousandth,
                    c.interval.getLowerBound(),
                    c.interval.getUpperBound(),
                    c.alarmsADay,
                    c.seriesAlarms,
                    c.seriesHundredth);
        }
        KleinbergCalibration kleinberg = kleinbergCalibration(streams);
        System.out.printf(
                Locale.ROOT,
                "%nKleinberg on %d Poisson streams of 100 events: %.4f with a burst of any kind, %.4f with p <= 0.05%n",
                streams,
                kleinberg.any,
                kleinberg.significant);
        System.out.printf(Locale.ROOT, "%nPlanted bursts of 12 bins (one hour): %d streams each%n%n", streams / 10);
        System.out.println("| monitor | mean a bin | dispersion | times the mean | recall | median delay, bins |"
                + " 90-percent delay | onset error, median bins |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (Detection d : detection(streams / 10)) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %.0f | %.3f | %s | %s | %s |%n",
                    d.monitor,
                    d.mean,
                    dispersion(d.size),
                    d.factor,
                    d.recall,
                    quantile(d.delays, 0.5),
                    quantile(d.delays, 0.9),
                    quantile(d.errors, 0.5));
        }
    }

    /**
     * Runs the online monitors on streams in which nothing happens.
     *
     * @param streams the number of streams, shared among 36 kinds
     * @return the shares for each kind
     */
    public static List<Calibration> calibration(int streams) {
        List<Calibration> result = new ArrayList<>();
        int each = streams / (2 * MEANS.length * SIZES.length) + 1;
        for (boolean daily : new boolean[] {false, true}) {
            for (double size : SIZES) {
                for (double mean : MEANS) {
                    result.add(calibration(each, mean, size, daily));
                }
            }
        }
        return result;
    }

    private static Calibration calibration(int streams, double mean, double size, boolean daily) {
        Draw draw = new Draw(Double.hashCode(mean) * 31L + Double.hashCode(size));
        long hundredth = 0;
        long thousandth = 0;
        long alarms = 0;
        long seriesAlarms = 0;
        long seriesHundredth = 0;
        for (int s = 0; s < streams; s++) {
            RateMonitor rate = daily ? RateMonitor.withDefaults().withHourOfWeekProfile() : RateMonitor.withDefaults();
            SeriesMonitor series = SeriesMonitor.withDefaults();
            int learning = daily ? LEARNING_A_RHYTHM : LEARNING;
            for (int t = 0; t < learning - LEARNING + BINS; t++) {
                double count = draw.count(daily ? mean * (1 + 0.8 * TuningKinds.daily(300.0 * t, 0)) : mean, size);
                BurstScore score = rate.update(300.0 * t, count);
                BurstScore ofSeries = series.update(300.0 * t, count);
                if (t >= learning) {
                    seriesHundredth += ofSeries.pValue() <= 0.01 ? 1 : 0;
                    hundredth += score.pValue() <= 0.01 ? 1 : 0;
                    thousandth += score.pValue() <= 0.001 ? 1 : 0;
                    alarms += score.alarm() ? 1 : 0;
                    seriesAlarms += ofSeries.alarm() ? 1 : 0;
                }
            }
        }
        long rows = (long) streams * (BINS - LEARNING);
        return new Calibration(
                mean,
                size,
                daily,
                rows,
                (double) hundredth / rows,
                (double) thousandth / rows,
                BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                        Math.toIntExact(rows), Math.toIntExact(thousandth), 0.05),
                288.0 * alarms / rows,
                (double) seriesAlarms / rows,
                (double) seriesHundredth / rows);
    }

    /**
     * Runs Kleinberg's automaton on Poisson streams of 100 events.
     *
     * @param streams the number of streams
     * @return the shares with bursts
     */
    public static KleinbergCalibration kleinbergCalibration(int streams) {
        int any = 0;
        int significant = 0;
        for (int s = 0; s < streams; s++) {
            Draw draw = new Draw(s);
            double[] times = new double[100];
            for (int i = 1; i < times.length; i++) {
                times[i] = times[i - 1] + draw.exponential(1);
            }
            var bursts = Kleinberg.withDefaults().detect(times);
            any += bursts.size() > 1 ? 1 : 0;
            significant += bursts.stream().anyMatch(b -> b.pValue() <= 0.05) ? 1 : 0;
        }
        return new KleinbergCalibration((double) any / streams, (double) significant / streams);
    }

    /**
     * Plants bursts of one hour after two to three and a half days.
     *
     * @param streams the number of streams of each kind of burst
     * @return what is found of each kind
     */
    public static List<Detection> detection(int streams) {
        List<Detection> result = new ArrayList<>();
        for (String monitor : List.of("RateMonitor", "SeriesMonitor")) {
            for (double mean : new double[] {0.2, 2, 20}) {
                for (double size : new double[] {Double.POSITIVE_INFINITY, 5}) {
                    for (double factor : new double[] {2, 4, 8, 16}) {
                        result.add(detection(monitor, streams, mean, size, factor));
                    }
                }
            }
        }
        return result;
    }

    private static Detection detection(String monitor, int streams, double mean, double size, double factor) {
        Draw draw = new Draw(17);
        List<Double> delays = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (int s = 0; s < streams; s++) {
            RateMonitor rate = RateMonitor.withDefaults();
            SeriesMonitor series = SeriesMonitor.withDefaults();
            int start = 600 + draw.below(400);
            for (int t = 0; t < start + 12; t++) {
                boolean burst = t >= start;
                double count = draw.count(burst ? factor * mean : mean, size);
                BurstScore score =
                        monitor.equals("RateMonitor") ? rate.update(300.0 * t, count) : series.update(300.0 * t, count);
                if (burst && score.alarm()) {
                    delays.add((double) (t - start));
                    score.onset().ifPresent(onset -> errors.add(Math.abs(onset / 300 - start)));
                    break;
                }
            }
        }
        return new Detection(
                monitor,
                mean,
                size,
                factor,
                (double) delays.size() / streams,
                List.copyOf(delays),
                List.copyOf(errors));
    }

    private static String dispersion(double size) {
        return size < 1e9 ? "size " + size : "Poisson";
    }

    private static String quantile(List<Double> values, double p) {
        double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
        return array.length == 0 ? "-" : String.format(Locale.ROOT, "%.0f", QUANTILES.evaluate(array, p));
    }
}
