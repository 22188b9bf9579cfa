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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Evidence;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Names;
import org.vigie.posts.Post;
import org.vigie.posts.simulation.CampaignKind;
import org.vigie.posts.simulation.Label;
import org.vigie.posts.simulation.SimulationTruth;
import org.vigie.posts.simulation.SimulationTruth.PlantedCampaign;
import org.vigie.posts.simulation.Simulator;

class CampaignDetectorTest {
    private static final List<Post> POSTS = new ArrayList<>();
    private static final Map<String, Label> LABELS = new HashMap<>();
    private static SimulationTruth truth;
    private static Findings findings;

    @BeforeAll
    static void detectOnce() {
        truth = Simulator.withDefaults()
                .withPosts(6000)
                .withSeed(3)
                .withPlantedShare(0.1)
                .withCampaign(CampaignKind.COPYPASTA, 25)
                .withCampaign(CampaignKind.CO_URL, 25)
                .withCampaign(CampaignKind.CO_TARGET, 25)
                .run((post, label) -> {
                    POSTS.add(post);
                    LABELS.put(post.id(), label);
                });
        findings = detect(POSTS);
    }

    private static Findings detect(List<Post> posts) {
        return CampaignDetector.withDefaults().detect(Corpus.of(posts));
    }

    private static Set<Integer> numbers(Campaign campaign) {
        return new TreeSet<>(
                campaign.members().stream().map(Campaign.Member::account).toList());
    }

    private static List<String> accounts(Campaign campaign) {
        Names names = Names.plain(findings.corpus());
        return campaign.members().stream().map(m -> names.account(m.account())).toList();
    }

    /** What must not change: who, with what score. */
    private static List<String> gist(Findings found) {
        return found.campaigns().stream()
                .map(c -> c.score() + " " + c.qValue() + " " + c.scoreParts() + " " + numbers(c))
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
                post.accountCreated(),
                post.attributes());
    }

    @Test
    void findsThePlantedCampaigns() {
        for (PlantedCampaign planted : truth.campaigns()) {
            Campaign best = findings.campaigns().stream()
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
        assertThat(findings.campaigns()).hasSameSizeAs(truth.campaigns());
        Names names = Names.plain(findings.corpus());
        for (Campaign campaign : findings.campaigns()) {
            assertThat(campaign.rows().asList())
                    .extracting(row -> LABELS.get(names.post(row)).planted())
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
        for (Campaign campaign : findings.campaigns()) {
            assertThat(campaign.evidence())
                    .extracting(Evidence::kind)
                    .contains(Evidence.Kind.CONTENT, Evidence.Kind.ACCOUNTS);
            assertThat(campaign.evidence())
                    .allSatisfy(e -> assertThat(campaign.rows().asList())
                            .containsAll(e.rows().asList()));
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
                    .isEqualTo(campaign.rows().length());
        }
        assertThat(findings.campaigns())
                .extracting(Campaign::id)
                .startsWith("C1", "C2")
                .doesNotHaveDuplicates();
    }

    @Test
    void countsTheInput() {
        assertThat(findings.traffic().posts()).isEqualTo(6000);
        assertThat(findings.traffic().timeline().stream().mapToInt(i -> i).sum())
                .isEqualTo(6000);
        assertThat(findings.traffic().languages().values().stream()
                        .mapToInt(i -> i)
                        .sum())
                .isEqualTo(6000);
        assertThat(findings.campaignOf().length()).isEqualTo(findings.traffic().accounts());
        for (int a = 0; a < findings.campaignOf().length(); a++) {
            int first = -1;
            for (int c = findings.campaigns().size() - 1; c >= 0; c--) {
                first = numbers(findings.campaigns().get(c)).contains(a) ? c : first;
            }
            assertThat(findings.campaignOf().get(a)).isEqualTo(first);
        }
        assertThat(findings.parameters())
                .containsEntry("window", "PT10M")
                .containsEntry("coarse-window", "PT2H")
                .containsEntry("alpha", "0.05")
                .containsEntry("min-accounts", "5");
    }

    @Test
    void neitherTheOrderOfThePostsNorTheNumberOfThreadsMatters() {
        List<Post> shuffled = new ArrayList<>(POSTS);
        Collections.shuffle(shuffled, new Random(4));
        assertSame(detectWith(1, POSTS));
        assertSame(detectWith(4, shuffled));
    }

    private static Findings detectWith(int threads, List<Post> posts) {
        CorpusBuilder builder = Corpus.builder().withThreads(threads);
        posts.forEach(builder::post);
        return CampaignDetector.withDefaults().withThreads(threads).detect(builder.build());
    }

    private static void assertSame(Findings again) {
        assertThat(again.campaigns()).isEqualTo(findings.campaigns());
        assertThat(again.nearMisses()).isEqualTo(findings.nearMisses());
        assertThat(again.parameters()).isEqualTo(findings.parameters());
        assertThat(again.clusters()).isEqualTo(findings.clusters());
        assertThat(again.bursts()).isEqualTo(findings.bursts());
        assertThat(again.traffic()).isEqualTo(findings.traffic());
        assertThat(again.campaignOf()).isEqualTo(findings.campaignOf());
        assertThat(again.edges().network().edgeCount())
                .isEqualTo(findings.edges().network().edgeCount());
        for (int e = 0; e < findings.edges().network().edgeCount(); e++) {
            assertThat(again.edges().p(e)).isEqualTo(findings.edges().p(e));
            assertThat(again.edges().network().coActions(e))
                    .isEqualTo(findings.edges().network().coActions(e));
        }
    }

    @Test
    void theNamesOfHashtagsAndAccountsDoNotMatter() {
        Findings again = detect(map(p -> changed(
                p,
                "ü" + new StringBuilder(p.account()).reverse(),
                p.time(),
                p.text(),
                p.hashtags().stream().map(tag -> "x" + tag + "y").toList())));
        // Numbers stand for names, so nothing at all may differ.
        assertSame(again);
    }

    @Test
    void theDateDoesNotMatter() {
        Findings again = detect(map(
                p -> changed(p, p.account(), p.time().minus(Duration.ofDays(60 * 365)), p.text(), p.hashtags())));
        assertThat(gist(again)).isEqualTo(gist(findings));
    }

    @Test
    void whatTheWordsMeanDoesNotMatter() {
        Findings again = detect(map(p -> changed(p, p.account(), p.time(), swapped(p.text()), p.hashtags())));
        assertThat(again.campaigns()).hasSameSizeAs(findings.campaigns());
        assertThat(again.campaigns().stream().map(CampaignDetectorTest::numbers))
                .containsExactlyInAnyOrderElementsOf(findings.campaigns().stream()
                        .map(CampaignDetectorTest::numbers)
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
        Findings found = detect(scene.posts());
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
        Findings found = detect(scene.posts());
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
                .isThrownBy(() -> detector.detect(Corpus.of(List.of())))
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
        Duration endless = Duration.ofSeconds(Long.MAX_VALUE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> detector.withWindows(endless, endless))
                .withMessage(
                        "the coarse window must be at least twice the fine one, " + endless + ", but was " + endless);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> detector.withWindows(Duration.ofMinutes(10), endless))
                .withMessage("the coarse window must be >= 0 and at most 2^60 ms but was " + endless);
    }

    @Test
    void settingsChangeACopyOnly() {
        CampaignDetector detector = CampaignDetector.withDefaults();
        detector.withAlpha(0.5).withMinAccounts(9).withWindows(Duration.ofMinutes(1), Duration.ofMinutes(30));
        Corpus one = Corpus.of(POSTS.subList(0, 1));
        assertThat(detector.detect(one).parameters()).isEqualTo(findings.parameters());
        assertThat(detector.withMinAccounts(9).detect(one).parameters()).containsEntry("min-accounts", "9");
    }
}
