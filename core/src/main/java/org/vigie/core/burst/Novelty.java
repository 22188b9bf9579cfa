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
    private final int capacity;
    private final double radius;
    private final double damping;
    private final double[] high = new double[3];
    private final double[] low = new double[3];
    /** The remembered rows, one array for each feature, so that the scan runs over contiguous memory. */
    private final double[][] remembered;

    private int count;
    private long rows;

    Novelty(int capacity, double radius, double damping) {
        this.capacity = capacity;
        this.radius = radius;
        this.damping = damping;
        this.remembered = new double[3][capacity];
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        Arrays.fill(low, Double.POSITIVE_INFINITY);
    }

    /** Returns the damped distance of the row of three features and learns it. */
    double update(double a, double b, double c) {
        double scaleA = scale(0);
        double scaleB = scale(1);
        double scaleC = scale(2);
        double distance = 0;
        if (rows > 0) {
            double[] as = remembered[0];
            double[] bs = remembered[1];
            double[] cs = remembered[2];
            // No index here: a running minimum alone is fast, and the index is rarely wanted.
            distance = Double.POSITIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                double apartA = Math.abs(a - as[i]) * scaleA;
                double apartB = Math.abs(b - bs[i]) * scaleB;
                double apartC = Math.abs(c - cs[i]) * scaleC;
                // Math.max and min, not comparisons: there is nothing to predict, so branches would cost most.
                distance = Math.min(distance, Math.max(apartA, Math.max(apartB, apartC)));
            }
            // A feature that never varied has no range yet: any difference is one whole range.
            if (left(0, a) || left(1, b) || left(2, c)) {
                distance = Math.max(1, distance);
            }
        }
        if (rows == 0 || distance > radius) {
            int slot = count < capacity ? count++ : nearest(a * scaleA, b * scaleB, c * scaleC, scaleA, scaleB, scaleC);
            remembered[0][slot] = a;
            remembered[1][slot] = b;
            remembered[2][slot] = c;
        }
        learn(0, a);
        learn(1, b);
        learn(2, c);
        double damped = distance * (rows / (rows + damping));
        rows++;
        return damped;
    }

    private double scale(int feature) {
        double range = high[feature] - low[feature];
        return range > 0 ? 1 / range : 0;
    }

    private boolean left(int feature, double value) {
        return high[feature] == low[feature] && value != high[feature];
    }

    private void learn(int feature, double value) {
        high[feature] = Math.max(high[feature], value);
        low[feature] = Math.min(low[feature], value);
    }

    private int nearest(double a, double b, double c, double scaleA, double scaleB, double scaleC) {
        int nearest = 0;
        double distance = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double furthest = Math.max(
                    Math.abs(a - remembered[0][i] * scaleA),
                    Math.max(Math.abs(b - remembered[1][i] * scaleB), Math.abs(c - remembered[2][i] * scaleC)));
            if (furthest < distance) {
                distance = furthest;
                nearest = i;
            }
        }
        return nearest;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(rows);
        out.writeInt(count);
        for (int j = 0; j < 3; j++) {
            out.writeDouble(high[j]);
            out.writeDouble(low[j]);
            for (int i = 0; i < count; i++) {
                out.writeDouble(remembered[j][i]);
            }
        }
    }

    void read(DataInputStream in) throws IOException {
        rows = in.readLong();
        count = Checks.between("count", in.readInt(), 0, capacity);
        for (int j = 0; j < 3; j++) {
            high[j] = in.readDouble();
            low[j] = in.readDouble();
            for (int i = 0; i < count; i++) {
                remembered[j][i] = in.readDouble();
            }
        }
    }
}
