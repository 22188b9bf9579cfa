/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import java.util.OptionalDouble;
import org.vigie.core.internal.Checks;

/**
 * Ranks rows by how far they leave the range of all rows before them.
 *
 * <p>Let M and m be the largest and the smallest value so far. A row x beyond them has the exceedance e = (x - M) / (M
 * - m), or (m - x) / (M - m). Its score is e / (1 + e), damped over the first rows. The score has no unit and no
 * parameter of scale. Among n exchangeable rows only about 2 ln n are records at all, whatever their distribution; this
 * keeps false alarms rare. Source of the theory of records: K. N. Chandler, The distribution and frequency of record
 * values, 1952.
 *
 * <p>The p-value is that of a record: 2 / (n + 1) for row n + 1 when rows are exchangeable, 1 for any other row.
 *
 * <p>Mutable, one instance for one series; not thread-safe. O(1) time and memory a row; deterministic.
 */
public final class RecordMonitor implements Monitor {
    private static final int KIND = 5;
    private static final int VERSION = 1;

    private static final double DAMPING = 100;
    private static final double ALARM = 0.05;

    private double high = Double.NEGATIVE_INFINITY;
    private double low = Double.POSITIVE_INFINITY;
    private long rows;

    private RecordMonitor() {}

    /**
     * A new monitor that has seen nothing.
     *
     * @return the monitor
     */
    public static RecordMonitor withDefaults() {
        return new RecordMonitor();
    }

    @Override
    public RecordMonitor fresh() {
        return new RecordMonitor();
    }

    /**
     * Takes the next row. Rows are taken in the order in which they come.
     *
     * @param time the time of the row, in any unit; the onset of a record, which stands for itself
     * @param value the value
     * @return what the monitor says about the row; the expected value is the nearest one inside the past range
     * @throws IllegalArgumentException if the time or the value is not finite
     */
    @Override
    public BurstScore update(double time, double value) {
        Checks.finite("time", time);
        Checks.finite("value", value);
        double exceedance = 0;
        double expected = rows == 0 ? value : Math.max(low, Math.min(high, value));
        double pValue = 1;
        OptionalDouble onset = OptionalDouble.empty();
        if (rows > 0 && expected != value) {
            double range = high - low;
            double beyond = Math.abs(value - expected);
            exceedance = (range > 0 ? beyond / range : 1) * rows / (rows + DAMPING);
            pValue = Math.min(1, 2.0 / (rows + 1));
            onset = OptionalDouble.of(time);
        }
        rows++;
        high = Math.max(high, value);
        low = Math.min(low, value);
        // e / (1 + e), for an infinite e too
        double score = exceedance < 1e300 ? exceedance / (1 + exceedance) : 1;
        return new BurstScore(score, pValue, expected, score >= ALARM, onset);
    }

    @Override
    public byte[] toBytes() {
        return Saved.write(KIND, VERSION, out -> {
            out.writeDouble(high);
            out.writeDouble(low);
            out.writeLong(rows);
        });
    }

    /**
     * Restores a monitor that continues exactly where the saved one was.
     *
     * @param bytes the saved state
     * @return the monitor
     * @throws IllegalArgumentException if the bytes are damaged, or are not a saved monitor of this class and version
     */
    public static RecordMonitor fromBytes(byte[] bytes) {
        return Saved.read(bytes, KIND, VERSION, "RecordMonitor", in -> {
            RecordMonitor monitor = new RecordMonitor();
            monitor.high = in.readDouble();
            monitor.low = in.readDouble();
            monitor.rows = Saved.readRows(in, "rows");
            Saved.checkRange("range", monitor.low, monitor.high, monitor.rows > 0);
            return monitor;
        });
    }
}
