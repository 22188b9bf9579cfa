/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.function.Supplier;
import org.vigie.core.search.ExactJoin;

/** All pairs, by {@link ExactJoin} on the calling thread. */
final class ExactPairs implements PairJoin {
    private final ExactJoin join;

    ExactPairs(double threshold) {
        join = ExactJoin.withThreshold(threshold);
    }

    @Override
    public PairList join(int count, Supplier<ShingleSource> sources, Progress progress) {
        PairList found = new PairList();
        join.join(count, sources.get()::shingles, found::add);
        progress.add(count);
        return found;
    }
}
