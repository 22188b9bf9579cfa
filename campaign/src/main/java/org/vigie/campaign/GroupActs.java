/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the accounts of one group did in one layer on the group's objects: the acts by object, in order of time. */
final class GroupActs {
    /** The acts on one object by {@code accounts} accounts: the posts, in order of time. */
    static final class OnObject {
        private final int object;
        private final int[] posts;
        private final int accounts;

        OnObject(int object, int[] posts, int accounts) {
            this.object = object;
            this.posts = posts;
            this.accounts = accounts;
        }

        int object() {
            return object;
        }

        int[] posts() {
            return posts;
        }

        int accounts() {
            return accounts;
        }
    }

    private final Layer layer;
    private final List<OnObject> objects = new ArrayList<>();

    private GroupActs(Layer layer) {
        this.layer = layer;
    }

    /**
     * Sorts the acts of a layer by group.
     *
     * @param layer the layer
     * @param within its acts of the groups' accounts on their own objects
     * @param groupOf for each account its group, or -1
     */
    static List<GroupActs> of(Layer layer, Layer within, PostTable posts, int[] groupOf, int groups) {
        List<GroupActs> result = new ArrayList<>();
        List<IntList> rows = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            result.add(new GroupActs(layer));
            rows.add(new IntList());
        }
        for (int o = 0; o < within.objects(); o++) {
            int from = within.start(o);
            int to = within.start(o + 1);
            if (to - from < 2) {
                continue;
            }
            for (int a = from; a < to; a++) {
                int group = groupOf[posts.account(within.post(a))];
                if (group >= 0) {
                    rows.get(group).add(within.post(a));
                }
            }
            for (int a = from; a < to; a++) {
                int group = groupOf[posts.account(within.post(a))];
                if (group >= 0 && rows.get(group).size() > 0) {
                    result.get(group).add(o, rows.get(group).toArray(), posts);
                    rows.set(group, new IntList());
                }
            }
        }
        return result;
    }

    private void add(int object, int[] rows, PostTable posts) {
        int accounts = (int) Arrays.stream(rows).map(posts::account).distinct().count();
        if (accounts >= 2) {
            objects.add(new OnObject(object, rows, accounts));
        }
    }

    Layer layer() {
        return layer;
    }

    List<OnObject> objects() {
        return objects;
    }

    /** Marks the posts that have a post of another account of the group within the window, on the same object. */
    void markCoActing(PostTable posts, long window, boolean[] marked) {
        for (OnObject acts : objects) {
            int[] rows = acts.posts();
            for (int i = 1; i < rows.length; i++) {
                int j = i - 1;
                while (j >= 0
                        && posts.account(rows[j]) == posts.account(rows[i])
                        && posts.time(rows[i]) - posts.time(rows[j]) <= window) {
                    j--;
                }
                if (j >= 0
                        && posts.account(rows[j]) != posts.account(rows[i])
                        && posts.time(rows[i]) - posts.time(rows[j]) <= window) {
                    marked[rows[i]] = true;
                    for (int k = j; k < i; k++) {
                        marked[rows[k]] = true;
                    }
                }
            }
        }
    }

    /** The times of acts, by object, for {@link Synchrony}. */
    List<long[]> times(PostTable posts, Synchrony synchrony) {
        return objects.stream()
                .map(acts -> synchrony.acts(
                        Arrays.stream(acts.posts()).map(posts::account).toArray(),
                        Arrays.stream(acts.posts()).mapToLong(posts::time).toArray()))
                .toList();
    }
}
