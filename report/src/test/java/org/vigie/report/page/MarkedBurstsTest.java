/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.SeriesBurst;
import org.vigie.campaign.findings.SeriesBurst.Measure;

class MarkedBurstsTest {
    private static SeriesBurst burst(int from, int to, double weight, Measure measure) {
        return new SeriesBurst(
                Optional.empty(),
                0,
                2,
                Instant.ofEpochSecond(from),
                Instant.ofEpochSecond(to),
                weight,
                from,
                to,
                1,
                measure);
    }

    @Test
    void theStrongestComesFirstAndNoneWithinAnother() {
        SeriesBurst outer = burst(0, 100, 5, Measure.POSTS);
        SeriesBurst inner = burst(20, 40, 9, Measure.POSTS);
        SeriesBurst apart = burst(200, 300, 7, Measure.POSTS);
        SeriesBurst accounts = burst(10, 30, 1, Measure.ACCOUNTS);
        assertThat(MarkedBursts.of(List.of(outer, inner, apart, accounts))).containsExactly(inner, apart, accounts);
    }

    @Test
    void thereAreTenAtMost() {
        List<SeriesBurst> many = IntStream.range(0, 30)
                .mapToObj(i -> burst(10 * i, 10 * i + 5, i, Measure.POSTS))
                .toList();
        assertThat(MarkedBursts.of(many)).hasSize(10).first().isEqualTo(many.get(29));
    }
}
