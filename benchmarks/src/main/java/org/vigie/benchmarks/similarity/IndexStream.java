/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.vigie.core.parallel.Parallel;
import org.vigie.nlp.duplicate.NearDuplicateIndex;
import org.vigie.nlp.duplicate.NearDuplicates;

/**
 * The index of a stream. Ordinary posts are added by one thread, by two, and by two with an index each. A flood has variants of one text, each
 * with two words of its own.
 */
public final class IndexStream {
    /** How many earlier texts an answer looks at. */
    private static final int MOST = 64;

    private static final int FLOOD_WORDS = 24;
    private static final int WORDS = 20_000;

    private IndexStream() {}

    /**
     * One stream, added whole.
     *
     * @param texts how many texts
     * @param threads how many threads added them
     * @param seconds wall time
     */
    public record Run(int texts, int threads, double seconds) {
        /**
         * Returns the time of one call.
         *
         * @return milliseconds of wall time for each text
         */
        public double milliseconds() {
            return 1e3 * seconds / texts;
        }
    }

    /**
     * Adds ordinary posts to an empty index.
     *
     * @param texts how many
     * @param threads how many threads take them in turn
     * @return what it took
     */
    public static Run ordinary(int texts, int threads) {
        NearDuplicateIndex index = empty();
        return add(SampleTexts.posts(texts, 3), threads, () -> index);
    }

    /**
     * Adds ordinary posts, each thread to an empty index of its own: what threads would reach that never wait for each other.
     *
     * @param texts how many in all
     * @param threads how many threads take them in turn
     * @return what it took
     */
    public static Run apart(int texts, int threads) {
        return add(SampleTexts.posts(texts, 3), threads, IndexStream::empty);
    }

    /**
     * Adds variants of one text to an empty index.
     *
     * @param texts how many
     * @return what it took on one thread
     */
    public static Run flood(int texts) {
        SplittableRandom random = new SplittableRandom(texts);
        String[] template = new String[FLOOD_WORDS];
        for (int i = 0; i < template.length; i++) {
            template[i] = word(random);
        }
        List<String> flood = new ArrayList<>(texts);
        for (int i = 0; i < texts; i++) {
            String[] words = template.clone();
            words[random.nextInt(FLOOD_WORDS)] = word(random);
            words[random.nextInt(FLOOD_WORDS)] = word(random);
            flood.add(String.join(" ", words));
        }
        NearDuplicateIndex index = empty();
        return add(flood, 1, () -> index);
    }

    private static NearDuplicateIndex empty() {
        return NearDuplicateIndex.of(NearDuplicates.withDefaults());
    }

    private static Run add(List<String> texts, int threads, Supplier<NearDuplicateIndex> ofThread) {
        long start = System.nanoTime();
        Parallel.run(threads, texts.size(), () -> {
            NearDuplicateIndex index = ofThread.get();
            return id -> index.add(id, texts.get(id), id, MOST);
        });
        return new Run(texts.size(), threads, (System.nanoTime() - start) / 1e9);
    }

    private static String word(SplittableRandom random) {
        return "w" + Integer.toString(random.nextInt(WORDS), 36) + "k";
    }
}
