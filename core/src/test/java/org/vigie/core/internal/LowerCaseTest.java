/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LowerCaseTest {
    @Test
    void isThatOfStringForWords() {
        for (String text :
                new String[] {"", "Plain Words_1", "ÉTÉ Straße", "ΟΔΟΣ, ΟΔΟΣ ΣΟΦΙΑΣ", "Σ ΑΣ1", "\ud801\udc00Σ \ud800"
                }) {
            assertThat(LowerCase.of(text)).isEqualTo(text.toLowerCase(Locale.ROOT));
        }
        assertThat(LowerCase.of("İSTANBUL ISPARTA")).isEqualTo("istanbul isparta");
    }

    @Test
    void takesLinearTime() {
        for (String unit : new String[] {"Σ", "ΑΣ", ".Σ", "\u0301Σ", "İ", "İΣ"}) {
            String text = unit.repeat(500_000);
            assertTimeout(
                    Duration.ofSeconds(20), () -> assertThat(LowerCase.of(text)).hasSameSizeAs(text));
        }
    }
}
