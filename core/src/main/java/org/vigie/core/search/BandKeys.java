/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.search;

import org.vigie.core.internal.Checks;
import org.vigie.core.similarity.Signature;

/**
 * The buckets of a signature, one a band. To find them is a good part of asking an {@link LshIndex} and needs nothing
 * that changes. So where a lock guards an index, it need not hold for this. Immutable and thread-safe.
 */
public final class BandKeys {
    private final Banding banding;
    private final Origin origin;
    private final int[] keys;

    /** What all signatures of an index have in common. */
    record Origin(int version, int algorithm, long seed) {
        static final Origin UNKNOWN = new Origin(0, 0, 0);
    }

    private BandKeys(Banding banding, Origin origin, int[] keys) {
        this.banding = banding;
        this.origin = origin;
        this.keys = keys;
    }

    /**
     * Finds the buckets of a signature.
     *
     * @param banding how it is cut
     * @param signature a signature of full width
     * @return its buckets in every index of this banding
     * @throws IllegalArgumentException if the signature is compact or has too few components
     */
    public static BandKeys of(Banding banding, Signature signature) {
        if (signature.bits() != 32) {
            throw new IllegalArgumentException("bits of a signature must be 32 but were " + signature.bits());
        }
        Checks.between("number of components", signature.size(), banding.components(), Integer.MAX_VALUE);
        int[] components = signature.components();
        int[] keys = new int[banding.bands()];
        for (int band = 0; band < keys.length; band++) {
            keys[band] = (int) banding.key(components, band);
        }
        Origin origin =
                new Origin(signature.version().code(), signature.algorithm().code(), signature.seed());
        return new BandKeys(banding, origin, keys);
    }

    Banding banding() {
        return banding;
    }

    Origin origin() {
        return origin;
    }

    /** The key of each band; not copied. */
    int[] keys() {
        return keys;
    }
}
