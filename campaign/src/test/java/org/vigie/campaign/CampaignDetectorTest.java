/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.posts.simulation.CampaignKind;
import org.vigie.posts.simulation.Label;
import org.vigie.posts.simulation.SimulationTruth;
import org.vigie.posts.simulation.SimulationTruth.PlantedCampaign;
import org.vigie.posts.simulation.Simulator;

class CampaignDetectorTest {
    private static final List<Post> POSTS = new ArrayList<>();
    private static final Map<String, Label> LABELS = new HashMap<>();
    private static SimulationTruth truth;
    private static CampaignReport report;

    @BeforeAll
    static void detectOnce() {
        truth = Simulator.withDefaults()
                .withPosts(6000)
                .withSeed(3)
                .withPlantedShare(0.1)
                .withCampaign(CampaignKind.COPYPASTA, 25)
                .withCampaign(CampaignKind.CO_URL, 25)
                .withCampaign(CampaignKind.CO_HASHTAG, 25)
                .run((post, label) -> {
                    POSTS.add(post);
                    LABELS.put(post.id(), label);
                });
        report = detect(POSTS);
    }

    private static CampaignReport detect(List<Post> posts) {
        return CampaignDetector.withDefaults().detect(posts);
    }

    private static List<String> accounts(Campaign campaign) {
        return campaign.members().stream().map(Campaign.Member::account).toList();
    }

    /** What must not change: who, with what score. */
    private static List<String> gist(CampaignReport found, UnaryOperator<String> account) {
        return found.campaigns().stream()
                .map(c -> c.score() + " " + c.qValue() + " " + c.scoreParts() + " "
                        + new TreeSet<>(accounts(c).stream().map(account).toList()))
                .sorted()
                .toList();
    }

    private static List<Post> map(UnaryOperator<Post> change) {
        return POSTS.stream().map(change).toList();
    }

    private static Post changed(Post post, String account, Instant time, String text, List<String> hashtags) {
        return new Post(
                post.id(),
                account,
                time,
                text,
                post.language(),
                post.urls(),
                hashtags,
                post.mentions(),
                post.repostOf(),
                post.replyTo(),
                post.platform(),
                post.accountCreated());
    }

    @Test
    void findsThePlantedCampaigns() {
        for (PlantedCampaign planted : truth.campaigns()) {
            Campaign best = report.campaigns().stream()
                    .max(java.util.Comparator.comparingDouble(c -> planted.recall(accounts(c))))
                    .orElseThrow();
            assertThat(planted.precision(accounts(best)))
                    .as(planted.kind() + " precision")
                    .isGreaterThanOrEqualTo(0.98);
            assertThat(planted.recall(accounts(best)))
                    .as(planted.kind() + " recall")
                    .isGreaterThanOrEqualTo(0.9);
        }
    }

    @Test
    void reportsNoHonestLookAlike() {
        assertThat(report.campaigns()).hasSameSizeAs(truth.campaigns());
        for (Campaign campaign : report.campaigns()) {
            assertThat(campaign.posts())
                    .extracting(id -> LABELS.get(id).planted())
                    .containsOnly(true);
        }
    }

    @Test
    void trafficWithoutCampaignsGivesNone() {
        List<Post> organic = new ArrayList<>();
        Simulator.withDefaults()
                .withPosts(4000)
                .withSeed(21)
                .withNegativeShare(0.3)
                .withCampaigns(0)
                .run((post, label) -> organic.add(post));
        assertThat(detect(organic).campaigns()).isEmpty();
    }

    @Test
    void everyCampaignCarriesItsEvidence() {
        for (Campaign campaign : report.campaigns()) {
            assertThat(campaign.evidence())
                    .extracting(Evidence::kind)
                    .contains(Evidence.Kind.CONTENT, Evidence.Kind.TIMING, Evidence.Kind.ACCOUNTS);
            assertThat(campaign.evidence())
                    .allSatisfy(e -> assertThat(campaign.posts()).containsAll(e.posts()));
            assertThat(campaign.state()).isEqualTo(Campaign.State.MACHINE_SUSPECTED);
            assertThat(campaign.scoreParts().values())
                    .allSatisfy(part -> assertThat(part).isBetween(0.0, 1.0));
            assertThat(campaign.score()).isBetween(0.0, 1.0);
            assertThat(campaign.qValue()).isLessThanOrEqualTo(0.05);
            assertThat(campaign.members()).hasSizeGreaterThanOrEqualTo(5);
            assertThat(campaign.first()).isBeforeOrEqualTo(campaign.peak());
            assertThat(campaign.peak()).isBeforeOrEqualTo(campaign.last());
            assertThat(campaign.members().stream()
                            .mapToInt(Campaign.Member::posts)
                            .sum())
                    .isEqualTo(campaign.posts().size());
        }
        assertThat(report.campaigns())
                .extracting(Campaign::id)
                .startsWith("C1", "C2")
                .doesNotHaveDuplicates();
    }

    @Test
    void countsTheInput() {
        assertThat(report.traffic().posts()).isEqualTo(6000);
        assertThat(report.traffic().timeline().stream().mapToInt(i -> i).sum()).isEqualTo(6000);
        assertThat(report.traffic().languages().values().stream()
                        .mapToInt(i -> i)
                        .sum())
                .isEqualTo(6000);
        assertThat(report.campaignOf()).hasSize(report.traffic().accounts());
        for (int a = 0; a < report.campaignOf().size(); a++) {
            String account = report.network().account(a);
            int first = -1;
            for (int c = report.campaigns().size() - 1; c >= 0; c--) {
                first = accounts(report.campaigns().get(c)).contains(account) ? c : first;
            }
            assertThat(report.campaignOf().get(a)).isEqualTo(first);
        }
        assertThat(report.parameters())
                .containsEntry("window", "PT10M")
                .containsEntry("coarse-window", "PT2H")
                .containsEntry("alpha", "0.05")
                .containsEntry("min-accounts", "5")
                .containsEntry("seed", "1");
    }

    @Test
    void neitherTheOrderOfThePostsNorTheNumberOfThreadsMatters() throws Exception {
        List<Post> shuffled = new ArrayList<>(POSTS);
        Collections.shuffle(shuffled, new Random(4));
        assertSame(detectWith(1, POSTS));
        assertSame(detectWith(4, shuffled));
    }

    private static CampaignReport detectWith(int threads, List<Post> posts) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> detect(posts)).get();
        } finally {
            pool.shutdown();
        }
    }

    private static void assertSame(CampaignReport again) {
        assertThat(again.campaigns()).isEqualTo(report.campaigns());
        assertThat(again.clusters()).isEqualTo(report.clusters());
        assertThat(again.bursts()).isEqualTo(report.bursts());
        assertThat(again.traffic()).isEqualTo(report.traffic());
        assertThat(again.campaignOf()).isEqualTo(report.campaignOf());
        assertThat(again.network().edgeCount()).isEqualTo(report.network().edgeCount());
        for (int e = 0; e < report.network().edgeCount(); e++) {
            assertThat(again.edges().p(e)).isEqualTo(report.edges().p(e));
            assertThat(again.network().coActions(e)).isEqualTo(report.network().coActions(e));
        }
    }

    @Test
    void theNamesOfHashtagsAndAccountsDoNotMatter() {
        CampaignReport again = detect(map(p -> changed(
                p,
                "ü" + new StringBuilder(p.account()).reverse(),
                p.time(),
                p.text(),
                p.hashtags().stream().map(tag -> "x" + tag + "y").toList())));
        assertThat(gist(again, a -> new StringBuilder(a.substring(1)).reverse().toString()))
                .isEqualTo(gist(report, a -> a));
    }

    @Test
    void theDateDoesNotMatter() {
        CampaignReport again = detect(map(
                p -> changed(p, p.account(), p.time().minus(Duration.ofDays(60 * 365)), p.text(), p.hashtags())));
        assertThat(gist(again, a -> a)).isEqualTo(gist(report, a -> a));
    }

    @Test
    void whatTheWordsMeanDoesNotMatter() {
        CampaignReport again = detect(map(p -> changed(p, p.account(), p.time(), swapped(p.text()), p.hashtags())));
        assertThat(again.campaigns()).hasSameSizeAs(report.campaigns());
        assertThat(again.campaigns().stream().map(c -> new TreeSet<>(accounts(c))))
                .containsExactlyInAnyOrderElementsOf(report.campaigns().stream()
                        .map(c -> new TreeSet<>(accounts(c)))
                        .toList());
    }

    /** Other letters in all words but links and names: one to one, so that texts stay as alike as they were. */
    private static String swapped(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            boolean link = word.contains("://") || word.startsWith("#") || word.startsWith("@");
            StringBuilder letters = new StringBuilder(word);
            for (int i = 0; i < word.length() && !link; i++) {
                int at = "aensAENS".indexOf(word.charAt(i));
                letters.setCharAt(i, at < 0 ? word.charAt(i) : "easnEASN".charAt(at));
            }
            words.add(letters.toString());
        }
        return String.join(" ", words);
    }

    @Test
    void oneAccountOrOnePostIsNoCampaign() {
        Scene one = new Scene();
        for (int i = 0; i < 500; i++) {
            one.add(one.post("only", i, "The same words from the same account again.")
                    .urls(List.of("x.org"))
                    .hashtags(List.of("x")));
        }
        assertThat(detect(one.posts()).campaigns()).isEmpty();
        assertThat(detect(one.posts().subList(0, 1)).traffic().posts()).isEqualTo(1);
    }

    @Test
    void theSameTextByEverybodyOnceIsNoCampaign() {
        Scene scene = new Scene();
        for (int i = 0; i < 2000; i++) {
            scene.add(scene.post("a" + i, i * 0.7, "Please sign before midnight, every name counts."));
        }
        CampaignReport found = detect(scene.posts());
        assertThat(found.campaigns()).isEmpty();
        assertThat(found.clusters()).hasSize(1);
        assertThat(found.clusters().get(0).accounts()).isEqualTo(2000);
    }

    @Test
    void hostileInputDoesNoHarm() {
        Scene scene = new Scene();
        String[] texts = {
            "",
            " ",
            "\ud800",
            "\udc00 a lone surrogate in a text that is long enough",
            "👍👍👍",
            "\u0000",
            "\u202e right to left override",
            "x".repeat(1_000_000)
        };
        for (int i = 0; i < 160; i++) {
            scene.add(scene.post("a" + i % 9 + "\ud800", i % 3, texts[i % texts.length])
                    .urls(List.of("", "https://\ud800", "?&&&#"))
                    .hashtags(List.of("", "\udc00", " "))
                    .mentions(List.of("")));
        }
        CampaignReport found = detect(scene.posts());
        assertThat(found.traffic().posts()).isEqualTo(160);
        assertThat(found.traffic().languages().values().stream()
                        .mapToInt(i -> i)
                        .sum())
                .isEqualTo(160);
    }

    @Test
    void postsOfOneInstantAreNoCampaign() {
        Scene scene = new Scene();
        for (int i = 0; i < 600; i++) {
            scene.tags("a" + i % 60, 0, "claim");
        }
        assertThat(detect(scene.posts()).campaigns()).isEmpty();
    }

    @Test
    void rejectsWhatItCannotDo() {
        CampaignDetector detector = CampaignDetector.withDefaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> detector.detect(List.of()))
                .withMessage("there are no posts");
        for (double alpha : new double[] {0, 1, -0.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> detector.withAlpha(alpha))
                    .withMessage("alpha must be in (0, 1) but was " + alpha);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> detector.withMinAccounts(1))
                .withMessage("accounts must be at least 2 but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> detector.withWindows(Duration.ofNanos(5), Duration.ofHours(1)))
                .withMessage("the fine window must be at least 1 ms but was PT0.000000005S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> detector.withWindows(Duration.ofMinutes(-1), Duration.ofHours(1)))
                .withMessage("the fine window must be at least 1 ms but was PT-1M");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> detector.withWindows(Duration.ofMinutes(10), Duration.ofMinutes(19)))
                .withMessage("the coarse window must be at least twice the fine one, PT10M, but was PT19M");
    }

    @Test
    void settingsChangeACopyOnly() {
        CampaignDetector detector = CampaignDetector.withDefaults();
        detector.withAlpha(0.5).withMinAccounts(9).withWindows(Duration.ofMinutes(1), Duration.ofMinutes(30));
        List<Post> one = POSTS.subList(0, 1);
        assertThat(detector.detect(one).parameters()).isEqualTo(report.parameters());
        assertThat(detector.withSeed(7).withMinAccounts(9).detect(one).parameters())
                .containsEntry("seed", "7")
                .containsEntry("min-accounts", "9");
    }
}
