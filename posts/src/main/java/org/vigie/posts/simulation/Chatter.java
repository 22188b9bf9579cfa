/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

/**
 * Everyday posting. People are drawn by activity and hour, and post on their topics, alone or in short sessions. Those
 * of one interest share links, hashtags, answers and reposts. Memory: a fixed number of recent posts per topic.
 */
final class Chatter implements Behaviour {
    private static final int RECENT = 48;
    private static final int SESSIONS = 32;
    private static final long SESSION_SECONDS = 1200;

    private final World world;
    private final Arrivals arrivals;
    private final Said[][] recent;
    private final int[] written;
    private final Said[] popular;
    private final int[] sessionAccounts = new int[SESSIONS];
    private final long[] sessionTimes = new long[SESSIONS];
    private int sessions;

    private record Said(String id, Draft draft) {}

    Chatter(World world, int posts) {
        this.world = world;
        arrivals = new Arrivals(posts, world.rhythm()::quantile, world.dice());
        int rooms = world.languages().size() * Phrasebook.TOPICS.size();
        recent = new Said[rooms][RECENT];
        written = new int[rooms];
        popular = new Said[rooms];
    }

    @Override
    public long time() {
        return arrivals.next();
    }

    @Override
    public Draft act(String id) {
        long second = arrivals.next();
        arrivals.advance();
        Dice dice = world.dice();
        int account = poster(second);
        int topic = topic(account);
        Accounts accounts = world.accounts();
        boolean camouflage = accounts.campaign(account) != Accounts.ORGANIC;
        int room = accounts.language(account) * Phrasebook.TOPICS.size() + topic;
        double form = dice.uniform();
        if (form < 0.28 && written[room] > 0) {
            Said said = overheard(room);
            String author = accounts.handle(said.draft().account());
            if (said.draft().account() != account) {
                return form < 0.14
                        ? world.draft(account, camouflage ? Label.CAMOUFLAGE : Label.REPOST)
                                .repost(said.id(), author, said.draft())
                        : world.draft(account, camouflage ? Label.CAMOUFLAGE : Label.PLAIN)
                                .say(world.book(account).answer(topic, dice))
                                .address(author)
                                .replyTo(said.id());
            }
        }
        Draft draft = world.draft(account, camouflage ? Label.CAMOUFLAGE : Label.PLAIN);
        fill(draft, account, topic, form, second);
        remember(room, new Said(id, draft));
        return draft;
    }

    private void fill(Draft draft, int account, int topic, double form, long second) {
        Dice dice = world.dice();
        Phrasebook book = world.book(account);
        draft.say(book.everyday(topic, dice));
        if (dice.chance(0.12)) {
            draft.say(book.draw("emoji", dice));
        }
        if (dice.chance(0.35)) {
            draft.tag(book.draw(book.key("tag", topic), dice));
        }
        if (form > 0.84) {
            draft.link(world.newsroom()
                    .current(world.accounts().language(account), topic, second)
                    .url());
        }
    }

    /** Somebody who is awake; one time in six somebody who posted just now. */
    private int poster(long second) {
        Dice dice = world.dice();
        if (dice.chance(1 / 6.0)) {
            int slot = dice.below(SESSIONS);
            if (slot < sessions && second - sessionTimes[slot] < SESSION_SECONDS) {
                return sessionAccounts[slot];
            }
        }
        int account = world.crowd().draw(world.rhythm().group(second, dice), dice);
        int slot = sessions % SESSIONS;
        sessionAccounts[slot] = account;
        sessionTimes[slot] = second;
        sessions++;
        return account;
    }

    private int topic(int account) {
        double u = world.dice().uniform();
        if (u < 0.6) {
            return world.accounts().topic(account);
        }
        return u < 0.88 ? world.accounts().secondTopic(account) : world.dice().below(Phrasebook.TOPICS.size());
    }

    private void remember(int room, Said said) {
        recent[room][written[room] % RECENT] = said;
        written[room]++;
        if (popular[room] == null || world.dice().chance(0.02)) {
            popular[room] = said;
        }
    }

    /** What a passer-by sees: now and then the popular post, else a recent one. */
    private Said overheard(int room) {
        Dice dice = world.dice();
        if (dice.chance(0.25)) {
            return popular[room];
        }
        double u = dice.uniform();
        int back = (int) (Math.min(RECENT, written[room]) * u * u);
        return recent[room][Math.floorMod(written[room] - 1 - back, RECENT)];
    }
}
