/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WordCacheTest {
    private static final List<String> WORDS = List.of(
            "the vote government people liberte égalité straße dlouhý ünlü może ξένος правда выборы и не на у і їхній"
                    .split(" ", -1));

    @Test
    void wordsThatAreKeptCountAsWordsThatAreLookedUp() throws IOException {
        LanguageModel model;
        try (InputStream in = LanguageIdentifier.class.getResourceAsStream("languages.bin")) {
            model = ModelFormat.read(in);
        }
        Scores plain = new Scores(model);
        Scores keeping = new Scores(model, new WordCache(model.labels.mostLongs()));
        SplittableRandom random = new SplittableRandom(7);
        for (int text = 0; text < 300; text++) {
            plain.clear();
            keeping.clear();
            int script = text % 2 == 0 ? Scripts.CYRILLIC : Scripts.LATIN; // as the main script of a text
            for (int w = 0; w < 40; w++) {
                // Words that come again beside words that come once.
                String word = WORDS.get(random.nextInt(WORDS.size()));
                String once = random.nextInt(3) == 0 ? word + Integer.toString(random.nextInt(9999), 26) : word;
                char[] letters = once.replaceAll("[0-9]", "q").toCharArray();
                if (Scripts.of(letters[0]) == script) {
                    plain.add(letters, letters.length, script);
                    keeping.add(letters, letters.length, script);
                }
            }
            plain.settle();
            keeping.settle();
            int from = model.labels.first(script);
            int to = from + model.labels.count(script);
            assertArrayEquals(
                    Arrays.copyOfRange(plain.byLabel, from, to), Arrays.copyOfRange(keeping.byLabel, from, to));
            assertEquals(plain.known, keeping.known);
            assertEquals(plain.possible, keeping.possible);
        }
    }
}
