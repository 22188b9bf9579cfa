/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.internal;

import java.util.Locale;

/** Argument checks: written positively, so that NaN fails them; messages hold the rule and the value. */
public final class Checks {
    private Checks() {}

    /**
     * Checks a share that may be all but not nothing.
     *
     * @param name what the value is
     * @param value the value
     * @return the value
     * @throws IllegalArgumentException if it is not in (0, 1]
     */
    public static double fraction(String name, double value) {
        if (value > 0 && value <= 1) {
            return value;
        }
        throw new IllegalArgumentException(String.format(Locale.ROOT, "%s must be in (0, 1] but was %s", name, value));
    }

    /**
     * Checks a whole number.
     *
     * @param name what the value is
     * @param value the value
     * @param least the least that is allowed
     * @param most the most that is allowed
     * @return the value
     * @throws IllegalArgumentException if it is out of range
     */
    public static int inRange(String name, int value, int least, int most) {
        if (value >= least && value <= most) {
            return value;
        }
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "%s must be in [%d, %d] but was %d", name, least, most, value));
    }
}
