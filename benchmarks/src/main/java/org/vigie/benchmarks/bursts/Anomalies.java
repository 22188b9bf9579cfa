/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import java.util.Arrays;

/** Plants anomalies into a series, in place, from a row on. */
final class Anomalies {
    private static final double DAY = 86_400;

    private final double[] x;
    private final int day;
    private final Draw draw;
    private final double low;
    private final double high;
    private final double deviation;

    Anomalies(double[] x, double[] times, double step, Draw draw) {
        this.x = x;
        this.day = (int) Math.max(2, DAY * x.length / Math.max(step, times[x.length - 1] - times[0]));
        this.draw = draw;
        this.low = Arrays.stream(x).min().orElse(0);
        this.high = Arrays.stream(x).max().orElse(0);
        double mean = Arrays.stream(x).average().orElse(0);
        double variance =
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElse(0);
        this.deviation = Math.sqrt(Math.max(1e-12 + 1e-6 * mean * mean, variance));
    }

    /** Plants what fits the kind of series. */
    void plant(String family, int at) {
        switch (family) {
            case "volume", "mentions" -> wave(at, draw.between(0.4, 2.5));
            case "visits", "requests" -> {
                switch (draw.below(4)) {
                    case 0 -> wave(at, draw.between(0.5, 2));
                    case 1 -> scaleDay(at, true);
                    default -> any(at);
                }
            }
            case "demand", "daily-square", "power" -> {
                switch (draw.below(6)) {
                    case 0 -> anotherHour(at);
                    case 1 -> any(at);
                    default -> scaleDay(at, false);
                }
            }
            case "occupancy", "throughput", "ambient", "humidity" -> {
                switch (draw.below(5)) {
                    case 0 -> scaleDay(at, false);
                    case 1 -> anotherHour(at);
                    default -> any(at);
                }
            }
            case "speed" -> {
                if (draw.chance(0.6)) {
                    hold(at, 2 + draw.below(30), low + (high - low) * draw.between(-0.2, 0.2));
                } else {
                    any(at);
                }
            }
            case "machine" -> {
                if (draw.chance(0.6)) {
                    slide(at);
                } else {
                    any(at);
                }
            }
            default -> any(at);
        }
    }

    private void any(int at) {
        switch (draw.below(14)) {
            case 0, 1, 2, 3 -> hold(at, 1 + draw.below(6), low + (high - low) * draw.between(0.9, 2.5));
            case 4 -> hold(at, 1 + draw.below(12), low - (high - low) * draw.between(0, 0.5));
            case 5 -> shift(at, x.length);
            case 6, 7 -> shift(at, at + 20 + draw.below(300));
            case 8 -> spread(at, draw.between(2.5, 6));
            case 9 -> spread(at, draw.between(0.02, 0.3));
            case 10 -> hold(at, 60 + draw.below(250), x[at]);
            case 11 -> spikes(at);
            case 12 -> slide(at);
            default -> scaleDay(at, draw.chance(0.5));
        }
    }

    private int end(int to) {
        return Math.min(x.length, to);
    }

    /** A few rows, or a stuck sensor, near one value. */
    private void hold(int at, int rows, double value) {
        double wobble = rows < 20 ? 0.1 * Math.abs(value - x[at]) : 0;
        for (int t = at; t < end(at + rows); t++) {
            x[t] = value + wobble * draw.between(-1, 1);
        }
    }

    private void shift(int at, int to) {
        double by = deviation * draw.between(1.5, 6) * (draw.chance(0.35) ? -1 : 1);
        for (int t = at; t < end(to); t++) {
            x[t] += by;
        }
    }

    private void spread(int at, double factor) {
        double middle = Arrays.stream(x, at, end(at + 50)).average().orElse(0);
        for (int t = at; t < end(at + 100 + draw.below(400)); t++) {
            x[t] = middle + (x[t] - middle) * factor;
        }
    }

    /** Spikes as in normal life, but many of them. */
    private void spikes(int at) {
        int apart = 1 + draw.below(6);
        for (int t = at; t < end(at + 150); t += 1 + draw.below(apart)) {
            x[t] = low + (high - low) * draw.between(0.5, 1.05);
        }
    }

    /** A way up or down over minutes or hours, a stay, and an end at once. */
    private void slide(int at) {
        double by = deviation * draw.between(2.5, 8) * (draw.chance(0.25) ? 1 : -1);
        int ramp = 1 + draw.below(draw.chance(0.3) ? 300 : 40);
        int stay = 20 + draw.below(200);
        for (int t = at; t < end(at + ramp + stay); t++) {
            x[t] += by * Math.min(1, (t - at + 1.0) / ramp);
        }
    }

    /** A holiday or a fair: a day, or a part of it, lower or higher than its like. */
    private void scaleDay(int at, boolean up) {
        double factor = up || draw.chance(0.3) ? draw.between(1.3, 2) : draw.between(0.1, 0.75);
        for (int t = at; t < end(at + (int) (day * draw.between(0.3, 1.5))); t++) {
            x[t] = Math.min(low, 0) + (x[t] - Math.min(low, 0)) * factor;
        }
    }

    /** A day whose hours are those of another time. */
    private void anotherHour(int at) {
        int apart = (int) (day * draw.between(0.2, 0.8));
        for (int t = at; t < end(at + day); t++) {
            x[t] = x[Math.max(0, t - apart)];
        }
    }

    /** A wave of attention: rises at once or within the hour, then fades; its peak is of the order of the highest ever. */
    private void wave(int at, double size) {
        double peak = Math.max(8, high * size);
        double fade = 1 - 1 / draw.between(3, 60);
        int rise = 1 + draw.below(12);
        double now = 0;
        for (int t = Math.max(0, at - rise); t < end(at + 400); t++) {
            now = t <= at ? peak * (t - at + rise) / rise : now * fade;
            x[t] += draw.poisson(Math.max(0, now * draw.between(0.6, 1.3)));
        }
    }
}
