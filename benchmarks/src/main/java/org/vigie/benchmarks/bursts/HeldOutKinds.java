/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import java.util.List;

/** Kinds of series that no constant was chosen on: other processes than those of {@link TuningKinds}. */
final class HeldOutKinds {
    static final List<String> FAMILIES = List.of(
            "mentions",
            "river",
            "queue",
            "power",
            "heap",
            "price",
            "errors",
            "visits",
            "humidity",
            "modes",
            "throughput",
            "wind");

    private HeldOutKinds() {}

    static int length(String family, Draw draw) {
        return switch (family) {
            case "mentions" -> 12_000 + draw.below(6000);
            case "river", "power", "wind" -> 4000 + draw.below(6000);
            case "price", "humidity" -> 1000 + draw.below(2000);
            default -> 2000 + draw.below(4000);
        };
    }

    static double step(String family) {
        return switch (family) {
            case "river", "wind" -> 3600;
            case "power" -> 900;
            case "queue", "heap" -> 60;
            default -> 300;
        };
    }

    static double[] base(String family, double[] times, Draw draw) {
        double[] x = new double[times.length];
        switch (family) {
            case "mentions" -> mentions(x, times, draw);
            case "river" -> river(x, draw);
            case "queue" -> queue(x, times, draw);
            case "power" -> power(x, times, draw);
            case "heap" -> heap(x, draw);
            case "price" -> price(x, draw);
            case "errors" -> errors(x, draw);
            case "visits" -> visits(x, times, draw);
            case "humidity" -> humidity(x, times, draw);
            case "modes" -> modes(x, draw);
            case "throughput" -> throughput(x, times, draw);
            default -> wind(x, times, draw);
        }
        return x;
    }

    /** A self-exciting process: each mention brings others within the hour, with two speeds of forgetting. */
    private static void mentions(double[] x, double[] times, Draw draw) {
        double immigrants = draw.scale(-0.3, 1.5);
        double quick = draw.between(0.2, 0.45);
        double slow = draw.between(0.2, 0.4);
        double phase = draw.uniform();
        double swing = draw.between(0.2, 0.9);
        double famous = draw.scale(-4, -3);
        double fast = 0;
        double lasting = 0;
        for (int t = 0; t < x.length; t++) {
            double rhythm = Math.exp(swing * TuningKinds.daily(times[t], phase));
            double post = draw.chance(famous) ? immigrants * 3 * draw.pareto(1.5) : 0;
            x[t] = draw.poisson(Math.min(1e5, immigrants * rhythm + quick * fast + slow * lasting + post));
            fast = 0.5 * fast + 0.5 * x[t];
            lasting = 0.97 * lasting + 0.03 * x[t];
        }
    }

    /** A recession curve with sudden rain. */
    private static void river(double[] x, Draw draw) {
        double rain = draw.scale(-2.3, -1.5);
        double heavy = draw.between(0.3, 1.5);
        double keep = 1 - 1 / draw.between(20, 150);
        double water = 1;
        for (int t = 0; t < x.length; t++) {
            water = 1 + keep * (water - 1) + (draw.chance(rain) ? draw.exponential(heavy) : 0);
            x[t] = 40 * water * (1 + 0.01 * draw.gaussian());
        }
    }

    /** Jobs waiting for a server that is busiest at the same hours. */
    private static void queue(double[] x, double[] times, Draw draw) {
        double load = draw.between(0.6, 0.9);
        double phase = draw.uniform();
        double rate = draw.scale(0.5, 1.5);
        double waiting = 0;
        for (int t = 0; t < x.length; t++) {
            double arriving = draw.poisson(rate * load * (1 + 0.15 * TuningKinds.daily(times[t], phase)));
            waiting = Math.max(0, waiting + arriving - draw.poisson(rate));
            x[t] = waiting;
        }
    }

    private static void power(double[] x, double[] times, Draw draw) {
        double morning = draw.between(0.1, 0.4);
        double evening = draw.between(0.1, 0.5);
        double weather = 0;
        double rest = draw.between(0.1, 0.3);
        for (int t = 0; t < x.length; t++) {
            weather = 0.998 * weather + 0.003 * draw.gaussian();
            double shape = 1
                    + morning * TuningKinds.bump(times[t], 9, 3)
                    + evening * TuningKinds.bump(times[t], 19, 2.5)
                    - 0.3 * TuningKinds.bump(times[t], 3.5, 3);
            double week = TuningKinds.weekend(times[t]) ? 1 - rest : 1;
            x[t] = 800 * (week * shape + weather + 0.01 * draw.gaussian());
        }
    }

    /** A heap that fills at the pace of the load and is collected, now and then thoroughly. */
    private static void heap(double[] x, Draw draw) {
        double full = draw.between(0.5, 0.9);
        double pace = draw.scale(-2.5, -1);
        double kept = 0.2;
        double used = kept;
        double busy = 1;
        for (int t = 0; t < x.length; t++) {
            busy = Math.max(0.2, 0.95 * busy + 0.05 + 0.1 * draw.gaussian());
            used += pace * busy;
            if (used > full) {
                kept = draw.chance(0.1) ? 0.2 : kept + 0.02 * draw.uniform();
                kept = kept > 0.4 ? 0.2 : kept;
                used = kept;
            }
            x[t] = 4096 * used;
        }
    }

    /** A mean-reverting price whose variance comes in clusters. */
    private static void price(double[] x, Draw draw) {
        double variance = 1;
        double log = 0;
        double keep = 1 - 1 / draw.between(30, 300);
        double shock = 0;
        for (int t = 0; t < x.length; t++) {
            variance = 0.1 + 0.75 * variance + 0.15 * shock * shock;
            shock = Math.sqrt(variance) * draw.gaussian();
            log = keep * log + 0.01 * shock;
            x[t] = 50 * Math.exp(log);
        }
    }

    /** Mostly none, then a few together. */
    private static void errors(double[] x, Draw draw) {
        double calm = draw.scale(-2, -0.5);
        double clump = draw.scale(-2.7, -1.7);
        double size = draw.between(2, 15);
        for (int t = 0; t < x.length; t++) {
            x[t] = draw.poisson(calm) + (draw.chance(clump) ? draw.poisson(draw.exponential(size)) : 0);
        }
    }

    private static void visits(double[] x, double[] times, Draw draw) {
        double mean = draw.scale(1, 4);
        double spread = draw.between(0.05, 0.25);
        double phase = draw.uniform();
        double swing = draw.between(0.5, 1.2);
        double mails = draw.scale(-3, -2.2);
        double mail = 0;
        for (int t = 0; t < x.length; t++) {
            mail = 0.9 * mail + (draw.chance(mails) ? draw.between(0.2, 1) : 0);
            double rhythm =
                    Math.exp(swing * TuningKinds.daily(times[t], phase)) * (TuningKinds.weekend(times[t]) ? 0.7 : 1);
            x[t] = draw.count(mean * (rhythm + mail), 1 / (spread * spread));
        }
    }

    /** Bounded at 100, where it often stays. */
    private static void humidity(double[] x, double[] times, Draw draw) {
        double phase = draw.uniform();
        double level = draw.between(0, 1.5);
        double air = 0;
        for (int t = 0; t < x.length; t++) {
            air = 0.99 * air + 0.12 * draw.gaussian();
            double logit = level + air + 0.8 * TuningKinds.daily(times[t], phase) + 0.05 * draw.gaussian();
            x[t] = Math.min(100, 110 / (1 + Math.exp(-logit)));
        }
    }

    /** A machine with a few modes of work, each with its own noise. */
    private static void modes(double[] x, Draw draw) {
        int modes = 2 + draw.below(3);
        double[] level = new double[modes];
        double[] noise = new double[modes];
        for (int m = 0; m < modes; m++) {
            level[m] = draw.between(5, 80);
            noise[m] = draw.scale(-1, 0.7);
        }
        double stay = 1 / draw.between(20, 300);
        int mode = 0;
        for (int t = 0; t < x.length; t++) {
            mode = draw.chance(stay) ? draw.below(modes) : mode;
            x[t] = level[mode] + noise[mode] * draw.gaussian();
        }
    }

    /** Working hours with a dip at noon, heavy tails, an empty night. */
    private static void throughput(double[] x, double[] times, Draw draw) {
        double from = draw.between(6, 10);
        double to = draw.between(16, 22);
        double tail = draw.between(2.5, 5);
        double scale = draw.scale(0, 4);
        for (int t = 0; t < x.length; t++) {
            double hour = TuningKinds.hour(times[t]);
            double on = hour > from && hour < to && !(hour > 12 && hour < 13) ? 1 : 0.05;
            double extra = draw.chance(0.3) ? draw.pareto(tail) - 1 : 0;
            x[t] = scale * on * (1 + 0.1 * Math.abs(draw.gaussian()) + 0.5 * extra);
        }
    }

    /** Gusts on a slow wind that follows the sun. */
    private static void wind(double[] x, double[] times, Draw draw) {
        double phase = draw.uniform();
        double slow = 0;
        for (int t = 0; t < x.length; t++) {
            slow = 0.97 * slow + 0.24 * draw.gaussian();
            double mean = 4 * Math.exp(0.5 * slow + 0.2 * TuningKinds.daily(times[t], phase));
            x[t] = Math.max(0, mean * (1 + 0.2 * draw.gaussian()));
        }
    }
}
