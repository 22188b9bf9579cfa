/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import java.util.Arrays;

/**
 * Which of the latest items share the key of a band with another. It is for a window that only moves on, where {@link
 * org.vigie.core.search.LshIndex} would take out one by one what leaves. Items are numbered from 0. A chain leads from
 * the newest to the oldest. The first item that is too old ends it, so nothing is ever taken out. Memory is that of the
 * most items that were recent at once.
 */
final class RecentBands {
    private static final int FIRST_SIZE = 256;
    private static final int NONE = -1;

    private final int bands;
    /** By place (the low bits of a number) and band: the key. */
    private int[] keys;
    /** By place and band: the number of the item before in the same cell. */
    private int[] before;
    /** By band and cell: the number of the newest item. */
    private int[] newest;
    /** By place: the number of the query that met the item last. */
    private long[] met;

    private long query;
    private int places;
    private int size;

    RecentBands(int bands) {
        this.bands = bands;
        allocate(FIRST_SIZE);
    }

    private void allocate(int newPlaces) {
        places = newPlaces;
        keys = new int[places * bands];
        before = new int[places * bands];
        newest = new int[places * bands];
        met = new long[places];
        Arrays.fill(newest, NONE);
    }

    /** Adds the next item and returns its number; those below {@code oldest} are never asked for again. */
    int add(int[] itemKeys, int oldest) {
        if (size - oldest == places) {
            grow(oldest);
        }
        System.arraycopy(itemKeys, 0, keys, place(size) * bands, bands);
        link(size);
        return size++;
    }

    private void link(int number) {
        int entry = place(number) * bands;
        for (int band = 0; band < bands; band++, entry++) {
            int cell = cell(band, keys[entry]);
            before[entry] = newest[cell];
            newest[cell] = number;
        }
    }

    private void grow(int oldest) {
        int[] old = keys;
        int mask = places - 1;
        allocate(2 * places);
        for (int n = oldest; n < size; n++) {
            System.arraycopy(old, (n & mask) * bands, keys, place(n) * bands, bands);
            link(n);
        }
    }

    int size() {
        return size;
    }

    /**
     * Writes the numbers of items that share a band's key until the target is full, and returns how many. Each comes
     * once, by band and then from new to old.
     */
    int find(int[] wanted, int oldest, int[] target) {
        query++;
        int found = 0;
        for (int band = 0; band < bands; band++) {
            int key = wanted[band];
            for (int n = newest[cell(band, key)]; n >= oldest; n = before[place(n) * bands + band]) {
                int place = place(n);
                if (keys[place * bands + band] == key && met[place] != query) {
                    met[place] = query;
                    target[found++] = n;
                    if (found == target.length) {
                        return found;
                    }
                }
            }
        }
        return found;
    }

    private int place(int number) {
        return number & (places - 1);
    }

    private int cell(int band, int key) {
        return band * places + (key & (places - 1));
    }
}
