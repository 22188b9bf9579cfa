/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.util.Arrays;

/**
 * Actions sorted by object and time, with the ways back: a position is a place in that order. Own authors' actions are
 * left out. About 30 bytes per action.
 */
final class ActionIndex {
    final Actions actions;
    final int size;
    final int[] row;
    final int[] account;
    final int[] objectOf;
    final long[] time;
    /** Distinct (account, content) pairs, numbered: what "distinct contents of an account" counts. */
    final int[] posting;

    final int postingCount;
    final int[] objectStart;
    final int[] objectAccounts;
    /** Positions by account, ascending; those of a: {@code accountStart[a]..accountStart[a + 1]}. */
    final int[] accountPositions;

    final int[] accountStart;
    final int[] accountObjects;
    final int activeAccounts;
    final int activeObjects;
    final long incidences;

    ActionIndex(Actions actions) {
        this.actions = actions;
        int n = 0;
        objectStart = new int[actions.objectCount + 1];
        for (int r = 0; r < actions.size(); r++) {
            if (!actions.isOwn(r)) {
                objectStart[actions.object[r] + 1]++;
                n++;
            }
        }
        size = n;
        for (int o = 0; o < actions.objectCount; o++) {
            objectStart[o + 1] += objectStart[o];
        }
        row = new int[n];
        int[] next = Arrays.copyOf(objectStart, actions.objectCount);
        for (int r = 0; r < actions.size(); r++) {
            if (!actions.isOwn(r)) {
                row[next[actions.object[r]]++] = r;
            }
        }
        for (int o = 0; o < actions.objectCount; o++) {
            TimeSort.sort(row, objectStart[o], objectStart[o + 1], actions.time);
        }
        account = new int[n];
        objectOf = new int[n];
        time = new long[n];
        for (int p = 0; p < n; p++) {
            account[p] = actions.account[row[p]];
            objectOf[p] = actions.object[row[p]];
            time[p] = actions.time[row[p]];
        }
        accountStart = new int[actions.accountCount + 1];
        for (int a : account) {
            accountStart[a + 1]++;
        }
        for (int a = 0; a < actions.accountCount; a++) {
            accountStart[a + 1] += accountStart[a];
        }
        accountPositions = new int[n];
        next = Arrays.copyOf(accountStart, actions.accountCount);
        for (int p = 0; p < n; p++) {
            accountPositions[next[account[p]]++] = p;
        }
        accountObjects = new int[actions.accountCount];
        objectAccounts = new int[actions.objectCount];
        int accounts = 0;
        long total = 0;
        for (int a = 0; a < actions.accountCount; a++) {
            int last = -1;
            for (int i = accountStart[a]; i < accountStart[a + 1]; i++) {
                int o = objectOf[accountPositions[i]];
                if (o != last) {
                    accountObjects[a]++;
                    objectAccounts[o]++;
                    last = o;
                }
            }
            accounts += accountObjects[a] > 0 ? 1 : 0;
            total += accountObjects[a];
        }
        activeAccounts = accounts;
        activeObjects = (int) Arrays.stream(objectAccounts).filter(m -> m > 0).count();
        incidences = total;
        posting = new int[n];
        postingCount = numberPostings();
    }

    /** A content is its own posting unless two accounts use it: then each (account, content) gets another number. */
    private int numberPostings() {
        int[] owner = new int[actions.contentCount];
        Arrays.fill(owner, -1);
        long[] extra = new long[16];
        int extras = 0;
        for (int p = 0; p < size; p++) {
            int c = actions.content[row[p]];
            posting[p] = c;
            if (owner[c] < 0) {
                owner[c] = account[p];
            } else if (owner[c] != account[p]) {
                if (extras == extra.length) {
                    extra = Arrays.copyOf(extra, extras + (extras >> 1));
                }
                extra[extras++] = ((long) c << 32) | account[p];
            }
        }
        Arrays.sort(extra, 0, extras);
        int distinct = 0;
        for (int i = 0; i < extras; i++) {
            if (i == 0 || extra[i] != extra[i - 1]) {
                extra[distinct++] = extra[i];
            }
        }
        if (distinct > 0) {
            for (int p = 0; p < size; p++) {
                int c = posting[p];
                if (owner[c] != account[p]) {
                    long key = ((long) c << 32) | account[p];
                    posting[p] = actions.contentCount + Arrays.binarySearch(extra, 0, distinct, key);
                }
            }
        }
        return actions.contentCount + distinct;
    }
}
