/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/**
 * Own specific texts with whom they address: one text said to one account, or below its posts. Who floods many addressees
 * with one text shares many of these with the others who do, though it is one text. A post of several addressees counts
 * for the one that most accounts address, so that one post is one act. Linear in the acts, but for sorting them.
 */
final class Addressed {
    private static final int NOBODY = -1;

    /** Fewer addressees are an occasion of theirs: a class congratulates, friends console. */
    static final int MANY = 10;

    final Incidences incidences;
    /** By object: its text. */
    private final int[] textOf;
    /** By row: whom it addresses. */
    private final int[] target;

    Addressed(Corpus corpus, int[] textOfRow, Incidences texts) {
        target = targets(corpus);
        long[] keys = IntStream.range(0, corpus.size())
                .filter(r -> textOfRow[r] >= 0)
                .mapToLong(r -> key(textOfRow[r], target[r]))
                .sorted()
                .distinct()
                .toArray();
        int[] objectOfRow = new int[corpus.size()];
        Arrays.setAll(
                objectOfRow, r -> textOfRow[r] < 0 ? -1 : Arrays.binarySearch(keys, key(textOfRow[r], target[r])));
        textOf = Arrays.stream(keys).mapToInt(key -> (int) (key >> 32)).toArray();
        incidences = new Incidences(corpus, keys.length, objectOfRow, PoolSettings.carriersOf(ObjectKind.TEXT));
        BitSet addressed = new BitSet();
        for (int o = 0; o < keys.length; o++) {
            addressed.set(o, (int) keys[o] != NOBODY);
            if (!addressed.get(o) || !texts.shareable.get(textOf[o])) {
                incidences.shareable.clear(o);
            }
        }
        keepRepeated(addressed);
    }

    /** Only what an account says to several is a flood; to say something to one person is no more than to say it. */
    private void keepRepeated(BitSet addressed) {
        Map<Integer, Integer> addressees = new HashMap<>();
        for (int a = 0; a < incidences.accounts; a++) {
            addressees.clear();
            for (int q = incidences.startOfAccount[a]; q < incidences.startOfAccount[a + 1]; q++) {
                int object = incidences.object[incidences.ofAccount[q]];
                addressees.merge(textOf[object], addressed.get(object) ? 1 : 0, Integer::sum);
            }
            for (int q = incidences.startOfAccount[a]; q < incidences.startOfAccount[a + 1]; q++) {
                int i = incidences.ofAccount[q];
                incidences.live.set(i, addressees.getOrDefault(textOf[incidences.object[i]], 0) > 1);
            }
        }
    }

    int textOf(int object) {
        return textOf[object];
    }

    /** How many different people, or posts, some rows address. */
    long addressees(int[] rows) {
        return IntStream.of(rows)
                .map(r -> target[r])
                .filter(t -> t != NOBODY)
                .distinct()
                .count();
    }

    private static long key(int text, int target) {
        return ((long) text << 32) | (target & 0xffffffffL);
    }

    /**
     * Of each row whom it addresses. That is, of those it mentions, the one whom most accounts mention; else who wrote
     * the post that it answers; else that post.
     */
    private static int[] targets(Corpus corpus) {
        int[] target = new int[corpus.size()];
        Arrays.fill(target, NOBODY);
        int mentioned = 0;
        if (corpus.kinds().contains(ObjectKind.MENTION)) {
            ObjectLayer layer = corpus.layer(ObjectKind.MENTION);
            mentioned = layer.objects();
            int[] carriers = layer.accountsOfObjects();
            for (int o = 0; o < mentioned; o++) {
                for (int a = layer.start(o); a < layer.start(o + 1); a++) {
                    int known = target[layer.row(a)];
                    if (known == NOBODY || carriers[o] > carriers[known]) {
                        target[layer.row(a)] = o;
                    }
                }
            }
        }
        if (corpus.kinds().contains(ObjectKind.REPLY)) {
            ObjectLayer layer = corpus.layer(ObjectKind.REPLY);
            int[] authors = corpus.authors(ObjectKind.REPLY);
            for (int o = 0; o < authors.length; o++) {
                int answered = mentioned + (authors[o] < 0 ? corpus.accounts() + o : authors[o]);
                for (int a = layer.start(o); a < layer.start(o + 1); a++) {
                    int row = layer.row(a);
                    if (target[row] == NOBODY && corpus.account(row) != authors[o]) {
                        target[row] = answered;
                    }
                }
            }
        }
        return target;
    }
}
