/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers on demand which actions prove an edge, by sweeping again over the actions of its two accounts; the network
 * itself stores no pairs. From {@link CoActions#evidence}. Thread-safe.
 */
public final class EdgeEvidence {
    private final ActionIndex index;
    private final Windows windows;
    private final Map<String, Integer> accounts = new HashMap<>();

    EdgeEvidence(ActionIndex index, Windows windows) {
        this.index = index;
        this.windows = windows;
        for (int a = 0; a < index.actions.accountCount; a++) {
            if (index.accountStart[a] < index.accountStart[a + 1]) {
                accounts.put(index.actions.accountName(a), a);
            }
        }
    }

    /**
     * Returns the co-actions of two accounts, by object and time, in time linear in the pairs of the first account.
     *
     * @param account the name of one account
     * @param other the name of the other account
     * @param limit the most co-actions to return, >= 0
     * @return the co-actions; empty if there are none or an account is not known
     */
    public List<CoAction> between(String account, String other, int limit) {
        List<CoAction> result = new ArrayList<>();
        Integer a = accounts.get(account);
        Integer b = accounts.get(other);
        if (a != null && b != null && !a.equals(b)) {
            forEachRow(a, b, limit, (p, q) -> result.add(coAction(p, q)));
        }
        return result;
    }

    /**
     * Returns the co-actions of two accounts as rows of the actions, for callers that know accounts by number.
     *
     * @param account the number of one account
     * @param other the number of the other account
     * @param limit the most co-actions to visit, >= 0
     * @param consumer receives the rows of the older and the newer action and the time between them
     */
    public void between(int account, int other, int limit, CoActions.PairConsumer consumer) {
        forEachRow(
                account,
                other,
                limit,
                (p, q) -> consumer.accept(index.row[p], index.row[q], index.time[q] - index.time[p]));
    }

    private interface Positions {
        void accept(int older, int newer);
    }

    private void forEachRow(int a, int b, int limit, Positions consumer) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit must be >= 0 but was " + limit);
        }
        int found = 0;
        for (int i = index.accountStart[a]; i < index.accountStart[a + 1]; i++) {
            int p = index.accountPositions[i];
            for (int q = windows.from[p]; q < windows.to[p]; q++) {
                if (index.account[q] == b) {
                    if (found++ == limit) {
                        return;
                    }
                    boolean swap = index.time[q] < index.time[p];
                    consumer.accept(swap ? q : p, swap ? p : q);
                }
            }
        }
    }

    private CoAction coAction(int p, int q) {
        Actions actions = index.actions;
        return new CoAction(
                actions.objectName(index.objectOf[p]),
                actions.accountName(index.account[p]),
                actions.contentName(actions.content[index.row[p]]),
                Instant.ofEpochMilli(index.time[p]),
                actions.accountName(index.account[q]),
                actions.contentName(actions.content[index.row[q]]),
                Instant.ofEpochMilli(index.time[q]));
    }
}
