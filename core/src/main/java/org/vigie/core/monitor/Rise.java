/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalLong;
import org.vigie.core.internal.Checks;

/**
 * The evidence that the rate has risen, and since when. Three rises are looked for: to twice, four times and eight
 * times the mean of the past. Each has a CUSUM (Page 1954) of the log-likelihood ratio.
 *
 * <p>The doubling carries the p-value, because it sees the most. It does not date a surge well that begins while an
 * earlier burst is dying away: it has not come back to zero. A surge is dated by the strongest rise that its counts
 * support beyond {@link #SUPPORT}.
 */
final class Rise {
    private static final double LN2 = Math.log(2);
    /** How far a CUSUM may rise above an alarm, so that it comes back soon after a burst. */
    private static final double MARGIN = 3;
    /** Evidence of 20 to 1. */
    private static final double SUPPORT = Math.log(20);

    private static final double[] RATIOS = {2, 4, 8};
    private static final double[] LOG_RATIOS = {LN2, 2 * LN2, 3 * LN2};

    private final double most;
    private final double[] evidence = new double[RATIOS.length];
    private final long[] since = new long[RATIOS.length];
    private double sum;
    private long bins;

    Rise(double alpha) {
        this.most = LN2 - Math.log(alpha) + MARGIN;
    }

    /** Takes {@code more} bins of the same count each, from the bin of this number on. */
    void update(long number, long more, long count, double mean, double inverseSize) {
        double size = 1 / inverseSize;
        for (int r = 0; r < RATIOS.length; r++) {
            double before = evidence[r];
            if (before == 0 && count <= mean) {
                continue;
            }
            // ln of the ratio of two negative binomials of equal size, at the count.
            double step = count * LOG_RATIOS[r] - (count + size) * Math.log1p((RATIOS[r] - 1) * mean / (size + mean));
            double next = Math.min(most, before + step * more);
            if (before == 0) {
                since[r] = number;
            }
            evidence[r] = next > 0 ? next : 0;
        }
        if (evidence[0] > 0) {
            sum += (double) count * more;
            bins += more;
        } else {
            sum = 0;
            bins = 0;
        }
    }

    /** The evidence for a doubled rate: its stationary tail under no change is at most exp(-S). */
    double evidence() {
        return evidence[0];
    }

    /** The bin in which the present rise began; none while nothing rises. */
    OptionalLong onset() {
        if (!(evidence[0] > 0)) {
            return OptionalLong.empty();
        }
        for (int r = RATIOS.length - 1; r > 0; r--) {
            if (evidence[r] > SUPPORT) {
                return OptionalLong.of(since[r]);
            }
        }
        return OptionalLong.of(since[0]);
    }

    /** How many bins the rise has lasted. */
    long bins() {
        return bins;
    }

    /** The mean count of a bin since the rise began. */
    double level() {
        return sum / bins;
    }

    void reset() {
        Arrays.fill(evidence, 0);
        sum = 0;
        bins = 0;
    }

    void write(DataOutputStream out) throws IOException {
        for (int r = 0; r < RATIOS.length; r++) {
            out.writeDouble(evidence[r]);
            out.writeLong(since[r]);
        }
        out.writeDouble(sum);
        out.writeLong(bins);
    }

    void read(DataInputStream in) throws IOException {
        for (int r = 0; r < RATIOS.length; r++) {
            evidence[r] = Saved.readAmount(in, "evidence");
            if (evidence[r] > most) {
                throw new IllegalArgumentException("evidence must be at most " + most + " but was " + evidence[r]);
            }
            since[r] = Saved.readBin(in, "first bin of a rise");
        }
        sum = Saved.readAmount(in, "sum of a rise");
        bins = Checks.between("bins of a rise", in.readLong(), evidence[0] > 0 ? 1 : 0, 4 * Saved.MOST_BINS);
    }

    /** Refuses a rise that began after the last bin that was learnt. */
    void checkBefore(long nextBin) {
        for (int r = 0; r < RATIOS.length; r++) {
            if (evidence[r] > 0) {
                Checks.between("first bin of a rise", since[r], -2 * Saved.MOST_BINS, nextBin - 1);
            }
        }
    }
}
