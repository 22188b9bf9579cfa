/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.BitSet;
import org.vigie.core.column.IntList;

/**
 * The greatest set of accounts and objects that hold one another. Every account has enough objects of the set, in
 * number and as a share of all that it did. Every object has enough of its carriers in the set, in number and as a
 * share of all of them.
 *
 * <p>It is found by taking out what does not fit until everything does: a two-mode core in the manner of S. B. Seidman,
 * "Network structure and minimum degree", 1983. The conditions are monotone, so there is one such set, whatever the
 * order. Linear in the incidences.
 */
final class PoolCore {
    /** Shares are compared with this slack, so that one tenth of ten is one. */
    private static final double SLACK = 1e-9;

    private final Incidences incidences;
    private final PoolSettings settings;
    final BitSet accounts = new BitSet();
    final BitSet objects = new BitSet();
    private final BitSet alive = new BitSet();
    private final int[] ofAccount;
    private final int[] ofObject;
    /** Accounts as they are, objects as their complement. */
    private final IntList queue = new IntList();

    PoolCore(Incidences incidences, PoolSettings settings) {
        this.incidences = incidences;
        this.settings = settings;
        this.ofAccount = new int[incidences.accounts];
        this.ofObject = new int[incidences.objects];
        for (int i = 0; i < incidences.size(); i++) {
            if (incidences.counts(i)) {
                alive.set(i);
                ofAccount[incidences.account[i]]++;
                ofObject[incidences.object[i]]++;
            }
        }
        peel();
    }

    private void peel() {
        accounts.set(0, incidences.accounts);
        objects.or(incidences.shareable);
        for (int a = 0; a < incidences.accounts; a++) {
            dropAccountIfNeeded(a);
        }
        for (int o = 0; o < incidences.objects; o++) {
            dropObjectIfNeeded(o);
        }
        for (int at = 0; at < queue.size(); at++) {
            int next = queue.get(at);
            if (next >= 0) {
                for (int q = incidences.startOfAccount[next]; q < incidences.startOfAccount[next + 1]; q++) {
                    int i = incidences.ofAccount[q];
                    if (alive.get(i)) {
                        alive.clear(i);
                        ofObject[incidences.object[i]]--;
                        dropObjectIfNeeded(incidences.object[i]);
                    }
                }
            } else {
                int o = ~next;
                for (int i = incidences.startOfObject[o]; i < incidences.startOfObject[o + 1]; i++) {
                    if (alive.get(i)) {
                        alive.clear(i);
                        ofAccount[incidences.account[i]]--;
                        dropAccountIfNeeded(incidences.account[i]);
                    }
                }
            }
        }
    }

    private void dropAccountIfNeeded(int a) {
        int has = ofAccount[a];
        boolean fits = has >= settings.objects() && has >= settings.commitment() * incidences.ofAccount(a) - SLACK;
        if (!fits && accounts.get(a)) {
            accounts.clear(a);
            queue.add(a);
        }
    }

    private void dropObjectIfNeeded(int o) {
        int has = ofObject[o];
        boolean fits = has >= settings.carriers() && has >= settings.exclusivity() * incidences.ofObject(o) - SLACK;
        if (!fits && objects.get(o)) {
            objects.clear(o);
            queue.add(~o);
        }
    }
}
