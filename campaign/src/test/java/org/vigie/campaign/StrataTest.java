/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vigie.posts.Corpus;

class StrataTest {
    /** Texts of one to six accounts, in three languages, some with hashtags and links. */
    static Corpus corpus() {
        SplittableRandom random = new SplittableRandom(8);
        String[] texts = {
            "the ferry leaves at %d and the captain is asleep on the bridge again",
            "le bateau part à %d heures et le capitaine dort encore à la barre",
            "пароход уходит в %d часов, а капитан опять спит на мостике"
        };
        Scene scene = new Scene();
        for (int i = 0; i < 600; i++) {
            String text = String.format(Locale.ROOT, texts[i % 3], 100_000 + 7_919 * random.nextInt(200));
            List<String> tags = random.nextInt(3) == 0 ? List.of("tag" + random.nextInt(4)) : List.of();
            List<String> links = random.nextInt(4) == 0 ? List.of("site" + random.nextInt(3) + ".org/" + i) : List.of();
            scene.add(scene.post("a" + random.nextInt(80), random.nextInt(9_000), text)
                    .hashtags(tags)
                    .urls(links));
        }
        return scene.corpus();
    }

    @Test
    void aStratumIsInTheSlotOfItsKind() {
        PoolData data = new PoolData(corpus());
        Incidences incidences = data.texts();
        Strata strata = data.strata(incidences);
        for (int i = 0; i < incidences.size(); i++) {
            for (int slot = 0; slot < Strata.SLOTS; slot++) {
                int s = strata.at(i, slot);
                assertThat(s < 0 || strata.kind(s).number() == slot).isTrue();
            }
            assertThat(strata.at(i, 0)).isNotNegative();
        }
    }
}
