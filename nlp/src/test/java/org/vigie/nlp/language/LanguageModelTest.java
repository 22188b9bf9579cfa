/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

    private record Key(int order, int hash) {}

    private static List<Key> features(String word) {
        List<Key> keys = new ArrayList<>();
        String padded = " " + word + " ";
        for (int i = 0; i < padded.length() - 1; i++) {
            int hash = Ngrams.SEED;
            for (int n = 1; n <= 5 && i + n <= padded.length(); n++) {
                hash = Ngrams.extend(hash, padded.charAt(i + n - 1));
                if (i > 0 || n > 1) {
                    keys.add(new Key(n, hash));
                }
            }
        }
        if (padded.length() > 5) {
            int hash = Ngrams.SEED;
            for (int i = 0; i < padded.length(); i++) {
                hash = Ngrams.extend(hash, padded.charAt(i));
            }
            keys.add(new Key(6, Ngrams.wholeWord(hash)));
        }
        return keys;
    }

    @Test
    void countsFeatures() {
        for (int length = 1; length <= WordReader.MAX_WORD; length++) {
            List<Key> keys = features("abcdefghijklmnopqrstuvwxyzabcdefgh".substring(0, length));
            assertThat(Ngrams.count(length)).isEqualTo(keys.size());
            assertThat(Ngrams.countLong(length)).isEqualTo((int)
                    keys.stream().filter(k -> k.order >= 3 && k.order <= 5).count());
        }
    }

    @Test
    void addsTheSameAsAPlainMap() {
        Random random = new Random(3);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            StringBuilder word = new StringBuilder();
            for (int j = 1 + random.nextInt(WordReader.MAX_WORD); j > 0; j--) {
                word.append((char) ('a' + random.nextInt(4)));
            }
            words.add(word.toString());
        }
        Map<Key, short[]> weights = new HashMap<>();
        List<ModelRows.Row> rows = new ArrayList<>();
        for (String word : words) {
            for (Key key : features(word)) {
                if (!weights.containsKey(key)) {
                    int size = random.nextInt(LANGUAGES + 1);
                    short[] entries = new short[size];
                    for (int e = 0; e < size; e++) {
                        entries[e] = (short) ((e << 8) | (random.nextInt(255) - 127 & 0xFF));
                    }
                    weights.put(key, entries);
                    rows.add(new ModelRows.Row(key.order, key.hash, entries));
                }
            }
        }
        List<LanguageModel.Label> labels = new ArrayList<>();
        for (int i = 0; i < LANGUAGES; i++) {
            labels.add(new LanguageModel.Label("l" + i, Scripts.LATIN));
        }
        LanguageModel model = new LanguageModel(
                labels, new float[Scripts.count()], new int[LANGUAGES], new float[0][], ModelRows.of(rows));
        LanguageModel.Scores scores = model.new Scores();
        int[] expected = new int[LANGUAGES];
        for (String word : words) {
            scores.add(word.toCharArray(), word.length(), Scripts.LATIN);
            for (Key key : features(word)) {
                for (short entry : weights.get(key)) {
                    expected[entry >> 8] += (byte) entry;
                }
            }
        }
        scores.settle();
        assertThat(scores.byLabel).isEqualTo(expected);
        scores.clear();
        assertThat(Arrays.stream(scores.byLabel).allMatch(s -> s == 0)).isTrue();
    }

    @Test
    void exponentialsAreClose() {
        for (double x = 0; x > -40; x -= 0.01) {
            assertThat(Decision.exp(x)).isCloseTo(Math.exp(x), within(1e-9 * Math.exp(x) + 1e-20));
            assertThat((double) ScriptTrainer.exp((float) x))
                    .isCloseTo(Math.exp((float) x), within(1e-4 * Math.exp(x)));
        }
    }
}
