/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.vigie.posts.Post;

/**
 * What the simple methods see of posts: who posted which own text when. A text is lower case without links, names and
 * signs, at least 20 characters long; reposts and what begins or continues with {@code RT @} are not own.
 */
final class OwnTexts {
    private static final Pattern REPOST = Pattern.compile("(^|\\s|[\"“])rt\\s*:?@");
    private static final Pattern REPOST_SPACED = Pattern.compile("(^|\\s|[\"“])rt\\s+@");
    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Pattern NAME = Pattern.compile("@[\\p{L}\\p{N}_]+");
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}_#]+");
    private static final int SHORTEST = 20;

    /** One post. */
    record Act(int account, int text, long millis) {}

    final List<String> accounts = new ArrayList<>();
    final List<String> texts = new ArrayList<>();
    final List<Act> acts = new ArrayList<>();

    OwnTexts(List<Post> posts) {
        Map<String, Integer> numberOf = new TreeMap<>();
        Map<String, Integer> textOf = new LinkedHashMap<>();
        for (Post post : posts) {
            int account = numberOf.computeIfAbsent(post.account(), name -> {
                accounts.add(name);
                return accounts.size() - 1;
            });
            String lower = post.text().toLowerCase(Locale.ROOT);
            if (!post.repostOf().isEmpty()
                    || REPOST.matcher(lower).find()
                    || REPOST_SPACED.matcher(lower).find()) {
                continue;
            }
            String text = normalised(lower);
            if (text.length() >= SHORTEST) {
                int number = textOf.computeIfAbsent(text, name -> {
                    texts.add(name);
                    return texts.size() - 1;
                });
                acts.add(new Act(account, number, post.time().toEpochMilli()));
            }
        }
    }

    private static String normalised(String lower) {
        String plain = NAME.matcher(LINK.matcher(lower).replaceAll("")).replaceAll("");
        return SIGNS.matcher(plain).replaceAll(" ").strip();
    }

    /** By text, the acts on it in the order of time. */
    List<List<Act>> byText() {
        List<List<Act>> by = new ArrayList<>();
        texts.forEach(text -> by.add(new ArrayList<>()));
        acts.stream()
                .sorted((a, b) -> Long.compare(a.millis, b.millis))
                .forEach(act -> by.get(act.text).add(act));
        return by;
    }

    /** By text, the accounts that posted it, ascending and without repeats. */
    int[][] carriers() {
        List<List<Act>> by = byText();
        return by.stream()
                .map(list ->
                        list.stream().mapToInt(Act::account).sorted().distinct().toArray())
                .toArray(int[][]::new);
    }

    /** By account, its texts, ascending and without repeats. */
    int[][] textsOfAccounts() {
        int[][] of = new int[accounts.size()][0];
        int[] count = new int[of.length];
        for (Act act : acts) {
            if (count[act.account] == of[act.account].length) {
                of[act.account] = Arrays.copyOf(of[act.account], Math.max(4, 2 * count[act.account]));
            }
            of[act.account][count[act.account]++] = act.text;
        }
        for (int a = 0; a < of.length; a++) {
            of[a] = Arrays.stream(of[a], 0, count[a]).sorted().distinct().toArray();
        }
        return of;
    }

    List<String> names(Iterable<Integer> numbers) {
        List<String> names = new ArrayList<>();
        numbers.forEach(number -> names.add(accounts.get(number)));
        return names;
    }
}
