/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.posts.Post;

/** What a monitor leaves that ends between two steps, and what posts that nothing will reach do to it. */
final class CampaignMonitorCrashTest {
    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

    @TempDir
    private Path folder;

    private Path alerts() {
        return folder.resolve("alerts.ndjson");
    }

    private CampaignMonitor open(String name) throws IOException {
        return CampaignMonitor.open(
                folder.resolve(name),
                MonitorSettings.withDefaults()
                        .withWindow(Duration.ofDays(2))
                        .withEvery(Duration.ofDays(1))
                        .withCopies(2)
                        .withAlerts(alerts()));
    }

    private static Post post(int id, String account, Instant time, String text) {
        return Post.builder("p" + id, account, time, text).build();
    }

    private static void sayTheSame(CampaignMonitor monitor) {
        for (int i = 0; i < 3; i++) {
            monitor.accept(post(i, "a" + i, START.plusSeconds(i), "All of us say the very same thing"));
        }
    }

    @Test
    void alertsThatWereWrittenBeforeTheFirstSaveStandOnce() throws IOException {
        Files.writeString(alerts(), "{\"id\":\"of another state\"}\n");
        CampaignMonitor killed = open("state");
        Path copy = Files.createDirectories(folder.resolve("copy")); // as it is when the first save begins
        Files.copy(folder.resolve("state").resolve(Store.FILE), copy.resolve(Store.FILE));
        sayTheSame(killed);
        killed.flush();
        assertThat(Files.readAllLines(alerts())).hasSize(2);
        try (CampaignMonitor again = open("copy")) {
            sayTheSame(again);
        }
        assertThat(Files.readAllLines(alerts()))
                .hasSize(2)
                .element(1)
                .asString()
                .contains("copies");
        killed.abandon();
    }

    @Test
    void whatTheEndSaysComesAgainIfItCouldNotBeHandedOn() throws IOException {
        CampaignMonitor monitor = open("state");
        for (int i = 0; i < 400; i++) {
            monitor.accept(post(i, "q" + i % 50, START.plusSeconds(60L * i), ""));
        }
        for (int i = 0; i < 60; i++) {
            monitor.accept(Post.builder("h" + i, "loud" + i, START.plusSeconds(24_000 + i), "")
                    .hashtags(List.of("now"))
                    .build());
        }
        monitor.flush();
        List<Alert> said = monitor.finish();
        assertThat(said).isNotEmpty();
        monitor.abandon();
        try (CampaignMonitor again = open("state")) {
            assertThat(again.finish())
                    .extracting(Alert::toJson)
                    .isEqualTo(said.stream().map(Alert::toJson).toList());
        }
        try (CampaignMonitor again = open("state")) {
            assertThat(again.finish()).isEmpty();
        }
        assertThat(Files.readAllLines(alerts())).hasSize(said.size());
    }

    @Test
    void postsThatNothingWillReachDoNotStopTheClock() throws IOException {
        try (CampaignMonitor monitor = open("state")) {
            monitor.accept(post(0, "first", START, ""));
            for (int i = 1; i <= 10_000; i++) {
                monitor.accept(post(i, "wrong" + i % 2, START.plus(Duration.ofDays(9_000)), ""));
            }
            Instant later = START.plus(Duration.ofHours(5)); // after a night without posts
            for (int i = 0; i < 6; i++) {
                monitor.accept(post(20_000 + i, "right" + i, later.plusSeconds(i), ""));
            }
            monitor.flush();
            assertThat(monitor.position().clock()).contains(later.plusSeconds(5));
            assertThat(monitor.position().counts())
                    .containsEntry("dropped after waiting", 5L)
                    .containsEntry("posts in the window", 7L)
                    .containsEntry("waiting ahead of the clock", 9_995L);
        }
        try (CampaignMonitor again = open("state")) {
            assertThat(again.position().counts())
                    .containsEntry("posts in the window", 7L)
                    .containsEntry("waiting ahead of the clock", 9_995L);
        }
    }

    @Test
    void whatWasForgottenBeforeACrashLeavesTheFileWhenItIsOpened() throws IOException {
        Path state = Files.createDirectories(folder.resolve("state"));
        try (Store store = Store.open(state)) {
            store.put(1, PostJson.write(post(1, "canary", START, "The canary sings")));
            store.put(2, PostJson.write(post(2, "other", START, "The sparrow sings")));
            store.commit();
            store.forget(1);
            store.commit();
        } // it never came to the rewriting
        assertThat(bytes(state)).contains("canary");
        Store.open(state).close();
        assertThat(bytes(state)).doesNotContain("canary").contains("sparrow");
    }

    @Test
    void aCopyTakesThePlaceOfAPostThatWasForgottenBeforeACrash() throws IOException {
        String text = "All of us say the very same thing";
        try (CampaignMonitor monitor = open("state")) {
            monitor.accept(post(0, "a0", START, text));
            monitor.accept(post(1, "a0", START.plusSeconds(1), text));
            monitor.accept(post(2, "a0", START.plusSeconds(2), "Nobody else has anything like this"));
        }
        try (Store store = Store.open(folder.resolve("state"))) {
            store.forget(1); // the first of the texts; it never came to the others
            store.commit();
        }
        for (int i = 0; i < 2; i++) { // also when what took its place is in the state
            open("state").close();
        }
        try (CampaignMonitor again = open("state")) {
            assertThat(again.accept(post(3, "a1", START.plusSeconds(3), text)))
                    .singleElement()
                    .extracting(Alert::kind)
                    .isEqualTo(Alert.Kind.COPIES);
        }
    }

    private static String bytes(Path state) throws IOException {
        return new String(Files.readAllBytes(state.resolve(Store.FILE)), StandardCharsets.ISO_8859_1);
    }
}
