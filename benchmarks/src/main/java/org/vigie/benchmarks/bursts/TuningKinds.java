/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import java.util.List;

/** The kinds of series on which constants may be chosen: what servers, sensors, roads and audiences record in normal life. */
final class TuningKinds {
    static final List<String> FAMILIES = List.of(
            "flat-noise",
            "daily-square",
            "volume",
            "ad-price",
            "cpu",
            "network",
            "disk",
            "requests",
            "machine",
            "ambient",
            "demand",
            "travel-time",
            "speed",
            "occupancy",
            "latency",
            "gauge");
    private static final double DAY = 86_400;

    private TuningKinds() {}

    static int length(String family, Draw draw) {
        return switch (family) {
            case "volume" -> 15_000 + draw.below(1000);
            case "ad-price" -> 1500 + draw.below(200);
            case "travel-time", "speed", "occupancy" -> 1100 + draw.below(1500);
            case "ambient" -> 6000 + draw.below(3000);
            case "machine" -> 15_000 + draw.below(7000);
            case "demand" -> 10_000;
            default -> draw.chance(0.15) ? 1200 + draw.below(3000) : 4032;
        };
    }

    static double step(String family) {
        return switch (family) {
            case "ad-price", "ambient" -> 3600;
            case "demand" -> 1800;
            default -> 300;
        };
    }

    /** A wave of one day. */
    static double daily(double time, double phase) {
        return Math.sin(2 * Math.PI * (time / DAY + phase));
    }

    static boolean weekend(double time) {
        return Math.floorMod((long) Math.floor(time / DAY), 7L) < 2;
    }

    static double hour(double time) {
        return (time / 3600) % 24;
    }

    /** A bump of the given width in hours around an hour of the day. */
    static double bump(double time, double at, double width) {
        double apart = Math.abs(hour(time) - at);
        apart = Math.min(apart, 24 - apart) / width;
        return Math.exp(-apart * apart / 2);
    }

    static double[] base(String family, double[] times, Draw draw) {
        double[] x = new double[times.length];
        switch (family) {
            case "flat-noise" -> flatNoise(x, times, draw);
            case "daily-square" -> dailySquare(x, times, draw);
            case "volume" -> volume(x, times, draw);
            case "ad-price" -> adPrice(x, times, draw);
            case "cpu" -> cpu(x, times, draw);
            case "network" -> network(x, times, draw);
            case "disk" -> disk(x, draw);
            case "requests" -> requests(x, times, draw);
            case "machine" -> machine(x, draw);
            case "ambient" -> ambient(x, times, draw);
            case "demand" -> demand(x, times, draw);
            case "travel-time", "speed", "occupancy" -> road(family, x, times, draw);
            case "latency" -> latency(x, times, draw);
            default -> gauge(x, draw);
        }
        return x;
    }

    private static void flatNoise(double[] x, double[] times, Draw draw) {
        double phase = draw.uniform();
        double scale = draw.scale(-1, 4);
        double noise = draw.below(3) == 0 ? 0 : draw.between(0.01, 0.3);
        double swing = draw.chance(0.5) ? draw.between(0.2, 1) : 0;
        for (int t = 0; t < x.length; t++) {
            x[t] = scale * (2 + noise * draw.gaussian() + swing * Math.signum(daily(times[t], phase)));
        }
    }

    private static void dailySquare(double[] x, double[] times, Draw draw) {
        double phase = draw.uniform();
        double scale = draw.scale(-1, 4);
        double noise = draw.between(0.02, 0.15);
        double from = draw.between(0.2, 0.5);
        double to = from + draw.between(0.2, 0.45);
        boolean smooth = draw.below(3) == 0;
        for (int t = 0; t < x.length; t++) {
            double day = times[t] / DAY % 1;
            double on = smooth ? 0.5 + 0.5 * daily(times[t], phase) : day > from && day < to ? 1 : 0;
            x[t] = scale * (1 + 2 * on + noise * draw.gaussian());
        }
    }

    /** Mentions in five minutes: over-dispersed, a daily rhythm, and ordinary waves of attention of any size. */
    private static void volume(double[] x, double[] times, Draw draw) {
        double phase = draw.uniform();
        double mean = draw.scale(0.3, 2.2);
        double size = draw.between(1.5, 12);
        double swing = draw.between(0.2, 0.8);
        double jump = draw.between(0.4, 3);
        double tail = draw.between(1.8, 4);
        double every = draw.between(300, 2500);
        double excited = 0;
        double fade = 1 - 1 / draw.between(2, 25);
        double weekendShare = draw.between(0.5, 1);
        for (int t = 0; t < x.length; t++) {
            if (draw.chance(1 / every)) {
                excited += mean * jump * draw.pareto(tail);
            }
            excited *= fade;
            double usual = mean * (1 + swing * daily(times[t], phase)) * (weekend(times[t]) ? weekendShare : 1);
            x[t] = draw.count(usual + excited, size);
        }
    }

    private static void adPrice(double[] x, double[] times, Draw draw) {
        double phase = draw.uniform();
        double scale = draw.scale(-1.5, 1);
        double spread = draw.between(0.08, 0.5);
        double tail = draw.between(2.2, 5);
        double every = draw.between(40, 300);
        double walk = 0;
        for (int t = 0; t < x.length; t++) {
            walk = 0.98 * walk + 0.05 * draw.gaussian();
            double burst = draw.chance(1 / every) ? draw.pareto(tail) : 1;
            x[t] = scale * (1 + 0.2 * daily(times[t], phase)) * Math.exp(walk + spread * draw.gaussian()) * burst;
        }
    }

    private static void cpu(double[] x, double[] times, Draw draw) {
        double level = draw.chance(0.4) ? draw.between(0.1, 5) : draw.between(10, 70);
        double noise = level * draw.scale(-2.3, -0.8);
        double phase = draw.uniform();
        double swing = draw.chance(0.4) ? level * draw.between(0.1, 0.4) : 0;
        int job = 12 + draw.below(300);
        double jobSize = draw.chance(0.5) ? level * draw.between(0.1, 1.5) : 0;
        int long_ = 1 + draw.below(6);
        double rare = draw.chance(0.5) ? draw.between(0.0005, 0.01) : 0;
        double rareSize = level * draw.between(0.3, 2);
        double walk = 0;
        for (int t = 0; t < x.length; t++) {
            walk = 0.97 * walk + 0.24 * noise * draw.gaussian();
            double running = t % job < long_ ? jobSize * draw.between(0.7, 1.1) : 0;
            double busy = draw.chance(rare) ? draw.exponential(rareSize) : 0;
            double value = level + walk + noise * draw.gaussian() + swing * daily(times[t], phase) + running + busy;
            x[t] = Math.max(0, Math.min(100, value));
        }
    }

    private static void network(double[] x, double[] times, Draw draw) {
        double scale = draw.scale(2, 7);
        double spread = draw.between(0.05, 0.5);
        double chance = draw.scale(-3, -1.2);
        double size = draw.scale(0, 1.3);
        double wide = draw.between(0.1, 0.8);
        double phase = draw.uniform();
        double swing = draw.chance(0.5) ? draw.between(0.1, 0.5) : 0;
        int left = 0;
        for (int t = 0; t < x.length; t++) {
            if (left == 0 && draw.chance(chance)) {
                left = 1 + draw.below(5);
            }
            double transfer = left > 0 ? size * Math.exp(wide * draw.gaussian()) : 0;
            left = Math.max(0, left - 1);
            x[t] = scale * (Math.exp(spread * draw.gaussian()) * (1 + swing * daily(times[t], phase)) + transfer);
        }
    }

    private static void disk(double[] x, Draw draw) {
        double scale = draw.scale(3, 7);
        double chance = draw.scale(-3, -1.3);
        double size = draw.between(0.1, 0.8);
        double floor = draw.chance(0.5) ? 0 : 0.01;
        int every = draw.chance(0.4) ? 36 + draw.below(500) : Integer.MAX_VALUE;
        for (int t = 0; t < x.length; t++) {
            double value = draw.chance(chance) || t % every == every - 1 ? Math.exp(size * draw.gaussian()) : 0;
            x[t] = scale * (value + floor * draw.uniform());
        }
    }

    private static void requests(double[] x, double[] times, Draw draw) {
        double mean = draw.scale(0.5, 2.5);
        double size = draw.between(2, 40);
        double phase = draw.uniform();
        double swing = draw.between(0, 0.7);
        double chance = draw.scale(-3, -2);
        for (int t = 0; t < x.length; t++) {
            double more = draw.chance(chance) ? draw.between(1, 3) : 1;
            x[t] = draw.count(mean * (1 + swing * daily(times[t], phase)) * more, size);
        }
    }

    private static void machine(double[] x, Draw draw) {
        double keep = 1 - 1 / draw.between(60, 600);
        double slow = 0;
        double fast = 0;
        double load = 0;
        for (int t = 0; t < x.length; t++) {
            if (draw.chance(1.0 / 900)) {
                load = draw.between(-1.5, 1.5);
            }
            slow = keep * slow + Math.sqrt(1 - keep * keep) * 4 * draw.gaussian();
            fast = 0.8 * fast + 0.7 * draw.gaussian();
            x[t] = 90 + slow + 3 * load + fast;
        }
    }

    private static void ambient(double[] x, double[] times, Draw draw) {
        double phase = draw.uniform();
        double swing = draw.between(0.3, 3);
        double season = draw.between(0, 6);
        double weather = 0;
        for (int t = 0; t < x.length; t++) {
            weather = 0.985 * weather + 0.4 * draw.gaussian();
            x[t] = 70
                    + season * Math.sin(2 * Math.PI * (times[t] / DAY / 365 + phase))
                    + swing * daily(times[t], phase)
                    + weather
                    + 0.5 * draw.gaussian();
        }
    }

    private static void demand(double[] x, double[] times, Draw draw) {
        double noise = draw.between(0.02, 0.08);
        double rest = draw.between(0.05, 0.35);
        double phase = draw.uniform();
        double weather = 0;
        for (int t = 0; t < x.length; t++) {
            weather = 0.995 * weather + 0.1 * noise * draw.gaussian();
            double week = weekend(times[t]) ? 1 - rest : 1 + 0.03 * Math.floorMod((long) (times[t] / DAY), 7L);
            double shape =
                    1 + 0.6 * daily(times[t], phase) + 0.25 * Math.sin(4 * Math.PI * (times[t] / DAY + phase) + 1);
            x[t] = Math.max(0, 15_000 * (week * shape + weather + noise * shape * draw.gaussian()));
        }
    }

    /** Rush hours on working days, and now and then a jam. */
    private static void road(String family, double[] x, double[] times, Draw draw) {
        double spread = draw.between(0.05, 0.3);
        double rush = draw.between(0.1, 0.9);
        double jams = draw.between(0.003, 0.03);
        double jam = 0;
        for (int t = 0; t < x.length; t++) {
            if (draw.chance(jams)) {
                jam = Math.min(5, 0.3 * draw.pareto(1.8));
            }
            jam *= 0.7;
            double peak = weekend(times[t]) ? 0.2 : 1;
            double load = rush * peak * (bump(times[t], 8, 1.2) + bump(times[t], 17.5, 1.5))
                    + jam
                    + 0.3 * bump(times[t], 13, 5);
            x[t] = switch (family) {
                case "travel-time" -> 200 * (1 + load) * Math.exp(spread * draw.gaussian());
                case "speed" -> Math.max(5, 70 / (1 + 0.4 * load) + 12 * spread * draw.gaussian());
                default -> Math.min(100, 4 + 9 * load * Math.exp(spread * draw.gaussian()) + 2 * draw.uniform());
            };
        }
    }

    private static void latency(double[] x, double[] times, Draw draw) {
        double noise = draw.between(0.01, 0.1);
        double chance = draw.scale(-3, -1.7);
        double size = draw.between(0.1, 0.8);
        double phase = draw.uniform();
        double swing = draw.between(0, 0.1);
        for (int t = 0; t < x.length; t++) {
            double slow = draw.chance(chance) ? draw.exponential(size) : 0;
            x[t] = 45 * (1 + swing * daily(times[t], phase) + noise * draw.gaussian() + slow);
        }
    }

    /** A gauge that climbs and is reset, as memory or disk use does. */
    private static void gauge(double[] x, Draw draw) {
        double climb = draw.scale(-3.3, -2);
        double reset = draw.between(0.5, 1);
        double level = 0;
        for (int t = 0; t < x.length; t++) {
            level += climb * draw.between(0.5, 1.5);
            level = level > reset ? 0 : level;
            x[t] = 100 * (level + 0.01 * draw.gaussian());
        }
    }
}
