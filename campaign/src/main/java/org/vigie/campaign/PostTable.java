/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Posts in order of time (ties by id), with accounts as dense numbers and times as primitives. */
final class PostTable {
    private final List<Post> posts;
    private final List<String> accounts;
    private final Map<String, Integer> numbers;
    private final int[] account;
    private final long[] time;
    private final int[] postsOf;

    private PostTable(List<Post> posts, Map<String, Integer> numbers, int[] account, long[] time, int[] postsOf) {
        this.posts = posts;
        this.accounts = List.copyOf(numbers.keySet());
        this.numbers = numbers;
        this.account = account;
        this.time = time;
        this.postsOf = postsOf;
    }

    static PostTable of(List<Post> unordered) {
        List<Post> posts = new ArrayList<>(unordered);
        posts.sort(Comparator.comparing(Post::time).thenComparing(Post::id));
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] account = new int[posts.size()];
        long[] time = new long[posts.size()];
        int[] postsOf = new int[posts.size()];
        for (int i = 0; i < account.length; i++) {
            Post post = posts.get(i);
            account[i] = numbers.computeIfAbsent(post.account(), a -> numbers.size());
            time[i] = post.time().toEpochMilli();
            postsOf[account[i]]++;
        }
        return new PostTable(posts, numbers, account, time, Arrays.copyOf(postsOf, numbers.size()));
    }

    int size() {
        return account.length;
    }

    Post post(int i) {
        return posts.get(i);
    }

    /** The number of the post's account. */
    int account(int i) {
        return account[i];
    }

    /** Epoch milliseconds. */
    long time(int i) {
        return time[i];
    }

    /** The greatest step in milliseconds that all times are apart by multiples of; 0 if all times are one. */
    long resolution() {
        long step = 0;
        for (int i = 1; i < time.length && step != 1; i++) {
            long rest = time[i] - time[0];
            while (rest != 0) {
                long next = step % rest;
                step = rest;
                rest = next;
            }
        }
        return step;
    }

    List<String> accounts() {
        return accounts;
    }

    /** The number of an account that is in the table. */
    int number(String account) {
        return Objects.requireNonNull(numbers.get(account), account);
    }

    /** How many posts an account has. */
    int postsOf(int number) {
        return postsOf[number];
    }

    /** The sum of the squares of the accounts' shares of all posts: how often two posts are of one account by chance. */
    double concentration() {
        double sum = 0;
        for (int posted : postsOf) {
            double share = posted / (double) account.length;
            sum += share * share;
        }
        return sum;
    }
}
