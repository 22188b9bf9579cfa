/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.coordination;

import com.google.common.primitives.UnsignedBytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.vigie.core.internal.LowerCase;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoTargets;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/**
 * The actions of the accounts of a corpus, by layer: who acted on what, when, with the post as the content.
 *
 * <p>Every {@link ObjectKind} of the corpus is a layer under its name. Clusters of near-duplicate texts are called
 * {@code text-cluster}, each named by the id of the post in its middle. Two layers are made of others: {@code
 * co-target}, one text at many targets ({@link CoTargets}), and {@code first-hour}, a link, hashtag or post in its
 * first hour.
 *
 * <p>Nobody acts on an own post by reposting or answering it, or on oneself by a mention. Accounts are numbered in the
 * byte order of their names, so that results do not depend on the order of posts. Immutable and thread-safe.
 */
public final class PostLayers {
    private static final String TEXT_CLUSTER = "text-cluster";
    private static final String CO_TARGET = "co-target";
    private static final String FIRST_HOUR = "first-hour";
    private static final Duration HOUR = Duration.ofHours(1);

    /** What is looked at in its first hour. */
    private static final List<ObjectKind> NEWS =
            List.of(ObjectKind.URL, ObjectKind.HASHTAG, ObjectKind.REPOST, ObjectKind.REPLY);

    private final Corpus corpus;
    private final Names names;
    /** The number in the actions by account of the corpus, and the reverse. */
    private final int[] rank;

    private final int[] accounts;

    private PostLayers(Corpus corpus, Names names) {
        this.corpus = corpus;
        this.names = names;
        byte[][] bytes = new byte[corpus.accounts()][];
        for (int a = 0; a < bytes.length; a++) {
            bytes[a] = names.account(a).getBytes(StandardCharsets.UTF_8);
        }
        Comparator<byte[]> order = UnsignedBytes.lexicographicalComparator();
        this.accounts = IntStream.range(0, bytes.length)
                .boxed()
                .sorted(Comparator.comparing((Integer a) -> bytes[a], order).thenComparing(a -> a))
                .mapToInt(a -> a)
                .toArray();
        this.rank = new int[accounts.length];
        for (int i = 0; i < accounts.length; i++) {
            rank[accounts[i]] = i;
        }
    }

    /**
     * The layers of a corpus.
     *
     * @param corpus the posts
     * @param names names accounts, objects and posts
     * @return the layers
     */
    public static PostLayers of(Corpus corpus, Names names) {
        return new PostLayers(corpus, names);
    }

    /**
     * The kinds that posts must be read with for every layer there is.
     *
     * @return the kinds
     */
    public static List<ObjectKind> kinds() {
        List<ObjectKind> kinds = new ArrayList<>(ObjectKind.defaults());
        kinds.add(ObjectKind.HASHTAG_SEQUENCE);
        return List.copyOf(kinds);
    }

    /**
     * The names of the layers of posts that were read with some kinds.
     *
     * @param kinds the kinds, {@link ObjectKind#TEXT} not among them
     * @return the names
     */
    public static List<String> names(List<ObjectKind> kinds) {
        List<String> names = new ArrayList<>();
        kinds.forEach(kind -> names.add(kind.name()));
        names.add(TEXT_CLUSTER);
        if (kinds.contains(ObjectKind.MENTION) && kinds.contains(ObjectKind.REPLY)) {
            names.add(CO_TARGET);
        }
        if (kinds.containsAll(NEWS)) {
            names.add(FIRST_HOUR);
        }
        return List.copyOf(names);
    }

    /**
     * Makes the actions of some layers.
     *
     * @param layers their names, as {@link #names} has them
     * @return the actions by name, in the order of names
     * @throws IllegalArgumentException if the corpus has no such layer
     */
    public Map<String, Actions> actions(Collection<String> layers) {
        List<ObjectKind> kinds = corpus.kinds().subList(1, corpus.kinds().size());
        List<String> known = names(kinds);
        Map<String, Actions> result = new TreeMap<>();
        for (String layer : layers) {
            if (!known.contains(layer)) {
                throw new IllegalArgumentException(
                        "layer must be one of " + String.join(", ", known) + " but was '" + layer + "'");
            }
            result.put(
                    layer,
                    switch (layer) {
                        case TEXT_CLUSTER -> actions(ObjectKind.TEXT);
                        case CO_TARGET -> coTargets();
                        case FIRST_HOUR -> firstHour();
                        default ->
                            actions(kinds.stream()
                                    .filter(k -> k.name().equals(layer))
                                    .findFirst()
                                    .orElseThrow());
                    });
        }
        return result;
    }

    private Actions actions(ObjectKind kind) {
        ObjectLayer layer = corpus.layer(kind);
        int[] rows = IntStream.range(0, layer.acts()).map(layer::row).toArray();
        return Actions.ofIds(
                        IntStream.of(rows).map(r -> rank[corpus.account(r)]).toArray(),
                        layer.objectOfActs(),
                        rows,
                        IntStream.of(rows).mapToLong(corpus::time).toArray(),
                        a -> names.account(accounts[a]),
                        objectName(kind),
                        names::post)
                .withAccountCount(corpus.accounts())
                .withAuthors(authors(kind, layer.objects()));
    }

    private IntFunction<String> objectName(ObjectKind kind) {
        return kind.equals(ObjectKind.TEXT)
                ? cluster ->
                        names.post(corpus.duplicates().clusters().get(cluster).medoid())
                : object -> names.object(kind, object);
    }

    /** Nobody's posts are texts or links; those that are reposted or answered are, and mentions are accounts. */
    private int[] authors(ObjectKind kind, int objects) {
        int[] authors = new int[objects];
        Arrays.fill(authors, -1);
        Map<String, Integer> byName = new HashMap<>();
        switch (kind.privacy()) {
            case PUBLIC -> {}
            case POST -> {
                for (int r = 0; r < corpus.size(); r++) {
                    byName.put(names.post(r), rank[corpus.account(r)]);
                }
            }
            case ACCOUNT -> {
                for (int i = 0; i < accounts.length; i++) {
                    byName.put(LowerCase.of(names.account(accounts[i])), i);
                }
            }
        }
        for (int o = 0; o < objects && !byName.isEmpty(); o++) {
            String name = names.object(kind, o);
            authors[o] =
                    byName.getOrDefault(kind.privacy() == ObjectKind.Privacy.ACCOUNT ? LowerCase.of(name) : name, -1);
        }
        return authors;
    }

    private Actions firstHour() {
        Map<String, Actions> news = new HashMap<>();
        NEWS.forEach(kind -> news.put(kind.name(), actions(kind)));
        return Actions.union(news).early(HOUR);
    }

    /** Accounts that direct one text at mentioned accounts and answered posts. */
    private Actions coTargets() {
        Map<Integer, List<String>> targets = new HashMap<>();
        for (ObjectKind kind : List.of(ObjectKind.MENTION, ObjectKind.REPLY)) {
            ObjectLayer layer = corpus.layer(kind);
            for (int o = 0; o < layer.objects(); o++) {
                String name = names.object(kind, o);
                for (int a = layer.start(o); a < layer.start(o + 1); a++) {
                    targets.computeIfAbsent(layer.row(a), r -> new ArrayList<>())
                            .add(name);
                }
            }
        }
        ObjectLayer texts = corpus.layer(ObjectKind.TEXT);
        int[] clusterOf = new int[corpus.size()];
        Arrays.fill(clusterOf, -1);
        for (int o = 0; o < texts.objects(); o++) {
            for (int a = texts.start(o); a < texts.start(o + 1); a++) {
                clusterOf[texts.row(a)] = o;
            }
        }
        IntFunction<String> textName = objectName(ObjectKind.TEXT);
        List<CoTargets.Approach> approaches = new ArrayList<>();
        for (int r = 0; r < clusterOf.length; r++) {
            if (clusterOf[r] >= 0) {
                for (String target : targets.getOrDefault(r, List.of())) {
                    approaches.add(new CoTargets.Approach(
                            names.account(corpus.account(r)),
                            textName.apply(clusterOf[r]),
                            target,
                            names.post(r),
                            Instant.ofEpochMilli(corpus.time(r))));
                }
            }
        }
        return CoTargets.withDefaults().actions(approaches);
    }
}
