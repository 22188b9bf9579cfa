/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.monitor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.campaign.monitor.Alert;
import org.vigie.campaign.monitor.CampaignMonitor;
import org.vigie.campaign.monitor.MonitorSettings;

/** A month of simulated traffic with its honest look-alikes and nothing planted: every alarm is a false one. */
public final class OrganicMonth {
    private static final int DAYS = 30;

    private OrganicMonth() {}

    /**
     * What was said.
     *
     * @param posts how many posts there were
     * @param rises fast alarms of rising keys
     * @param copies fast alarms of copied texts
     * @param withheld by the budget
     * @param worstDay the most fast alarms of one day
     * @param campaigns alerts of campaigns
     */
    public record Outcome(int posts, int rises, int copies, long withheld, int worstDay, int campaigns) {
        /**
         * Fast alarms a day.
         *
         * @return their mean
         */
        public double perDay() {
            return (rises + copies) / (double) DAYS;
        }
    }

    /**
     * Watches a month.
     *
     * @param posts how many posts are simulated; those that are planted are left out
     * @param seed of the traffic
     * @param budget fast alarms a day
     * @param scratch a folder for the state
     * @return what was said
     * @throws IOException if the state can't be written
     */
    public static Outcome measure(int posts, long seed, int budget, Path scratch) throws IOException {
        MonitorSettings settings =
                MonitorSettings.withDefaults().withEvery(Duration.ofHours(24)).withAlertBudget(budget);
        Path state = scratch.resolve("organic-" + posts + "-" + seed + "-" + budget);
        Tally tally = new Tally();
        try (CampaignMonitor monitor = CampaignMonitor.open(state, settings)) {
            Feed.simulator(posts, Duration.ofDays(DAYS))
                    .withSeed(seed)
                    .withPlantedShare(0.002)
                    .run((post, label) -> {
                        if (!label.planted()) {
                            tally.posts++;
                            tally.add(monitor.accept(post));
                        }
                    });
            tally.add(monitor.finish());
            monitor.flush();
            long withheld = monitor.position().counts().getOrDefault("fast alarms withheld", 0L);
            int worst = tally.ofDay.values().stream().mapToInt(n -> n).max().orElse(0);
            return new Outcome(tally.posts, tally.rises, tally.copies, withheld, worst, tally.campaigns);
        }
    }

    private static final class Tally {
        private final Map<LocalDate, Integer> ofDay = new HashMap<>();
        private int posts;
        private int rises;
        private int copies;
        private int campaigns;

        void add(List<Alert> said) {
            for (Alert alert : said) {
                switch (alert.kind()) {
                    case RISE -> rises++;
                    case COPIES -> copies++;
                    default -> campaigns++;
                }
                if (alert.kind() == Alert.Kind.RISE || alert.kind() == Alert.Kind.COPIES) {
                    ofDay.merge(LocalDate.ofInstant(alert.time(), ZoneOffset.UTC), 1, Integer::sum);
                }
            }
        }
    }
}
