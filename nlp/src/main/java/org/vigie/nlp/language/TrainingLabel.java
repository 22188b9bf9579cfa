/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** What training knows of one language in one script: running words by line, and word lists with counts. */
final class TrainingLabel {
    /** Words end to end, with where each begins, and which word begins each line. */
    static final class Text {
        private char[] chars = new char[1 << 12];
        private int[] wordAt = new int[1 << 10];
        private int[] lineAt = new int[1 << 8];
        private int words;
        private int lines;

        void beginLine() {
            if (lines > 0 && lineAt[lines - 1] == words) {
                return; // the line before held nothing
            }
            lineAt = grow(lineAt, lines + 1);
            lineAt[lines++] = words;
        }

        void add(char[] word, int length) {
            wordAt = grow(wordAt, words + 2);
            int at = wordAt[words];
            if (at + length > chars.length) {
                chars = Arrays.copyOf(chars, Math.max(at + length, chars.length * 2));
            }
            System.arraycopy(word, 0, chars, at, length);
            words++;
            wordAt[words] = at + length;
        }

        int characters() {
            return wordAt[words];
        }

        int words() {
            return words;
        }

        int lines() {
            return words == 0 ? 0 : lineAt[lines - 1] == words ? lines - 1 : lines;
        }

        int firstWord(int line) {
            return lineAt[line];
        }

        int endWord(int line) {
            return line + 1 < lines ? lineAt[line + 1] : words;
        }

        int length(int word) {
            return wordAt[word + 1] - wordAt[word];
        }

        void copy(int word, char[] to) {
            System.arraycopy(chars, wordAt[word], to, 0, length(word));
        }

        /** The words that stand in it at least so often. */
        Set<String> wordsFrom(int least) {
            Map<String, Integer> counts = new HashMap<>();
            for (int word = 0; word < words; word++) {
                counts.merge(new String(chars, wordAt[word], length(word)), 1, Integer::sum);
            }
            counts.values().removeIf(count -> count < least);
            return counts.keySet();
        }

        private static int[] grow(int[] array, int size) {
            return size <= array.length ? array : Arrays.copyOf(array, Math.max(size, array.length * 2));
        }
    }

    /** Words to be drawn with a frequency that grows as a power of their count. */
    static final class WordList {
        private final Text words = new Text();
        private final double[] cumulative;

        WordList(Map<String, Double> counts, double power) {
            cumulative = new double[counts.size()];
            words.beginLine();
            double sum = 0;
            int i = 0;
            for (Map.Entry<String, Double> e : new TreeMap<>(counts).entrySet()) {
                char[] chars = e.getKey().toCharArray();
                words.add(chars, chars.length);
                sum += StrictMath.pow(e.getValue(), power);
                cumulative[i++] = sum;
            }
        }

        int draw(SplittableRandom random, char[] to) {
            int i = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
            int word = Math.min(cumulative.length - 1, i < 0 ? -i - 1 : i);
            words.copy(word, to);
            return words.length(word);
        }

        int size() {
            return cumulative.length;
        }
    }

    /**
     * A language without a label, by its own words and by the label that it would be taken for. Its texts have many words
     * of that label as well.
     */
    record Stranger(WordList own, TrainingLabel neighbour) {
        /** A word of its own or of its neighbour. */
        int draw(SplittableRandom random, boolean isOwn, char[] to) {
            if (isOwn) {
                return own.draw(random, to);
            }
            if (!neighbour.lists.isEmpty()) {
                return neighbour
                        .lists
                        .get(random.nextInt(neighbour.lists.size()))
                        .draw(random, to);
            }
            int word = random.nextInt(neighbour.text.words());
            neighbour.text.copy(word, to);
            return neighbour.text.length(word);
        }
    }

    private static final int HELD_OUT = 50;

    final String tag;
    final Text text = new Text();
    /** Lines kept out of training, for calibration and for an honest figure. */
    final Text heldOut = new Text();

    final List<WordList> lists = new ArrayList<>();

    /** Languages that this label, which is none, stands for. */
    final List<Stranger> strangers = new ArrayList<>();

    TrainingLabel(String tag) {
        this.tag = tag;
    }

    /** Adds the words of a line that are in a script; whether they are held out depends on its origin. */
    void add(String origin, String line, int script) {
        Text target = isHeldOut(origin) ? heldOut : text;
        target.beginLine();
        WordReader words = new WordReader(line, 0, line.length());
        while (words.next()) {
            if (words.script == script) {
                target.add(words.word, words.length);
            }
        }
    }

    /** Every fiftieth line; the hash of a string is specified, so the split is the same everywhere. */
    static boolean isHeldOut(String line) {
        return Math.floorMod((line.hashCode() * 0x9E3779B1) >>> 8, HELD_OUT) == 0;
    }
}
