/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearNameTest {
    private static final List<String> NAMES =
            List.of("--out", "--lang", "--formats", "--format-version", "detect", "text");

    @ParameterizedTest
    @CsvSource({"--ot, --out", "--otu, --out", "--formts, --formats", "dtetect, detect", "DETCET, detect", "txt, text"})
    void oneSlipOfThreeLettersIsForgiven(String typed, String meant) {
        assertThat(NearName.of(typed, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"x", "--window", "txxt2", "coordination"})
    void whatIsFarIsNotGuessed(String typed) {
        assertThat(NearName.of(typed, NAMES)).isEmpty();
    }

    @Test
    void theFirstOfTwoIsMeantAndALongOneNever() {
        assertThat(NearName.of("abcx", List.of("abcd", "abce"))).contains("abcd");
        assertThat(NearName.of("a".repeat(101), List.of("a".repeat(101)))).isEmpty();
    }
}
