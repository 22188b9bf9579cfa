/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.vigie.core.internal.Checks;

/**
 * What the past of a key says of its next bin. It is a Gamma posterior of the rate, whose past fades, and the
 * dispersion beyond Poisson from the second factorial moment. If asked for, it is also how busy each hour of the week
 * is. That is shrunk to the hour of the day, and the hour of the day to no difference.
 */
final class FadingRate {
    private static final double HOUR = 3600;
    private static final int HOURS = 168;
    private static final float[] NONE = {};
    private static final int DAY = 24;
    /**
     * Strength of two beliefs, in expected events of a Poisson stream. One is that an hour of the week is like that of
     * any day. The other is that an hour of the day is like any other.
     */
    private static final double PROFILE_PRIOR = 20;

    /** How much an event of the same hour on another day tells of an hour. */
    private static final double OTHER_DAYS = 0.25;

    private final double half;
    private final double keep;
    private final double bin;
    private double sum;
    private double exposure;
    private double pairs;
    private double weight;
    /** Counts and expectations of each hour of the week, in events of a Poisson stream; empty without a profile. */
    private final float[] hourCounts;

    private final float[] hourExpected;

    FadingRate(RateSettings settings) {
        this.half = settings.halfLifeBins();
        this.keep = Math.pow(0.5, 1 / half);
        this.bin = settings.binSeconds();
        this.hourCounts = settings.profile() ? new float[HOURS] : NONE;
        this.hourExpected = settings.profile() ? new float[HOURS] : NONE;
        this.sum = settings.priorMean() * settings.priorBins();
        this.exposure = settings.priorBins();
        this.pairs = settings.priorMean() * settings.priorMean() * settings.priorBins();
        this.weight = settings.priorBins();
    }

    /** How many bins the past is worth. */
    double weight() {
        return weight;
    }

    boolean isEmpty() {
        return !(exposure > 0);
    }

    /** The events expected in a bin that is {@code factor} times as busy as others. */
    double mean(double factor) {
        return exposure > 0 ? (sum + 0.5) / exposure * factor : 0;
    }

    /** The inverse of the size of the negative binomial of the next count: dispersion, and doubt about the rate. */
    double inverseSize() {
        return dispersion() + 1 / (sum + 0.5);
    }

    /** The same for the bin of this number, with doubt about how busy its hour is: other days tell less of it. */
    double inverseSize(long number) {
        if (hourCounts.length == 0) {
            return inverseSize();
        }
        int hour = hour(number);
        double expected = PROFILE_PRIOR + (1 - OTHER_DAYS) * hourExpected[hour];
        for (int h = hour % DAY; h < HOURS; h += DAY) {
            expected += OTHER_DAYS * hourExpected[h];
        }
        return inverseSize() + 1 / expected;
    }

    /** The squared coefficient of variation of the rate from bin to bin, with half a standard error of safety. */
    private double dispersion() {
        if (weight <= 0 || sum <= 0) {
            return 0;
        }
        double mean = sum / exposure;
        double estimate = Math.max(0, pairs / weight / (mean * mean) - 1);
        double root = Math.sqrt(weight);
        double dispersion = estimate * (1 + 2 / root) + 0.5 * Math.sqrt(2) / (mean * root);
        // Of a past that has faded to nothing, the squares are gone first; the doubt about the rate is all there is.
        return dispersion < Double.POSITIVE_INFINITY ? dispersion : 0;
    }

    /** How busy the hour of a bin is, as a multiple of the mean. */
    double factor(long number) {
        if (hourCounts.length == 0) {
            return 1;
        }
        int hour = hour(number);
        double counted = PROFILE_PRIOR;
        double expected = PROFILE_PRIOR;
        for (int h = hour % DAY; h < HOURS; h += DAY) {
            counted += hourCounts[h];
            expected += hourExpected[h];
        }
        double ofDay = counted / expected;
        return (hourCounts[hour] + PROFILE_PRIOR * ofDay) / (hourExpected[hour] + PROFILE_PRIOR);
    }

    private int hour(long number) {
        return (int) Math.floorMod((long) Math.floor((number + 0.5) * bin / HOUR), (long) HOURS);
    }

    /** How many events of a Poisson stream tell as much of their rate as one of this, which may be dispersed. */
    private double informative(double factor) {
        return 1 / (1 + mean(factor) * dispersion());
    }

    void learn(long number, double count, double factor) {
        if (hourCounts.length > 0) {
            int hour = hour(number);
            double share = informative(factor);
            hourCounts[hour] += (float) (share * count);
            hourExpected[hour] += (float) (share * (exposure > 0 ? sum / exposure : count));
            // An old belief gives way: an hour keeps about its last thousand expected events.
            if (hourExpected[hour] > 1000) {
                hourCounts[hour] /= 2;
                hourExpected[hour] /= 2;
            }
        }
        sum = sum * keep + count;
        exposure = exposure * keep + factor;
        pairs = pairs * keep + count * (count - 1) / (factor * factor);
        weight = weight * keep + 1;
    }

    /** Learns {@code bins} empty bins at once: sums fade, and the weights get the sum of a geometric series. */
    void learnEmpty(long first, long bins) {
        double kept = Math.pow(0.5, bins / half);
        double gained = (1 - kept) / (1 - keep);
        double factor = 1;
        if (hourCounts.length > 0) {
            long hours = (long) Math.min(HOURS, Math.ceil(bins * bin / HOUR));
            double perHour = (double) bins / hours;
            factor = 0;
            for (long h = 0; h < hours; h++) {
                long number = first + (long) (h * perHour);
                double ofHour = factor(number);
                factor += ofHour / hours;
                double expected = exposure > 0 ? sum / exposure * Math.min(perHour, 1000) : 0;
                hourExpected[hour(number)] += (float) (informative(ofHour) * expected);
            }
        }
        sum *= kept;
        pairs *= kept;
        exposure = exposure * kept + gained * factor;
        weight = weight * kept + gained;
    }

    /** Moves the whole past to another level. */
    void rescale(double level) {
        double ratio = exposure > 0 && sum > 0 ? level * exposure / sum : 1;
        sum *= ratio;
        pairs *= ratio * ratio;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(sum);
        out.writeDouble(exposure);
        out.writeDouble(pairs);
        out.writeDouble(weight);
        for (int h = 0; h < hourCounts.length; h++) {
            out.writeFloat(hourCounts[h]);
            out.writeFloat(hourExpected[h]);
        }
    }

    void read(DataInputStream in) throws IOException {
        sum = Saved.readAmount(in, "sum");
        exposure = Saved.readAmount(in, "exposure");
        pairs = Saved.readAmount(in, "pairs");
        weight = Saved.readAmount(in, "weight");
        for (int h = 0; h < hourCounts.length; h++) {
            hourCounts[h] = (float) Checks.notNegative("count of an hour", in.readFloat());
            hourExpected[h] = (float) Checks.notNegative("expectation of an hour", in.readFloat());
        }
    }
}
