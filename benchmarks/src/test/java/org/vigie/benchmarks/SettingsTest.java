/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SettingsTest {
    private static Settings settings(Optional<List<Expectation>> expected) {
        return new Settings(false, expected, Optional.empty(), Path.of("scratch"));
    }

    @Test
    void aCheckAsksForSubjectsAndPeersOfExpectations() {
        Settings check = settings(Optional.of(List.of(
                new Expectation("area.Group[n=1].ours", "theirs", "time", 2, 3),
                new Expectation("area.Other.ours", "7", "right", 1, 1))));
        for (Settings settings : List.of(check, check.longer())) {
            assertThat(settings.asks("area", "Group[n=1]")).isTrue();
            assertThat(settings.asks("area", "Group[n=1]", "ours")).isTrue();
            assertThat(settings.asks("area", "Group[n=1]", "theirs")).isTrue();
            assertThat(settings.asks("area", "Group[n=1]", "others")).isFalse();
            assertThat(settings.asks("area", "Group[n=2]")).isFalse();
            assertThat(settings.asks("area", "Group[n=2]", "ours")).isFalse();
            assertThat(settings.asks("another", "Group[n=1]", "ours")).isFalse();
            assertThat(settings.asks("area", "Other", "theirs")).isFalse();
        }
    }

    @Test
    void tablesAskForEverything() {
        assertThat(settings(Optional.empty()).asks("area", "Group")).isTrue();
        assertThat(settings(Optional.empty()).asks("area", "Group", "others")).isTrue();
    }
}
