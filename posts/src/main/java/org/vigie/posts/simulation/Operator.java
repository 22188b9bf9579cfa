/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

/**
 * Several accounts run by one timer. They are self-declared bots that fill one template in the same minute, or sister
 * outlets that print the same agency copy within minutes.
 */
final class Operator implements Behaviour {
    private final World world;
    private final String kind;
    private final int[] accounts;
    private final Arrivals ticks;
    private final int spread;
    private final Wording wording;
    private final long[] due;
    private int turn;

    /** Writes the post of one of the accounts. */
    interface Wording {
        void write(Draft draft, int member, long tick);
    }

    /** Takes how many seconds after the tick the last account may post. */
    Operator(World world, String kind, int[] accounts, Arrivals ticks, int spread, Wording wording) {
        this.world = world;
        this.kind = kind;
        this.accounts = accounts;
        this.ticks = ticks;
        this.spread = spread;
        this.wording = wording;
        due = new long[accounts.length];
        tick();
    }

    private void tick() {
        turn = 0;
        if (ticks.next() != Arrivals.NEVER) {
            long last = world.seconds() - 1;
            double part = 0;
            for (int i = 0; i < due.length; i++) {
                part += (1 - part) * world.dice().uniform() / (due.length - i);
                due[i] = Math.min(last, ticks.next() + (long) (part * spread));
            }
        }
    }

    @Override
    public long time() {
        return ticks.next() == Arrivals.NEVER ? Arrivals.NEVER : due[turn];
    }

    @Override
    public Draft act(String id) {
        Draft draft = world.draft(accounts[turn], kind);
        wording.write(draft, turn, ticks.next());
        if (++turn == due.length) {
            long before = due[due.length - 1];
            ticks.advance();
            tick();
            for (int i = 0; i < due.length; i++) {
                due[i] = Math.max(due[i], before);
            }
        }
        return draft;
    }
}
