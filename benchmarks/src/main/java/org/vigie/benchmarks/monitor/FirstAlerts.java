/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.vigie.campaign.CampaignDetector;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.monitor.Alert;
import org.vigie.campaign.monitor.CampaignMonitor;
import org.vigie.campaign.monitor.MonitorSettings;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.Post;

/** After how many posts of each group that the batch job finds the monitor said something of it, had it watched. */
public final class FirstAlerts {
    private FirstAlerts() {}

    /**
     * What was said of a group of the batch job.
     *
     * @param accounts its accounts
     * @param posts its posts in common
     * @param beforeFastAlarm how many of them had come with the first fast alarm of a key or text of which half of the
     *     evidence is the group's
     * @param beforeRiseOfAll the same for a rise of all posts, which is no more than a hint
     * @param beforeCampaign how many had come with the first campaign that shares half of the accounts of the smaller
     */
    public record Outcome(
            int accounts,
            int posts,
            OptionalInt beforeFastAlarm,
            OptionalInt beforeRiseOfAll,
            OptionalInt beforeCampaign) {}

    private static final class Group {
        private final Set<String> accounts = new HashSet<>();
        private final Set<String> posts = new HashSet<>();
        private int seen;
        private OptionalInt fast = OptionalInt.empty();
        private OptionalInt riseOfAll = OptionalInt.empty();
        private OptionalInt campaign = OptionalInt.empty();

        Group(Campaign found, Names names) {
            found.members().forEach(m -> accounts.add(names.account(m.account())));
            found.rows().forEach(row -> posts.add(names.post(row)));
        }

        void hear(Alert alert) {
            switch (alert.kind()) {
                case RISE, COPIES -> {
                    if (2 * common(alert.evidence(), posts)
                            >= Math.max(1, alert.evidence().size())) {
                        if (alert.keyKind().equals("all")) {
                            riseOfAll = first(riseOfAll);
                        } else {
                            fast = first(fast);
                        }
                    }
                }
                case CAMPAIGN_APPEARED, CAMPAIGN_GROWN, CAMPAIGN_CHANGED -> {
                    int smaller = Math.min(alert.names().size(), accounts.size());
                    if (2 * common(alert.names(), accounts) >= Math.max(1, smaller)) {
                        campaign = first(campaign);
                    }
                }
                default -> {}
            }
        }

        private OptionalInt first(OptionalInt known) {
            return known.isPresent() ? known : OptionalInt.of(seen);
        }

        private static long common(Collection<String> some, Set<String> of) {
            return some.stream().filter(of::contains).count();
        }
    }

    /**
     * Watches posts, with findings once a day.
     *
     * @param posts the posts, in this order
     * @param window days that the monitor keeps
     * @param scratch a folder for the state
     * @return the groups of the batch job over all these posts, in its order
     * @throws IOException if the state can't be written
     */
    public static List<Outcome> measure(List<Post> posts, int window, Path scratch) throws IOException {
        Findings batch = CampaignDetector.withDefaults().detect(Corpus.of(posts));
        Names names = Names.plain(batch.corpus());
        List<Group> groups =
                batch.campaigns().stream().map(c -> new Group(c, names)).toList();
        MonitorSettings settings = MonitorSettings.withDefaults()
                .withWindow(Duration.ofDays(window))
                .withEvery(Duration.ofDays(1));
        Path state = Files.createTempDirectory(scratch, "first-alerts").resolve("state");
        try (CampaignMonitor monitor = CampaignMonitor.open(state, settings)) {
            for (Post post : posts) {
                groups.forEach(group -> group.seen += group.posts.contains(post.id()) ? 1 : 0);
                hear(groups, monitor.accept(post));
            }
            hear(groups, monitor.finish());
        }
        return groups.stream()
                .map(g -> new Outcome(g.accounts.size(), g.posts.size(), g.fast, g.riseOfAll, g.campaign))
                .toList();
    }

    private static void hear(List<Group> groups, List<Alert> said) {
        said.forEach(alert -> groups.forEach(group -> group.hear(alert)));
    }
}
