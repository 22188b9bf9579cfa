/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

import java.util.OptionalDouble;

/**
 * An early-warning monitor for one series of any kind and scale, with nothing to tune: counts, loads, temperatures,
 * click rates, volumes.
 *
 * <p>Mutable, one instance for one series; not thread-safe. O(1) time and memory a row; deterministic.
 */
public final class SeriesMonitor {
    private static final double ALARM = 0.05;

    private final RecordMonitor value = RecordMonitor.withDefaults();
    private final RecordMonitor change = RecordMonitor.withDefaults();
    private final RecordMonitor mean = RecordMonitor.withDefaults();
    private double last = Double.NaN;
    private double average = Double.NaN;

    private SeriesMonitor() {}

    /**
     * A new monitor that has seen nothing.
     *
     * @return the monitor
     */
    public static SeriesMonitor withDefaults() {
        return new SeriesMonitor();
    }

    /**
     * Takes the next row.
     *
     * @param timeSeconds the time of the row, in seconds
     * @param newValue the value; NaN for a missing one, which scores 0
     * @return what the monitor says about the row
     */
    public BurstScore update(double timeSeconds, double newValue) {
        Checks.finite("timeSeconds", timeSeconds);
        if (!(Math.abs(newValue) < Double.POSITIVE_INFINITY)) {
            return new BurstScore(0, 1, average, false, OptionalDouble.empty());
        }
        double expected = Double.isNaN(average) ? newValue : average;
        double step = Double.isNaN(last) ? 0 : Math.abs(newValue - last);
        last = newValue;
        average = Double.isNaN(average) ? newValue : average + 2.0 / 13 * (newValue - average);
        BurstScore a = value.update(newValue);
        BurstScore b = change.update(step);
        BurstScore c = mean.update(average);
        double score = Math.max(a.score(), Math.max(b.score(), c.score()));
        double pValue = Math.min(1, 3 * Math.min(a.pValue(), Math.min(b.pValue(), c.pValue())));
        boolean alarm = score >= ALARM;
        return new BurstScore(
                score, pValue, expected, alarm, alarm ? OptionalDouble.of(timeSeconds) : OptionalDouble.empty());
    }
}
