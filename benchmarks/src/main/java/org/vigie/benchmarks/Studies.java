/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.vigie.benchmarks.campaign.CampaignAccuracy;
import org.vigie.benchmarks.campaign.WholeJob;
import org.vigie.campaign.simulation.CampaignKind;

/** All studies, in the order in which they run. */
final class Studies {
    private static final Set<CampaignKind> PROMISED =
            Set.of(CampaignKind.COPYPASTA, CampaignKind.CO_URL, CampaignKind.CO_HASHTAG, CampaignKind.CO_TARGET);

    static final List<Study> ALL = List.of(
            new Study("campaign", "WholeJob", Study.Needs.NOTHING, Studies::wholeJob),
            new Study("campaign", "CampaignAccuracy", Study.Needs.NOTHING, Studies::campaignAccuracy));

    private Studies() {}

    private static void wholeJob(Settings settings, Measurements results) throws Exception {
        int[] sizes = settings.full() ? new int[] {10_000, 100_000, 1_000_000} : new int[] {10_000, 100_000};
        Measurements.Group group = results.group("campaign", "WholeJob");
        List<WholeJob.Run> runs = WholeJob.simulated(settings.scratch(), sizes);
        for (WholeJob.Run run : runs) {
            usage(group, "vigie detect, " + run.posts() + " simulated posts", run.usage());
        }
        group.less("vigie detect", "growth exponent", WholeJob.growthExponent(runs), "");
        if (settings.dataFolder().isPresent()) {
            String file = "posts/ira-2016-10.csv.gz";
            usage(group, "vigie detect, " + file, WholeJob.detect(settings.scratch(), settings.data(file)));
        }
    }

    private static void usage(Measurements.Group group, String subject, Metered.Usage usage) {
        group.less(subject, "wall", usage.wallSeconds(), "s")
                .less(subject, "CPU", usage.cpuSeconds(), "s")
                .less(subject, "peak memory", usage.peakMegabytes(), "MB");
    }

    /** Campaigns of 20 accounts and more that have one text, link, hashtag or target in common. */
    private static void campaignAccuracy(Settings settings, Measurements results) {
        int posts = settings.full() ? 200_000 : 50_000;
        for (long seed = 1; seed <= (settings.full() ? 3 : 1); seed++) {
            CampaignAccuracy.Outcome outcome = CampaignAccuracy.measure(posts, 12, 20, 200, seed);
            List<CampaignAccuracy.Planted> promised = outcome.planted().stream()
                    .filter(planted -> PROMISED.contains(planted.kind()))
                    .toList();
            results.group("campaign", "CampaignAccuracy[posts=" + posts + ",seed=" + seed + "]")
                    .more("vigie", "found", mean(promised, planted -> planted.recall() >= 0.5 ? 1 : 0), "")
                    .more("vigie", "account recall", mean(promised, CampaignAccuracy.Planted::recall), "")
                    .more("vigie", "account precision", mean(promised, CampaignAccuracy.Planted::precision), "")
                    .more(
                            "vigie",
                            "reports that are planted campaigns",
                            mean(outcome.reported(), reported -> reported.planted() ? 1 : 0),
                            "")
                    .less("vigie", "wall", outcome.seconds(), "s");
        }
    }

    private static <T> double mean(List<T> items, ToDoubleFunction<T> value) {
        return items.stream().mapToDouble(value).average().orElseThrow();
    }
}
