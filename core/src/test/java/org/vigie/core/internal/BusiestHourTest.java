/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BusiestHourTest {
    private static BusiestHour ofMinutes(long... minutes) {
        return BusiestHour.of(minutes.length, i -> 60_000 * minutes[i]);
    }

    @Test
    void isTheHourWithMostAndTheEarliestOfEquals() {
        assertThat(ofMinutes(0, 100, 110, 120, 300, 310, 320)).isEqualTo(new BusiestHour(1, 4));
        assertThat(ofMinutes(0, 100, 110, 120, 300, 310, 320, 321)).isEqualTo(new BusiestHour(4, 8));
        assertThat(ofMinutes(7).size()).isOne();
        assertThat(ofMinutes(5, 5, 5).size()).isEqualTo(3);
    }

    @Test
    void hasSixtyMinutesAndNotSixtyOne() {
        assertThat(ofMinutes(0, 59)).isEqualTo(new BusiestHour(0, 2));
        assertThat(ofMinutes(0, 60)).isEqualTo(new BusiestHour(0, 1));
    }
}
