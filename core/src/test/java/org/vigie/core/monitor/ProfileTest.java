/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final double HOUR = 3600;

    private static Profile learnt(int hours, IntToDoubleFunction difference) {
        Profile profile = new Profile();
        Random random = new Random(1);
        for (int h = 0; h < hours; h++) {
            for (int row = 0; row < 12; row++) {
                profile.enter(HOUR * h + 300 * row);
                double x = difference.applyAsDouble(h) + random.nextGaussian();
                profile.learn(x, x - profile.difference());
            }
        }
        return profile;
    }

    @Test
    void anHourOfTheDayIsKnownAfterSomeDays() {
        Profile profile = learnt(24 * 10, h -> h % 24 < 8 ? -6 : 3);
        assertThat(profile.isUsed()).isTrue();
        profile.enter(HOUR * 24 * 10);
        assertThat(profile.difference()).isCloseTo(-6, within(0.8));
        profile.enter(HOUR * (24 * 10 + 12));
        assertThat(profile.difference()).isCloseTo(3, within(0.8));
    }

    @Test
    void anHourOfTheWeekIsTakenForThatOfAnyDayUntilItIsKnown() {
        IntToDoubleFunction weekend = h -> h / 24 % 7 >= 5 ? 10 : 0;
        Profile young = learnt(24 * 5, weekend);
        young.enter(HOUR * 24 * 5);
        assertThat(young.difference()).isCloseTo(0, within(1.0));
        Profile old = learnt(24 * 7 * 4, weekend);
        old.enter(HOUR * (24 * 7 * 4 + 24 * 5 + 3));
        assertThat(old.difference()).isGreaterThan(6);
        old.enter(HOUR * (24 * 7 * 4 + 3));
        assertThat(old.difference()).isCloseTo(0, within(2.0));
    }

    @Test
    void noiseHasNoProfile() {
        assertThat(learnt(24 * 20, h -> 0).isUsed()).isFalse();
    }
}
