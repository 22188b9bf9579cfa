/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

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

    /** Of {@code String.toLowerCase} one of these takes hours: a build that ends has passed. */
    @Test
    void isDoneWithAWholeCellOfThem() {
        for (String unit : new String[] {"Σ", "ΑΣ", ".Σ", "\u0301Σ", "İ", "İΣ"}) {
            String text = unit.repeat(500_000);
            assertThat(LowerCase.of(text)).hasSameSizeAs(text);
        }
    }
}
