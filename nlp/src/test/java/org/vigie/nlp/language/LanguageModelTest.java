/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fast tables against a plain map, on random weights. */
class LanguageModelTest {
    private static final int LANGUAGES = 30;

    /** The n-grams of a word, and itself in bars, by the letter of the definition. */
    private static List<String> features(String word) {
        List<String> features = new ArrayList<>();
        String padded = " " + word + " ";
        for (int i = 0; i < padded.length() - 1; i++) {
            for (int n = i > 0 ? 1 : 2; n <= 5 && i + n <= padded.length(); n++) {
                features.add(padded.substring(i, i + n));
            }
        }
        if (padded.length() > 5) {
            features.add("|" + padded + "|");
        }
        return features;
    }

    private static ModelRows.Row row(String feature, short... entries) {
        if (!feature.startsWith("|")) {
            return ModelRows.Row.gram(feature, entries);
        }
        int hash = Ngrams.SEED;
        for (char c : feature.substring(1, feature.length() - 1).toCharArray()) {
            hash = Ngrams.extend(hash, c);
        }
        return ModelRows.Row.word(Ngrams.wholeWord(hash), entries);
    }

    @Test
    void countsFeatures() {
        for (int length = 1; length <= WordReader.MAX_WORD; length++) {
            List<String> keys = features("abcdefghijklmnopqrstuvwxyzabcdefgh".substring(0, length));
            assertThat(Ngrams.countLong(length)).isEqualTo((int) keys.stream()
                    .filter(k -> k.length() >= 3 && !k.startsWith("|"))
                    .count());
        }
    }

    @Test
    void addsTheSameAsAPlainMap() throws IOException {
        Random random = new Random(3);
        // Rows of every language are wide, those of few are narrow; the share of each decides which paths are taken.
        for (double full : new double[] {0, 0.1, 0.5, 1}) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                StringBuilder word = new StringBuilder();
                for (int j = 1 + random.nextInt(WordReader.MAX_WORD); j > 0; j--) {
                    word.append((char) ('a' + random.nextInt(4)));
                }
                words.add(word.toString());
            }
            Map<String, short[]> weights = new HashMap<>();
            weights.put(" ", new short[0]);
            // Half of the words only, so that some n-grams are unknown; every beginning of a known one is known.
            for (String word : words.subList(0, 150)) {
                for (String feature : features(word)) {
                    int size = random.nextDouble() < full ? LANGUAGES : random.nextInt(LANGUAGES / 2);
                    short[] entries = new short[size];
                    for (int e = 0; e < size; e++) {
                        entries[e] = (short) ((e << 8) | (random.nextInt(51) - 25 & 0xFF));
                    }
                    weights.putIfAbsent(feature, entries);
                }
            }
            List<ModelRows.Row> rows = new ArrayList<>();
            weights.forEach((feature, entries) -> rows.add(row(feature, entries)));
            LanguageModel model = model(rows);
            Scores scores = new Scores(model);
            int[] expected = new int[LANGUAGES];
            int known = 0;
            int possible = 0;
            for (String word : words) {
                scores.add(word.toCharArray(), word.length(), Scripts.LATIN);
                for (String feature : features(word)) {
                    boolean isWord = feature.startsWith("|");
                    possible += feature.length() >= 3 && !isWord ? 1 : 0;
                    short[] entries = weights.get(feature);
                    if (entries != null) {
                        known += feature.length() >= 3 && !isWord ? 1 : 0;
                        for (short entry : entries) {
                            expected[entry >> 8] += (byte) entry;
                        }
                    }
                }
            }
            scores.settle();
            assertThat(scores.byLabel).isEqualTo(expected);
            assertThat(scores.known).isEqualTo(known);
            assertThat(scores.possible).isEqualTo(possible);
            scores.clear();
            assertThat(Arrays.stream(scores.byLabel).allMatch(s -> s == 0)).isTrue();
            assertThat(scores.known + scores.possible).isZero();
        }
    }

    private static LanguageModel model(List<ModelRows.Row> rows) throws IOException {
        List<Labels.Label> list = new ArrayList<>();
        for (int i = 0; i < LANGUAGES; i++) {
            list.add(new Labels.Label("l" + i, Scripts.LATIN));
        }
        Labels labels = new Labels(list);
        float[] scale = new float[Scripts.count()];
        float[][] temperature = new float[Scripts.count()][LanguageModel.LENGTH_CLASSES];
        Arrays.fill(scale, 1f);
        Arrays.fill(temperature[Scripts.LATIN], 1f);
        return new ModelFormat.Content(labels, scale, new int[LANGUAGES], temperature, ModelRows.of(rows, labels))
                .toModel();
    }

    private static int[] scores(LanguageModel model, String word) {
        Scores scores = new Scores(model);
        scores.add(word.toCharArray(), word.length(), Scripts.LATIN);
        scores.settle();
        return scores.byLabel;
    }

    @Test
    void sumsOfBeginningsEndAt127() throws IOException {
        short[] all = new short[LANGUAGES];
        for (int e = 0; e < LANGUAGES; e++) {
            all[e] = (short) ((e << 8) | (e % 2 == 0 ? 100 : -100 & 0xFF));
        }
        int[] sums = scores(
                model(List.of(
                        row("a", all),
                        row("ab", all),
                        row("abc", all),
                        row("abcd", all),
                        row("b", all),
                        ModelRows.Row.gram(" "))),
                "abcd");
        assertThat(sums[0]).isEqualTo(127 + 100);
        assertThat(sums[1]).isEqualTo(-127 - 100);
    }

    @Test
    void ofRowsWithOneHashTheFirstCounts() throws IOException {
        int[] sums = scores(
                model(List.of(
                        row("| abcd |", (short) 0x0105), row("| abcd |", (short) 0x0207), ModelRows.Row.gram(" "))),
                "abcd");
        assertThat(sums[1]).isEqualTo(5);
        assertThat(Arrays.stream(sums).sum()).isEqualTo(5);
    }

    @Test
    void softmaxIsATableOfExponentials() {
        for (double factor : new double[] {0.01, 0.14, 3, 50}) {
            Softmax softmax = new Softmax(factor);
            for (int d = 0; d * factor < 11.9; d++) {
                assertThat(softmax.of(d)).isCloseTo(Math.exp(-d * factor), within(1e-9));
            }
            assertThat(softmax.of((int) (12.1 / factor) + 1)).isZero();
            assertThat(softmax.of(Integer.MAX_VALUE)).isZero();
        }
    }

    @Test
    void exponentialsAreClose() {
        for (double x = 0; x > -40; x -= 0.01) {
            assertThat(Softmax.exp(x)).isCloseTo(Math.exp(x), within(1e-9 * Math.exp(x) + 1e-20));
            assertThat((double) ScriptTrainer.exp((float) x))
                    .isCloseTo(Math.exp((float) x), within(1e-4 * Math.exp(x)));
        }
    }
}
