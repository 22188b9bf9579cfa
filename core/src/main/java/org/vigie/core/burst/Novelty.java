/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * The distance of a row of features from everything seen before: Chebyshev distance to the nearest of a bounded set of
 * remembered rows, each feature measured in units of its own range so far.
 *
 * <p>In one dimension and beyond the range this is the exceedance of {@link RecordMonitor}; in several it also sees
 * combinations that never occurred, such as a value held still inside the range. A row is remembered when it is
 * further than {@code radius} from all others, so that their number is bounded by the geometry and, when full, the
 * nearest one moves.
 */
final class Novelty {
    private final int features;
    private final int capacity;
    private final double radius;
    private final double damping;
    private final double[] remembered;
    private final double[] high;
    private final double[] low;
    private final double[] scale;
    private int count;
    private long rows;

    Novelty(int features, int capacity, double radius, double damping) {
        this.features = features;
        this.capacity = capacity;
        this.radius = radius;
        this.damping = damping;
        this.remembered = new double[features * capacity];
        this.high = new double[features];
        this.low = new double[features];
        this.scale = new double[features];
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        Arrays.fill(low, Double.POSITIVE_INFINITY);
    }

    /** Returns the damped distance of the row and learns it. */
    double update(double[] row) {
        double distance = 0;
        int nearest = 0;
        if (rows > 0) {
            for (int j = 0; j < features; j++) {
                double range = high[j] - low[j];
                // Without a range yet, any difference is one whole range.
                scale[j] = range > 0 ? 1 / range : Double.POSITIVE_INFINITY;
            }
            distance = Double.POSITIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                double furthest = 0;
                for (int j = 0; j < features && furthest < distance; j++) {
                    double apart = Math.abs(row[j] - remembered[i * features + j]);
                    if (apart > 0) {
                        double units = scale[j] < Double.POSITIVE_INFINITY ? apart * scale[j] : 1;
                        furthest = Math.max(furthest, units);
                    }
                }
                if (furthest < distance) {
                    distance = furthest;
                    nearest = i;
                }
            }
        }
        for (int j = 0; j < features; j++) {
            high[j] = Math.max(high[j], row[j]);
            low[j] = Math.min(low[j], row[j]);
        }
        if (rows == 0 || distance > radius) {
            int slot = count < capacity ? count++ : nearest;
            System.arraycopy(row, 0, remembered, slot * features, features);
        }
        double damped = distance * (rows / (rows + damping));
        rows++;
        return damped;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(rows);
        out.writeInt(count);
        for (int i = 0; i < count * features; i++) {
            out.writeDouble(remembered[i]);
        }
        for (int j = 0; j < features; j++) {
            out.writeDouble(high[j]);
            out.writeDouble(low[j]);
        }
    }

    void read(DataInputStream in) throws IOException {
        rows = in.readLong();
        count = Checks.between("count", in.readInt(), 0, capacity);
        for (int i = 0; i < count * features; i++) {
            remembered[i] = in.readDouble();
        }
        for (int j = 0; j < features; j++) {
            high[j] = in.readDouble();
            low[j] = in.readDouble();
        }
    }
}
