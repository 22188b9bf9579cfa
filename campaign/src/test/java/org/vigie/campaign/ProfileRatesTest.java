/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of a profile is what its incidences' strata say, in every test anew. */
class ProfileRatesTest {
    private final Incidences incidences;
    private final Strata strata;
    private final double[] rates;
    private final ProfileRates profiles;

    ProfileRatesTest() {
        PoolData data = new PoolData(StrataTest.corpus());
        incidences = data.texts();
        strata = data.strata(incidences);
        rates = new double[strata.count()];
        profiles = new ProfileRates(strata, rates);
    }

    @Test
    void isTheHighestRateOfAnIncidencesStrata() {
        SplittableRandom random = new SplittableRandom(3);
        for (int test = 0; test < 20; test++) {
            Arrays.setAll(rates, s -> random.nextInt(3) == 0 ? -1 : random.nextDouble());
            profiles.begin();
            for (int place = 0; place < incidences.size(); place++) {
                int profile = strata.profileAt(place);
                int incidence = incidences.ofAccount[place];
                profiles.weigh(profile);
                double highest = IntStream.range(0, Strata.SLOTS)
                        .mapToDouble(slot -> rate(incidence, slot))
                        .max()
                        .orElseThrow();
                assertThat(profiles.rate(profile)).isEqualTo(Math.max(0, highest));
                assertThat(profiles.kind(profile) < 0 ? 0 : rate(incidence, profiles.kind(profile)))
                        .isEqualTo(profiles.rate(profile));
                boolean hasTag = rate(incidence, Strata.Kind.HASHTAG_AND_LANGUAGE.number()) >= 0;
                assertThat(profiles.hasTag(profile)).isEqualTo(hasTag);
                assertThat(profiles.isAlone(profile)).isEqualTo(!hasTag && strata.isOccasion(profile));
            }
        }
    }

    @Test
    void isNoneWhereNobodyCanBeComparedWith() {
        Arrays.fill(rates, -1);
        profiles.begin();
        int profile = strata.profileAt(0);
        profiles.weigh(profile);
        assertThat(profiles.rate(profile)).isZero();
        assertThat(profiles.kind(profile)).isEqualTo(-1);
        assertThat(profiles.hasTag(profile)).isFalse();
    }

    private double rate(int incidence, int slot) {
        int s = strata.at(incidence, slot);
        return s < 0 ? -1 : rates[s];
    }
}
