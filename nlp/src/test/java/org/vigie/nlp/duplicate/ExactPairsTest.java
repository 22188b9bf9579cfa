/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExactPairsTest extends PairJoinContract {
    @Override
    PairJoin join(int threads) {
        return new ExactPairs(THRESHOLD);
    }

    @Test
    void findsAllPairs() {
        for (long seed = 0; seed < 3; seed++) {
            List<String> texts = variants(seed);
            assertThat(List.of(pairs(join(1), texts))).isEqualTo(all(texts));
        }
    }
}
