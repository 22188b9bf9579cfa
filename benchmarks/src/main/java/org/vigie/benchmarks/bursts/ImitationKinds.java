/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import java.util.List;

/**
 * Kinds on which constants may be chosen. They imitate volumes of hashtags, roads, advertising, temperatures and the
 * load of machines, with ordinary events that nobody labels.
 */
final class ImitationKinds {
    static final List<String> FAMILIES = List.of(
            "hashtag",
            "ticker",
            "lane-speed",
            "road-time",
            "click-cost",
            "impressions",
            "room",
            "engine",
            "fleet-cpu",
            "backup-traffic",
            "rides",
            "typing");

    private ImitationKinds() {}

    static int length(String family, Draw draw) {
        return switch (family) {
            case "hashtag", "ticker" -> 8000 + draw.below(8000);
            case "engine", "fleet-cpu" -> 10_000 + draw.below(10_000);
            case "rides" -> 6000 + draw.below(5000);
            case "room" -> 5000 + draw.below(3000);
            case "click-cost", "impressions" -> 1400 + draw.below(400);
            default -> 1500 + draw.below(3000);
        };
    }

    static double step(String family) {
        return switch (family) {
            case "click-cost", "impressions", "room" -> 3600;
            case "rides" -> 1800;
            default -> 300;
        };
    }

    static double[] base(String family, double[] times, Draw draw) {
        double[] x = new double[times.length];
        switch (family) {
            case "hashtag" -> hashtag(x, times, draw);
            case "ticker" -> ticker(x, times, draw);
            case "lane-speed" -> laneSpeed(x, times, draw);
            case "road-time" -> roadTime(x, times, draw);
            case "click-cost" -> clickCost(x, times, draw);
            case "impressions" -> impressions(x, times, draw);
            case "room" -> room(x, times, draw);
            case "engine" -> engine(x, draw);
            case "fleet-cpu" -> fleetCpu(x, times, draw);
            case "backup-traffic" -> backupTraffic(x, times, draw);
            case "rides" -> rides(x, times, draw);
            default -> typing(x, draw);
        }
        return x;
    }

    /** Self-exciting counts on a daily rhythm: a few a bin, with cascades of all sizes. */
    private static void hashtag(double[] x, double[] times, Draw draw) {
        double own = draw.scale(-0.5, 1.2);
        double echo = draw.between(0.3, 0.75);
        double keep = 1 - 1 / draw.between(2, 12);
        double phase = draw.uniform();
        double swing = draw.between(0.2, 1);
        double size = draw.between(2, 20);
        double excited = 0;
        for (int t = 0; t < x.length; t++) {
            double rhythm = Math.exp(swing * TuningKinds.daily(times[t], phase));
            double known = draw.chance(0.0015) ? own * draw.pareto(1.6) : 0;
            x[t] = draw.count(own * rhythm + echo * excited + known, size);
            excited = keep * excited + (1 - keep) * x[t];
        }
    }

    /** Mentions of a share: busy while a market is open, quiet at night, with short flurries. */
    private static void ticker(double[] x, double[] times, Draw draw) {
        double night = draw.scale(0, 1.3);
        double open = draw.between(1.3, 5);
        double flurries = draw.scale(-3.2, -2.2);
        double tail = draw.between(1.8, 3.5);
        double size = draw.between(2, 10);
        double flurry = 0;
        for (int t = 0; t < x.length; t++) {
            flurry = 0.75 * flurry + (draw.chance(flurries) ? night * draw.pareto(tail) : 0);
            double hour = TuningKinds.hour(times[t]);
            boolean market = !TuningKinds.weekend(times[t]) && hour > 14 && hour < 21;
            double shape = market ? open * (1 + 0.5 * TuningKinds.bump(times[t], 14.5, 0.7)) : 1;
            x[t] = draw.count(night * shape + flurry, size);
        }
    }

    private static void laneSpeed(double[] x, double[] times, Draw draw) {
        double free = draw.between(55, 75);
        double deep = draw.between(0.1, 0.7);
        double noise = draw.between(0.02, 0.1);
        double jams = draw.scale(-2.7, -1.8);
        double jam = 0;
        for (int t = 0; t < x.length; t++) {
            jam = 0.8 * jam + (draw.chance(jams) ? draw.between(0.1, 0.6) : 0);
            double rush = TuningKinds.weekend(times[t])
                    ? 0
                    : TuningKinds.bump(times[t], 7.5, 1) + TuningKinds.bump(times[t], 17, 1.3);
            x[t] = Math.max(
                    3, free * (1 - deep * Math.min(1, rush)) * Math.max(0.1, 1 - jam) * (1 + noise * draw.gaussian()));
        }
    }

    /** Whole seconds, irregular rows, a long tail. */
    private static void roadTime(double[] x, double[] times, Draw draw) {
        double free = draw.scale(1.8, 2.8);
        double rush = draw.between(0.1, 1.2);
        double tail = draw.between(1.8, 4);
        double often = draw.between(0.005, 0.06);
        for (int t = 0; t < x.length; t++) {
            double load = rush * (TuningKinds.bump(times[t], 8, 1.5) + TuningKinds.bump(times[t], 17, 2));
            double stop = draw.chance(often) ? 0.5 * draw.pareto(tail) : 0;
            x[t] = Math.rint(free * (1 + load + stop + 0.12 * Math.abs(draw.gaussian())));
        }
    }

    private static void clickCost(double[] x, double[] times, Draw draw) {
        double scale = draw.scale(-2, 0.5);
        double spread = draw.between(0.05, 0.4);
        double often = draw.scale(-2.4, -1.3);
        double tail = draw.between(1.7, 4);
        double level = 0;
        for (int t = 0; t < x.length; t++) {
            level = 0.96 * level + 0.06 * draw.gaussian();
            double dear = draw.chance(often) ? draw.pareto(tail) : 1;
            double day = 0.15 * TuningKinds.bump(times[t], 20, 4);
            x[t] = scale * Math.exp(level + day + spread * draw.gaussian()) * dear;
        }
    }

    /** Campaigns start and end, which is no anomaly. */
    private static void impressions(double[] x, double[] times, Draw draw) {
        double scale = draw.scale(0, 4);
        double phase = draw.uniform();
        double swing = draw.between(0.2, 0.8);
        double spread = draw.between(0.05, 0.3);
        double level = 1;
        for (int t = 0; t < x.length; t++) {
            level = draw.chance(1.0 / 250) ? draw.between(0.5, 1.5) : level;
            double rhythm = 1 + swing * TuningKinds.daily(times[t], phase);
            x[t] = scale * level * rhythm * Math.exp(spread * draw.gaussian());
        }
    }

    /** A thermostat that follows the weather a little. */
    private static void room(double[] x, double[] times, Draw draw) {
        double band = draw.between(0.3, 2);
        double outside = 0;
        double phase = draw.uniform();
        double influence = draw.between(0.1, 1);
        double slow = draw.between(0.5, 3);
        for (int t = 0; t < x.length; t++) {
            outside = 0.98 * outside + 0.2 * draw.gaussian();
            double heat = band * (t % 5 < 2 ? 1 : -1) * draw.between(0.2, 1);
            x[t] = 70 + slow * outside + influence * 3 * TuningKinds.daily(times[t], phase) + heat;
        }
    }

    /** Bearings that are as warm as the work is hard. */
    private static void engine(double[] x, Draw draw) {
        double keep = 1 - 1 / draw.between(20, 200);
        double noise = draw.between(0.1, 1);
        double job = 0;
        double warm = 0;
        for (int t = 0; t < x.length; t++) {
            job = draw.chance(1.0 / 400) ? draw.between(-4, 4) : job;
            warm = keep * warm + (1 - keep) * (job + 5 * draw.gaussian());
            x[t] = 85 + 3 * warm + noise * draw.gaussian();
        }
    }

    /** The mean of a group of machines that grows and shrinks with its load. */
    private static void fleetCpu(double[] x, double[] times, Draw draw) {
        double aim = draw.between(25, 60);
        double phase = draw.uniform();
        double swing = draw.between(0.05, 0.5);
        double machines = 4;
        double noise = draw.between(0.02, 0.12);
        for (int t = 0; t < x.length; t++) {
            double work = aim
                    * 4
                    * (1 + swing * TuningKinds.daily(times[t], phase))
                    * (TuningKinds.weekend(times[t]) ? 0.8 : 1);
            double share = work / machines;
            if (t % 6 == 0) {
                machines = Math.max(1, machines + (share > 1.2 * aim ? 1 : share < 0.8 * aim ? -1 : 0));
            }
            x[t] = Math.max(0, Math.min(100, share * (1 + noise * draw.gaussian())));
        }
    }

    /** Little but noise, and a copy of everything at the same hour of each day. */
    private static void backupTraffic(double[] x, double[] times, Draw draw) {
        double scale = draw.scale(3, 7);
        double hour = draw.between(0, 24);
        double large = draw.scale(0.3, 1.5);
        double spread = draw.between(0.1, 0.6);
        double uploads = draw.scale(-3, -1.7);
        for (int t = 0; t < x.length; t++) {
            double backup = TuningKinds.bump(times[t], hour, 0.5) > 0.6 ? large * draw.between(0.8, 1.1) : 0;
            double upload = draw.chance(uploads) ? draw.exponential(large) : 0;
            x[t] = scale * (Math.exp(spread * draw.gaussian()) + backup + upload);
        }
    }

    private static void rides(double[] x, double[] times, Draw draw) {
        double mean = draw.scale(2, 4.2);
        double noise = draw.between(0.03, 0.12);
        double weather = 0;
        for (int t = 0; t < x.length; t++) {
            weather = 0.97 * weather + 0.25 * noise * draw.gaussian();
            boolean free = TuningKinds.weekend(times[t]);
            double shape = 0.3
                    + (free ? 0.3 : 0.9) * TuningKinds.bump(times[t], 8.5, 1.7)
                    + TuningKinds.bump(times[t], 19, 3.5)
                    + (free ? 0.9 : 0.2) * TuningKinds.bump(times[t], 0, 2);
            x[t] = Math.max(0, Math.rint(mean * shape * (1 + weather + noise * draw.gaussian())));
        }
    }

    /** How long keys are held: skewed, with slow hours and a pause now and then. */
    private static void typing(double[] x, Draw draw) {
        double spread = draw.between(0.1, 0.5);
        double pauses = draw.scale(-2.5, -1.5);
        double mood = 0;
        for (int t = 0; t < x.length; t++) {
            mood = 0.99 * mood + 0.03 * draw.gaussian();
            double pause = draw.chance(pauses) ? draw.exponential(1) : 0;
            x[t] = 0.1 * Math.exp(mood + spread * draw.gaussian()) + 0.1 * pause;
        }
    }
}
