/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Labelled synthetic series of many kinds, with planted anomalies of many kinds; every number drawn from the seed.
 *
 * @param family the kind of series
 * @param times the time of each row, in seconds
 * @param values the value of each row
 * @param windows half-open ranges of rows around each planted anomaly, a tenth of the series in all
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier inside one study: never compared, never shared
record SyntheticSeries(String family, double[] times, double[] values, List<int[]> windows) {
    /** The kinds of series. */
    static final List<String> FAMILIES = List.of(
            "flat-noise",
            "daily-square",
            "counts",
            "ad-clicks",
            "server-load",
            "spiky-metric",
            "mostly-zero",
            "temperature",
            "demand",
            "travel-time",
            "latency",
            "saturating");

    /** Makes one series of a kind. */
    static SyntheticSeries of(String family, long seed) {
        return new Maker(family, new Random(seed * 31 + family.hashCode())).make();
    }

    /** Makes a number of series of every kind. */
    static List<SyntheticSeries> all(int each, long seed) {
        List<SyntheticSeries> series = new ArrayList<>();
        for (String family : FAMILIES) {
            for (int i = 0; i < each; i++) {
                series.add(of(family, seed * 1000 + i));
            }
        }
        return series;
    }

    private static final class Maker {
        private final String family;
        private final Random random;
        private int n;
        private double step = 300;
        private double[] x = new double[0];

        Maker(String family, Random random) {
            this.family = family;
            this.random = random;
        }

        private double between(double low, double high) {
            return low + random.nextDouble() * (high - low);
        }

        private double exponential(double mean) {
            return -Math.log(1 - random.nextDouble()) * mean;
        }

        private double gaussian() {
            return random.nextGaussian();
        }

        private double gamma(double shape) {
            if (shape < 1) {
                return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
            }
            double d = shape - 1.0 / 3;
            double c = 1 / Math.sqrt(9 * d);
            while (true) {
                double z = gaussian();
                double v = Math.pow(1 + c * z, 3);
                if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * z * z + d - d * v + d * Math.log(v)) {
                    return d * v;
                }
            }
        }

        private double poisson(double mean) {
            if (mean > 500) {
                return Math.max(0, Math.rint(mean + Math.sqrt(mean) * gaussian()));
            }
            double limit = Math.exp(-mean);
            double product = random.nextDouble();
            int k = 0;
            while (product > limit) {
                product *= random.nextDouble();
                k++;
            }
            return k;
        }

        private double daily(int t, double phase) {
            return Math.sin(2 * Math.PI * (t * step / 86400 + phase));
        }

        private int length() {
            return switch (family) {
                case "counts" -> 15000 + random.nextInt(1000);
                case "ad-clicks" -> 1500 + random.nextInt(200);
                case "travel-time" -> 1100 + random.nextInt(2000);
                case "temperature" -> 7000 + random.nextInt(15000);
                case "demand" -> 10000;
                case "daily-square", "flat-noise" -> 4032;
                default -> random.nextInt(4) == 0 ? 15000 : 4032;
            };
        }

        SyntheticSeries make() {
            n = length();
            step = switch (family) {
                case "ad-clicks", "temperature" -> 3600;
                case "demand" -> 1800;
                default -> 300;
            };
            x = new double[n];
            base();
            int planted = family.equals("flat-noise") ? random.nextInt(2) : 1 + random.nextInt(random.nextInt(4) + 1);
            int span = n / 10 / Math.max(1, planted);
            List<int[]> windows = new ArrayList<>();
            for (int tries = 0; windows.size() < planted && tries < 200; tries++) {
                int at = (int) between(0.2 * n, 0.97 * n);
                int[] window = {Math.max(0, at - span / 2), Math.min(n, at + span / 2)};
                boolean clear = windows.stream().allMatch(w -> window[1] < w[0] || window[0] > w[1]);
                if (clear) {
                    plant(at);
                    windows.add(window);
                }
            }
            windows.sort(Comparator.comparingInt(w -> w[0]));
            double[] times = new double[n];
            double now = 1.4e9;
            for (int t = 0; t < n; t++) {
                times[t] = now;
                boolean gap = random.nextInt(3000) == 0;
                now += family.equals("travel-time") ? 300 * (1 + Math.floor(exponential(1.5))) : gap ? 20 * step : step;
            }
            // Metrics come rounded.
            double digits = Math.pow(10, random.nextInt(4));
            for (int t = 0; t < n; t++) {
                x[t] = Math.rint(x[t] * digits) / digits;
            }
            return new SyntheticSeries(family, times, x, windows);
        }

        private void base() {
            double phase = random.nextDouble();
            double scale = Math.pow(10, between(-1, 4));
            switch (family) {
                case "flat-noise" -> {
                    double noise = random.nextInt(3) == 0 ? 0 : between(0.01, 0.3);
                    double swing = random.nextBoolean() ? between(0.2, 1) : 0;
                    for (int t = 0; t < n; t++) {
                        x[t] = scale * (2 + noise * gaussian() + swing * Math.signum(daily(t, phase)));
                    }
                }
                case "daily-square" -> {
                    double noise = between(0.02, 0.15);
                    double from = between(0.2, 0.5);
                    double to = from + between(0.2, 0.45);
                    boolean smooth = random.nextInt(3) == 0;
                    for (int t = 0; t < n; t++) {
                        double day = t * step / 86400 % 1;
                        double on = smooth ? 0.5 + 0.5 * daily(t, phase) : day > from && day < to ? 1 : 0;
                        x[t] = scale * (1 + 2 * on + noise * gaussian());
                    }
                }
                case "counts" -> {
                    double mean = Math.pow(10, between(0, 2));
                    double size = between(1.5, 8);
                    double swing = between(0.3, 0.8);
                    double excited = 0;
                    double jump = between(0.5, 3);
                    for (int t = 0; t < n; t++) {
                        if (random.nextInt(600) == 0) {
                            // Ordinary bursts of attention, of any size, that nobody would label.
                            excited += mean * jump * Math.pow(random.nextDouble() + 0.05, -0.35);
                        }
                        excited *= 0.93;
                        double rate = mean * (1 + swing * daily(t, phase)) + excited;
                        x[t] = poisson(rate * gamma(size) / size);
                    }
                }
                case "ad-clicks" -> {
                    double spread = between(0.1, 0.5);
                    double tail = between(2.5, 5);
                    for (int t = 0; t < n; t++) {
                        double burst = random.nextInt(80) == 0 ? Math.pow(random.nextDouble(), -1 / tail) : 1;
                        x[t] = scale * 0.1 * (1 + 0.2 * daily(t, phase)) * Math.exp(spread * gaussian()) * burst;
                    }
                }
                case "server-load" -> {
                    double noise = between(0.01, 0.2);
                    double walk = 0;
                    int job = 50 + random.nextInt(300);
                    double jobSize = random.nextBoolean() ? between(0.3, 1.5) : 0;
                    for (int t = 0; t < n; t++) {
                        walk = 0.99 * walk + 0.1 * noise * gaussian();
                        double running = t % job < 3 ? jobSize * between(0.7, 1.1) : 0;
                        x[t] = 30 * Math.max(0, 1 + walk + noise * gaussian() + running);
                    }
                }
                case "spiky-metric" -> {
                    double chance = between(0.005, 0.06);
                    double size = between(2, 20);
                    double spread = between(0.2, 0.7);
                    for (int t = 0; t < n; t++) {
                        double spike = random.nextDouble() < chance ? size * Math.exp(spread * gaussian()) : 0;
                        x[t] = scale * (1 + 0.1 * Math.abs(gaussian()) + spike);
                    }
                }
                case "mostly-zero" -> {
                    double chance = between(0.001, 0.03);
                    double size = between(0.2, 0.8);
                    for (int t = 0; t < n; t++) {
                        double value = random.nextDouble() < chance ? Math.exp(size * gaussian()) : 0;
                        x[t] = scale * (value + (random.nextBoolean() ? 0 : 0.01 * random.nextDouble()));
                    }
                }
                case "temperature" -> {
                    double walk = 0;
                    double keep = 1 - 1 / between(20, 200);
                    double swing = between(0, 2);
                    for (int t = 0; t < n; t++) {
                        walk = keep * walk + Math.sqrt(1 - keep * keep) * 3 * gaussian();
                        x[t] = 70 + walk + swing * daily(t, phase) + 0.6 * gaussian();
                    }
                }
                case "demand" -> {
                    double noise = between(0.02, 0.08);
                    double weekend = between(0.05, 0.3);
                    double walk = 0;
                    for (int t = 0; t < n; t++) {
                        int day = (int) (t * step / 86400);
                        walk = 0.995 * walk + 0.1 * noise * gaussian();
                        double week = day % 7 >= 5 ? 1 - weekend : 1 + 0.05 * (day % 7);
                        double shape = 1
                                + 0.6 * daily(t, phase)
                                + 0.25 * Math.sin(4 * Math.PI * (t * step / 86400 + phase) + 1);
                        x[t] = Math.max(0, 15000 * (week * shape + walk + noise * shape * gaussian()));
                    }
                }
                case "travel-time" -> {
                    double spread = between(0.1, 0.4);
                    double swing = between(0, 0.3);
                    for (int t = 0; t < n; t++) {
                        double jam = random.nextInt(40) == 0 ? Math.pow(random.nextDouble() + 0.01, -0.5) : 1;
                        x[t] = 200 * (1 + swing * daily(t, phase)) * Math.exp(spread * gaussian()) * jam;
                    }
                }
                case "latency" -> {
                    double noise = between(0.02, 0.1);
                    double chance = between(0.001, 0.01);
                    double size = between(0.2, 0.8);
                    for (int t = 0; t < n; t++) {
                        double slow = random.nextDouble() < chance ? exponential(size) : 0;
                        x[t] = 45 * (1 + noise * gaussian() + slow);
                    }
                }
                default -> {
                    // A gauge that climbs and is reset, as memory or disk use does.
                    double climb = between(0.0005, 0.01);
                    double level = 0;
                    double reset = between(0.5, 1);
                    for (int t = 0; t < n; t++) {
                        level += climb * between(0.5, 1.5);
                        level = level > reset ? 0 : level;
                        x[t] = 100 * (level + 0.01 * gaussian());
                    }
                }
            }
        }

        /** Changes the values from row {@code at} on in a way that fits the kind of series. */
        private void plant(int at) {
            double size = deviation();
            double high = highest();
            int kind = random.nextInt(10);
            if (family.equals("counts")) {
                // A burst that rises at once or over an hour and decays; its peak is of the order of the highest ever.
                double peak = high * between(0.6, 3);
                double decay = 1 - 1 / between(4, 60);
                int rise = random.nextInt(12) + 1;
                double now = 0;
                for (int t = at - rise; t < Math.min(n, at + 400); t++) {
                    now = t <= at ? peak * (t - at + rise) / rise : now * decay;
                    x[t] += poisson(Math.max(0, now * between(0.7, 1.3)));
                }
                return;
            }
            if (family.equals("demand") || (family.equals("daily-square") && kind < 6)) {
                int day = (int) (86400 / step);
                double factor = random.nextInt(3) == 0 ? between(1.2, 1.7) : between(0.2, 0.75);
                int length = (int) (day * (family.equals("demand") ? between(0.3, 2) : between(0.5, 1)));
                double low = lowest();
                for (int t = at; t < Math.min(n, at + length); t++) {
                    x[t] = kind == 0 ? low + 0.1 * size * gaussian() : low + (x[t] - low) * factor;
                }
                return;
            }
            if (family.equals("temperature") && kind < 6) {
                double depth = size * between(3, 8) * (random.nextInt(4) == 0 ? 1 : -1);
                int ramp = 1 + random.nextInt(random.nextInt(3) == 0 ? 300 : 30);
                int hold = 20 + random.nextInt(200);
                for (int t = at; t < Math.min(n, at + ramp + hold); t++) {
                    x[t] += depth * Math.min(1, (t - at + 1.0) / ramp);
                }
                return;
            }
            double factor = between(1.1, 3);
            int length = 1 + random.nextInt(6);
            switch (kind) {
                case 0, 1, 2, 3 -> {
                    for (int t = at; t < Math.min(n, at + length); t++) {
                        x[t] = lowest() + (high - lowest()) * factor * between(0.85, 1.1);
                    }
                }
                case 4 -> {
                    double shift = size * between(2, 6) * (random.nextInt(3) == 0 ? -1 : 1);
                    for (int t = at; t < n; t++) {
                        x[t] += shift;
                    }
                }
                case 5 -> {
                    int hold = 30 + random.nextInt(300);
                    double shift = size * between(2, 8) * (random.nextInt(3) == 0 ? -1 : 1);
                    for (int t = at; t < Math.min(n, at + hold); t++) {
                        x[t] += shift;
                    }
                }
                case 6 -> {
                    double more = between(2.5, 6);
                    double middle = x[at];
                    for (int t = at; t < Math.min(n, at + 400); t++) {
                        x[t] = middle + (x[t] - middle) * more;
                    }
                }
                case 7 -> {
                    double held = x[at];
                    for (int t = at; t < Math.min(n, at + 150 + random.nextInt(200)); t++) {
                        x[t] = held;
                    }
                }
                case 8 -> {
                    // A run of ordinary spikes, but many of them.
                    for (int t = at; t < Math.min(n, at + 150); t += 1 + random.nextInt(6)) {
                        x[t] = lowest() + (high - lowest()) * between(0.6, 1.1);
                    }
                }
                default -> {
                    // A drop below anything before.
                    for (int t = at; t < Math.min(n, at + length); t++) {
                        x[t] = lowest() - (high - lowest()) * (factor - 1) * 0.3;
                    }
                }
            }
        }

        private double deviation() {
            double sum = 0;
            double squares = 0;
            for (double value : x) {
                sum += value;
                squares += value * value;
            }
            double mean = sum / n;
            return Math.sqrt(Math.max(1e-12 + 1e-6 * mean * mean, squares / n - mean * mean));
        }

        private double highest() {
            double high = x[0];
            for (double value : x) {
                high = Math.max(high, value);
            }
            return high;
        }

        private double lowest() {
            double low = x[0];
            for (double value : x) {
                low = Math.min(low, value);
            }
            return low;
        }
    }
}
