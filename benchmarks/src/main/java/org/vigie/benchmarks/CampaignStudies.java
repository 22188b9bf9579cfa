/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.vigie.benchmarks.campaign.CampaignAccuracy;
import org.vigie.benchmarks.campaign.LabelledFile;
import org.vigie.benchmarks.campaign.LabelledPosts;
import org.vigie.benchmarks.campaign.LabelledPosts.Part;
import org.vigie.benchmarks.campaign.LabelledPosts.Rivals;
import org.vigie.benchmarks.campaign.OrganicCorpora;
import org.vigie.benchmarks.campaign.Waves;
import org.vigie.benchmarks.campaign.WholeJob;
import org.vigie.benchmarks.process.Metered;
import org.vigie.campaign.evaluation.Evaluation;
import org.vigie.posts.simulation.CampaignKind;

/** The studies of campaigns, in the order in which they run. */
final class CampaignStudies {
    /** What the method page says is found; hashtags alone make no campaign. */
    private static final Set<CampaignKind> PROMISED = Set.of(
            CampaignKind.COPYPASTA,
            CampaignKind.CO_URL,
            CampaignKind.CO_TARGET,
            CampaignKind.TRANSLATED,
            CampaignKind.SLOW_DRIP);

    /** What a quick run measures: a half by time and a sample show what rests on all posts alone. */
    private static final Map<Part, Rivals> QUICK_RIVALS = new EnumMap<>(
            Map.of(Part.ALL, Rivals.STRONG, Part.SECOND_HALF, Rivals.NONE, Part.HALF_OF_POSTS, Rivals.NONE));

    static final List<Study> ALL = List.of(
            new Study("campaign", "WholeJob", Study.Needs.NOTHING, CampaignStudies::wholeJob),
            new Study("campaign", "Flood", Study.Needs.NOTHING, CampaignStudies::flood),
            new Study("campaign", "CampaignAccuracy", Study.Needs.NOTHING, CampaignStudies::campaignAccuracy),
            new Study("campaign", "LabelledPosts", Study.Needs.DATA, CampaignStudies::labelledPosts),
            new Study("campaign", "OrganicCorpora", Study.Needs.NOTHING, CampaignStudies::organicCorpora),
            new Study("campaign", "Waves", Study.Needs.NOTHING, CampaignStudies::waves));

    private CampaignStudies() {}

    private static void wholeJob(Settings settings, Measurements results) throws Exception {
        int[] sizes = settings.full() ? new int[] {10_000, 100_000, 1_000_000} : new int[] {10_000, 100_000};
        Measurements.Group group = results.group("campaign", "WholeJob");
        List<WholeJob.Run> runs = WholeJob.simulated(settings.scratch(), sizes);
        for (WholeJob.Run run : runs) {
            usage(group, "vigie detect, " + run.posts() + " simulated posts", run.usage());
        }
        group.less("vigie detect", "growth exponent", WholeJob.growthExponent(runs), "");
        String file = "posts/ira-2016-10.csv.gz";
        String real = "vigie detect, " + file;
        if (settings.dataFolder().isPresent() && settings.asks("campaign", "WholeJob", real)) {
            usage(group, real, WholeJob.detect(settings.scratch(), settings.data(file)));
        }
    }

    private static void flood(Settings settings, Measurements results) throws Exception {
        int[] accounts = settings.full() ? new int[] {4_000, 32_000, 200_000} : new int[] {2_000, 16_000};
        Measurements.Group group = results.group("campaign", "Flood");
        List<WholeJob.Run> runs = WholeJob.floods(settings.scratch(), accounts);
        for (int i = 0; i < accounts.length; i++) {
            String subject = "vigie detect, " + accounts[i] + " accounts";
            usage(
                    group,
                    subject + ", " + runs.get(i).posts() + " posts",
                    runs.get(i).usage());
        }
        group.less("vigie detect", "growth exponent", WholeJob.growthExponent(runs), "");
    }

    private static void usage(Measurements.Group group, String subject, Metered.Usage usage) {
        group.less(subject, "wall", usage.wallSeconds(), "s")
                .less(subject, "CPU", usage.cpuSeconds(), "s")
                .less(subject, "peak memory", usage.peakMegabytes(), "MB");
    }

    /** Kinds of which all accounts share one thing, hashtags and targets too. */
    private static final Set<CampaignKind> OF_ONE_THING =
            Set.of(CampaignKind.COPYPASTA, CampaignKind.CO_URL, CampaignKind.CO_HASHTAG, CampaignKind.CO_TARGET);

    /** Campaigns of 20 accounts and more; of the kinds that are not promised, how many are found all the same. */
    private static void campaignAccuracy(Settings settings, Measurements results) {
        if (settings.full()) {
            LongStream.rangeClosed(1, 3).forEach(seed -> campaignAccuracy(200_000, seed, results));
        } else {
            campaignAccuracy(50_000, 1, results);
            campaignAccuracy(250_000, 1, results); // honest accounts that fill in one form are many only here
        }
    }

    private static void campaignAccuracy(int posts, long seed, Measurements results) {
        CampaignAccuracy.Outcome outcome = CampaignAccuracy.measure(posts, 12, 20, 200, seed);
        List<CampaignAccuracy.Planted> promised = outcome.planted().stream()
                .filter(planted -> PROMISED.contains(planted.kind()))
                .toList();
        Measurements.Group group = results.group("campaign", "CampaignAccuracy[posts=" + posts + ";seed=" + seed + "]")
                .more("vigie", "found", mean(promised, planted -> isFound(planted) ? 1 : 0), "")
                .more("vigie", "account recall", mean(promised, CampaignAccuracy.Planted::recall), "")
                .more("vigie", "account precision", mean(promised, CampaignAccuracy.Planted::precision), "")
                .more(
                        "vigie",
                        "reports that are planted campaigns",
                        mean(outcome.reported(), reported -> reported.planted() ? 1 : 0),
                        "");
        List<CampaignAccuracy.Planted> ofOneThing = outcome.planted().stream()
                .filter(planted -> OF_ONE_THING.contains(planted.kind()))
                .toList();
        group.more("vigie of one thing", "found", mean(ofOneThing, planted -> isFound(planted) ? 1 : 0), "")
                .more("vigie of one thing", "account recall", mean(ofOneThing, CampaignAccuracy.Planted::recall), "")
                .more(
                        "vigie of one thing",
                        "account precision",
                        mean(ofOneThing, CampaignAccuracy.Planted::precision),
                        "");
        for (CampaignKind kind : CampaignKind.values()) {
            List<CampaignAccuracy.Planted> others = outcome.planted().stream()
                    .filter(planted -> planted.kind() == kind && !PROMISED.contains(kind))
                    .toList();
            if (!others.isEmpty()) {
                group.more(
                        "vigie",
                        "found, not promised: " + kind.label(),
                        mean(others, planted -> isFound(planted) ? 1 : 0),
                        "");
            }
        }
        group.less("vigie", "wall", outcome.seconds(), "s");
    }

    private static boolean isFound(CampaignAccuracy.Planted planted) {
        return planted.recall() >= 0.5;
    }

    /** Every pair of posts and labels in the folder of campaigns. */
    private static void labelledPosts(Settings settings, Measurements results) throws Exception {
        for (LabelledFile file : LabelledFile.in(settings.data("campaigns"))) {
            Collection<Part> parts = settings.full() ? List.of(Part.values()) : QUICK_RIVALS.keySet();
            for (Part part : parts) {
                String name = "LabelledPosts[file=" + file.name() + ";posts=" + part.label() + "]";
                Measurements.Group group = results.group("campaign", name);
                Rivals rivals = settings.full() ? Rivals.of(part) : QUICK_RIVALS.get(part);
                LabelledPosts.measure(
                                file,
                                part,
                                rivals,
                                method -> settings.asks("campaign", name, method),
                                settings.scratch())
                        .forEach(outcome -> labelled(group, outcome));
            }
        }
    }

    private static void labelled(Measurements.Group group, LabelledPosts.Outcome outcome) {
        Evaluation.Score score = outcome.evaluation().campaigns();
        int small = outcome.evaluation().withSmallGroups().reported() - score.reported();
        group.more(outcome.method(), "accounts reported", score.reported(), "")
                .more(outcome.method(), "right", score.right(), "")
                .more(outcome.method(), "precision", score.precision(), "")
                .more(outcome.method(), "recall", score.recall(), "")
                .more(outcome.method(), "groups", (double) outcome.groups(), "")
                .less(outcome.method(), "groups of others", (double) outcome.groupsOfOthers(), "")
                .less(outcome.method(), "accounts in small groups", small, "")
                .less(outcome.method(), "CPU", outcome.usage().cpuSeconds(), "s")
                .less(outcome.method(), "peak memory", outcome.usage().peakMegabytes(), "MB");
    }

    /** Every report is a false one. */
    private static void organicCorpora(Settings settings, Measurements results) throws Exception {
        int seeds = settings.full() ? 3 : 1;
        int posts = settings.full() ? 20_000 : 10_000;
        organic(results, "simulated;posts=" + posts, OrganicCorpora.simulated(posts, seeds));
        if (settings.full()) {
            organic(results, "simulated;posts=" + posts + ";seen=half", OrganicCorpora.sampled(posts, seeds, 0.5));
        }
        if (settings.full() && settings.dataFolder().isPresent()) {
            for (LabelledFile file : LabelledFile.in(settings.data("campaigns"))) {
                organic(results, file.name(), OrganicCorpora.genuine(file, 1));
            }
        }
    }

    private static void organic(Measurements results, String background, List<OrganicCorpora.Outcome> outcomes) {
        Measurements.Group group = results.group("campaign", "OrganicCorpora[background=" + background + "]");
        List<OrganicCorpora.Outcome> promised =
                outcomes.stream().filter(outcome -> !outcome.isOpen()).toList();
        organic(
                group,
                "vigie",
                new OrganicCorpora.Outcome(
                        "all",
                        false,
                        promised.stream().mapToInt(OrganicCorpora.Outcome::runs).sum(),
                        promised.stream().flatMap(o -> o.groups().stream()).toList(),
                        promised.stream().flatMap(o -> o.pValues().stream()).toList()));
        promised.forEach(outcome -> organic(group, "vigie, " + outcome.corpus(), outcome));
        outcomes.stream()
                .filter(OrganicCorpora.Outcome::isOpen)
                .forEach(outcome -> organic(group, "vigie, known failure: " + outcome.corpus(), outcome));
    }

    private static void organic(Measurements.Group group, String subject, OrganicCorpora.Outcome outcome) {
        group.more(subject, "corpora", outcome.runs(), "")
                .less(subject, "false groups", outcome.groups().size(), "")
                .less(
                        subject,
                        "accounts in them",
                        outcome.groups().stream().mapToInt(Integer::intValue).sum(),
                        "")
                .more(subject, "groups tested", outcome.pValues().size(), "")
                .less(subject, "share of p <= 0.01", outcome.share(0.01), "")
                .less(subject, "share of p <= 0.05", outcome.share(0.05), "");
    }

    private static void waves(Settings settings, Measurements results) {
        int posts = settings.full() ? 20_000 : 10_000;
        int seeds = settings.full() ? 3 : 1;
        waves(results.group("campaign", "Waves[posts=" + posts + "]"), Waves.measure(posts, seeds, 1));
        if (settings.full()) {
            waves(results.group("campaign", "Waves[posts=" + posts + ";seen=half]"), Waves.measure(posts, seeds, 0.5));
        }
    }

    private static void waves(Measurements.Group group, List<Waves.Outcome> outcomes) {
        int planted = 0;
        int found = 0;
        int falseGroups = 0;
        for (Waves.Outcome outcome : outcomes) {
            String subject = "vigie, " + outcome.plan();
            group.more(subject, "accounts found", outcome.found() / (double) outcome.planted(), "")
                    .less(subject, "honest accounts reported", outcome.wrong(), "")
                    .less(subject, "false groups", outcome.falseGroups(), "");
            planted += outcome.planted();
            found += outcome.found();
            falseGroups += outcome.falseGroups();
        }
        group.more("vigie", "accounts found", found / (double) planted, "")
                .less("vigie", "false groups", falseGroups, "");
    }

    private static <T> double mean(List<T> items, ToDoubleFunction<T> value) {
        return items.stream().mapToDouble(value).average().orElseThrow();
    }
}
