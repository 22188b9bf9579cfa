/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.posts.Post;

/** What the traffic looks like, measured over 60,000 posts with all seven kinds of campaign. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrafficTest {
    private static final int POSTS = 60_000;

    private final List<Post> posts = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    @BeforeAll
    void simulate() {
        Simulator.withDefaults()
                .withPosts(POSTS)
                .withSeed(11)
                .withCampaigns(7, 10, 60)
                .run((post, label) -> {
                    posts.add(post);
                    labels.add(label);
                });
    }

    /** Pins version 1: if this fails, either undo the change or raise {@link Simulator#VERSION} and say so. */
    @Test
    void versionOneDoesNotMove(@TempDir Path directory) throws IOException, NoSuchAlgorithmException {
        assertThat(Simulator.VERSION).isEqualTo(1);
        Path postFile = directory.resolve("posts.csv");
        Path truthFile = directory.resolve("truth.csv");
        Simulator.withDefaults()
                .withPosts(10_000)
                .withSeed(42)
                .withCampaigns(7, 10, 40)
                .write(postFile, truthFile);
        assertThat(sha256(postFile)).isEqualTo("f71cee9ddc1df8c486d0328e0188a165207335dc9e65dbe82caa7e1585007555");
        assertThat(sha256(truthFile)).isEqualTo("b06e290f6c81e128a9668e048bb38bd3c3443921ff94bc941f74d49fafe3bc58");
        Simulator.withDefaults().write(postFile, truthFile);
        assertThat(sha256(postFile)).isEqualTo("05d2da6e0b07e97bc1948e24d553bfc3a4a7e74b73b3a6dc3a87a55589bd86f2");
        assertThat(sha256(truthFile)).isEqualTo("3d528a7d40eef59ff7a97f601dbd9a95c6c5254a110f8a75bdfa8609a1135044");
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @Test
    void everyKindIsThereInItsShare() {
        TreeMap<String, Integer> counts = new TreeMap<>();
        labels.forEach(label -> counts.merge(label.kind(), 1, Integer::sum));
        for (CampaignKind kind : CampaignKind.values()) {
            assertThat(counts.get(kind.label())).as(kind.label()).isGreaterThanOrEqualTo(30);
        }
        assertThat(counts.get(Label.HEADLINE)).isBetween(1750, 1950);
        assertThat(counts.get(Label.SHARE_BUTTON)).isEqualTo(1200);
        assertThat(counts.get(Label.PETITION)).isEqualTo(900);
        assertThat(counts.get(Label.FAN)).isEqualTo(1200);
        assertThat(counts.get(Label.QUOTE)).isEqualTo(600);
        assertThat(counts.get(Label.DECLARED_BOT)).isBetween(1100, 1200);
        assertThat(counts.get(Label.SYNDICATED)).isBetween(250, 300);
        assertThat(counts.get(Label.CAMOUFLAGE)).isBetween(300, 6000);
        assertThat(labels.stream().filter(Label::planted).count()).isEqualTo(POSTS / 50);
    }

    @Test
    void textHoldsWhatTheListsSay() {
        for (Post post : posts) {
            for (String url : post.urls()) {
                assertThat(post.text()).contains(url);
                assertThat(url).matches("https://[a-z0-9-]+\\.example/[a-z]+/[a-z0-9]+");
            }
            for (String hashtag : post.hashtags()) {
                assertThat(post.text()).contains("#" + hashtag);
                assertThat(hashtag).doesNotContain(" ", "'", "’");
            }
            for (String mention : post.mentions()) {
                assertThat(post.text()).contains("@" + mention);
            }
            assertThat(post.text()).doesNotContain("{", "}", "|", "%place", "%number", "%t", "%site");
            assertThat(post.text()).isNotBlank();
        }
    }

    @Test
    void repostsAndAnswersPointBackToPostsOfTheRun() {
        Map<String, Post> seen = new HashMap<>();
        int reposts = 0;
        int answers = 0;
        for (Post post : posts) {
            if (post.repostOf().isPresent()) {
                Post original = seen.get(post.repostOf().orElseThrow());
                assertThat(post.text()).isEqualTo("RT @" + original.account() + ": " + original.text());
                reposts++;
            }
            if (post.replyTo().isPresent()) {
                assertThat(post.mentions())
                        .contains(seen.get(post.replyTo().orElseThrow()).account());
                answers++;
            }
            seen.put(post.id(), post);
        }
        assertThat(reposts).isBetween(POSTS / 12, POSTS / 7);
        assertThat(answers).isBetween(POSTS / 12, POSTS / 7);
    }

    /** Everyday posts of Japanese accounts, all in one time zone, against the curve they are drawn from. */
    @Test
    void daysFollowTheCircadianCurve() {
        double[] expected = new double[24];
        double[] habits = {0.25, 0.55, 0.20};
        Instant start = Instant.parse("2026-03-02T00:00:00Z");
        for (long second = 0; second < Duration.ofDays(14).toSeconds(); second += 600) {
            long local = start.getEpochSecond() + second + 9 * 3600;
            for (int habit = 0; habit < habits.length; habit++) {
                expected[(int) Math.floorMod(local / 3600, 24L)] += habits[habit] * Rhythm.rate(local, habit);
            }
        }
        double total = Arrays.stream(expected).sum();
        double[] observed = new double[24];
        List<Post> japanese = new ArrayList<>();
        Simulator.withDefaults()
                .withPosts(40_000)
                .withAccounts(20_000)
                .withSeed(3)
                .withLanguages(List.of("ja"))
                .withCampaigns(0)
                .withNegativeShare(0)
                .run((post, label) -> japanese.add(post));
        for (Post post : japanese) {
            observed[post.time().atOffset(ZoneOffset.ofHours(9)).getHour()]++;
        }
        double distance = 0;
        for (int hour = 0; hour < 24; hour++) {
            double share = expected[hour] / total * japanese.size();
            distance += (observed[hour] - share) * (observed[hour] - share) / share;
        }
        // Posts are not independent (some people post a lot and have one habit), so the statistic is far above its 23
        // degrees of freedom; as an effect size (Cramer's w) it must stay small against that of a flat day.
        assertThat(Math.sqrt(distance / japanese.size())).isLessThan(0.06);
        double flat = 0;
        for (double count : observed) {
            flat += (count - japanese.size() / 24.0) * (count - japanese.size() / 24.0) / (japanese.size() / 24.0);
        }
        assertThat(Math.sqrt(flat / japanese.size())).isGreaterThan(0.35);
    }

    @Test
    void weekendsAreQuieter() {
        double weekend = 0;
        for (Post post : posts) {
            weekend += post.time().atOffset(ZoneOffset.UTC).getDayOfWeek().getValue() >= 6 ? 1 : 0;
        }
        assertThat(weekend / POSTS).isBetween(0.22, 0.275);
    }

    @Test
    void activityHasAHeavyTail() {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < POSTS; i++) {
            if (labels.get(i).kind().equals(Label.PLAIN)) {
                counts.merge(posts.get(i).account(), 1, Integer::sum);
            }
        }
        int[] sorted =
                counts.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        double total = Arrays.stream(sorted).sum();
        double top =
                Arrays.stream(sorted, sorted.length * 9 / 10, sorted.length).sum();
        assertThat(top / total).isBetween(0.40, 0.65);
        assertThat(sorted[sorted.length / 2]).isLessThan(6);
        assertThat(sorted[sorted.length - 1]).isGreaterThan(100);
    }

    @Test
    void everydayTextsHardlyEverRepeat() {
        Set<String> texts = new HashSet<>();
        Set<String> stems = new HashSet<>();
        int everyday = 0;
        int repeated = 0;
        int similar = 0;
        for (int i = 0; i < POSTS; i++) {
            if (labels.get(i).kind().equals(Label.PLAIN)) {
                everyday++;
                String text = posts.get(i)
                        .text()
                        .replaceAll("https://\\S+|[@#]\\S+", "")
                        .strip();
                repeated += texts.add(text) ? 0 : 1;
                // Without numbers: a coarse stand-in for near-duplicates.
                similar += stems.add(text.replaceAll("\\d+", "0")) ? 0 : 1;
            }
        }
        assertThat(repeated / (double) everyday).isLessThan(0.0005);
        assertThat(similar / (double) everyday).isLessThan(0.005);
    }

    @Test
    void headlinesAreSharedByManyAccountsOnceEach() {
        Map<String, List<Integer>> byUrl = new HashMap<>();
        for (int i = 0; i < POSTS; i++) {
            if (labels.get(i).kind().equals(Label.HEADLINE)) {
                byUrl.computeIfAbsent(posts.get(i).urls().get(0), unused -> new ArrayList<>())
                        .add(i);
            }
        }
        int largest = 0;
        for (List<Integer> shares : byUrl.values()) {
            Set<String> accounts = new HashSet<>();
            shares.forEach(index -> accounts.add(posts.get(index).account()));
            assertThat(accounts).hasSameSizeAs(shares);
            if (shares.size() > largest) {
                largest = shares.size();
                long first = posts.get(shares.get(0)).time().getEpochSecond();
                long median = posts.get(shares.get(shares.size() / 2)).time().getEpochSecond();
                long last = posts.get(shares.get(shares.size() - 1)).time().getEpochSecond();
                assertThat(median - first).isLessThan((last - first) / 3).isLessThan(6 * 3600);
            }
        }
        assertThat(largest).isGreaterThan(100);
    }

    @Test
    void campaignsDoWhatTheirKindSays() {
        Map<CampaignKind, List<Post>> planted = new TreeMap<>();
        for (int i = 0; i < POSTS; i++) {
            if (labels.get(i).planted()) {
                planted.computeIfAbsent(CampaignKind.of(labels.get(i).kind()), unused -> new ArrayList<>())
                        .add(posts.get(i));
            }
        }
        assertThat(distinct(planted.get(CampaignKind.CO_URL).stream()
                        .flatMap(post -> post.urls().stream())
                        .toList()))
                .hasSizeBetween(2, 8);
        assertThat(distinct(planted.get(CampaignKind.CO_HASHTAG).stream()
                        .flatMap(post -> post.hashtags().stream())
                        .toList()))
                .hasSizeBetween(2, 3);
        assertThat(distinct(planted.get(CampaignKind.CO_TARGET).stream()
                        .flatMap(post -> post.mentions().stream())
                        .toList()))
                .hasSizeGreaterThan(15);
        assertThat(distinct(planted.get(CampaignKind.CO_TARGET).stream()
                        .map(post -> post.text().replaceFirst("^@\\S+ ", ""))
                        .toList()))
                .hasSizeLessThan(4);
        assertThat(distinct(planted.get(CampaignKind.TRANSLATED).stream()
                        .map(post -> post.language().orElseThrow())
                        .toList()))
                .containsExactly("en", "fr");
        List<Post> reworded = planted.get(CampaignKind.REWORDED);
        assertThat(distinct(reworded.stream().map(Post::text).toList()).size()).isGreaterThan(reworded.size() * 8 / 10);
        List<Post> drip = planted.get(CampaignKind.SLOW_DRIP);
        assertThat(medianGap(drip)).isGreaterThan(300);
        for (CampaignKind kind : CampaignKind.values()) {
            if (kind != CampaignKind.SLOW_DRIP) {
                assertThat(medianGap(planted.get(kind))).as(kind.label()).isLessThan(120);
            }
        }
    }

    private static Set<String> distinct(List<String> values) {
        return new TreeSet<>(values);
    }

    private static long medianGap(List<Post> posts) {
        long[] gaps = new long[posts.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = posts.get(i + 1).time().getEpochSecond()
                    - posts.get(i).time().getEpochSecond();
        }
        Arrays.sort(gaps);
        return gaps[gaps.length / 2];
    }

    @Test
    void eachLanguageStandsAlone() {
        for (String language : Speakers.tags()) {
            Set<String> seen = new HashSet<>();
            Simulator.withDefaults()
                    .withPosts(1500)
                    .withLanguages(List.of(language))
                    .withCampaign(CampaignKind.COPYPASTA, 10)
                    .withCampaign(CampaignKind.REWORDED, 10)
                    .run((post, label) -> seen.add(post.language().orElseThrow()));
            assertThat(seen).containsExactly(language);
        }
    }

    @Test
    void shortAndLongPeriodsAndOddStartsWork() {
        for (Duration period : List.of(Duration.ofDays(1), Duration.ofDays(366))) {
            Instant start = Instant.parse("1969-12-31T23:59:59.5Z");
            List<Instant> times = new ArrayList<>();
            Simulator.withDefaults()
                    .withTime(start, period)
                    .withPosts(4000)
                    .withCampaigns(7, 2, 20)
                    .run((post, label) -> times.add(post.time()));
            assertThat(times).hasSize(4000).isSorted();
            assertThat(times.get(0)).isAfterOrEqualTo(Instant.parse("1969-12-31T23:59:59Z"));
            assertThat(times.get(3999)).isBefore(start.plus(period));
        }
    }

    /** A hundred posts an account: a step that goes through an account's posts for each would not end here. */
    @Test
    void manyPostsOfFewAccounts() {
        int[] posts = new int[1];
        Simulator.withDefaults().withAccounts(2_000).withPosts(200_000).run((post, label) -> posts[0]++);
        assertThat(posts[0]).isEqualTo(200_000);
    }
}
