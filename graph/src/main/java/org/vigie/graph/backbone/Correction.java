/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.backbone;

import org.vigie.core.stats.FalseDiscovery;

/** How p-values become q-values: the false-discovery control over all pairs of accounts. */
public enum Correction {
    /** Benjamini and Hochberg 1995: for independent or positively dependent tests. */
    BENJAMINI_HOCHBERG,
    /** Benjamini and Yekutieli 2001: for any dependence, and stricter by about the logarithm of the number of tests. */
    BENJAMINI_YEKUTIELI;

    double[] qValues(double[] p, long tests) {
        long all = Math.max(tests, p.length);
        return this == BENJAMINI_HOCHBERG
                ? FalseDiscovery.benjaminiHochberg(p, all)
                : FalseDiscovery.benjaminiYekutieli(p, all);
    }
}
