/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectLayer;

/**
 * Which accounts carry which objects: each pair of an account and an object once, with the first row of it. Incidences
 * are numbered object by object; those of an account are listed too. Linear in the acts.
 */
final class Incidences {
    final int accounts;
    final int objects;
    /** Incidences of an object: {@code startOfObject[o] .. startOfObject[o + 1]}. */
    final int[] startOfObject;

    final int[] account;
    final int[] object;
    final int[] row;
    /** Incidences of an account: {@code ofAccount[startOfAccount[a] .. startOfAccount[a + 1]]}. */
    final int[] startOfAccount;

    final int[] ofAccount;
    /** Objects that may be shared by a campaign. */
    final BitSet shareable = new BitSet();
    /** Incidences that may be evidence; the others only count as what an account did. */
    final BitSet live = new BitSet();
    /** Whether only acts close to others are live. */
    boolean isTight;
    /** Of texts, those that come with one link and may be shared all the same. */
    PageWords pages = PageWords.NONE;

    /**
     * The incidences of rows that have at most one object.
     *
     * @param objectOfRow the object of each row, -1 for none
     * @param carriers an object with fewer accounts is not shareable
     */
    Incidences(Corpus corpus, int objects, int[] objectOfRow, int carriers) {
        this(corpus, starts(objects, objectOfRow), rows(objects, objectOfRow), carriers);
    }

    /**
     * The incidences of a layer.
     *
     * @param carriers an object with fewer accounts is not shareable
     */
    Incidences(Corpus corpus, ObjectLayer layer, int carriers) {
        this(
                corpus,
                IntStream.rangeClosed(0, layer.objects()).map(layer::start).toArray(),
                IntStream.range(0, layer.acts()).map(layer::row).toArray(),
                carriers);
    }

    private static int[] starts(int objects, int[] objectOfRow) {
        int[] starts = new int[objects + 1];
        for (int o : objectOfRow) {
            if (o >= 0) {
                starts[o + 1]++;
            }
        }
        for (int o = 0; o < objects; o++) {
            starts[o + 1] += starts[o];
        }
        return starts;
    }

    private static int[] rows(int objects, int[] objectOfRow) {
        int[] next = starts(objects, objectOfRow);
        int[] rows = new int[next[objects]];
        for (int r = 0; r < objectOfRow.length; r++) {
            if (objectOfRow[r] >= 0) {
                rows[next[objectOfRow[r]]++] = r;
            }
        }
        return rows;
    }

    /** @param rows the rows of each object, in order of time; taken over */
    private Incidences(Corpus corpus, int[] starts, int[] rows, int carriers) {
        this.accounts = corpus.accounts();
        this.objects = starts.length - 1;
        int[] last = new int[accounts];
        Arrays.fill(last, -1);
        startOfObject = new int[objects + 1];
        int[] accountOf = new int[rows.length];
        int[] objectOf = new int[rows.length];
        int n = 0;
        for (int o = 0; o < objects; o++) {
            for (int i = starts[o]; i < starts[o + 1]; i++) {
                int a = corpus.account(rows[i]);
                if (last[a] != o) {
                    last[a] = o;
                    accountOf[n] = a;
                    objectOf[n] = o;
                    rows[n++] = rows[i];
                }
            }
            startOfObject[o + 1] = n;
            shareable.set(o, n - startOfObject[o] >= carriers);
        }
        account = Arrays.copyOf(accountOf, n);
        object = Arrays.copyOf(objectOf, n);
        row = Arrays.copyOf(rows, n);
        live.set(0, n);
        startOfAccount = new int[accounts + 1];
        for (int a : account) {
            startOfAccount[a + 1]++;
        }
        for (int a = 0; a < accounts; a++) {
            startOfAccount[a + 1] += startOfAccount[a];
        }
        ofAccount = new int[n];
        int[] at = Arrays.copyOf(startOfAccount, accounts);
        for (int i = 0; i < n; i++) {
            ofAccount[at[account[i]]++] = i;
        }
    }

    /** The same where texts that come with one link may not be shared; arrays are common. */
    Incidences withoutPages() {
        return new Incidences(this);
    }

    private Incidences(Incidences same) {
        accounts = same.accounts;
        objects = same.objects;
        startOfObject = same.startOfObject;
        account = same.account;
        object = same.object;
        row = same.row;
        startOfAccount = same.startOfAccount;
        ofAccount = same.ofAccount;
        shareable.or(same.shareable);
        shareable.andNot(same.pages.texts());
        live.or(same.live);
    }

    int size() {
        return account.length;
    }

    /** How many objects an account carries. */
    int ofAccount(int a) {
        return startOfAccount[a + 1] - startOfAccount[a];
    }

    /** How many accounts carry an object. */
    int ofObject(int o) {
        return startOfObject[o + 1] - startOfObject[o];
    }

    /** Whether an incidence may be evidence of something shared. */
    boolean counts(int incidence) {
        return live.get(incidence) && shareable.get(object[incidence]);
    }
}
