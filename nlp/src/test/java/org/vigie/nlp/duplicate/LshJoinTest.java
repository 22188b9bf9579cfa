/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.core.search.Banding;
import org.vigie.core.similarity.MinHash;
import org.vigie.nlp.text.Shingler;

class LshJoinTest extends PairJoinContract {
    @Override
    PairJoin join(int threads) {
        return new LshJoin(THRESHOLD, Banding.forThreshold(THRESHOLD, 0.997), MinHash.withDefaults(), threads);
    }

    /** A bucket of n texts costs about 4 million comparisons at most; what is beyond is counted. */
    @Test
    void countsWhatAFullBucketLeavesOut() {
        List<String> flood = IntStream.range(0, 3_000)
                .mapToObj(i -> "the same long sentence in a flood of texts that all end in a number of their own " + i)
                .toList();
        DistinctTexts texts = texts(flood);
        PairJoin join = new LshJoin(0.5, new Banding(1, 1), MinHash.withDefaults(), 1);
        PairList found = join.join(
                texts.size(), () -> new ShingleSource(texts, Shingler.characters(5)), new Progress(done -> {}));
        assertThat(found.leftOut()).isPositive();
        assertThat(found.size()).isPositive();
        assertThat(found.size() + found.leftOut()).isLessThanOrEqualTo(3_000L * 2_999 / 2);
    }
}
