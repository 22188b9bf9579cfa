/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.vigie.core.file.WholeFile;
import org.vigie.posts.Post;

/**
 * Makes labelled traffic of a social network, with campaigns planted in it, to measure what a detector finds.
 *
 * <p>The organic part has a daily and weekly rhythm by time zone, log-normal activity, interests, reposts and answers
 * in several languages. It has the honest look-alikes of coordination: viral headlines, share buttons, petitions, fans,
 * quotations, self-declared bots and syndicated news. Everything is invented; every text comes from a grammar written
 * for this purpose. It is a test bed, not a model of any real network: a score reached here is an upper bound for real
 * data.
 *
 * <p>Posts stream in time order. Memory grows with accounts, not with posts (about 40 bytes per account); time is linear
 * in posts. The same version, settings and seed give the same posts on every machine and JDK: see {@link #VERSION}.
 * Immutable and thread-safe; each run is single-threaded.
 */
public final class Simulator {
    /** Version of the traffic: what a seed stands for changes only together with this number. */
    public static final int VERSION = 1;

    /** A Monday. */
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private final Settings settings;

    private Simulator(Settings settings) {
        this.settings = settings;
    }

    /**
     * Returns the standard traffic: 20,000 posts in 14 days from Monday 2 March 2026 in nine languages. 12 % of them
     * are honest look-alikes, and 2 % are planted by three campaigns. These are an English/French flood of copied texts
     * by 40 accounts, 24 accounts pushing the same links, and 24 pushing the same hashtags. The three grow with the
     * square root of the number of posts, within 10 to 200 accounts.
     *
     * @return a simulator with seed 1
     */
    public static Simulator withDefaults() {
        return new Simulator(new Settings(
                20_000,
                1,
                START,
                Duration.ofDays(14),
                OptionalInt.empty(),
                Speakers.tags(),
                0.02,
                0.12,
                true,
                List.of()));
    }

    /**
     * Sets the number of posts, which is met exactly.
     *
     * @param posts from 1,000 to 20,000,000
     * @return a new simulator
     * @throws IllegalArgumentException if out of range
     */
    public Simulator withPosts(int posts) {
        return new Simulator(settings.withPosts(posts));
    }

    /**
     * Sets the seed.
     *
     * @param seed any number
     * @return a new simulator
     */
    public Simulator withSeed(long seed) {
        return new Simulator(settings.withSeed(seed));
    }

    /**
     * Sets when the traffic begins and how long it lasts.
     *
     * @param start the first instant; whole seconds are used
     * @param period from 1 to 366 days
     * @return a new simulator
     * @throws IllegalArgumentException if the period is out of range
     */
    public Simulator withTime(Instant start, Duration period) {
        return new Simulator(settings.withTime(Objects.requireNonNull(start, "start"), period));
    }

    /**
     * Sets the number of organic people; the default is a tenth of the posts, at least 50.
     *
     * @param accounts from 50 to 4,194,304
     * @return a new simulator
     * @throws IllegalArgumentException if out of range
     */
    public Simulator withAccounts(int accounts) {
        return new Simulator(settings.withAccounts(accounts));
    }

    /**
     * Restricts the languages; their sizes relative to each other stay.
     *
     * @param languages some of en, fr, de, es, it, pt, ar, uk, ja
     * @return a new simulator
     * @throws IllegalArgumentException if empty or unknown, or if a translated campaign is left without en or fr
     */
    public Simulator withLanguages(List<String> languages) {
        return new Simulator(settings.withLanguages(languages));
    }

    /**
     * Sets the share of posts that campaigns plant, all together, divided among them by number of accounts. Never fewer
     * than three planted posts an account are made, however small the share. Camouflage is not counted.
     *
     * @param share in (0, 0.5]
     * @return a new simulator
     * @throws IllegalArgumentException if out of range
     */
    public Simulator withPlantedShare(double share) {
        return new Simulator(settings.withShares(share, settings.negativeShare()));
    }

    /**
     * Sets the share of posts that are honest look-alikes of coordination.
     *
     * @param share in [0, 0.5]; 0 for none
     * @return a new simulator
     * @throws IllegalArgumentException if out of range
     */
    public Simulator withNegativeShare(double share) {
        return new Simulator(settings.withShares(settings.plantedShare(), share));
    }

    /**
     * Plants a campaign besides those already asked for; the first call replaces the standard three.
     *
     * @param kind what its accounts have in common
     * @param accounts from 2 to 10,000
     * @return a new simulator
     * @throws IllegalArgumentException if the size is out of range or a translated campaign lacks en or fr
     */
    public Simulator withCampaign(CampaignKind kind, int accounts) {
        Objects.requireNonNull(kind, "kind");
        List<Settings.Order> orders = new ArrayList<>(settings.orders());
        orders.add(new Settings.Order(kind, accounts));
        return new Simulator(settings.withOrders(orders));
    }

    /**
     * Plants campaigns of every kind in turn instead of those asked for before, with 10 to 200 accounts each.
     *
     * @param count from 0, which leaves only organic traffic, to 1,000
     * @return a new simulator
     * @throws IllegalArgumentException if out of range
     */
    public Simulator withCampaigns(int count) {
        return withCampaigns(count, 10, 200);
    }

    /**
     * Plants campaigns of every kind in turn instead of those asked for before; sizes are spread evenly on a
     * logarithmic scale. Without English and French there is no translated kind.
     *
     * @param count from 0, which leaves only organic traffic, to 1,000
     * @param fewest accounts of the smallest possible campaign, at least 2
     * @param most accounts of the largest possible campaign, at most 10,000
     * @return a new simulator
     * @throws IllegalArgumentException if out of range
     */
    public Simulator withCampaigns(int count, int fewest, int most) {
        if (count < 0 || count > 1000) {
            throw new IllegalArgumentException("count must be in [0, 1000] but was " + count);
        }
        if (fewest > most) {
            throw new IllegalArgumentException("fewest must be at most " + most + " but was " + fewest);
        }
        boolean both =
                settings.languages().contains("en") && settings.languages().contains("fr");
        return new Simulator(settings.withOrders(Settings.mixed(count, fewest, most, both)));
    }

    /**
     * Makes the traffic.
     *
     * @param consumer receives each post with its label, in time order, on the calling thread
     * @return which accounts each campaign has
     * @throws IllegalArgumentException if the campaigns need more than half of the posts at three an account
     */
    public SimulationTruth run(BiConsumer<? super Post, ? super Label> consumer) {
        return new Run(settings).play(consumer);
    }

    /**
     * Makes the traffic and writes it to two files. The posts have the columns
     * {@code id, account, time, text, language, urls, hashtags, mentions, repost_of, reply_to, platform} (lists
     * separated by a space); the truth has the columns {@code post_id, account, campaign, kind, planted}. CSV (RFC
     * 4180) in UTF-8 with line feeds, compressed if a name ends in {@code .gz}. Existing files are replaced when the
     * new ones are whole.
     *
     * @param posts where the posts go
     * @param truth where the truth goes
     * @return which accounts each campaign has
     * @throws IllegalArgumentException if the campaigns need more than half of the posts at three an account
     * @throws IOException if a file cannot be written
     */
    public SimulationTruth write(Path posts, Path truth) throws IOException {
        List<SimulationTruth> truths = new ArrayList<>();
        WholeFile.write(
                posts,
                postBytes -> WholeFile.write(truth, truthBytes -> {
                    try (PostCsvWriter postWriter = new PostCsvWriter(PostCsvWriter.packed(posts, postBytes));
                            TruthCsv truthWriter = new TruthCsv(PostCsvWriter.packed(truth, truthBytes))) {
                        truths.add(run((post, label) -> {
                            postWriter.write(post);
                            truthWriter.write(post, label);
                        }));
                    }
                }));
        return truths.get(0);
    }
}
