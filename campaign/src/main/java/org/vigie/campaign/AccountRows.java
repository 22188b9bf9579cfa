/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Arrays;
import org.vigie.posts.Corpus;

/** The rows of each account, in order of time: an inverted list, so that who asks of few accounts reads no other's posts. */
final class AccountRows {
    private final int[] start;
    private final int[] rows;

    AccountRows(Corpus corpus) {
        start = new int[corpus.accounts() + 1];
        for (int r = 0; r < corpus.size(); r++) {
            start[corpus.account(r) + 1]++;
        }
        for (int a = 0; a < corpus.accounts(); a++) {
            start[a + 1] += start[a];
        }
        rows = new int[corpus.size()];
        int[] next = Arrays.copyOf(start, corpus.accounts());
        for (int r = 0; r < rows.length; r++) {
            rows[next[corpus.account(r)]++] = r;
        }
    }

    /** How many rows an account has. */
    int count(int account) {
        return start[account + 1] - start[account];
    }

    /** One of an account's rows, by its place among them. */
    int at(int account, int place) {
        return rows[start[account] + place];
    }
}
