/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.vigie.posts.Corpus;

/**
 * Which posts belong to an occasion: within an hour of the post several other accounts used its hashtag, and most of them
 * with other words. A match, a show or a vote brings people to the same words by itself.
 */
final class Occasions {
    private static final long HOUR = 3_600_000;
    /** So many other accounts make an occasion. */
    static final int COMPANY = 5;

    /** Fewer than one in so many posts has the same text. */
    private static final int SAME = 3;

    /** A crowd is known after so many posts. */
    private static final int ENOUGH = 2_000;

    private final Corpus corpus;
    private final int[] textOfRow;
    private final int[][] rowsOfTags;
    private final BitSet rows = new BitSet();

    Occasions(Corpus corpus, RowTags tags, int[] textOfRow) {
        this.corpus = corpus;
        this.textOfRow = textOfRow;
        this.rowsOfTags = tags.rowsOfTags();
        for (int[] tagged : rowsOfTags) {
            if (tagged.length > COMPANY) {
                mark(tagged);
            }
        }
    }

    /** Slides two hours over the posts of a hashtag. */
    private void mark(int[] tagged) {
        Map<Integer, Integer> accounts = new HashMap<>();
        Map<Integer, Integer> texts = new HashMap<>();
        int from = 0;
        int to = 0;
        for (int row : tagged) {
            while (to < tagged.length && corpus.time(tagged[to]) <= corpus.time(row) + HOUR) {
                accounts.merge(corpus.account(tagged[to]), 1, Integer::sum);
                texts.merge(textOfRow[tagged[to]], 1, Integer::sum);
                to++;
            }
            while (corpus.time(tagged[from]) < corpus.time(row) - HOUR) {
                accounts.computeIfPresent(corpus.account(tagged[from]), (k, n) -> n == 1 ? null : n - 1);
                texts.merge(textOfRow[tagged[from]], -1, Integer::sum);
                from++;
            }
            int same = textOfRow[row] < 0 ? 1 : texts.getOrDefault(textOfRow[row], 1);
            if (accounts.size() - 1 >= COMPANY && SAME * same < to - from) {
                rows.set(row);
            }
        }
    }

    /** Whether a post belongs to an occasion of one of its own hashtags. */
    boolean isOf(int row) {
        return rows.get(row);
    }

    /** Whether a post falls into an occasion of a hashtag that it does not name itself. */
    boolean isDuring(int row, int tag) {
        int[] tagged = rowsOfTags[tag];
        int low = 0;
        int high = tagged.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (corpus.time(tagged[middle]) < corpus.time(row) - HOUR) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        BitSet accounts = new BitSet();
        int all = 0;
        int same = 0;
        for (int i = low; i < tagged.length && corpus.time(tagged[i]) <= corpus.time(row) + HOUR && all < ENOUGH; i++) {
            if (corpus.account(tagged[i]) != corpus.account(row)) {
                accounts.set(corpus.account(tagged[i]));
                all++;
                same += textOfRow[row] >= 0 && textOfRow[tagged[i]] == textOfRow[row] ? 1 : 0;
            }
        }
        return accounts.cardinality() >= COMPANY && SAME * (same + 1) < all + 1;
    }
}
