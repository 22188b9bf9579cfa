/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.vigie.posts.simulation.Label;
import org.vigie.posts.simulation.Simulator;

/** Everyday sentences in the simulator's languages, all of them invented, for audiences and plants to say. */
final class Phrases {
    private static final Pattern OUTSIDE = Pattern.compile("https?://\\S+|[@#]\\S+");
    private static final Pattern END = Pattern.compile("(?<=[.!?؟。！？])\\s*");
    private static final int SHORTEST = 20;
    /** Of another seed than any background, so that nobody happens to say the same on that account. */
    private static final long SEED = 0x9E3779B97F4A7C15L;

    private final Map<String, List<String>> sentences = new TreeMap<>();

    Phrases() {
        Map<String, Set<String>> found = new TreeMap<>();
        Simulator.withDefaults()
                .withPosts(20_000)
                .withSeed(SEED)
                .withCampaigns(0)
                .withNegativeShare(0)
                .run((post, label) -> {
                    if (label.kind().equals(Label.PLAIN)) {
                        String plain =
                                OUTSIDE.matcher(post.text()).replaceAll("").strip();
                        for (String sentence : END.split(plain, -1)) {
                            if (sentence.strip().length() >= SHORTEST) {
                                found.computeIfAbsent(post.language().orElse(""), unused -> new LinkedHashSet<>())
                                        .add(sentence.strip());
                            }
                        }
                    }
                });
        found.forEach((language, texts) -> sentences.put(language, List.copyOf(texts)));
    }

    List<String> languages() {
        return List.copyOf(sentences.keySet());
    }

    /** So many sentences, one after the other. */
    String text(SplittableRandom random, String language, int count) {
        List<String> all = sentences.get(language);
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(all.get(random.nextInt(all.size())));
        }
        return String.join(" ", chosen);
    }

    /** Different texts of so many sentences each. */
    List<String> texts(SplittableRandom random, String language, int size, int count) {
        Set<String> texts = new LinkedHashSet<>();
        while (texts.size() < size) {
            texts.add(text(random, language, count));
        }
        return List.copyOf(texts);
    }
}
