/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.posts.Post;
import org.vigie.posts.simulation.CampaignKind;
import org.vigie.posts.simulation.Simulator;

/** Posts to watch: three days of simulated traffic in which a campaign copies texts. */
final class Feed {
    static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private Feed() {}

    static List<Post> simulated(int posts) {
        List<Post> all = new ArrayList<>();
        Simulator.withDefaults()
                .withPosts(posts)
                .withTime(START, Duration.ofDays(3))
                .withLanguages(List.of("en", "fr"))
                .withPlantedShare(0.1)
                .withCampaign(CampaignKind.COPYPASTA, 25)
                .run((post, label) -> all.add(post));
        return all;
    }

    /** Settings under which much happens in few posts. */
    static MonitorSettings settings(Path alerts) {
        return MonitorSettings.withDefaults()
                .withWindow(Duration.ofDays(2))
                .withEvery(Duration.ofHours(8))
                .withAlerts(alerts)
                .withSteps(40, 400);
    }

    /** All alerts of a feed that nobody disturbs. */
    static String undisturbed(Path folder, List<Post> posts) {
        Path alerts = folder.resolve("undisturbed.ndjson");
        try (CampaignMonitor monitor = CampaignMonitor.open(folder.resolve("undisturbed"), settings(alerts))) {
            posts.forEach(monitor::accept);
            monitor.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return Files.readString(alerts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
