/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableIntArray;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Evidence;
import org.vigie.campaign.findings.Explanation;
import org.vigie.campaign.findings.Signal;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.Technique;

class CampaignAssemblerTest {
    private final Scene scene = new Scene();

    /** Three accounts on two links and a hashtag, one of them with a post beside it, and a bystander. */
    private Corpus corpus() {
        // rows 0 .. 7; accounts a = 0, b = 1, c = 2, d = 3
        scene.add(scene.post("a", 0, "").urls(List.of("x.org/1")).mentions(List.of("Mayor")));
        scene.add(scene.post("b", 1, "").urls(List.of("x.org/1")).mentions(List.of("mayor", "Dog")));
        scene.add(scene.post("c", 2, "").urls(List.of("x.org/1")).replyTo("q1"));
        scene.add(scene.post("d", 3, "").urls(List.of("x.org/1")));
        scene.add(scene.post("a", 120, "").urls(List.of("x.org/2")).replyTo("q2"));
        scene.add(scene.post("b", 121, "").urls(List.of("x.org/2")).replyTo("q3"));
        scene.add(scene.post("a", 122, "").hashtags(List.of("tag")));
        scene.add(scene.post("a", 500, "Something else that nobody repeats."));
        return scene.corpus();
    }

    private static Sighting sighting(Corpus corpus, ObjectKind kind, int object) {
        int[] rows = corpus.layer(kind).rows(object);
        return new Sighting(corpus, kind, object, rows);
    }

    private static Candidate candidate(Corpus corpus, Signal signal) {
        return new Candidate(
                signal,
                new int[] {0, 1, 2},
                new int[] {0, 1, 2, 4, 5, 6},
                List.of(
                        sighting(corpus, ObjectKind.HASHTAG, 0),
                        sighting(corpus, ObjectKind.URL, 1),
                        sighting(corpus, ObjectKind.URL, 0)),
                new Candidate.Count(3, 0.5, 0.003),
                0.6,
                Explanation.LANGUAGE);
    }

    private static Campaign assemble(Corpus corpus, Candidate candidate) {
        return new CampaignAssembler(corpus, Duration.ofMinutes(1), List.of())
                .assemble(List.of(new Decision.Reported(candidate, 0.004)))
                .get(0);
    }

    @Test
    void countsWhatTheMembersDid() {
        Corpus corpus = corpus();
        Campaign campaign = assemble(corpus, candidate(corpus, Signal.COMMON_POOL));
        assertThat(campaign.id()).isEqualTo("C1");
        assertThat(campaign.pValue()).isEqualTo(0.003);
        assertThat(campaign.qValue()).isEqualTo(0.004);
        assertThat(campaign.state()).isEqualTo(Campaign.State.MACHINE_SUSPECTED);
        assertThat(campaign.rows().asList()).containsExactly(0, 1, 2, 4, 5, 6);
        assertThat(campaign.members())
                .as("most posts first, then by number")
                .extracting(Campaign.Member::account, Campaign.Member::posts, Campaign.Member::allPosts)
                .containsExactly(tuple(0, 3, 4), tuple(1, 2, 2), tuple(2, 1, 1));
        assertThat(campaign.members().get(1).first().toEpochMilli()).isEqualTo(corpus.time(1));
        assertThat(campaign.objects())
                .as("most accounts first")
                .extracting(
                        Campaign.SharedObject::kind,
                        Campaign.SharedObject::object,
                        Campaign.SharedObject::accounts,
                        Campaign.SharedObject::posts,
                        Campaign.SharedObject::allAccounts)
                .containsExactly(
                        tuple(ObjectKind.URL, 0, 3, 3, 4),
                        tuple(ObjectKind.URL, 1, 2, 2, 2),
                        tuple(ObjectKind.HASHTAG, 0, 1, 1, 1));
        assertThat(campaign.texts()).isEmpty();
        Names names = Names.plain(corpus);
        assertThat(campaign.mentions())
                .extracting(m -> names.object(ObjectKind.MENTION, m.object()), Campaign.Mention::posts)
                .containsExactly(tuple("mayor", 2), tuple("dog", 1));
        assertThat(campaign.languages()).containsExactly(Map.entry("und", 6));
    }

    @Test
    void knowsWhenItWas() {
        Corpus corpus = corpus();
        Campaign campaign = assemble(corpus, candidate(corpus, Signal.COMMON_POOL));
        assertThat(campaign.first().toEpochMilli()).isEqualTo(corpus.time(0));
        assertThat(campaign.last().toEpochMilli()).isEqualTo(corpus.time(6));
        assertThat(campaign.peak().toEpochMilli())
                .as("the middle of the first of the fullest hours")
                .isEqualTo((corpus.time(0) + corpus.time(2)) / 2);
    }

    /** Times in whole minutes: an hour has 60 of them. */
    @Test
    void anHourEndsBeforeItsFirstMinuteComesAgain() {
        for (int minute : new int[] {0, 20, 60, 80, 119}) {
            scene.add(scene.post("a", minute, "").urls(List.of("x.org/1")));
        }
        Corpus corpus = scene.corpus();
        Candidate candidate = new Candidate(
                Signal.COMMON_POOL,
                new int[] {0},
                new int[] {0, 1, 2, 3, 4},
                List.of(sighting(corpus, ObjectKind.URL, 0)),
                new Candidate.Count(1, 0.5, 0.003),
                0.6,
                Explanation.LANGUAGE);
        assertThat(assemble(corpus, candidate).peak().toEpochMilli())
                .as("not the middle of 0 to 60")
                .isEqualTo((corpus.time(2) + corpus.time(4)) / 2);
    }

    /** A group is tested with accounts that fail: what they alone have in common is nothing of the campaign. */
    @Test
    void whatNoMemberPostedIsNoObjectOfTheCampaign() {
        scene.add(scene.post("x", 0, "").urls(List.of("x.org/9")));
        scene.add(scene.post("y", 0, "").urls(List.of("x.org/9")));
        scene.add(scene.post("z", 0, "").urls(List.of("x.org/9")));
        scene.add(scene.post("a", 1, "").urls(List.of("x.org/1")));
        scene.add(scene.post("b", 2, "").urls(List.of("x.org/1")));
        Corpus corpus = scene.corpus();
        Campaign campaign = assemble(
                corpus,
                new Candidate(
                        Signal.COMMON_POOL,
                        new int[] {3, 4},
                        new int[] {3, 4},
                        List.of(sighting(corpus, ObjectKind.URL, 0), sighting(corpus, ObjectKind.URL, 1)),
                        new Candidate.Count(2, 0.5, 0.003),
                        0.6,
                        Explanation.LANGUAGE));
        assertThat(campaign.objects())
                .extracting(Campaign.SharedObject::object, Campaign.SharedObject::accounts)
                .containsExactly(tuple(1, 2));
        assertThat(campaign.scoreParts().get("exclusivity")).isEqualTo(1);
        assertThat(campaign.evidence().get(0).observed()).isEqualTo(1);
        assertThat(campaign.evidence().get(0).rows().asList())
                .as("examples of what they have, not of what most others have")
                .containsExactly(3, 4);
    }

    @Test
    void theScoreIsTheMeanOfItsParts() {
        Corpus corpus = corpus();
        Campaign campaign = assemble(corpus, candidate(corpus, Signal.COMMON_POOL));
        assertThat(campaign.scoreParts().keySet()).containsExactly("commitment", "exclusivity", "excess", "density");
        // As given; 6 of 7 account acts; three accounts where half a one was expected; 2 of 3 pairs within the minute.
        assertThat(campaign.scoreParts().get("commitment")).isEqualTo(0.6);
        assertThat(campaign.scoreParts().get("exclusivity")).isCloseTo(6 / 7.0, within(1e-12));
        assertThat(campaign.scoreParts().get("excess")).isCloseTo(1 - 0.5 / 3, within(1e-12));
        assertThat(campaign.scoreParts().get("density")).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(campaign.score()).isCloseTo((0.6 + 6 / 7.0 + 1 - 0.5 / 3 + 2 / 3.0) / 4, within(1e-12));
        assertThat(campaign.density()).isCloseTo(2 / 3.0, within(1e-12));
    }

    /** One account has no pairs, and still a score that is a number. */
    @Test
    void oneAccountHasAScore() {
        Corpus corpus = corpus();
        Campaign campaign = assemble(
                corpus,
                new Candidate(
                        Signal.COMMON_POOL,
                        new int[] {0},
                        new int[] {0, 4},
                        List.of(sighting(corpus, ObjectKind.URL, 1)),
                        new Candidate.Count(3, 0.5, 0.003),
                        0.6,
                        Explanation.LANGUAGE));
        assertThat(campaign.density()).isZero();
        assertThat(campaign.score()).isBetween(0.0, 1.0);
        assertThat(campaign.scoreParts().values()).allMatch(part -> part >= 0 && part <= 1);
    }

    @Test
    void carriesEvidenceOfEachKind() {
        Corpus corpus = corpus();
        Campaign campaign = assemble(corpus, candidate(corpus, Signal.COMMON_POOL));
        assertThat(campaign.evidence())
                .extracting(Evidence::kind, Evidence::label, Evidence::observed)
                .containsExactly(
                        tuple(Evidence.Kind.CONTENT, "shared-url", 2.0),
                        tuple(Evidence.Kind.CONTENT, "shared-hashtag", 1.0),
                        tuple(Evidence.Kind.ACCOUNTS, "common-pool", 3.0));
        assertThat(campaign.evidence().get(0).rows().asList())
                .as("posts of members on the link that most accounts share")
                .containsExactly(0, 1, 2);
        assertThat(campaign.evidence().get(0).pValue()).isEmpty();
        assertThat(campaign.evidence().get(2).expected()).isEqualTo(OptionalDouble.of(0.5));
        assertThat(campaign.evidence().get(2).pValue()).isEqualTo(OptionalDouble.of(0.003));
        assertThat(campaign.techniques())
                .as("links, a hashtag, answers to three posts")
                .containsExactly(Technique.AMPLIFY, Technique.FLOOD_HASHTAG, Technique.SWARMING);
    }

    @Test
    void examplesAreTenAtMost() {
        for (int i = 0; i < 30; i++) {
            scene.url("a" + i, i, "x.org");
        }
        Corpus corpus = scene.corpus();
        int[] all = IntStream.range(0, 30).toArray();
        Campaign campaign = assemble(
                corpus,
                new Candidate(
                        Signal.COMMON_POOL,
                        all,
                        all,
                        List.of(sighting(corpus, ObjectKind.URL, 0)),
                        new Candidate.Count(3, 0.5, 0.003),
                        0.6,
                        Explanation.LANGUAGE));
        assertThat(campaign.evidence()).allMatch(e -> e.rows().length() == 10);
    }

    @Test
    void textsAreClustersOfTheReportAndNoOtherObjects() {
        String text = "The very same sentence, word for word.";
        for (int i = 0; i < 6; i++) {
            scene.add(scene.post("a" + i, i, text));
        }
        Corpus corpus = scene.corpus();
        int[] all = IntStream.range(0, 6).toArray();
        Candidate candidate = new Candidate(
                Signal.COMMON_POOL,
                all,
                all,
                List.of(sighting(corpus, ObjectKind.TEXT, 0)),
                new Candidate.Count(3, 0.5, 0.003),
                0.6,
                Explanation.LANGUAGE);
        TextCluster cluster = new TextCluster(
                1, 0, corpus.duplicates().clusters().get(0).type(), 0, "en", ImmutableIntArray.copyOf(all), 6);
        Campaign campaign = new CampaignAssembler(corpus, Duration.ofMinutes(1), List.of(cluster))
                .assemble(List.of(new Decision.Reported(candidate, 0.004)))
                .get(0);
        assertThat(campaign.texts()).containsExactly(cluster);
        assertThat(campaign.objects()).isEmpty();
        assertThat(campaign.techniques()).containsExactly(Technique.COPYPASTA);
    }

    @Test
    void campaignsAreRankedByScoreAndEqualOnesByTheirFirstMember() {
        for (int group = 0; group < 3; group++) {
            for (int i = 0; i < 4; i++) {
                scene.url("g" + group + "-" + i, group * 100 + i, "x.org/" + group);
            }
        }
        Corpus corpus = scene.corpus();
        List<Decision.Reported> reported = new ArrayList<>();
        for (int group : new int[] {2, 0, 1}) {
            int[] own = IntStream.range(4 * group, 4 * group + 4).toArray();
            long returns = group == 2 ? 9 : 4;
            reported.add(new Decision.Reported(
                    new Candidate(
                            Signal.COMMON_POOL,
                            own,
                            own,
                            List.of(sighting(corpus, ObjectKind.URL, group)),
                            new Candidate.Count(returns, 0.5, 0.01),
                            0.5,
                            Explanation.ANYBODY),
                    0.01));
        }
        List<Campaign> campaigns = new CampaignAssembler(corpus, Duration.ZERO, List.of()).assemble(reported);
        assertThat(campaigns).extracting(Campaign::id).containsExactly("C1", "C2", "C3");
        assertThat(campaigns).extracting(c -> c.members().get(0).account()).containsExactly(8, 0, 4);
        assertThat(campaigns).allSatisfy(c -> assertThat(c.members()).allMatch(m -> m.lead() == 0));
    }
}
