/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.commons.statistics.descriptive.Median;
import org.vigie.nlp.duplicate.CandidateMethod;
import org.vigie.nlp.duplicate.NearDuplicates;

/**
 * Texts of their own words that all end with one footer; one in a hundred is copied with a word changed. It counts
 * what the search finds of what the exact join finds, and both times. Arguments: numbers of texts.
 */
public final class Footer {
    private static final String FOOTER =
            " --- this message was sent by the newsletter of the northern harbour district,"
                    + " write to the editors if you do not want to read it any more";
    /** So many texts are enough to compile both methods. */
    public static final int WARM_UP = 5_000;

    private static final int WORDS = 20_000;
    private static final int COPIES = 100;

    private Footer() {}

    /**
     * What two methods found of the same texts.
     *
     * @param texts how many texts
     * @param pairs how many pairs the default finds
     * @param exactPairs how many the exact join finds
     * @param seconds wall time of the default, the median of its rounds
     * @param exactSeconds wall time of the exact join, the median of its rounds
     */
    public record Run(int texts, int pairs, int exactPairs, double seconds, double exactSeconds) {
        /**
         * Returns the share of the pairs that the default finds.
         *
         * @return in [0, 1]
         */
        public double recall() {
            return exactPairs == 0 ? 1 : pairs / (double) exactPairs;
        }
    }

    /**
     * Runs the study.
     *
     * @param args numbers of texts
     */
    public static void main(String[] args) {
        measure(WARM_UP, 2);
        for (String texts : args) {
            System.out.println(measure(Integer.parseInt(texts), 5));
        }
    }

    /**
     * Searches with each method. They take turns in going first, for the second finds the memory warm. A small
     * measurement before, whose answer is thrown away, compiles both.
     *
     * @param texts how many texts
     * @param rounds how often
     * @return what was found, and in which time
     */
    public static Run measure(int texts, int rounds) {
        List<String> all = texts(texts, new SplittableRandom(texts));
        NearDuplicates search = NearDuplicates.withDefaults();
        NearDuplicates exactly = search.withMethod(CandidateMethod.EXACT);
        double[] seconds = new double[rounds];
        double[] exactSeconds = new double[rounds];
        int pairs = 0;
        int exactPairs = 0;
        for (int round = 0; round < rounds; round++) {
            for (boolean exact : round % 2 == 0 ? new boolean[] {false, true} : new boolean[] {true, false}) {
                long start = System.nanoTime();
                int found = (exact ? exactly : search).detect(all).pairs().size();
                (exact ? exactSeconds : seconds)[round] = (System.nanoTime() - start) / 1e9;
                if (exact) {
                    exactPairs = found;
                } else {
                    pairs = found;
                }
            }
        }
        Median median = Median.withDefaults();
        return new Run(texts, pairs, exactPairs, median.evaluate(seconds), median.evaluate(exactSeconds));
    }

    private static List<String> texts(int count, SplittableRandom random) {
        List<String> texts = new ArrayList<>(count);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (i % COPIES == 1) {
                words.set(random.nextInt(words.size()), word(random));
            } else {
                words.clear();
                int length = random.nextInt(6, 25);
                for (int w = 0; w < length; w++) {
                    words.add(word(random));
                }
            }
            texts.add(String.join(" ", words) + FOOTER);
        }
        return texts;
    }

    private static String word(SplittableRandom random) {
        return String.format(Locale.ROOT, "w%sk", Integer.toString(random.nextInt(WORDS), 36));
    }
}
