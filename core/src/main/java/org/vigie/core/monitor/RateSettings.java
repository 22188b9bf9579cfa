/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.vigie.core.internal.Checks;

/** The settings of a {@link RateMonitor}, checked together; immutable, and shared by all monitors that have them. */
final class RateSettings {
    private static final int MOST_OPEN_BINS = 10_000;
    private static final double DEFAULT_HALF_LIFE = 288;
    private static final double DEFAULT_REST = 12;
    private static final double MOST_BINS = 1e9;

    private final Duration bin;
    private final Optional<Duration> halfLife;
    private final double alpha;
    private final int least;
    private final Optional<Duration> rest;
    private final Duration lateness;
    private final boolean profile;
    private final double priorMean;
    private final double priorBins;

    private final double binSeconds;
    private final double halfLifeBins;
    private final long restBins;
    private final int openBins;

    private RateSettings(
            Duration bin,
            Optional<Duration> halfLife,
            double alpha,
            int least,
            Optional<Duration> rest,
            Duration lateness,
            boolean profile,
            double priorMean,
            double priorBins) {
        if (bin.isNegative() || bin.isZero()) {
            throw new IllegalArgumentException("bin must be > 0 but was " + bin);
        }
        this.bin = bin;
        this.halfLife = halfLife;
        this.alpha = Checks.inside("alpha", alpha, 0, 0.5);
        this.least = Checks.between("minimumCount", least, 1, Integer.MAX_VALUE);
        this.rest = rest;
        this.lateness = lateness;
        this.profile = profile;
        this.priorMean = Checks.notNegative("mean", priorMean);
        this.priorBins = Checks.notNegative("bins", priorBins);
        this.binSeconds = seconds(bin);
        this.halfLifeBins = halfLife.isEmpty()
                ? DEFAULT_HALF_LIFE
                : bins("halfLife", halfLife.get(), RateMonitor.WARM_UP_BINS, MOST_BINS);
        this.restBins = (long) Math.ceil(rest.isEmpty() ? DEFAULT_REST : bins("refractory", rest.get(), 0, MOST_BINS));
        this.openBins = 1 + (int) Math.ceil(bins("lateness", lateness, 0, MOST_OPEN_BINS));
    }

    static RateSettings defaults() {
        return new RateSettings(
                Duration.ofMinutes(5), Optional.empty(), 1e-4, 5, Optional.empty(), Duration.ZERO, false, 0, 0);
    }

    private double bins(String name, Duration length, double fewest, double most) {
        double bins = seconds(length) / binSeconds;
        if (!(bins >= fewest && bins <= most)) {
            throw new IllegalArgumentException(name + " must be in [" + (long) fewest + ", " + (long) most
                    + "] bins of " + bin + " but was " + length);
        }
        return bins;
    }

    private static double seconds(Duration length) {
        return length.getSeconds() + length.getNano() / 1e9;
    }

    RateSettings withBin(Duration length) {
        return new RateSettings(length, halfLife, alpha, least, rest, lateness, profile, priorMean, priorBins);
    }

    RateSettings withHalfLife(Duration length) {
        return new RateSettings(bin, Optional.of(length), alpha, least, rest, lateness, profile, priorMean, priorBins);
    }

    RateSettings withAlpha(double value) {
        return new RateSettings(bin, halfLife, value, least, rest, lateness, profile, priorMean, priorBins);
    }

    RateSettings withLeast(int count) {
        return new RateSettings(bin, halfLife, alpha, count, rest, lateness, profile, priorMean, priorBins);
    }

    RateSettings withRest(Duration length) {
        return new RateSettings(
                bin, halfLife, alpha, least, Optional.of(length), lateness, profile, priorMean, priorBins);
    }

    RateSettings withLateness(Duration length) {
        return new RateSettings(bin, halfLife, alpha, least, rest, length, profile, priorMean, priorBins);
    }

    RateSettings withProfile() {
        return new RateSettings(bin, halfLife, alpha, least, rest, lateness, true, priorMean, priorBins);
    }

    RateSettings withPrior(double mean, double bins) {
        Checks.positive("mean", mean);
        Checks.positive("bins", bins);
        return new RateSettings(bin, halfLife, alpha, least, rest, lateness, profile, mean, bins);
    }

    double binSeconds() {
        return binSeconds;
    }

    /** The half-life of the past, in bins. */
    double halfLifeBins() {
        return halfLifeBins;
    }

    double alpha() {
        return alpha;
    }

    /** The smallest count that can be an alarm. */
    int least() {
        return least;
    }

    /** The bins without a further alarm after one. */
    long restBins() {
        return restBins;
    }

    /** How many bins are open at once. */
    int openBins() {
        return openBins;
    }

    boolean profile() {
        return profile;
    }

    /** The events expected in a bin before any is seen; 0 for no prior knowledge. */
    double priorMean() {
        return priorMean;
    }

    /** How many bins that knowledge is worth. */
    double priorBins() {
        return priorBins;
    }

    void write(DataOutputStream out) throws IOException {
        write(bin, out);
        writeOptional(halfLife, out);
        out.writeDouble(alpha);
        out.writeInt(least);
        writeOptional(rest, out);
        write(lateness, out);
        out.writeBoolean(profile);
        out.writeDouble(priorMean);
        out.writeDouble(priorBins);
    }

    static RateSettings read(DataInputStream in) throws IOException {
        return new RateSettings(
                readDuration(in),
                readOptional(in),
                in.readDouble(),
                in.readInt(),
                readOptional(in),
                readDuration(in),
                in.readBoolean(),
                in.readDouble(),
                in.readDouble());
    }

    private static void write(Duration length, DataOutputStream out) throws IOException {
        out.writeLong(length.getSeconds());
        out.writeInt(length.getNano());
    }

    private static void writeOptional(Optional<Duration> length, DataOutputStream out) throws IOException {
        out.writeBoolean(length.isPresent());
        if (length.isPresent()) {
            write(length.get(), out);
        }
    }

    private static Duration readDuration(DataInputStream in) throws IOException {
        return Duration.ofSeconds(in.readLong(), Checks.between("nanoseconds", in.readInt(), 0, 999_999_999));
    }

    private static Optional<Duration> readOptional(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(readDuration(in)) : Optional.empty();
    }
}
