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

/**
 * Own specific texts with whom they address: one text said to one account, or below its posts. Who floods many addressees
 * with one text shares many of these with the others who do, though it is one text. A post of several addressees counts
 * for the one that most accounts address, so that one post is one act. Linear in the acts, but for sorting them.
 */
final class Addressed {
    final Incidences incidences;
    /** By object: its text. */
    private final int[] textOf;

    Addressed(Corpus corpus, int[] textOfRow, Incidences texts, Addressees addressees) {
        int[] target = addressees.target;
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
            addressed.set(o, (int) keys[o] != Addressees.NOBODY);
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

    private static long key(int text, int target) {
        return ((long) text << 32) | (target & 0xffffffffL);
    }
}
