/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Texts of known language: lines {@code category<TAB>tag<TAB>text}, plain or .gz. */
final class LabelledTexts {
    /** One text. */
    record Item(String category, String tag, String text) {}

    private static final String OWN = "posts.tsv";

    private LabelledTexts() {}

    static List<Item> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in);
        }
    }

    private static List<Item> read(InputStream in) throws IOException {
        List<Item> items = new ArrayList<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            int first = line.indexOf('\t');
            int second = line.indexOf('\t', first + 1);
            items.add(
                    new Item(line.substring(0, first), line.substring(first + 1, second), line.substring(second + 1)));
        }
        return items;
    }

    /** The first texts of every category and language; the file's order is the sample's. */
    static List<Item> sample(List<Item> items, int size) {
        Map<String, Integer> seen = new TreeMap<>();
        return items.stream()
                .filter(item -> seen.merge(item.category + "\t" + item.tag, 1, Integer::sum) <= size)
                .toList();
    }

    /** Some eighty posts of our own in 57 languages, for speed only. */
    static List<Item> own() throws IOException {
        try (InputStream in = LabelledTexts.class.getResourceAsStream(OWN)) {
            return read(Objects.requireNonNull(in, OWN));
        }
    }

    /**
     * Made-up words: each letter is drawn from those that follow the two before it in the sentences of the language.
     * A few hundred real words would all fit in a processor's cache and be faster than any traffic.
     */
    static List<String> words(List<Item> sentences, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, Map<String, StringBuilder>> following = new TreeMap<>();
        for (Item item : sentences) {
            Map<String, StringBuilder> chain = following.computeIfAbsent(item.tag, t -> new HashMap<>());
            for (String word : item.text.split("\\P{L}+", -1)) {
                String padded = "  " + word + " ";
                for (int i = 2; i < padded.length() && !word.isEmpty(); i++) {
                    chain.computeIfAbsent(padded.substring(i - 2, i), k -> new StringBuilder())
                            .append(padded.charAt(i));
                }
            }
        }
        List<String> tags = List.copyOf(following.keySet());
        List<String> words = new ArrayList<>();
        while (words.size() < count) {
            Map<String, StringBuilder> chain =
                    Objects.requireNonNull(following.get(tags.get(words.size() % tags.size())));
            StringBuilder word = new StringBuilder("  ");
            while (word.length() < 18) {
                StringBuilder next = Objects.requireNonNull(chain.get(word.substring(word.length() - 2)));
                char c = next.charAt(random.nextInt(next.length()));
                if (c == ' ') {
                    break;
                }
                word.append(c);
            }
            words.add(word.substring(2));
        }
        return words;
    }
}
