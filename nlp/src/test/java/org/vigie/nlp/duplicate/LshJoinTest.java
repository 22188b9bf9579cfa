/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.core.search.Banding;
import org.vigie.core.similarity.MinHash;
import org.vigie.nlp.text.Shingler;

class LshJoinTest extends PairJoinContract {
    @Override
    PairJoin join(int threads) {
        return new LshJoin(THRESHOLD, Banding.forThreshold(THRESHOLD, 0.997), MinHash.withDefaults(), threads);
    }

    /**
     * Texts that share a footer, a header or a middle part fall into the same buckets, and their pairs are found all the
     * same.
     */
    @ParameterizedTest
    @ValueSource(strings = {"%1$s %2$s %3$s", "%2$s %3$s %1$s", "%2$s %1$s %3$s"})
    void aSharedPartCostsNoPairs(String order) {
        Random random = new Random(5);
        String[] words =
                "bread night news radio king queen war peace law court train wind storm coal gold city".split(" ", -1);
        List<String> posts = IntStream.range(0, 4_000)
                .mapToObj(i -> {
                    StringBuilder post = new StringBuilder();
                    for (int w = 0; w < 8; w++) {
                        post.append(words[random.nextInt(words.length)]).append(' ');
                    }
                    post.append(random.nextInt(1_000_000_000));
                    return String.format(
                            order,
                            post,
                            "subscribe to our letter for daily updates and follow us on every platform all rights"
                                    + " reserved by the example group please read our policy",
                            "before posting or write to the editor for corrections and complaints at any time");
                })
                .distinct()
                .toList();
        DistinctTexts texts = texts(posts);
        PairJoin exact = new ExactPairs(0.8);
        PairJoin banded = new LshJoin(0.8, Banding.forThreshold(0.8, 0.997), MinHash.withDefaults(), 2);
        PairList all = exact.join(
                texts.size(), () -> new ShingleSource(texts, Shingler.characters(5)), new Progress(done -> {}));
        PairList found = banded.join(
                texts.size(), () -> new ShingleSource(texts, Shingler.characters(5)), new Progress(done -> {}));
        assertThat(all.size()).isGreaterThan(1_000);
        assertThat(found.leftOut()).isZero();
        assertThat(all.sorted(texts.firsts)).contains(found.sorted(texts.firsts));
        assertThat(found.size()).isGreaterThanOrEqualTo(all.size() * 99 / 100);
    }

    /** A bucket of n texts costs about 4 million comparisons at most; what is beyond is counted. */
    @Test
    void countsWhatAFullBucketLeavesOut() {
        List<String> flood = IntStream.range(0, 3_000)
                .mapToObj(i -> "the same long sentence in a flood of texts that all end in a number of their own " + i)
                .toList();
        DistinctTexts texts = texts(flood);
        PairJoin join = new LshJoin(0.5, new Banding(1, 1), MinHash.withDefaults(), 1);
        PairList found = join.join(
                texts.size(), () -> new ShingleSource(texts, Shingler.characters(5)), new Progress(done -> {}));
        assertThat(found.leftOut()).isPositive();
        assertThat(found.size()).isPositive();
        assertThat(found.size() + found.leftOut()).isLessThanOrEqualTo(3_000L * 2_999 / 2);
    }

    /** Beside a count of every key: one crowded key or many, those that share a cell, and none. */
    @Test
    void aCrowdIsTheTextsOfFullBuckets() {
        Random random = new Random(7);
        for (int round = 0; round < 30; round++) {
            int count = 200 + random.nextInt(2_000);
            int[][] keys = new int[3][count];
            for (int[] band : keys) {
                int kinds = 1 + random.nextInt(400);
                for (int text = 0; text < count; text++) {
                    band[text] = random.nextInt(kinds) << (16 * random.nextInt(2));
                }
            }
            int most = 1 + random.nextInt(40);
            Crowd crowd = Crowd.of(keys, new Parities(count, 0.5), most);
            for (int text = 0; text < count; text++) {
                boolean crowded = false;
                for (int[] band : keys) {
                    int key = band[text];
                    crowded |= IntStream.of(band).filter(k -> k == key).count() > most;
                }
                assertThat(crowd.has(text)).isEqualTo(crowded);
            }
        }
    }
}
