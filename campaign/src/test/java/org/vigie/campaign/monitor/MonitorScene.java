/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.posts.Post;

/** A folder for a state, and posts of a quiet morning. */
abstract class MonitorScene {
    static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

    @TempDir
    Path folder;

    Path alertFile() {
        return folder.resolve("alerts.ndjson");
    }

    /** Findings so rarely that only fast alarms and the end speak. */
    MonitorSettings fast() {
        return MonitorSettings.withDefaults()
                .withWindow(Duration.ofDays(2))
                .withEvery(Duration.ofDays(1))
                .withAlerts(alertFile());
    }

    CampaignMonitor open(MonitorSettings settings) throws IOException {
        return CampaignMonitor.open(folder.resolve("state"), settings);
    }

    static Post post(int id, String account, Instant time, String text) {
        return Post.builder("p" + id, account, time, text).build();
    }

    /** One quiet post a minute, each with words of its own, in Turkish, Greek and English. */
    static List<Post> quiet(int from, int posts, Instant start) {
        List<Post> all = new ArrayList<>();
        for (int i = from; i < from + posts; i++) {
            String text = switch (i % 3) {
                case 0 -> "Bugün hava güzel, " + word(i) + " sokağında " + word(i * 7 + 1) + " gördüm";
                case 1 -> "Σήμερα πήγα στην αγορά " + word(i) + " και βρήκα " + word(i * 5 + 2);
                default -> "Nobody else says " + word(i) + " beside " + word(i * 3 + 1) + " this morning";
            };
            all.add(post(i, "quiet" + i % 40, start.plusSeconds(60L * (i - from)), text));
        }
        return all;
    }

    static String word(int i) {
        StringBuilder word = new StringBuilder();
        for (int n = i + 17; n > 0; n /= 20) {
            word.append("bcdfghjklmnpqrstvwxz".charAt(n % 20)).append("aeiou".charAt(n % 5));
        }
        return word.toString();
    }

    /** Many accounts use one hashtag within three minutes. */
    static List<Post> surge(int from, int posts, Instant start) {
        List<Post> all = new ArrayList<>();
        for (int i = 0; i < posts; i++) {
            all.add(Post.builder(
                            "p" + (from + i),
                            "loud" + i,
                            start.plusSeconds(2L * i),
                            "We come at once, says " + word(1000 + i))
                    .hashtags(List.of("Gelİyoruz"))
                    .build());
        }
        return all;
    }

    static List<Alert> accept(CampaignMonitor monitor, List<Post> posts) {
        List<Alert> alerts = new ArrayList<>();
        posts.forEach(post -> alerts.addAll(monitor.accept(post)));
        return alerts;
    }
}
