/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

/** How pairs that may be near-duplicates are found before each is verified. */
public enum CandidateMethod {
    /** Locality-sensitive hashing: finds a pair at the threshold with the recall of the banding; for any size. */
    LSH,
    /** Prefix-filter join: finds every pair; for up to a few hundred thousand distinct texts. */
    EXACT
}
