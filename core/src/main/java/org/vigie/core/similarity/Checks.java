/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.similarity;

import java.util.Locale;

/** Argument checks: written positively, so that NaN fails them; messages hold the rule and the value. */
final class Checks {
    private Checks() {}

    static double fraction(String name, double value) {
        if (value > 0 && value <= 1) {
            return value;
        }
        throw new IllegalArgumentException(String.format(Locale.ROOT, "%s must be in (0, 1] but was %s", name, value));
    }

    static int inRange(String name, int value, int least, int most) {
        if (value >= least && value <= most) {
            return value;
        }
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "%s must be in [%d, %d] but was %d", name, least, most, value));
    }
}
