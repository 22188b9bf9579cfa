/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up posts of about a hundred characters: a third are variants of earlier ones. */
final class SampleTexts {
    private SampleTexts() {}

    static List<String> posts(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] vocabulary = new String[20_000];
        for (int i = 0; i < vocabulary.length; i++) {
            StringBuilder word = new StringBuilder();
            for (int c = 2 + random.nextInt(9); c > 0; c--) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            vocabulary[i] = word.toString();
        }
        List<String> posts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (i > 100 && random.nextInt(3) == 0) {
                String[] words = posts.get(random.nextInt(i)).split(" ", -1);
                words[random.nextInt(words.length)] = pick(vocabulary, random);
                posts.add(String.join(" ", words));
                continue;
            }
            StringBuilder post = new StringBuilder(random.nextInt(4) == 0 ? "RT @someone: " : "");
            while (post.length() < 85) {
                post.append(pick(vocabulary, random)).append(' ');
            }
            post.append(random.nextInt(3) == 0 ? "#tag \u2019\u00e9\u2026 " : "now ");
            post.append("https://t.co/").append(Long.toString(random.nextLong(1L << 50), 36));
            posts.add(post.toString());
        }
        return posts;
    }

    /** Frequent words are frequent, as in a language. */
    private static String pick(String[] vocabulary, SplittableRandom random) {
        double u = random.nextDouble();
        return vocabulary[(int) (vocabulary.length * u * u * u)];
    }
}
