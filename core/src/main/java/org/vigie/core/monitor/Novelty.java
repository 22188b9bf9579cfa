/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.vigie.core.internal.Checks;

/**
 * The distance of a row of features from everything seen before. It is the Chebyshev distance to the nearest of a
 * bounded set of remembered rows. Each feature is measured in units of its own range so far.
 *
 * <p>In one dimension and beyond the range this is the exceedance of {@link RecordMonitor}. In several dimensions it
 * also sees combinations that never occurred, such as a value held still inside the range. A row is remembered when it
 * is further than {@code radius} from all others, so the geometry bounds their number. When the set is full, the
 * nearest one moves. Among n rows one row stretches a range by at most {@code settling / n} of it. So one wild value
 * does not make the series blind to all that is smaller.
 */
final class Novelty {
    private final int capacity;
    private final double radius;
    private final double settling;
    private final double[] high = new double[3];
    private final double[] low = new double[3];
    /** The remembered rows, one array for each feature, so that the scan runs over contiguous memory. */
    private final double[][] remembered;

    private int count;
    private long rows;
    /** The slot that the last ordinary row was near to: the next row is mostly near to it too. */
    private int latest;

    private boolean remembersLast;

    Novelty(int capacity, double radius, double settling) {
        this.capacity = capacity;
        this.radius = radius;
        this.settling = settling;
        this.remembered = new double[3][Math.min(16, capacity)];
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        Arrays.fill(low, Double.POSITIVE_INFINITY);
    }

    /**
     * Learns the row of three features and returns its distance, damped by n / (n + settling). Where some remembered row
     * is within the radius and the damped distance to it at most {@code enough}, the search ends there with 0.
     */
    double update(double a, double b, double c, double enough) {
        double scaleA = scale(0);
        double scaleB = scale(1);
        double scaleC = scale(2);
        double damping = rows / (rows + settling);
        boolean left = left(0, a) || left(1, b) || left(2, c);
        double limit = left || rows == 0 ? -1 : Math.min(radius, enough / damping);
        double distance = 0;
        if (rows > 0) {
            distance = nearest(a, b, c, scaleA, scaleB, scaleC, limit);
            // A feature that never varied has no range yet: any difference is one whole range.
            distance = left ? Math.max(1, distance) : distance;
        }
        boolean ordinary = rows > 0 && distance <= limit;
        remembersLast = rows == 0 || distance > radius;
        if (remembersLast) {
            int slot = count < capacity ? count++ : latest;
            makeRoom(count);
            remembered[0][slot] = a;
            remembered[1][slot] = b;
            remembered[2][slot] = c;
            latest = slot;
        }
        double growth = settling / (rows + 1);
        learn(0, a, growth);
        learn(1, b, growth);
        learn(2, c, growth);
        rows++;
        return ordinary ? 0 : distance * damping;
    }

    /** Most series are unlike themselves only a few dozen times, and there may be many series. */
    private void makeRoom(int wanted) {
        int room = remembered[0].length;
        if (wanted > room) {
            for (int j = 0; j < remembered.length; j++) {
                remembered[j] = Arrays.copyOf(remembered[j], Math.min(capacity, Math.max(wanted, 2 * room)));
            }
        }
    }

    /** Whether the last row was unlike all before it. */
    boolean remembersLast() {
        return remembersLast;
    }

    /** The distance to the nearest remembered row, or to the first found within the limit; its slot is the latest. */
    private double nearest(double a, double b, double c, double scaleA, double scaleB, double scaleC, double limit) {
        double[] as = remembered[0];
        double[] bs = remembered[1];
        double[] cs = remembered[2];
        double distance = Double.POSITIVE_INFINITY;
        int nearest = latest;
        for (int i = -1; i < count; i++) {
            int slot = i < 0 ? latest : i;
            double apartA = Math.abs(a - as[slot]) * scaleA;
            double apartB = Math.abs(b - bs[slot]) * scaleB;
            double apartC = Math.abs(c - cs[slot]) * scaleC;
            double apart = Math.max(apartA, Math.max(apartB, apartC));
            if (apart < distance) {
                distance = apart;
                nearest = slot;
                if (apart <= limit) {
                    break;
                }
            }
        }
        latest = nearest;
        return distance;
    }

    private double scale(int feature) {
        double range = high[feature] - low[feature];
        return range > 0 ? 1 / range : 0;
    }

    private boolean left(int feature, double value) {
        return high[feature] == low[feature] && value != high[feature];
    }

    private void learn(int feature, double value, double growth) {
        double range = high[feature] - low[feature];
        boolean bounded = range > 0;
        high[feature] = Math.max(high[feature], bounded ? Math.min(value, high[feature] + growth * range) : value);
        low[feature] = Math.min(low[feature], bounded ? Math.max(value, low[feature] - growth * range) : value);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(rows);
        out.writeInt(count);
        out.writeInt(latest);
        for (int j = 0; j < 3; j++) {
            out.writeDouble(high[j]);
            out.writeDouble(low[j]);
            for (int i = 0; i < count; i++) {
                out.writeDouble(remembered[j][i]);
            }
        }
    }

    void read(DataInputStream in) throws IOException {
        rows = Saved.readRows(in, "rows");
        count = (int) Checks.between("count", (long) in.readInt(), Math.min(1, rows), Math.min(capacity, rows));
        makeRoom(count);
        latest = Checks.between("latest", in.readInt(), 0, Math.max(0, count - 1));
        for (int j = 0; j < 3; j++) {
            high[j] = in.readDouble();
            low[j] = in.readDouble();
            Saved.checkRange("range of a feature", low[j], high[j], rows > 0);
            for (int i = 0; i < count; i++) {
                remembered[j][i] = Checks.finite("remembered value", in.readDouble());
            }
        }
    }
}
