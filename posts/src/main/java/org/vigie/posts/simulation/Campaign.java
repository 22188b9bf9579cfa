/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

/**
 * A planted campaign at work. It has waves in which many, not all, of its accounts post within minutes of one another.
 * The slow drip spreads evenly over the period.
 */
final class Campaign implements Behaviour {
    private static final double ACCOUNTS_A_WAVE = 0.75;
    private static final int WAVE_SECONDS = 3600;

    private final World world;
    private final CampaignKind kind;
    private final int[] accounts;
    private final int[] deck;
    private final Pitch pitch;
    private final int posts;
    private final int waves;
    private int wave;
    private int planned;
    private int dealt;
    private long last;
    private Arrivals arrivals;

    Campaign(World world, CampaignKind kind, int[] accounts, Pitch pitch, int posts) {
        this.world = world;
        this.kind = kind;
        this.pitch = pitch;
        this.posts = posts;
        this.accounts = accounts;
        deck = accounts.clone();
        int wanted = (int) Math.round(posts / (ACCOUNTS_A_WAVE * accounts.length));
        waves = kind == CampaignKind.SLOW_DRIP ? 1 : Math.max(2, Math.min(14, wanted));
        arrivals = wave();
    }

    private Arrivals wave() {
        Dice dice = world.dice();
        int count = (int) ((wave + 1L) * posts / waves) - planned;
        planned += count;
        Arrivals times;
        if (kind == CampaignKind.SLOW_DRIP) {
            times = new Arrivals(count, world.rhythm()::quantile, dice);
        } else {
            double start = world.rhythm().quantile((wave + 0.05 + 0.85 * dice.uniform()) / waves);
            start = Math.max((double) last, Math.min(start, world.seconds() - 600.0));
            double end = Math.min(start + WAVE_SECONDS, world.seconds() - 1.0);
            times = new Arrivals(count, Arrivals.decay(start, end, dice.between(120, 600), 1.2), dice);
        }
        wave++;
        return times;
    }

    @Override
    public long time() {
        while (arrivals.next() == Arrivals.NEVER && wave < waves) {
            arrivals = wave();
        }
        return arrivals.next();
    }

    @Override
    public Draft act(String id) {
        last = arrivals.next();
        arrivals.advance();
        Draft draft = world.draft(poster(), kind.label()).plant();
        pitch.write(draft, wave);
        return draft;
    }

    /** Mostly everyone in turn, in a new order each round; sometimes one of the busier ones. */
    private int poster() {
        Dice dice = world.dice();
        if (dice.chance(0.2)) {
            double u = dice.uniform();
            return accounts[(int) (accounts.length * u * u)];
        }
        if (dealt % deck.length == 0) {
            dice.shuffle(deck);
        }
        return deck[dealt++ % deck.length];
    }
}
