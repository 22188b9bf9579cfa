/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What a run is asked for; checked on construction. */
record Settings(
        int posts,
        long seed,
        Instant start,
        Duration period,
        OptionalInt accounts,
        List<String> languages,
        double plantedShare,
        double negativeShare,
        boolean standardCampaigns,
        List<Order> orders) {

    static final int MOST_POSTS = 20_000_000;
    static final int MOST_CAMPAIGN_ACCOUNTS = 10_000;
    private static final int LEAST_ACCOUNTS = 50;
    private static final int POSTS_AN_ACCOUNT = 10;
    private static final int STANDARD_POSTS = 20_000;

    /** A campaign asked for. */
    record Order(CampaignKind kind, int accounts) {}

    Settings {
        check(posts >= 1000 && posts <= MOST_POSTS, "posts must be in [1000, " + MOST_POSTS + "]", posts);
        check(
                period.compareTo(Duration.ofDays(1)) >= 0 && period.compareTo(Duration.ofDays(366)) <= 0,
                "period must be from 1 to 366 days",
                period);
        check(
                accounts.isEmpty()
                        || (accounts.getAsInt() >= LEAST_ACCOUNTS && accounts.getAsInt() <= Accounts.LIMIT / 2),
                "accounts must be in [" + LEAST_ACCOUNTS + ", " + Accounts.LIMIT / 2 + "]",
                accounts.isPresent() ? accounts.getAsInt() : 0);
        check(!languages.isEmpty(), "languages must not be empty", languages);
        List<String> known = Speakers.tags();
        for (String language : languages) {
            check(known.contains(language), "language must be one of " + String.join(", ", known), language);
        }
        check(plantedShare > 0 && plantedShare <= 0.5, "planted share must be in (0, 0.5]", plantedShare);
        check(negativeShare >= 0 && negativeShare <= 0.5, "negative share must be in [0, 0.5]", negativeShare);
        for (Order order : orders) {
            check(
                    order.accounts() >= 2 && order.accounts() <= MOST_CAMPAIGN_ACCOUNTS,
                    "campaign accounts must be in [2, " + MOST_CAMPAIGN_ACCOUNTS + "]",
                    order.accounts());
            check(
                    order.kind() != CampaignKind.TRANSLATED || (languages.contains("en") && languages.contains("fr")),
                    "languages must contain en and fr for a translated campaign",
                    languages);
        }
        languages = List.copyOf(languages);
        orders = List.copyOf(orders);
    }

    private static void check(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + " but was " + value);
        }
    }

    int people() {
        return accounts.orElse(Math.max(LEAST_ACCOUNTS, posts / POSTS_AN_ACCOUNT));
    }

    /** The campaigns to plant: those asked for, or three whose size follows the number of posts. */
    List<Order> campaigns() {
        if (!standardCampaigns) {
            return orders;
        }
        double scale = StrictMath.sqrt(posts / (double) STANDARD_POSTS);
        boolean both = languages.contains("en") && languages.contains("fr");
        return List.of(
                new Order(both ? CampaignKind.TRANSLATED : CampaignKind.COPYPASTA, scaled(40, scale)),
                new Order(CampaignKind.CO_URL, scaled(24, scale)),
                new Order(CampaignKind.CO_HASHTAG, scaled(24, scale)));
    }

    private static int scaled(int accounts, double scale) {
        return (int) Math.max(10, Math.min(200, Math.round(accounts * scale)));
    }

    /** So many campaigns of every kind in turn, sizes spread evenly over the orders of magnitude in between. */
    static List<Order> mixed(int count, int fewest, int most, boolean translated) {
        List<Order> orders = new ArrayList<>();
        List<CampaignKind> kinds = new ArrayList<>(List.of(CampaignKind.values()));
        if (!translated) {
            kinds.remove(CampaignKind.TRANSLATED);
        }
        for (int i = 0; i < count; i++) {
            double place = (0.5 + i * 0.6180339887498949) % 1;
            int size = (int) Math.round(fewest * StrictMath.pow((double) most / fewest, place));
            orders.add(new Order(kinds.get(i % kinds.size()), size));
        }
        return orders;
    }

    Settings withPosts(int value) {
        return new Settings(
                value,
                seed,
                start,
                period,
                accounts,
                languages,
                plantedShare,
                negativeShare,
                standardCampaigns,
                orders);
    }

    Settings withSeed(long value) {
        return new Settings(
                posts,
                value,
                start,
                period,
                accounts,
                languages,
                plantedShare,
                negativeShare,
                standardCampaigns,
                orders);
    }

    Settings withTime(Instant from, Duration length) {
        return new Settings(
                posts, seed, from, length, accounts, languages, plantedShare, negativeShare, standardCampaigns, orders);
    }

    Settings withAccounts(int value) {
        return new Settings(
                posts,
                seed,
                start,
                period,
                OptionalInt.of(value),
                languages,
                plantedShare,
                negativeShare,
                standardCampaigns,
                orders);
    }

    Settings withLanguages(List<String> value) {
        return new Settings(
                posts, seed, start, period, accounts, value, plantedShare, negativeShare, standardCampaigns, orders);
    }

    Settings withShares(double planted, double negative) {
        return new Settings(
                posts, seed, start, period, accounts, languages, planted, negative, standardCampaigns, orders);
    }

    Settings withOrders(List<Order> value) {
        return new Settings(posts, seed, start, period, accounts, languages, plantedShare, negativeShare, false, value);
    }
}
