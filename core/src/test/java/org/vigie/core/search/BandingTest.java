/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class BandingTest {
    @Test
    void choosesTheBandingThatReachesTheRecall() {
        assertThat(Banding.forThreshold(0.8, 0.997)).isEqualTo(new Banding(20, 6));
        assertThat(Banding.forThreshold(0.8, 0.99)).isEqualTo(new Banding(16, 6));
        assertThat(Banding.forThreshold(0.25, 0.98, 128)).isEqualTo(new Banding(61, 2));
        assertThat(Banding.forThreshold(1, 0.5)).isEqualTo(new Banding(1, 128));
    }

    @Test
    void knowsItsSCurve() {
        Banding banding = new Banding(20, 6);
        assertThat(banding.candidateProbability(0.8)).isCloseTo(0.99771, within(1e-5));
        assertThat(banding.candidateProbability(0.5)).isCloseTo(1 - Math.pow(1 - 1 / 64.0, 20), within(1e-12));
        assertThat(banding.candidateProbability(0)).isZero();
        assertThat(banding.candidateProbability(1)).isEqualTo(1);
        assertThat(banding.components()).isEqualTo(120);
    }

    @Property
    void reachesTheRecallWithAsFewBandsAsItsRowsAllow(
            @ForAll @DoubleRange(min = 0.3, max = 1) double threshold,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double recall) {
        Banding banding = Banding.forThreshold(threshold, recall);
        assertThat(banding.components()).isLessThanOrEqualTo(128);
        assertThat(banding.candidateProbability(threshold)).isGreaterThanOrEqualTo(recall);
        if (banding.bands() > 1) {
            assertThat(new Banding(banding.bands() - 1, banding.rows()).candidateProbability(threshold))
                    .isLessThan(recall);
        }
    }

    @Test
    void givesEachBandKeysOfItsOwn() {
        int[] components = new int[12];
        Banding banding = new Banding(4, 3);
        Set<Long> keys = new HashSet<>();
        for (int band = 0; band < 4; band++) {
            keys.add(banding.key(components, band));
        }
        assertThat(keys).hasSize(4);
        long before = banding.key(components, 2);
        components[5] = 1;
        assertThat(banding.key(components, 2)).isEqualTo(before);
        components[8] = 1;
        assertThat(banding.key(components, 2)).isNotEqualTo(before);
    }

    @Test
    void rejectsWhatCannotBeReached() {
        assertThatThrownBy(() -> Banding.forThreshold(0.01, 0.99))
                .hasMessageStartingWith("threshold must be at least 0.0353")
                .hasMessageEndingWith("but was 0.01");
        assertThatThrownBy(() -> Banding.forThreshold(Double.NaN, 0.9))
                .hasMessage("threshold must be in (0, 1] but was NaN");
        assertThatThrownBy(() -> Banding.forThreshold(0.5, 1)).hasMessage("recall must be in (0, 1) but was 1.0");
        assertThatThrownBy(() -> new Banding(0, 1)).hasMessage("bands must be in [1, 65536] but was 0");
        assertThatThrownBy(() -> new Banding(1, 1).candidateProbability(-0.1))
                .hasMessage("jaccard must be in [0, 1] but was -0.1");
    }
}
