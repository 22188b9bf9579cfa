/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import java.util.Arrays;

/**
 * Plants anomalies with a known cause, in place, from a row on: those that the monitors promise to see, at sizes from
 * plain to hard.
 */
final class Causes {
    private static final double DAY = 86_400;

    private final double[] x;
    private final int day;
    private final Draw draw;
    private final double low;
    private final double middle;
    private final double high;
    private final boolean positive;

    Causes(double[] x, double[] times, double step, Draw draw) {
        this.x = x;
        this.day = (int) Math.max(2, DAY * x.length / Math.max(step, times[x.length - 1] - times[0]));
        this.draw = draw;
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        this.low = sorted[sorted.length / 100];
        this.middle = sorted[sorted.length / 2];
        this.high = sorted[sorted.length - 1 - sorted.length / 100];
        this.positive = sorted[0] >= 0;
    }

    /** Plants one that fits the kind of series. */
    void plant(String family, int at) {
        boolean volume = family.equals("hashtag")
                || family.equals("ticker")
                || family.equals("cascade")
                || family.equals("show");
        if (volume && draw.chance(0.6)) {
            wave(at);
            return;
        }
        switch (draw.below(12)) {
            case 0, 1 -> spike(at, 1 + draw.below(4));
            case 2 -> repeat(at);
            case 3 -> growth(at);
            case 4 -> climb(at);
            case 5, 6 -> drop(at, 2 + draw.below(100));
            case 7 -> flat(at);
            case 8, 9 -> rhythm(at);
            case 10 -> level(at);
            default -> failure(at);
        }
    }

    private double spread() {
        return Math.max(1e-9 + 1e-3 * Math.abs(middle), high - low);
    }

    private int end(int to) {
        return Math.min(x.length, to);
    }

    private void spike(int at, int rows) {
        double by = spread() * draw.between(0.7, 3);
        for (int t = at; t < end(at + rows); t++) {
            x[t] += by * draw.between(0.8, 1.2);
        }
    }

    /** Two spikes of one height. */
    private void repeat(int at) {
        double by = spread() * draw.between(1, 3);
        x[at] += by;
        int second = at + 2 + draw.below(60);
        if (second < x.length) {
            x[second] += by;
        }
    }

    /** Some per cent a row, to several times the usual. */
    private void growth(int at) {
        double rate = draw.between(0.01, 0.06);
        double most = draw.between(3, 30);
        double factor = 1;
        for (int t = at; t < end(at + 200) && factor < most; t++) {
            factor *= 1 + rate;
            x[t] = positive ? x[t] * factor : x[t] + spread() * Math.log(factor);
        }
    }

    /** Straight up, over an hour or a day. */
    private void climb(int at) {
        double by = spread() * draw.between(1, 6);
        int rows = 20 + draw.below(250);
        for (int t = at; t < end(at + rows); t++) {
            x[t] += by * (t - at + 1) / rows;
        }
    }

    private void drop(int at, int rows) {
        double floor = positive && draw.chance(0.5) ? 0 : low - spread() * draw.between(0, 0.5);
        for (int t = at; t < end(at + rows); t++) {
            x[t] = Math.min(x[t], floor);
        }
    }

    private void flat(int at) {
        double held = draw.chance(0.7) ? x[at] : middle;
        for (int t = at; t < end(at + 40 + draw.below(200)); t++) {
            x[t] = held;
        }
    }

    /** The hours of another time, a quiet day, or a day without its shape. */
    private void rhythm(int at) {
        int rows = (int) (day * draw.between(0.4, 1.2));
        int apart = (int) (day * draw.between(0.3, 0.7));
        double factor = draw.between(0.3, 0.8);
        int how = draw.below(3);
        for (int t = at; t < end(at + rows); t++) {
            x[t] = switch (how) {
                case 0 -> x[Math.max(0, t - apart)];
                case 1 -> low + (x[t] - low) * factor;
                default -> middle + 0.3 * (x[t] - x[Math.max(0, t - day)]);
            };
        }
    }

    private void level(int at) {
        double by = spread() * draw.between(0.4, 1.5) * (draw.chance(0.3) ? -1 : 1);
        for (int t = at; t < end(at + 100 + draw.below(1000)); t++) {
            x[t] += by;
        }
    }

    /** A slow warning, then a breakdown, then as before. */
    private void failure(int at) {
        int warning = 30 + draw.below(200);
        int down = 10 + draw.below(100);
        double by = spread() * draw.between(0.3, 0.8) * (draw.chance(0.5) ? 1 : -1);
        for (int t = at; t < end(at + warning); t++) {
            x[t] += by * (t - at) / warning;
        }
        double floor =
                draw.chance(0.7) ? low - spread() * draw.between(0.2, 1.5) : high + spread() * draw.between(0.2, 1);
        for (int t = at + warning; t < end(at + warning + down); t++) {
            x[t] = floor + 0.02 * spread() * draw.gaussian();
        }
    }

    /** Attention that arrives within an hour and fades. */
    private void wave(int at) {
        double peak = Math.max(6, spread() * draw.between(0.6, 3));
        int rise = 1 + draw.below(15);
        double keep = 1 - 1 / draw.between(4, 50);
        double now = 0;
        for (int t = at; t < end(at + 300); t++) {
            now = t < at + rise ? peak * (t - at + 1) / rise : now * keep;
            x[t] += draw.poisson(now * draw.between(0.7, 1.3));
        }
    }
}
