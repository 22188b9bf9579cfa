/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.vigie.graph.coaction.Actions;
import org.vigie.nlp.duplicate.DuplicateReport;

/**
 * The acts of one kind: which post touches which object, as parallel columns sorted by object and, within an object, by
 * time. A post touches an object at most once.
 */
final class Layer {
    private final ObjectKind kind;
    private final PostTable posts;
    private final List<String> keys;
    private final int[] starts;
    private final int[] post;
    /** Filled when first asked for. */
    private final Map<String, Integer> numbers = new HashMap<>();

    private Layer(ObjectKind kind, PostTable posts, List<String> keys, int[] starts, int[] post) {
        this.kind = kind;
        this.posts = posts;
        this.keys = keys;
        this.starts = starts;
        this.post = post;
    }

    /**
     * Builds a layer.
     *
     * @param duplicates the near-duplicates among the posts' texts
     */
    static Layer of(ObjectKind kind, PostTable posts, DuplicateReport duplicates) {
        Map<String, Integer> numbers = new HashMap<>();
        List<String> keys = new ArrayList<>();
        IntList object = new IntList();
        IntList post = new IntList();
        for (int i = 0; i < posts.size(); i++) {
            int cluster = kind == ObjectKind.TEXT ? duplicates.clusterOf(i) : -1;
            for (String key :
                    PostObjects.of(posts.post(i), kind.layer(), cluster < 0 ? "" : Integer.toString(cluster))) {
                object.add(numbers.computeIfAbsent(key, k -> {
                    keys.add(k);
                    return keys.size() - 1;
                }));
                post.add(i);
            }
        }
        return sorted(kind, posts, keys, object.toArray(), post.toArray());
    }

    /** A counting sort by object keeps the order of time, because posts come in it. */
    private static Layer sorted(ObjectKind kind, PostTable posts, List<String> keys, int[] object, int[] post) {
        int[] starts = new int[keys.size() + 1];
        for (int o : object) {
            starts[o + 1]++;
        }
        for (int o = 0; o < keys.size(); o++) {
            starts[o + 1] += starts[o];
        }
        int[] next = Arrays.copyOf(starts, keys.size());
        int[] sorted = new int[object.length];
        for (int a = 0; a < object.length; a++) {
            sorted[next[object[a]]++] = post[a];
        }
        return new Layer(kind, posts, keys, starts, sorted);
    }

    /**
     * The layer with objects of at least {@code minAccounts} accounts, and at most one of them for a post: the one that
     * fewest accounts share. So two objects never meet only because they stand in the same posts, and adding a popular
     * hashtag to a post hides nothing.
     */
    Layer carried(int minAccounts) {
        int[] carriers = accountsOfObjects();
        int[] number = new int[objects()];
        List<String> kept = new ArrayList<>();
        for (int o = 0; o < carriers.length; o++) {
            number[o] = kept.size();
            if (carriers[o] >= minAccounts) {
                kept.add(keys.get(o));
            }
        }
        int[] rarest = new int[posts.size()];
        Arrays.fill(rarest, -1);
        for (int o = 0; o < carriers.length; o++) {
            for (int a = starts[o]; a < starts[o + 1] && carriers[o] >= minAccounts; a++) {
                int before = rarest[post[a]];
                if (before < 0 || carriers[o] < carriers[before]) {
                    rarest[post[a]] = o;
                }
            }
        }
        IntList object = new IntList();
        IntList row = new IntList();
        for (int i = 0; i < rarest.length; i++) {
            if (rarest[i] >= 0) {
                object.add(number[rarest[i]]);
                row.add(i);
            }
        }
        return sorted(kind, posts, kept, object.toArray(), row.toArray());
    }

    ObjectKind kind() {
        return kind;
    }

    int objects() {
        return keys.size();
    }

    String key(int object) {
        return keys.get(object);
    }

    /** The number of an object by its key. */
    int number(String key) {
        if (numbers.isEmpty()) {
            for (int o = 0; o < keys.size(); o++) {
                numbers.put(keys.get(o), o);
            }
        }
        return Objects.requireNonNull(numbers.get(key), key);
    }

    /** The first act on an object; the acts are {@code start(o) .. start(o + 1)}. */
    int start(int object) {
        return starts[object];
    }

    /** The posts on an object, in order of time. */
    int[] postsOf(int object) {
        return Arrays.copyOfRange(post, starts[object], starts[object + 1]);
    }

    /** The post of an act. */
    int post(int act) {
        return post[act];
    }

    int acts() {
        return post.length;
    }

    /** The acts of the groups' accounts on their own objects. */
    Layer within(List<Group> groups) {
        IntList object = new IntList();
        IntList row = new IntList();
        BitSet seen = new BitSet();
        for (Group group : groups) {
            for (SynchronousObject own : group.objects()) {
                if (own.layer() == this && !seen.get(own.object())) {
                    seen.set(own.object());
                    for (int r : own.posts()) {
                        if (Collections.binarySearch(group.accounts(), posts.account(r)) >= 0) {
                            object.add(own.object());
                            row.add(r);
                        }
                    }
                }
            }
        }
        return sorted(kind, posts, keys, object.toArray(), row.toArray());
    }

    /** For each object how many accounts acted on it. */
    private int[] accountsOfObjects() {
        int[] count = new int[objects()];
        int[] last = new int[posts.accounts().size()];
        Arrays.fill(last, -1);
        for (int o = 0; o < count.length; o++) {
            for (int a = starts[o]; a < starts[o + 1]; a++) {
                int account = posts.account(post[a]);
                count[o] += last[account] == o ? 0 : 1;
                last[account] = o;
            }
        }
        return count;
    }

    /** The acts of some accounts, with the same objects. */
    Layer of(BitSet accounts) {
        int[] object = objectOfActs();
        int[] kept = IntStream.range(0, post.length)
                .filter(a -> accounts.get(posts.account(post[a])))
                .toArray();
        return sorted(
                kind,
                posts,
                keys,
                IntStream.of(kept).map(a -> object[a]).toArray(),
                IntStream.of(kept).map(a -> post[a]).toArray());
    }

    /** For each account how many distinct objects it carries. */
    int[] objectsOfAccounts() {
        int[] count = new int[posts.accounts().size()];
        int[] last = new int[count.length];
        Arrays.fill(last, -1);
        for (int o = 0; o < objects(); o++) {
            for (int a = starts[o]; a < starts[o + 1]; a++) {
                int account = posts.account(post[a]);
                count[account] += last[account] == o ? 0 : 1;
                last[account] = o;
            }
        }
        return count;
    }

    /** The object of each act. */
    int[] objectOfActs() {
        int[] object = new int[post.length];
        for (int o = 0; o < objects(); o++) {
            Arrays.fill(object, starts[o], starts[o + 1], o);
        }
        return object;
    }

    /** The acts as accounts on objects. */
    Actions actions() {
        return Actions.ofIds(
                        accountOfActs(), objectOfActs(), post, timeOfActs(), posts.accounts()::get, keys::get, this::id)
                .withAccountCount(posts.accounts().size());
    }

    private int[] accountOfActs() {
        return Arrays.stream(post).map(posts::account).toArray();
    }

    private long[] timeOfActs() {
        return Arrays.stream(post).mapToLong(posts::time).toArray();
    }

    private String id(int row) {
        return posts.post(row).id();
    }
}
