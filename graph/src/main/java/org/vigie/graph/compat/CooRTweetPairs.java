/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.compat;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import org.vigie.core.internal.Checks;
import org.vigie.graph.coaction.Actions;

/**
 * The coordinated pairs that {@link CooRTweet} found, in the order in which the package lists them. Immutable and
 * thread-safe.
 */
public final class CooRTweetPairs {
    final Actions actions;
    private final CooRTweet.Rows rows;
    private final int minParticipation;
    final int[] older;
    final int[] newer;

    CooRTweetPairs(Actions actions, CooRTweet.Rows rows, int minParticipation, int[] older, int[] newer) {
        this.actions = actions;
        this.rows = rows;
        this.minParticipation = minParticipation;
        this.older = older;
        this.newer = newer;
    }

    /**
     * Returns the number of pairs.
     *
     * @return the number, >= 0
     */
    public int size() {
        return older.length;
    }

    /**
     * Returns the row of the older action of a pair: {@code account_id} and {@code content_id}.
     *
     * @param pair the number of the pair
     * @return the row in the actions
     */
    public int older(int pair) {
        return older[pair];
    }

    /**
     * Returns the row of the newer action of a pair: {@code account_id_y} and {@code content_id_y}.
     *
     * @param pair the number of the pair
     * @return the row in the actions
     */
    public int newer(int pair) {
        return newer[pair];
    }

    /**
     * Returns the time between the two actions of a pair.
     *
     * @param pair the number of the pair
     * @return milliseconds, >= 0
     */
    public long delta(int pair) {
        return actions.millis(newer[pair]) - actions.millis(older[pair]);
    }

    /**
     * Returns the pairs of a narrower window, as the package's {@code flag_speed_share} marks them. The two contents of
     * each are still a pair after the filter of participation.
     *
     * @param window the narrower window, inclusive
     * @return the pairs marked
     */
    public CooRTweetPairs faster(Duration window) {
        long millis = window.toMillis();
        CooRTweetPairs near = select(i -> delta(i) <= millis).filtered();
        Set<Long> marked = new HashSet<>();
        for (int i = 0; i < near.size(); i++) {
            marked.add(near.contents(i));
        }
        return select(i -> marked.contains(contents(i)));
    }

    private long contents(int pair) {
        return ((long) actions.content(older[pair]) << 32) | actions.content(newer[pair]);
    }

    /** Keeps pairs of which either content belongs to an account with enough coordinated rows: one round. */
    CooRTweetPairs filtered() {
        if (minParticipation < 1) {
            return this;
        }
        BitSet coordinated = new BitSet();
        for (int i = 0; i < size(); i++) {
            coordinated.set(actions.content(older[i]));
            coordinated.set(actions.content(newer[i]));
        }
        int[] count = new int[actions.accountCount()];
        for (int r : rows.row) {
            if (coordinated.get(actions.content(r))) {
                count[actions.account(r)]++;
            }
        }
        BitSet kept = new BitSet();
        for (int r : rows.row) {
            if (coordinated.get(actions.content(r)) && count[actions.account(r)] >= minParticipation) {
                kept.set(actions.content(r));
            }
        }
        return select(i -> kept.get(actions.content(older[i])) || kept.get(actions.content(newer[i])));
    }

    private CooRTweetPairs select(IntPredicate keep) {
        int[] first = new int[size()];
        int[] second = new int[size()];
        int n = 0;
        for (int i = 0; i < size(); i++) {
            if (keep.test(i)) {
                first[n] = older[i];
                second[n++] = newer[i];
            }
        }
        return new CooRTweetPairs(actions, rows, minParticipation, Arrays.copyOf(first, n), Arrays.copyOf(second, n));
    }

    /**
     * Returns the network of the pairs, as the package's {@code generate_coordinated_network}.
     *
     * @param edgeWeight the quantile of weights that sets the threshold, in [0, 1]
     * @return the network
     * @throws IllegalArgumentException if the quantile is not in [0, 1]
     */
    public CooRTweetNetwork network(double edgeWeight) {
        Checks.probability("edge weight", edgeWeight);
        return new CooRTweetNetwork(this, edgeWeight);
    }
}
