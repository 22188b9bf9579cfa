/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.language;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Turns the sentences of a file of {@code category<TAB>tag<TAB>text} lines into short posts as people type them on
 * phones, for {@link CompareLanguageIdentifiers}: four to eight words, some misspelled, often without accents, in lower
 * or upper case, with @names, #hashtags, urls, stretched letters and slang.
 *
 * <p>Arguments: the file, the file to write.
 */
public final class NoisyPosts {
    private static final double MISSPELLED = 0.12;

    private final SplittableRandom random = new SplittableRandom(5);

    private NoisyPosts() {}

    /**
     * Runs the conversion.
     *
     * @param args file to read, file to write
     * @throws IOException when a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        NoisyPosts noise = new NoisyPosts();
        try (Writer out = Files.newBufferedWriter(Path.of(args[1]))) {
            for (LabelledTexts.Item item : LabelledTexts.read(Path.of(args[0]))) {
                if (item.category().equals("sentences")) {
                    out.write("posts\t" + item.tag() + "\t" + noise.post(item.text()) + "\n");
                    out.write("sentences without accents\t" + item.tag() + "\t" + plain(item.text()) + "\n");
                }
            }
        }
    }

    private String post(String sentence) {
        String[] words = sentence.split(" ", -1);
        int length = Math.min(words.length, 4 + random.nextInt(5));
        int from = random.nextInt(words.length - length + 1);
        List<String> typed = Arrays.stream(words, from, from + length)
                .map(word -> word.length() >= 4 && random.nextDouble() < MISSPELLED ? misspell(word) : word)
                .toList();
        String text = String.join(" ", typed);
        text = random.nextBoolean() ? plain(text) : text;
        text = random.nextInt(4) == 0 ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
        if (random.nextInt(3) == 0) {
            int at = text.length() / 2;
            text = text.substring(0, at) + text.substring(at, at + 1).repeat(3) + text.substring(at);
        }
        return (random.nextInt(3) == 0 ? "@some_user " : "") + text
                + (random.nextInt(3) == 0 ? " #news #follow" : "")
                + (random.nextInt(3) == 0 ? " https://t.co/abcDEF" : "") + " lol";
    }

    private String misspell(String word) {
        int i = random.nextInt(word.length() - 1);
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, i) + word.substring(i + 1);
            case 1 -> word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2);
            case 2 -> word.substring(0, i) + word.charAt(i) + word.substring(i);
            default -> word.substring(0, i) + (char) ('a' + random.nextInt(26)) + word.substring(i + 1);
        };
    }

    /** Latin letters without their accents; other scripts as they are, since their marks are letters. */
    private static String plain(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isLatin = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
            out.append(
                    isLatin
                            ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                                    .charAt(0)
                            : c);
        }
        return out.toString()
                .replace('ø', 'o')
                .replace('đ', 'd')
                .replace('ł', 'l')
                .replace('ı', 'i');
    }
}
