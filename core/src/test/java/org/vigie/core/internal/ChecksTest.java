/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChecksTest {
    @Test
    void aTimeIsGivenInMilliseconds() {
        assertThat(Checks.millis("window", Duration.ZERO)).isZero();
        assertThat(Checks.millis("window", Duration.ofNanos(1_999_999))).isOne();
        assertThat(Checks.millis("window", Duration.ofMillis(1L << 60))).isEqualTo(1L << 60);
    }

    @Test
    void aTimeOutsideIsNamed() {
        List<Duration> outside = List.of(
                Duration.ofMillis(-1),
                Duration.ofMillis((1L << 60) + 1),
                Duration.ofSeconds(Long.MAX_VALUE),
                Duration.ofSeconds(Long.MIN_VALUE));
        for (Duration time : outside) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Checks.millis("window", time))
                    .withMessage("window must be >= 0 and at most 2^60 ms but was " + time);
        }
    }
}
