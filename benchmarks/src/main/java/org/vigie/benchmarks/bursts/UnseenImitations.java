/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import java.util.List;

/**
 * Kinds of the domains of {@link ImitationKinds} made by other processes. They were written and frozen before any constant
 * of the second edition was chosen, and none was chosen on them.
 */
final class UnseenImitations {
    static final List<String> FAMILIES = List.of(
            "cascade",
            "show",
            "loop-count",
            "bus-delay",
            "bids",
            "budget",
            "cold-store",
            "greenhouse",
            "batch-load",
            "cache-hits",
            "web-load",
            "grid");
    private static final double DAY = 86_400;

    private UnseenImitations() {}

    static int length(String family, Draw draw) {
        return switch (family) {
            case "cascade", "show" -> 9000 + draw.below(7000);
            case "grid", "cold-store", "web-load" -> 6000 + draw.below(8000);
            case "bids", "budget" -> 1300 + draw.below(900);
            default -> 2000 + draw.below(3000);
        };
    }

    static double step(String family) {
        return switch (family) {
            case "bids", "grid" -> 3600;
            case "greenhouse", "budget" -> 900;
            default -> 300;
        };
    }

    static double[] base(String family, double[] times, Draw draw) {
        double[] x = new double[times.length];
        switch (family) {
            case "cascade" -> cascade(x, draw);
            case "show" -> show(x, times, draw);
            case "loop-count" -> loopCount(x, times, draw);
            case "bus-delay" -> busDelay(x, times, draw);
            case "bids" -> bids(x, draw);
            case "budget" -> budget(x, times, draw);
            case "cold-store" -> coldStore(x, draw);
            case "greenhouse" -> greenhouse(x, times, draw);
            case "batch-load" -> batchLoad(x, draw);
            case "cache-hits" -> cacheHits(x, times, draw);
            case "web-load" -> webLoad(x, times, draw);
            default -> grid(x, times, draw);
        }
        return x;
    }

    /** Posts whose echoes fade as a power of their age, as those of a topic do. */
    private static void cascade(double[] x, Draw draw) {
        double own = draw.scale(-0.3, 1.5);
        double seeds = draw.scale(-3, -2);
        double tail = draw.between(1.7, 3);
        double[] echo = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            x[t] = draw.count(own + echo[t], 6);
            double seed = draw.chance(seeds) ? own * draw.pareto(tail) : 0;
            for (int later = 1; seed > 0 && later < 300 && t + later < x.length; later++) {
                echo[t + later] += seed / Math.pow(later, 0.8);
            }
        }
    }

    /** A weekly programme that everybody watches, over a daily rhythm. */
    private static void show(double[] x, double[] times, Draw draw) {
        double mean = draw.scale(0.3, 1.8);
        double phase = draw.uniform();
        int day = draw.below(7);
        double large = draw.between(2, 8);
        for (int t = 0; t < x.length; t++) {
            boolean on = Math.floorMod((long) Math.floor(times[t] / DAY), 7L) == day;
            double audience = on ? large * TuningKinds.bump(times[t], 20.5, 0.8) : 0;
            x[t] = draw.count(mean * (1 + 0.5 * TuningKinds.daily(times[t], phase) + audience), 8);
        }
    }

    private static void loopCount(double[] x, double[] times, Draw draw) {
        double mean = draw.scale(0.8, 2.2);
        double lights = draw.between(0, 0.5);
        for (int t = 0; t < x.length; t++) {
            double shape = 0.1
                    + TuningKinds.bump(times[t], 8, 1.3)
                    + 0.6 * TuningKinds.bump(times[t], 13, 3)
                    + TuningKinds.bump(times[t], 17.5, 1.6);
            double week = TuningKinds.weekend(times[t]) ? 0.55 : 1;
            x[t] = draw.poisson(mean * week * shape * (t % 2 == 0 ? 1 + lights : 1 - lights));
        }
    }

    /** Minutes late: gathers on the way, is made up at night. */
    private static void busDelay(double[] x, double[] times, Draw draw) {
        double keep = draw.between(0.8, 0.97);
        double late = 0;
        for (int t = 0; t < x.length; t++) {
            double rush = TuningKinds.bump(times[t], 8, 1.5) + TuningKinds.bump(times[t], 17, 1.5);
            late = keep * late + draw.exponential(0.2 + 0.5 * rush) - 0.1;
            x[t] = Math.max(-2, late + 0.4 * draw.gaussian());
        }
    }

    /** Two moods of a market, each with heavy tails. */
    private static void bids(double[] x, Draw draw) {
        double scale = draw.scale(-1, 2);
        double apart = draw.between(0.1, 0.6);
        double spread = draw.between(0.03, 0.15);
        boolean warm = false;
        for (int t = 0; t < x.length; t++) {
            warm = draw.chance(1.0 / 60) != warm;
            double student = draw.gaussian() / Math.sqrt(draw.gamma(1.5) / 1.5);
            x[t] = Math.max(0, scale * (1 + (warm ? apart : 0) + spread * student));
        }
    }

    /** Money left of a day's budget. */
    private static void budget(double[] x, double[] times, Draw draw) {
        double whole = draw.scale(1, 4);
        double pace = draw.between(0.7, 1.3);
        double spent = 0;
        long day = Long.MIN_VALUE;
        for (int t = 0; t < x.length; t++) {
            long today = (long) Math.floor(times[t] / DAY);
            spent = today == day ? spent : 0;
            day = today;
            spent += pace / 96 * draw.exponential(1) * (1 + 0.5 * TuningKinds.daily(times[t], 0.3));
            x[t] = whole * Math.max(0, 1 - spent);
        }
    }

    /** A cold room that is thawed every few hours, and warms when its door is open. */
    private static void coldStore(double[] x, Draw draw) {
        int every = 60 + draw.below(120);
        double thaw = draw.between(1, 6);
        double door = draw.scale(-2.5, -1.5);
        double warm = 0;
        for (int t = 0; t < x.length; t++) {
            warm = 0.85 * warm + (t % every == 0 ? thaw : 0) + (draw.chance(door) ? draw.exponential(1) : 0);
            x[t] = -20 + warm + 0.15 * draw.gaussian();
        }
    }

    /** Sun through glass, and clouds. */
    private static void greenhouse(double[] x, double[] times, Draw draw) {
        double gain = draw.between(5, 20);
        double cloud = 0;
        double heat = 0;
        for (int t = 0; t < x.length; t++) {
            cloud = 0.95 * cloud + 0.2 * draw.gaussian();
            double sun = Math.max(0, -Math.cos(2 * Math.PI * times[t] / DAY)) / (1 + Math.exp(cloud));
            heat = 0.8 * heat + 0.2 * gain * 2 * sun;
            x[t] = 12 + heat + 0.2 * draw.gaussian();
        }
    }

    /** Jobs of many lengths, some on the clock, each at full load. */
    private static void batchLoad(double[] x, Draw draw) {
        int every = 12 * (1 + draw.below(24));
        double jobs = draw.scale(-2.5, -1.3);
        double idle = draw.between(1, 10);
        double full = draw.between(40, 95);
        int left = 0;
        for (int t = 0; t < x.length; t++) {
            left = Math.max(0, left - 1);
            left = t % every == 0 || draw.chance(jobs) ? Math.max(left, 1 + (int) draw.exponential(4)) : left;
            x[t] = left > 0 ? full + 3 * draw.gaussian() : idle + 0.5 * Math.abs(draw.gaussian());
        }
    }

    /** A share near 1 that dips when the cache is emptied. */
    private static void cacheHits(double[] x, double[] times, Draw draw) {
        double usual = draw.between(2, 4.5);
        double noise = draw.between(0.05, 0.3);
        double empties = draw.scale(-3, -2);
        double cold = 0;
        for (int t = 0; t < x.length; t++) {
            cold = 0.9 * cold + (draw.chance(empties) ? draw.between(0.5, 2) : 0);
            double logit = usual - cold + 0.3 * TuningKinds.daily(times[t], 0.2) + noise * draw.gaussian();
            x[t] = 100 / (1 + Math.exp(-logit));
        }
    }

    /** Load averages of a web server: visits of today, crawlers, and slow growth of the site. */
    private static void webLoad(double[] x, double[] times, Draw draw) {
        double phase = draw.uniform();
        double swing = draw.between(0.2, 0.7);
        double growth = draw.between(0, 0.5);
        double crawl = draw.scale(-3, -2);
        double crawler = 0;
        double load = 1;
        for (int t = 0; t < x.length; t++) {
            crawler = 0.93 * crawler + (draw.chance(crawl) ? draw.between(0.3, 1.5) : 0);
            double aim = (1 + swing * TuningKinds.daily(times[t], phase)) * (1 + growth * t / x.length) + crawler;
            load = 0.7 * load + 0.3 * aim * (1 + 0.2 * draw.gaussian());
            x[t] = Math.max(0, load);
        }
    }

    private static void grid(double[] x, double[] times, Draw draw) {
        double phase = draw.uniform();
        double season = draw.between(0.05, 0.25);
        double noise = draw.between(0.01, 0.05);
        double weather = 0;
        for (int t = 0; t < x.length; t++) {
            weather = 0.99 * weather + 0.02 * draw.gaussian();
            double shape = 1
                    + 0.2 * TuningKinds.daily(times[t], 0.6)
                    + 0.1 * TuningKinds.bump(times[t], 19, 2)
                    + season * Math.sin(2 * Math.PI * (times[t] / DAY / 365 + phase));
            x[t] = 5000 * (shape * (TuningKinds.weekend(times[t]) ? 0.85 : 1) + weather + noise * draw.gaussian());
        }
    }
}
