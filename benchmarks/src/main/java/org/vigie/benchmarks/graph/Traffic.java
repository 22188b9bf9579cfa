/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.graph;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.vigie.graph.coaction.Actions;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.simulation.Simulator;

/** Actions to measure with: made ones of any size, and the hashtags of real posts. */
final class Traffic {
    private static final Pattern HASHTAG = Pattern.compile("#([\\p{L}\\p{N}_]{2,})");

    private Traffic() {}

    /**
     * Makes actions of a month. Accounts and objects follow power laws; times come in waves that fade over hours after
     * an object's birth. One account in five hundred is in a ring of ten that repeats one another within seconds.
     */
    static Actions simulated(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int accounts = Math.max(20, size / 24);
        int objects = Math.max(10, size / 6);
        int rings = Math.max(1, accounts / 5000);
        int[] account = new int[size];
        int[] object = new int[size];
        int[] content = new int[size];
        long[] time = new long[size];
        long month = 30L * 86_400_000;
        long[] birth = new long[objects];
        Arrays.setAll(birth, o -> random.nextLong(month));
        for (int i = 0; i < size; i++) {
            content[i] = i;
            if (i % 500 == 0 && i + 10 <= size) {
                int ring = random.nextInt(rings);
                int o = random.nextInt(objects);
                long t = birth[o] + random.nextLong(86_400_000);
                for (int a = 0; a < 10; a++) {
                    account[i + a] = ring * 10 + a;
                    object[i + a] = o;
                    time[i + a] = t + random.nextLong(30_000);
                    content[i + a] = i + a;
                }
                i += 9;
                continue;
            }
            account[i] = (int) (accounts * Math.pow(random.nextDouble(), 2.2));
            object[i] = (int) (objects * Math.pow(random.nextDouble(), 3));
            time[i] = birth[object[i]] + (long) (-Math.log(1 - random.nextDouble()) * 4 * 3_600_000);
        }
        return Actions.ofIds(account, object, content, time, a -> "a" + a, o -> "o" + o, c -> "c" + c);
    }

    /** The links, hashtags, mentions, reposts and replies of posts of the campaign simulator, in all layers together. */
    static Actions campaign(int size, long seed) {
        Actions.Builder builder = Actions.builder();
        int[] count = {0};
        // There are about 0.87 actions a post.
        Simulator.withDefaults().withPosts(size + size / 4).withSeed(seed).run((post, label) -> {
            for (ObjectKind kind : ObjectKind.defaults()) {
                for (String object : kind.objects(post)) {
                    if (count[0]++ < size) {
                        builder.add(post.account(), kind + ":" + object, post.id(), post.time());
                    }
                }
            }
        });
        return builder.build();
    }

    /** One object, everybody acts on it over a day. */
    static Actions hot(int size, int accounts, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] account = new int[size];
        int[] content = new int[size];
        long[] time = new long[size];
        for (int i = 0; i < size; i++) {
            account[i] = random.nextInt(accounts);
            content[i] = i;
            time[i] = random.nextLong(86_400_000);
        }
        return Actions.ofIds(account, new int[size], content, time, a -> "a" + a, o -> "o" + o, c -> "c" + c);
    }

    /** The hashtags of posts: columns post_id, author, text, language, published_at (month/day/year hour:minute). */
    static Actions hashtags(Path path) {
        Actions.Builder builder = Actions.builder();
        forEachPost(path, (id, author, text, millis) -> {
            Set<String> tags = new LinkedHashSet<>();
            Matcher matcher = HASHTAG.matcher(text.toLowerCase(Locale.ROOT));
            while (matcher.find()) {
                tags.add(matcher.group(1));
            }
            for (String tag : tags) {
                builder.add(author, tag, id, millis);
            }
        });
        return builder.build();
    }

    /** The same text, letters and digits only, as the object. */
    static Actions texts(Path path) {
        Actions.Builder builder = Actions.builder();
        forEachPost(path, (id, author, text, millis) -> {
            String folded = text.toLowerCase(Locale.ROOT)
                    .replaceAll("https?://\\S+", " ")
                    .replaceAll("[^\\p{L}\\p{N}]+", " ")
                    .trim();
            if (folded.length() >= 12) {
                builder.add(author, folded, id, millis);
            }
        });
        return builder.build();
    }

    interface PostConsumer {
        void accept(String id, String author, String text, long millis);
    }

    static void forEachPost(Path path, PostConsumer consumer) {
        DateTimeFormatter slashes = DateTimeFormatter.ofPattern("M/d/yyyy H:mm", Locale.ROOT);
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8))) {
            List<String> row = new ArrayList<>();
            StringBuilder field = new StringBuilder();
            boolean quoted = false;
            boolean header = true;
            int c;
            while ((c = reader.read()) >= 0) {
                if (c == '"') {
                    quoted = !quoted;
                } else if (quoted || (c != ',' && c != '\n')) {
                    field.append((char) c);
                } else {
                    row.add(field.toString());
                    field.setLength(0);
                    if (c == '\n') {
                        if (!header) {
                            String time = row.get(4).trim();
                            long millis = time.contains("/")
                                    ? LocalDateTime.parse(time, slashes)
                                            .toInstant(ZoneOffset.UTC)
                                            .toEpochMilli()
                                    : Instant.parse(time.replace(' ', 'T') + (time.endsWith("Z") ? "" : "Z"))
                                            .toEpochMilli();
                            consumer.accept(row.get(0), row.get(1), row.get(2), millis);
                        }
                        header = false;
                        row.clear();
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
