/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

/**
 * Many people passing on one thing for no other reason than that they saw it: a headline, a share button, a petition, a
 * quotation. Each takes part once.
 */
final class Shared implements Behaviour {
    private final World world;
    private final String kind;
    private final Crowd.Walk people;
    private final Arrivals arrivals;
    private final Wording wording;

    /** Puts the shared thing into a post, as its author would. */
    interface Wording {
        void write(Draft draft);
    }

    Shared(World world, String kind, Crowd.Walk people, Arrivals arrivals, Wording wording) {
        this.world = world;
        this.kind = kind;
        this.people = people;
        this.arrivals = arrivals;
        this.wording = wording;
    }

    @Override
    public long time() {
        return arrivals.next();
    }

    @Override
    public Draft act(String id) {
        arrivals.advance();
        Draft draft = world.draft(people.next(), kind);
        wording.write(draft);
        return draft;
    }
}
