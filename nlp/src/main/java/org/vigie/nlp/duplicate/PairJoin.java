/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.function.Supplier;

/**
 * Finds pairs of texts whose sets of shingles have a Jaccard of at least a threshold. Every pair that it gives is one, and
 * comes once with its exact Jaccard; whether it gives all of them is up to the method.
 */
interface PairJoin {
    /**
     * Finds the pairs among texts; a text without shingles is in none.
     *
     * @param count how many texts there are
     * @param sources makes what one thread gets the shingles from
     * @param progress told one step for each text
     * @return the pairs, in no promised order, and how many were left out of full buckets
     */
    PairList join(int count, Supplier<ShingleSource> sources, Progress progress);
}
