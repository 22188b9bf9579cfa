/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

class ObjectTesterTest {
    private static final double ALPHA = 0.05;

    /** Two floods of twelve accounts in three minutes, and objects of which each post came at any time of the day. */
    private static Scene scene(int calm) {
        SplittableRandom random = new SplittableRandom(12);
        Scene scene = new Scene();
        for (int object = 0; object < calm; object++) {
            for (int i = 0; i < 8; i++) {
                scene.url("reader" + random.nextInt(500), random.nextInt(86_400) / 60.0, "calm.example/" + object);
            }
        }
        for (int i = 0; i < 12; i++) {
            scene.url("a" + i, 600 + random.nextInt(180) / 60.0, "flood.example/1");
            scene.tags("b" + i, 900 + random.nextInt(180) / 60.0, "flood");
        }
        return scene;
    }

    private static List<Sighting> test(Corpus corpus, int threads) {
        Synchrony synchrony = Synchrony.of(corpus, Duration.ofMinutes(10), Duration.ofHours(2), 1);
        List<ObjectLayer> layers = List.of(
                corpus.layer(ObjectKind.URL).carried(4),
                corpus.layer(ObjectKind.HASHTAG).carried(4));
        return new ObjectTester(synchrony, ALPHA, threads).test(corpus, layers);
    }

    private static List<String> lines(List<Sighting> sightings) {
        List<String> lines = new ArrayList<>();
        for (Sighting s : sightings) {
            lines.add(s.kind() + " " + s.object() + " " + s.count() + " " + s.qValue() + " "
                    + List.of(s.rows().length, s.accounts().length));
        }
        return lines;
    }

    @Test
    void findsFloodsAndNothingElse() {
        Corpus corpus = scene(40).corpus();
        Names names = Names.plain(corpus);
        List<Sighting> found = test(corpus, 2);
        assertThat(found)
                .extracting(s -> names.object(s.kind(), s.object()))
                .as("by layer, then by number")
                .containsExactly("flood.example/1", "flood");
        assertThat(found).allSatisfy(s -> {
            assertThat(s.qValue()).isBetween(s.count().pValue(), ALPHA);
            assertThat(s.count().observed())
                    .isGreaterThan(2 * Math.round(s.count().expected()));
            assertThat(s.rows()).hasSize(12).isSorted();
            assertThat(s.accounts()).hasSize(12).isSorted();
        });
    }

    @Test
    void objectsWhosePValueTheDrawsLimitAreDrawnOn() {
        // With 999 draws no p-value is below 0.001, so among 300 objects no q-value would be below alpha.
        Corpus corpus = scene(300).corpus();
        assertThat(test(corpus, 2))
                .hasSize(2)
                .allSatisfy(s -> assertThat(s.count().pValue()).isLessThan(0.001));
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        Corpus corpus = scene(60).corpus();
        List<String> one = lines(test(corpus, 1));
        assertThat(lines(test(corpus, 4))).isEqualTo(one);
        assertThat(lines(test(corpus, 2))).isEqualTo(one);
    }

    @Test
    void withoutObjectsThereIsNothing() {
        Corpus corpus = new Scene().tags("a", 0).corpus();
        assertThat(test(corpus, 2)).isEmpty();
    }
}
