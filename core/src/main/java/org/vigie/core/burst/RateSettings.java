/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The settings of a {@link RateMonitor}.
 *
 * @param bin seconds of a bin
 * @param half half-life of the past, in bins
 * @param alpha the p-value of an alarm
 * @param least the smallest count that can be an alarm
 * @param rest bins without a further alarm after one
 * @param lateness seconds that a bin stays open
 * @param profile whether hours of the week are learnt
 * @param priorMean events expected in a bin before any is seen; 0 for no prior knowledge
 * @param priorBins how many bins that knowledge is worth
 */
record RateSettings(
        double bin,
        double half,
        double alpha,
        long least,
        int rest,
        double lateness,
        boolean profile,
        double priorMean,
        double priorBins) {
    private static final int MAX_OPEN_BINS = 10_000;

    static RateSettings defaults() {
        return new RateSettings(300, 288, 1e-4, 5, 12, 0, false, 0, 0);
    }

    RateSettings withBin(double seconds) {
        Checks.positive("binSeconds", seconds);
        return new RateSettings(seconds, half, alpha, least, rest, lateness, profile, priorMean, priorBins);
    }

    RateSettings withHalf(double bins) {
        Checks.inside("halfLifeBins", bins, 0.999999, 1e9);
        return new RateSettings(bin, bins, alpha, least, rest, lateness, profile, priorMean, priorBins);
    }

    RateSettings withAlpha(double value) {
        Checks.inside("alpha", value, 0, 0.5);
        return new RateSettings(bin, half, value, least, rest, lateness, profile, priorMean, priorBins);
    }

    RateSettings withLeast(int count) {
        Checks.between("minimumCount", count, 1, Integer.MAX_VALUE);
        return new RateSettings(bin, half, alpha, count, rest, lateness, profile, priorMean, priorBins);
    }

    RateSettings withRest(int bins) {
        Checks.between("refractoryBins", bins, 0, Integer.MAX_VALUE);
        return new RateSettings(bin, half, alpha, least, bins, lateness, profile, priorMean, priorBins);
    }

    RateSettings withLateness(double seconds) {
        double most = MAX_OPEN_BINS * bin;
        if (!(seconds >= 0 && seconds <= most)) {
            throw new IllegalArgumentException(
                    "latenessSeconds must be in [0, " + MAX_OPEN_BINS + " bins = " + most + "] but was " + seconds);
        }
        return new RateSettings(bin, half, alpha, least, rest, seconds, profile, priorMean, priorBins);
    }

    RateSettings withProfile() {
        return new RateSettings(bin, half, alpha, least, rest, lateness, true, priorMean, priorBins);
    }

    RateSettings withPrior(double mean, double bins) {
        Checks.positive("mean", mean);
        Checks.positive("bins", bins);
        return new RateSettings(bin, half, alpha, least, rest, lateness, profile, mean, bins);
    }

    /** How many bins are open at once. */
    int openBins() {
        return 1 + (int) Math.ceil(lateness / bin);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(bin);
        out.writeDouble(half);
        out.writeDouble(alpha);
        out.writeLong(least);
        out.writeInt(rest);
        out.writeDouble(lateness);
        out.writeBoolean(profile);
        out.writeDouble(priorMean);
        out.writeDouble(priorBins);
    }

    static RateSettings read(DataInputStream in) throws IOException {
        return new RateSettings(
                Checks.positive("binSeconds", in.readDouble()),
                Checks.positive("halfLifeBins", in.readDouble()),
                Checks.inside("alpha", in.readDouble(), 0, 0.5),
                in.readLong(),
                in.readInt(),
                in.readDouble(),
                in.readBoolean(),
                in.readDouble(),
                in.readDouble());
    }
}
