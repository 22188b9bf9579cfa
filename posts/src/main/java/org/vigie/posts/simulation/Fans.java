/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

/** The supporters of one team: the same few hashtags again and again while a match lasts, and silence between. */
final class Fans implements Behaviour {
    private static final int MATCH_SECONDS = 9000;

    private final World world;
    private final int[] fans;
    private final String team;
    private final String hashtag;
    private final long[] kickOffs;
    private final int posts;
    private int match;
    private int used;
    private Arrivals arrivals;

    /** Plays {@code kickOffs} matches; {@code posts} is for all of them. */
    Fans(World world, int[] fans, String hashtag, String team, long[] kickOffs, int posts) {
        this.world = world;
        this.fans = fans;
        this.hashtag = hashtag;
        this.team = team;
        this.kickOffs = kickOffs;
        this.posts = posts;
        arrivals = match();
    }

    private Arrivals match() {
        int count = (int) ((match + 1L) * posts / kickOffs.length) - used;
        used += count;
        double start = kickOffs[match++];
        double length = Math.min(MATCH_SECONDS, world.seconds() - 1 - start);
        return new Arrivals(count, u -> start + u * length, world.dice());
    }

    @Override
    public long time() {
        while (arrivals.next() == Arrivals.NEVER && match < kickOffs.length) {
            arrivals = match();
        }
        return arrivals.next();
    }

    @Override
    public Draft act(String id) {
        arrivals.advance();
        Dice dice = world.dice();
        double u = dice.uniform();
        Draft draft = world.draft(fans[(int) (fans.length * u * u)], Label.FAN);
        Phrasebook book = world.book(draft.account());
        draft.say(book.draw("fan", dice).replace("%team%", team));
        if (dice.chance(0.3)) {
            draft.say(book.draw("emoji", dice));
        }
        draft.tag(hashtag);
        if (dice.chance(0.4)) {
            draft.tag(book.draw(book.key("tag", Phrasebook.TOPICS.indexOf("sport")), dice));
        }
        return draft;
    }
}
