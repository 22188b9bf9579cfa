/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.compat.NetworkToolkit.Edge;

/** Reposts of the toolkit's own test, its outputs as expected values. */
class NetworkToolkitTest {
    private static final Actions REPOSTS = reposts(
            "0 0 0",
            "1 0 59",
            "2 1 60",
            "3 1 70",
            "2 2 70",
            "3 2 131",
            "4 3 30",
            "5 3 89",
            "4 4 40",
            "5 4 41",
            "10 5 42",
            "10 5 52",
            "11 6 42",
            "12 6 300",
            "0 0 1");

    private static Actions reposts(String... rows) {
        Actions.Builder builder = Actions.builder();
        for (int i = 0; i < rows.length; i++) {
            String[] f = rows[i].split(" ", -1);
            builder.add("u" + f[0], "p" + f[1], "m" + i, Long.parseLong(f[2]) * 1000);
        }
        return builder.build();
    }

    @Test
    void countsMessagesOfTheFirstAccount() {
        NetworkToolkit toolkit = NetworkToolkit.withDefaults().withMinWeight(1);
        assertThat(toolkit.detect(REPOSTS))
                .containsExactly(
                        new Edge("u0", "u0", 2),
                        new Edge("u0", "u1", 2),
                        new Edge("u1", "u0", 1),
                        new Edge("u10", "u10", 2),
                        new Edge("u2", "u3", 1),
                        new Edge("u3", "u2", 1),
                        new Edge("u4", "u5", 2),
                        new Edge("u5", "u4", 2));
        assertThat(toolkit.withMinWeight(2).withWindow(Duration.ofSeconds(10)).detect(REPOSTS))
                .containsExactly(new Edge("u0", "u0", 2), new Edge("u10", "u10", 2));
        assertThat(toolkit.withWindow(Duration.ZERO).detect(REPOSTS)).isEmpty();
    }

    @Test
    void takesNothingAndRejects() {
        assertThat(NetworkToolkit.withDefaults().detect(Actions.of(List.of()))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkToolkit.withDefaults().withMinWeight(0))
                .withMessage("min weight must be >= 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkToolkit.withDefaults().withWindow(Duration.ofSeconds(-2)))
                .withMessage("window must be >= 0 and at most 2^60 ms but was PT-2S");
    }
}
