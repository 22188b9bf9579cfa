/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlatLineTest {
    @Test
    void aRunIsSaidOnceAndDatedToItsFirstRow() {
        FlatLine line = new FlatLine();
        int said = 0;
        for (int t = 0; t < 200; t++) {
            said += line.update(t > 100, t) ? 1 : 0;
        }
        assertThat(said).isEqualTo(1);
        assertThat(line.since()).isEqualTo(100);
        assertThat(line.run()).isEqualTo(99);
    }

    @Test
    void aSeriesThatOftenStandsStillIsSaidAtFirstOnly() {
        FlatLine nights = new FlatLine();
        for (int t = 0; t < 3000; t++) {
            boolean night = t % 100 >= 60;
            assertThat(nights.update(night, t) && t > 100).isFalse();
        }
    }
}
