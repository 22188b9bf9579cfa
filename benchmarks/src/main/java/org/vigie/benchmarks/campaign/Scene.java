/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.vigie.campaign.evaluation.Labels;
import org.vigie.posts.Post;
import org.vigie.posts.simulation.Simulator;

/** Ordinary traffic to which audiences and plants add posts, with the label of every account. */
final class Scene {
    private static final Pattern HASHTAG = Pattern.compile("#([\\p{L}\\p{M}\\p{N}_]+)");
    private static final Pattern MENTION = Pattern.compile("@(\\w+)");
    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final int DAY = 86_400;
    /** Most of a real archive's traffic is late; this much of its end is used. */
    private static final int DAYS = 45;

    final SplittableRandom random;
    final Phrases phrases;
    private final List<String> accounts;
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<Post> posts;
    private final long first;
    private final long last;
    private int added;

    /**
     * @param background honest posts
     * @param phrases what is said
     * @param seed of everything that is drawn
     */
    Scene(List<Post> background, Phrases phrases, long seed) {
        this.random = new SplittableRandom(seed);
        this.phrases = phrases;
        this.posts = new ArrayList<>(background);
        this.posts.sort(Comparator.comparing(Post::time));
        this.last = posts.get(posts.size() - 1).time().getEpochSecond();
        this.first = Math.max(posts.get(posts.size() / 20).time().getEpochSecond(), last - (long) DAYS * DAY);
        this.accounts = posts.stream().map(Post::account).distinct().sorted().toList();
        accounts.forEach(account -> labels.put(account, ""));
    }

    /** Simulated traffic without campaigns, with the simulator's own honest look-alikes. */
    static List<Post> simulated(int posts, long seed) {
        List<Post> background = new ArrayList<>();
        Simulator.withDefaults()
                .withPosts(posts)
                .withSeed(seed)
                .withCampaigns(0)
                .run((post, label) -> background.add(post));
        return background;
    }

    /** The posts of a file whose accounts are labelled as of no campaign. */
    static List<Post> genuine(LabelledFile file) throws IOException {
        Labels labels = Labels.read(file.truth(), reject -> {});
        return file.read().stream()
                .filter(post ->
                        labels.label(post.account()).filter(String::isEmpty).isPresent())
                .toList();
    }

    List<Post> posts() {
        return List.copyOf(posts);
    }

    /** "" for the honest. */
    Labels labels() {
        return Labels.of(labels);
    }

    /** Honest people: some of the background's, the others new, with everyday posts of their own. */
    List<String> people(int count, double old, String language, int mostPosts) {
        List<String> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (random.nextDouble() < old) {
                people.add(accounts.get(random.nextInt(accounts.size())));
            } else {
                String account = account("");
                people.add(account);
                everyday(account, language, random.nextInt(mostPosts + 1));
            }
        }
        return people;
    }

    /** A new account; its name says nothing. */
    String account(String label) {
        String account = Long.toString(random.nextLong() >>> 1, 36) + labels.size();
        labels.put(account, label);
        return account;
    }

    /** What its account alone says. */
    void everyday(String account, String language, int count) {
        for (int i = 0; i < count; i++) {
            post(account, anyTime(), phrases.text(random, language, 2));
        }
    }

    /** Links, hashtags and mentions are read from the text. */
    void post(String account, long second, String text) {
        add(account, second, text, "", "");
    }

    /** @param post the post that is answered */
    void answer(String account, long second, String text, String post) {
        add(account, second, text, post, "");
    }

    /** @param post the post that is repeated */
    void repost(String account, long second, String text, String post) {
        add(account, second, text, "", post);
    }

    private void add(String account, long second, String text, String replyTo, String repostOf) {
        added++;
        List<String> hashtags =
                HASHTAG.matcher(text).results().map(r -> r.group(1)).toList();
        List<String> mentions =
                MENTION.matcher(text).results().map(r -> r.group(1)).toList();
        List<String> urls = LINK.matcher(text).results().map(MatchResult::group).toList();
        posts.add(Post.builder("added-" + added, account, Instant.ofEpochSecond(second), text)
                .hashtags(hashtags)
                .mentions(mentions)
                .urls(urls)
                .replyTo(replyTo)
                .repostOf(repostOf)
                .build());
    }

    long anyTime() {
        return random.nextLong(first, last);
    }

    /** The hour of shows, of a day that is not among the last {@code room}. */
    long evening(int room) {
        long from = Math.min(first, last - (long) (room + 1) * DAY);
        return Instant.ofEpochSecond(random.nextLong(from, last - (long) room * DAY))
                        .truncatedTo(ChronoUnit.DAYS)
                        .getEpochSecond()
                + 19 * 3600L;
    }

    /** The morning of a day after the first. */
    long morning(int day) {
        return Instant.ofEpochSecond(first).truncatedTo(ChronoUnit.DAYS).getEpochSecond()
                + (long) (day + 1) * DAY
                + 9 * 3600L;
    }

    long within(double hours) {
        return (long) (random.nextDouble() * hours * 3600);
    }

    /** How long a share comes after its source. */
    long after(double meanHours) {
        return (long) (-Math.log1p(-random.nextDouble()) * meanHours * 3600);
    }

    /** A rank: the first ones are drawn most often. */
    int favourite(int size) {
        double u = random.nextDouble();
        return (int) (size * u * u);
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    String language() {
        List<String> all = phrases.languages();
        return all.get(random.nextInt(all.size()));
    }

    /** An address that nobody can register. */
    String link(String site) {
        return "https://" + site + ".example/" + Long.toString(random.nextLong() >>> 20, 36);
    }
}
