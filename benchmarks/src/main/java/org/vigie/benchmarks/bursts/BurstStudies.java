/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.vigie.core.burst.BurstScore;
import org.vigie.core.burst.Kleinberg;
import org.vigie.core.burst.RateMonitor;
import org.vigie.core.stats.Interval;
import org.vigie.core.stats.Intervals;
import org.vigie.core.stats.Quantiles;

/**
 * Two studies of the burst detectors on simulated counts: how often they alarm when nothing happens (calibration), and
 * how often and how soon when a burst is planted (detection). Prints Markdown tables.
 */
public final class BurstStudies {
    private static final double[] MEANS = {0.02, 0.2, 1, 5, 20, 200};
    private static final double[] SIZES = {Double.POSITIVE_INFINITY, 10, 2};
    private static final int BINS = 2000;

    private BurstStudies() {}

    /**
     * Runs both studies.
     *
     * @param args the number of streams of the calibration study, 10000 by default
     */
    public static void main(String[] args) {
        int streams = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        calibration(streams);
        kleinbergCalibration(streams);
        detection();
    }

    private static void calibration(int streams) {
        System.out.printf(Locale.ROOT, "## RateMonitor without bursts: %d streams of %d bins%n%n", streams, BINS);
        System.out.println(
                "| mean a bin | dispersion | share p <= 0.01 | share p <= 0.001 | 95-percent interval of the latter |"
                        + " default alarms a day |");
        System.out.println("|---|---|---|---|---|---|");
        int each = streams / (MEANS.length * SIZES.length) + 1;
        for (double size : SIZES) {
            for (double mean : MEANS) {
                Random random = new Random(Double.hashCode(mean) * 31L + Double.hashCode(size));
                long hundredth = 0;
                long thousandth = 0;
                long alarms = 0;
                long bins = 0;
                for (int s = 0; s < each; s++) {
                    RateMonitor monitor = RateMonitor.withDefaults();
                    for (int t = 0; t < BINS; t++) {
                        BurstScore score = monitor.update(300.0 * t, count(random, mean, size));
                        if (t >= 100) {
                            bins++;
                            hundredth += score.pValue() <= 0.01 ? 1 : 0;
                            thousandth += score.pValue() <= 0.001 ? 1 : 0;
                            alarms += score.alarm() ? 1 : 0;
                        }
                    }
                }
                Interval interval = Intervals.wilson(thousandth, bins, 0.95);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %s | %.5f | %.6f | %.6f to %.6f | %.4f |%n",
                        mean,
                        size < 1e9 ? "size " + size : "Poisson",
                        (double) hundredth / bins,
                        (double) thousandth / bins,
                        interval.low(),
                        interval.high(),
                        288.0 * alarms / bins);
            }
        }
    }

    private static void kleinbergCalibration(int streams) {
        System.out.printf(Locale.ROOT, "%n## Kleinberg on %d Poisson streams of 100 events%n%n", streams);
        int any = 0;
        int significant = 0;
        for (int s = 0; s < streams; s++) {
            Random random = new Random(s);
            double[] times = new double[100];
            for (int i = 1; i < times.length; i++) {
                times[i] = times[i - 1] - Math.log(1 - random.nextDouble());
            }
            var bursts = Kleinberg.withDefaults().detect(times);
            any += bursts.size() > 1 ? 1 : 0;
            significant += bursts.stream().anyMatch(b -> b.pValue() <= 0.05) ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "Streams with a burst of any kind: %.4f; with one of p <= 0.05: %.4f%n",
                (double) any / streams,
                (double) significant / streams);
    }

    private static void detection() {
        int streams = 1000;
        System.out.printf(Locale.ROOT, "%n## Planted bursts of 12 bins (one hour): %d streams each%n%n", streams);
        System.out.println(
                "| mean a bin | dispersion | times the mean | recall | median delay, bins | 90-percent delay |"
                        + " onset error, median bins |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (double mean : new double[] {0.2, 2, 20}) {
            for (double size : new double[] {Double.POSITIVE_INFINITY, 5}) {
                for (double factor : new double[] {2, 4, 8, 16}) {
                    detection(streams, mean, size, factor);
                }
            }
        }
    }

    private static void detection(int streams, double mean, double size, double factor) {
        Random random = new Random(17);
        List<Double> delays = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (int s = 0; s < streams; s++) {
            RateMonitor monitor = RateMonitor.withDefaults();
            int start = 600 + random.nextInt(400);
            for (int t = 0; t < start + 12; t++) {
                boolean burst = t >= start;
                BurstScore score = monitor.update(300.0 * t, count(random, burst ? factor * mean : mean, size));
                if (burst && score.alarm()) {
                    delays.add((double) (t - start));
                    score.onset().ifPresent(onset -> errors.add(Math.abs(onset / 300 - start)));
                    break;
                }
            }
        }
        double[] delay = delays.stream().mapToDouble(Double::doubleValue).toArray();
        double[] error = errors.stream().mapToDouble(Double::doubleValue).toArray();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %.3f | %s | %s | %s |%n",
                mean,
                size < 1e9 ? "size " + size : "Poisson",
                factor,
                (double) delay.length / streams,
                quantile(delay, 0.5),
                quantile(delay, 0.9),
                quantile(error, 0.5));
    }

    private static String quantile(double[] values, double p) {
        return values.length == 0 ? "-" : String.format(Locale.ROOT, "%.0f", Quantiles.type7(values, p));
    }

    private static long count(Random random, double mean, double size) {
        return poisson(random, size < 1e9 ? mean * gamma(random, size) / size : mean);
    }

    private static long poisson(Random random, double mean) {
        if (mean > 30) {
            // Halves: a Poisson count is the sum of two independent ones.
            return poisson(random, mean / 2) + poisson(random, mean / 2);
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        long k = 0;
        while (product > limit) {
            product *= random.nextDouble();
            k++;
        }
        return k;
    }

    /** A Gamma variate of unit scale and shape above 1 (Marsaglia and Tsang 2000). */
    private static double gamma(Random random, double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = random.nextGaussian();
            double v = Math.pow(1 + c * z, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * z * z + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
