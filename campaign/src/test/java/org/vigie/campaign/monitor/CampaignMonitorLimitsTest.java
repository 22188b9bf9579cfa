/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.posts.Post;

/** What a monitor does beyond its limits, and that it says so. */
class CampaignMonitorLimitsTest extends MonitorScene {
    @Test
    void theBudgetHolds() throws IOException {
        try (CampaignMonitor monitor = open(fast().withAlertBudget(4))) {
            accept(monitor, quiet(0, 120, START));
            List<Alert> alerts = new ArrayList<>();
            for (int s = 0; s < 10; s++) {
                List<Post> surge = new ArrayList<>();
                for (Post p : surge(5000 + 100 * s, 60, START.plusSeconds(7200 + 600L * s))) {
                    surge.add(Post.builder(p.id(), p.account(), p.time(), p.text())
                            .hashtags(List.of("tag" + s))
                            .build());
                }
                alerts.addAll(accept(monitor, surge));
            }
            alerts.addAll(monitor.finish());
            monitor.flush();
            assertThat(alerts).hasSizeLessThanOrEqualTo(4);
            assertThat(alerts.stream().filter(a -> a.keyKind().equals("hashtag")))
                    .hasSizeBetween(1, 2);
            assertThat(monitor.position().counts().get("fast alarms withheld")).isGreaterThanOrEqualTo(8);
        }
    }

    @Test
    void floodsMeetLimits() throws IOException {
        MonitorSettings settings = fast().withLimits(1_000, 1_000).withSteps(200, 2_000);
        try (CampaignMonitor monitor = open(settings)) {
            for (int i = 0; i < 3_000; i++) {
                monitor.accept(Post.builder("f" + i, "flood" + i, START.plusMillis(10L * i), "")
                        .hashtags(List.of("one" + i, "two" + i, "three" + i))
                        .build());
            }
            monitor.flush();
            assertThat(monitor.position().counts())
                    .containsEntry("posts in the window", 1_000L)
                    .containsEntry("more posts than the window may hold", 2_000L)
                    .containsEntry("keys not counted", 2_000L);
            // Later posts push the flood out.
            accept(monitor, quiet(0, 100, START.plus(Duration.ofHours(1))));
            accept(monitor, quiet(100, 100, START.plus(Duration.ofHours(3))));
            monitor.flush();
            assertThat(monitor.position().counts()).containsEntry("posts in the window", 200L);
        }
    }

    @Test
    void aWindowThatIsShorterForLackOfRoomSaysByHowMuch() throws IOException {
        MonitorSettings settings =
                MonitorSettings.withDefaults().withWindow(Duration.ofDays(2)).withLimits(1_000, 1_000);
        try (CampaignMonitor monitor = open(settings)) {
            accept(monitor, quiet(0, 600, START));
            monitor.flush();
            assertThat(monitor.position().counts()).containsEntry("hours missing from the window", 0L);
            accept(monitor, quiet(600, 600, START.plus(Duration.ofHours(40))));
            monitor.flush();
            assertThat(monitor.position().counts())
                    .hasEntrySatisfying(
                            "hours missing from the window", n -> assertThat(n).isBetween(1L, 4L));
            accept(monitor, quiet(1200, 10, START.plus(Duration.ofDays(3))));
            monitor.flush();
            assertThat(monitor.position().counts()).containsEntry("hours missing from the window", 0L);
        }
    }

    @Test
    void keysOfAPostBeyondItsLimitAreCounted() throws IOException {
        List<String> hashtags = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            hashtags.add("tag" + i);
        }
        try (CampaignMonitor monitor = open(fast())) {
            monitor.accept(
                    Post.builder("p", "one", START, "").hashtags(hashtags).build());
            monitor.flush();
            assertThat(monitor.position().counts()).containsEntry("keys not counted", 5L);
        }
    }

    @Test
    void aWindowFitsTheMemory() {
        assertThat(MonitorSettings.withDefaults().maxPosts()).isEqualTo(5_000_000);
        assertThat(MonitorSettings.withDefaults().withMemory(4L << 30).maxPosts())
                .isEqualTo(3_579_139);
        assertThat(MonitorSettings.withDefaults().withMemory(64L << 30).maxPosts())
                .isEqualTo(5_000_000);
        assertThat(MonitorSettings.withDefaults().withMemory(1).maxPosts()).isEqualTo(1_000);
    }
}
