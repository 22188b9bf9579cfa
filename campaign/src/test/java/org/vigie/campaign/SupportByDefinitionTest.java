/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.Support;
import org.vigie.campaign.findings.Explanation;
import org.vigie.campaign.findings.Signal;
import org.vigie.core.stats.Tails;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.Post;

/** The supporting tests, which read each post once for all campaigns, against their definitions, which read all for each. */
class SupportByDefinitionTest {
    private static final String[] TEXTS = {
        "we all went to the market and bought nothing but apples number %d",
        "nous sommes tous allés au marché acheter des pommes numéro %d",
        "wir sind alle auf den Markt gegangen und kauften Äpfel Nummer %d"
    };

    /** Sixty accounts of many habits over a month, by chance. */
    private static Corpus corpus(SplittableRandom random) {
        Scene scene = new Scene();
        for (int a = 0; a < 60; a++) {
            int posts = 1 + random.nextInt(14);
            int home = random.nextInt(3);
            for (int i = 0; i < posts; i++) {
                String text = TEXTS[random.nextInt(4) == 0 ? random.nextInt(3) : home];
                double minute = random.nextInt(random.nextInt(3) == 0 ? 3_000 : 40_000);
                Post.Builder post =
                        scene.post("a" + a, minute, String.format(Locale.ROOT, text, random.nextInt(1_000_000)));
                if (a % 5 > 0) {
                    post.accountCreated(Instant.parse("2020-01-01T00:00:00Z").plus(Duration.ofDays(a * a % 90)));
                }
                if (random.nextInt(3) == 0) {
                    post.mentions(List.of("mayor"));
                }
                if (random.nextInt(6) == 0) {
                    post.repostOf("q" + random.nextInt(9));
                }
                scene.add(post.urls(List.of("x.org/" + random.nextInt(12))));
            }
        }
        return scene.corpus();
    }

    /** Some accounts with some of their posts. */
    private static Campaign campaign(Corpus corpus, SplittableRandom random) {
        int[] rows = IntStream.range(0, corpus.size())
                .filter(r -> corpus.account(r) % 7 == 0 && random.nextInt(3) > 0)
                .toArray();
        int[] accounts =
                IntStream.of(rows).map(corpus::account).sorted().distinct().toArray();
        Candidate candidate = new Candidate(
                Signal.COMMON_POOL,
                accounts,
                rows,
                Scene.sightings(corpus.layer(ObjectKind.URL), corpus),
                new Candidate.Count(7, 1, 0.01),
                0.5,
                Explanation.ANYBODY);
        return new CampaignAssembler(corpus, Duration.ofHours(2), List.of())
                .assemble(List.of(new Decision.Reported(candidate, 0.02)))
                .get(0);
    }

    @Test
    void eachSaysWhatItsDefinitionSays() {
        SplittableRandom random = new SplittableRandom(41);
        List<String> answered = new ArrayList<>();
        for (int trial = 0; trial < 40; trial++) {
            Corpus corpus = corpus(random);
            List<Support> support = new ArrayList<>();
            Campaign campaign = campaign(corpus, random);
            SupportingTests.of(corpus).forEach(test -> test.apply(campaign).ifPresent(support::add));
            support.forEach(s -> answered.add(s.test()));
            assertThat(find(support, AfterSilence.NAME)).isEqualTo(afterSilence(corpus, campaign));
            assertThat(find(support, NewLanguage.NAME)).isEqualTo(newLanguage(corpus, campaign));
            assertThat(find(support, Addressing.NAME)).isEqualTo(addressing(corpus, campaign));
            assertThat(find(support, CreatedTogether.NAME)).isEqualTo(createdTogether(corpus, campaign));
        }
        assertThat(answered)
                .contains(AfterSilence.NAME, NewLanguage.NAME, Addressing.NAME, CreatedTogether.NAME, FirstMover.NAME);
    }

    private static Optional<Support> find(List<Support> support, String test) {
        return support.stream().filter(s -> s.test().equals(test)).findFirst();
    }

    private static BitSet members(Campaign campaign) {
        BitSet members = new BitSet();
        campaign.members().forEach(m -> members.set(m.account()));
        return members;
    }

    private static BitSet rows(Campaign campaign) {
        BitSet rows = new BitSet();
        campaign.rows().stream().forEach(rows::set);
        return rows;
    }

    private static List<Integer> rowsOf(Corpus corpus, int account) {
        return IntStream.range(0, corpus.size())
                .filter(r -> corpus.account(r) == account)
                .boxed()
                .toList();
    }

    private static Support support(String name, int observed, int of, double expected) {
        return new Support(name, observed, of, expected, Math.min(1, Tails.poisson(observed, expected)));
    }

    private static Optional<Support> afterSilence(Corpus corpus, Campaign campaign) {
        long span = corpus.time(corpus.size() - 1) - corpus.time(0);
        long silence = Math.max(Duration.ofDays(3).toMillis(), span / 4);
        if (span < 2 * silence) {
            return Optional.empty();
        }
        BitSet members = members(campaign);
        BitSet rows = rows(campaign);
        int woken = 0;
        int[] all = new int[33];
        int[] silent = new int[33];
        for (int a = 0; a < corpus.accounts(); a++) {
            List<Integer> own = rowsOf(corpus, a);
            int size = 32 - Integer.numberOfLeadingZeros(own.size());
            boolean any = false;
            boolean begun = false;
            for (int i = 0; i < own.size(); i++) {
                boolean isLong = i > 0 && corpus.time(own.get(i)) - corpus.time(own.get(i - 1)) >= silence;
                any |= isLong;
                if (rows.get(own.get(i)) && !begun) {
                    begun = true;
                    woken += isLong ? 1 : 0;
                }
            }
            if (!members.get(a)) {
                all[size]++;
                silent[size] += any ? 1 : 0;
            }
        }
        double expected = members.stream()
                .mapToDouble(a -> {
                    int size =
                            32 - Integer.numberOfLeadingZeros(rowsOf(corpus, a).size());
                    return (silent[size] + 1.0) / (all[size] + 1.0);
                })
                .sum();
        return Optional.of(support(AfterSilence.NAME, woken, members.cardinality(), expected));
    }

    private static Optional<Support> newLanguage(Corpus corpus, Campaign campaign) {
        String language = campaign.languages().keySet().iterator().next();
        BitSet members = members(campaign);
        BitSet rows = rows(campaign);
        int[] counts = new int[2];
        int[] foreign = new int[2];
        for (int a = 0; a < corpus.accounts(); a++) {
            boolean isMember = members.get(a);
            List<Integer> own = new ArrayList<>(rowsOf(corpus, a));
            Optional<Integer> first = own.stream()
                    .filter(r -> corpus.language(r).equals(language) && (!isMember || rows.get(r)))
                    .findFirst();
            if (first.isPresent()) {
                own.remove(first.get());
                own.removeIf(rows::get);
                int in = (int) own.stream()
                        .filter(r -> corpus.language(r).equals(language))
                        .count();
                if (own.size() >= 3) {
                    counts[isMember ? 0 : 1]++;
                    foreign[isMember ? 0 : 1] += 2 * in < own.size() ? 1 : 0;
                }
            }
        }
        if (counts[0] == 0 || counts[1] < 20) {
            return Optional.empty();
        }
        double expected = counts[0] * (foreign[1] + 1.0) / (counts[1] + 1.0);
        return Optional.of(support(NewLanguage.NAME, foreign[0], counts[0], expected));
    }

    private static Optional<Support> addressing(Corpus corpus, Campaign campaign) {
        BitSet addressed = new BitSet();
        for (ObjectKind kind : List.of(ObjectKind.REPLY, ObjectKind.MENTION)) {
            for (int act = 0; act < corpus.layer(kind).acts(); act++) {
                addressed.set(corpus.layer(kind).row(act));
            }
        }
        BitSet members = members(campaign);
        BitSet rows = rows(campaign);
        int[] counts = new int[2];
        int[] most = new int[2];
        for (int a = 0; a < corpus.accounts(); a++) {
            boolean isMember = members.get(a);
            List<Integer> own = rowsOf(corpus, a).stream()
                    .filter(r -> !corpus.isRepost(r) && (!isMember || rows.get(r)))
                    .toList();
            if (own.size() >= 2) {
                counts[isMember ? 0 : 1]++;
                most[isMember ? 0 : 1] +=
                        2 * own.stream().filter(addressed::get).count() > own.size() ? 1 : 0;
            }
        }
        if (addressed.isEmpty() || counts[0] == 0 || counts[1] < 20) {
            return Optional.empty();
        }
        double expected = counts[0] * (most[1] + 1.0) / (counts[1] + 1.0);
        return Optional.of(support(Addressing.NAME, most[0], counts[0], expected));
    }

    private static Optional<Support> createdTogether(Corpus corpus, Campaign campaign) {
        BitSet members = members(campaign);
        List<Instant> ours = new ArrayList<>();
        List<Instant> others = new ArrayList<>();
        for (int a = 0; a < corpus.accounts(); a++) {
            corpus.accountCreated(a).ifPresent((members.get(a) ? ours : others)::add);
        }
        ours.sort(null);
        if (ours.size() < 3 || others.size() < 20) {
            return Optional.empty();
        }
        Support best = new Support(CreatedTogether.NAME, 0, ours.size(), 0, 1);
        for (Instant from : ours) {
            int count = within(ours, from);
            double expected = (within(others, from) + 1.0) / (others.size() + 1.0) * ours.size();
            double p = Math.min(1, ours.size() * Tails.poisson(count, expected));
            if (best.observed() == 0 || p < best.pValue()) {
                best = new Support(CreatedTogether.NAME, count, ours.size(), expected, p);
            }
        }
        return Optional.of(best);
    }

    private static int within(List<Instant> dates, Instant from) {
        return (int) dates.stream()
                .filter(d -> !d.isBefore(from) && d.isBefore(from.plus(Duration.ofDays(7))))
                .count();
    }
}
