/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.core.privacy.SecretKey;
import org.vigie.posts.Post;

/** What a state and its alerts hold of people: keys, what is forgotten, what leaves, no texts. */
class CampaignMonitorPrivacyTest extends MonitorScene {
    @Test
    void anotherKeyIsRefused() throws IOException {
        Pseudonymizer key = Pseudonymizer.withKey(SecretKey.of(new byte[32]));
        open(fast().withPseudonyms(key)).close();
        assertThatThrownBy(() -> open(fast()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is opened with none");
        open(fast().withPseudonyms(key)).close();
    }

    @Test
    void alertsNameNobodyUnderAKey() throws IOException {
        Pseudonymizer key = Pseudonymizer.withKey(SecretKey.of(new byte[32]));
        List<Post> posts = new ArrayList<>(quiet(0, 150, START));
        for (int i = 0; i < 40; i++) {
            posts.add(Post.builder(
                            "canary-post-" + i,
                            "canaryaccount" + i,
                            START.plusSeconds(9000 + i),
                            "Ask @canarytarget why, all of us together")
                    .mentions(List.of("canarytarget"))
                    .build());
        }
        try (CampaignMonitor monitor = open(fast().withPseudonyms(key))) {
            accept(monitor, posts);
            monitor.finish();
        }
        assertThat(Files.readString(alertFile()))
                .contains("\"mention\"", "\"copies\"")
                .doesNotContain("canary");
    }

    @Test
    void whatIsForgottenIsInNoFile() throws IOException {
        List<Post> posts = new ArrayList<>(quiet(0, 150, START));
        posts.add(Post.builder(
                        "canary-id", "canary-account", START.plusSeconds(9000), "The canary-text sings in the morning")
                .hashtags(List.of("canaryhashtag"))
                .urls(List.of("https://canary-link.example/song"))
                .build());
        posts.addAll(quiet(200, 30, START.plusSeconds(9030)));
        MonitorSettings settings =
                MonitorSettings.withDefaults().withWindow(Duration.ofDays(2)).withSteps(10, 50);
        try (CampaignMonitor monitor = open(settings)) {
            accept(monitor, posts);
            monitor.flush();
            assertThat(bytes()).contains("canary-text", "canary-link", "canaryhashtag", "canary-account");
            assertThat(monitor.forget("canary-account")).isEqualTo(1);
            assertThat(monitor.forget("canary-account")).isZero();
            assertThat(bytes()).doesNotContain("canary");
            monitor.accept(posts.get(150));
            accept(monitor, quiet(300, 5, START.plusSeconds(12_000)));
            assertThat(monitor.findings().orElseThrow().corpus().size()).isEqualTo(185);
        }
        assertThat(bytes()).doesNotContain("canary").contains("Nobody else says");
        try (CampaignMonitor monitor = open(settings)) {
            monitor.accept(posts.get(150));
            monitor.flush();
            assertThat(monitor.position().counts()).containsEntry("seen before", 2L);
        }
        assertThat(bytes()).doesNotContain("canary");
    }

    @Test
    void whatLeavesTheWindowLeavesTheFile() throws IOException {
        MonitorSettings settings = MonitorSettings.withDefaults()
                .withWindow(Duration.ofHours(2))
                .withEvery(Duration.ofDays(1))
                .withSteps(20, 50);
        try (CampaignMonitor monitor = open(settings)) {
            monitor.accept(post(1, "early", START, "The canary-text sings in the morning"));
            accept(monitor, quiet(100, 100, START.plusSeconds(60)));
            monitor.flush();
            assertThat(bytes()).contains("canary-text");
            accept(monitor, quiet(200, 3_000, START.plusSeconds(101 * 60)));
            assertThat(monitor.position().counts().get("posts in the window")).isLessThan(130);
        }
        assertThat(bytes()).doesNotContain("canary-text");
        assertThat(Files.size(folder.resolve("state").resolve(Store.FILE))).isLessThan(6_000_000);
    }

    @Test
    void withoutTextsThereAreNone() throws IOException {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            posts.add(Post.builder("p" + i, "account" + i, START.plusSeconds(i), "The canary-text is sung by all of us")
                    .hashtags(List.of("song"))
                    .build());
        }
        try (CampaignMonitor monitor = open(fast().withoutTexts())) {
            accept(monitor, posts);
            monitor.finish();
        }
        assertThat(bytes()).doesNotContain("canary").contains("song");
        assertThat(Files.readString(alertFile())).doesNotContain("canary");
        // The mode belongs to the state: whoever forgets the option gets no texts either.
        try (CampaignMonitor monitor = open(fast())) {
            monitor.accept(post(99, "account", START.plusSeconds(99), "The canary-text is sung again"));
        }
        assertThat(bytes()).doesNotContain("canary");
    }

    /** All bytes of the state and the lock's folder. */
    private String bytes() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
