/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTest {
    @Test
    void keepsTextAndReplacesWhatCannotBeCarried() {
        String good = "caf\u00e9 \ud83d\ude00\n\t\u202e \u0627\u0644";
        assertThat(Clean.text(good)).isSameAs(good);
        assertThat(Clean.text("\u0000a\ud800b\udc00\ufffe\u0085")).isEqualTo("\ufffda\ufffdb\ufffd\ufffd\ufffd");
    }

    @Test
    void cutsBetweenCodePoints() {
        assertThat(Clean.head("\ud83d\ude00\ud83d\ude00\ud83d\ude00", 2)).isEqualTo("\ud83d\ude00\ud83d\ude00\u2026");
        assertThat(Clean.head("ab", 2)).isEqualTo("ab");
    }
}
