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
import org.vigie.report.page.MarkedBursts.Marked;

class MarkedBurstsTest {
    private static SeriesBurst burst(int from, int to, double weight, int level, Measure measure) {
        return new SeriesBurst(
                Optional.empty(),
                0,
                level,
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
        SeriesBurst outer = burst(0, 100, 5, 2, Measure.POSTS);
        SeriesBurst inner = burst(20, 40, 9, 3, Measure.POSTS);
        SeriesBurst apart = burst(200, 300, 7, 2, Measure.POSTS);
        SeriesBurst accounts = burst(10, 30, 1, 5, Measure.ACCOUNTS);
        SeriesBurst deep = burst(30, 35, 1, 4, Measure.POSTS);
        assertThat(MarkedBursts.of(List.of(outer, inner, deep, apart, accounts)))
                .as("the inner one stands for the one around it and the one within it")
                .containsExactly(new Marked(inner, 4), new Marked(apart, 2), new Marked(accounts, 5));
    }

    @Test
    void thereAreTenAtMost() {
        List<SeriesBurst> many = IntStream.range(0, 30)
                .mapToObj(i -> burst(10 * i, 10 * i + 5, i, 2, Measure.POSTS))
                .toList();
        assertThat(MarkedBursts.of(many)).hasSize(10).first().isEqualTo(new Marked(many.get(29), 2));
    }
}
