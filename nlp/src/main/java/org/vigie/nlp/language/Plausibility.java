/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

/**
 * How far a text looks like any language at all: a classifier must choose among its languages, so what is none
 * of them has to be seen by other signs.
 */
final class Plausibility {
    private Plausibility() {}

    /** A factor in [0, 1] for the probability, from n-grams known and possible and from signs of code. */
    static double trust(int known, int possible, int signs, int letters) {
        return 1;
    }
}
