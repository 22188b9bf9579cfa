/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

/**
 * What a test says of each profile: the highest rate of its strata, and that one's kind. Few profiles cover all incidences, so
 * a test looks these up instead of eight rates an incidence. Each is worked out when it is first asked for. Not thread-safe.
 */
final class ProfileRates {
    private static final int TAGGED = Strata.Kind.HASHTAG_AND_LANGUAGE.number();

    private final Strata strata;
    /** By stratum, negative where there is nobody to compare with. */
    private final double[] rates;

    private final double[] highest;
    private final byte[] kinds;
    private final boolean[] hasTag;
    private final boolean[] isAlone;
    /** The number of the test that a profile was weighed for. */
    private final int[] testOf;

    private int test;

    /** @param rates by stratum; the caller changes them before a test begins */
    ProfileRates(Strata strata, double[] rates) {
        this.strata = strata;
        this.rates = rates;
        int profiles = strata.profiles();
        highest = new double[profiles];
        kinds = new byte[profiles];
        hasTag = new boolean[profiles];
        isAlone = new boolean[profiles];
        testOf = new int[profiles];
    }

    /** The rates are those of another test from now on. */
    void begin() {
        test++;
    }

    /** To be called before the other questions about a profile. */
    void weigh(int profile) {
        if (testOf[profile] == test) {
            return;
        }
        testOf[profile] = test;
        double rate = 0;
        int best = -1;
        for (int slot = 0; slot < Strata.SLOTS; slot++) {
            int s = strata.stratum(profile, slot);
            if (s >= 0 && rates[s] > rate) {
                rate = rates[s];
                best = slot;
            }
        }
        int tag = strata.stratum(profile, TAGGED);
        highest[profile] = rate;
        kinds[profile] = (byte) best;
        hasTag[profile] = tag >= 0 && rates[tag] >= 0;
        isAlone[profile] = !hasTag[profile] && strata.isOccasion(profile);
    }

    /** The highest rate, 0 if there is none. */
    double rate(int profile) {
        return highest[profile];
    }

    /** The number of the kind whose rate is the highest, or -1. */
    int kind(int profile) {
        return kinds[profile];
    }

    /** Whether others are known who use the hashtag in the language. */
    boolean hasTag(int profile) {
        return hasTag[profile];
    }

    /** Whether it is of an occasion, and others of its hashtag are not known. */
    boolean isAlone(int profile) {
        return isAlone[profile];
    }
}
