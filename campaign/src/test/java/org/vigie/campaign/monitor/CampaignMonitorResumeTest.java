/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.campaign.CampaignDetector;
import org.vigie.posts.Post;

/** Whoever goes on after a crash, under any limits, says what a run says that nobody disturbed. */
final class CampaignMonitorResumeTest {
    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

    @TempDir
    private Path folder;

    private MonitorSettings settings(String name) {
        return Feed.settings(folder.resolve(name + ".ndjson"))
                .withEvery(Duration.ofHours(12))
                .withAlertBudget(1_000);
    }

    private CampaignMonitor open(String name, MonitorSettings settings) throws IOException {
        return CampaignMonitor.open(folder.resolve(name), settings);
    }

    private static Post post(int id, String account, Instant time, String text) {
        return Post.builder("p" + id, account, time, text).build();
    }

    /** Posts of three days, among them late ones, ones with wrong clocks, and texts that are copied again and again. */
    private static List<Post> mixed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Post> posts = new ArrayList<>(Feed.simulated(3_000));
        for (int i = 0; i < 1_200; i++) {
            int at = random.nextInt(posts.size());
            Instant time = posts.get(at).time();
            int kind = random.nextInt(10);
            if (kind == 0) {
                time = time.minus(Duration.ofMinutes(random.nextInt(600)));
            } else if (kind == 1) {
                time = time.plus(Duration.ofMinutes(random.nextInt(600)));
            }
            String text =
                    "We all say the same number " + "abcdefghijklm".charAt(random.nextInt(13)) + " time and again";
            posts.add(
                    at,
                    Post.builder("m" + i, "copier" + random.nextInt(300), time, text)
                            .hashtags(List.of("tag" + random.nextInt(40)))
                            .build());
        }
        return posts;
    }

    private String undisturbed(List<Post> posts, MonitorSettings settings, String name) throws IOException {
        try (CampaignMonitor monitor = open(name, settings)) {
            posts.forEach(monitor::accept);
            monitor.finish();
        }
        return Files.readString(folder.resolve(name + ".ndjson"));
    }

    private String crashing(List<Post> posts, MonitorSettings settings, String name, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        long accepted = 0;
        for (int from = 0; from < posts.size(); ) {
            CampaignMonitor monitor = open(name, settings);
            assertThat(monitor.position().posts()).isLessThanOrEqualTo(accepted);
            int to = Math.min(posts.size(), from + 1 + random.nextInt(700));
            // From the begin: what was seen is known, refused or older than the window.
            for (int i = Math.max(0, from - 400); i < to; i++) {
                monitor.accept(posts.get(i));
            }
            from = to;
            if (from < posts.size()) {
                monitor.abandon();
            } else {
                monitor.finish();
                monitor.close();
            }
            accepted = Long.MAX_VALUE;
        }
        return Files.readString(folder.resolve(name + ".ndjson"));
    }

    @Test
    void crashesChangeNothingWhereTheLimitOfPostsShortensTheWindow() throws IOException {
        List<Post> posts = mixed(1);
        String expected = undisturbed(posts, settings("whole").withLimits(1_000, 1_000), "whole");
        assertThat(expected).contains("\"copies\"", "\"rise\"");
        for (int seed = 0; seed < 2; seed++) {
            String name = "crash" + seed;
            assertThat(crashing(posts, settings(name).withLimits(1_000, 1_000), name, seed))
                    .isEqualTo(expected);
        }
    }

    @Test
    void crashesChangeNothingInAShortWindow() throws IOException {
        List<Post> posts = mixed(2);
        String expected = undisturbed(posts, settings("whole").withWindow(Duration.ofHours(6)), "whole");
        for (int seed = 0; seed < 2; seed++) {
            String name = "crash" + seed;
            assertThat(crashing(posts, settings(name).withWindow(Duration.ofHours(6)), name, seed))
                    .isEqualTo(expected);
        }
    }

    /** What is said after an account was forgotten, by a monitor that goes on and by one that is opened again. */
    private List<String> afterForgetting(String name, boolean isOpenedAgain) throws IOException {
        MonitorSettings settings = settings(name).withCopies(3).withAlertBudget(1_000);
        List<String> said = new ArrayList<>();
        CampaignMonitor monitor = open(name, settings);
        for (int i = 0; i < 300; i++) {
            monitor.accept(post(
                    i,
                    "quiet" + i,
                    START.plusSeconds(60L * i),
                    "Nobody else says " + Long.toHexString(0x9e3779b97f4a7c15L * (i + 1)) + " on this day"));
        }
        Instant now = START.plusSeconds(300 * 60);
        // The first post of the texts is the one that is forgotten; an open bin holds all of it.
        for (int i = 0; i < 20; i++) {
            String account = i < 8 ? "canary" : "other" + i % 3;
            monitor.accept(Post.builder("c" + i, account, now.plusSeconds(i), "The very same words of all of us here")
                            .hashtags(List.of(i < 8 ? "canarytag" : "othertag"))
                            .build())
                    .forEach(alert -> said.add(alert.toJson()));
        }
        said.add("forgotten " + monitor.forget("canary"));
        if (isOpenedAgain) {
            monitor.abandon();
            monitor = open(name, settings);
        }
        for (int i = 20; i < 60; i++) {
            monitor.accept(post(
                            1_000 + i, "third" + i, now.plusSeconds(20 + i), "The very same words of all of us here"))
                    .forEach(alert -> said.add(alert.toJson()));
        }
        monitor.finish().forEach(alert -> said.add(alert.toJson()));
        monitor.close();
        return said;
    }

    @Test
    void whatIsForgottenIsInNoOpenBinAndWhatWasSaidStaysSaid() throws IOException {
        List<String> said = afterForgetting("goes-on", false);
        assertThat(afterForgetting("opened-again", true)).isEqualTo(said);
        assertThat(said).contains("forgotten 8");
        List<String> after = said.subList(said.indexOf("forgotten 8") + 1, said.size());
        assertThat(after).noneMatch(line -> line.contains("canary"));
        assertThat(after)
                .filteredOn(line -> line.contains("\"key_kind\":\"all\""))
                .singleElement()
                .asString()
                .contains("\"posts\":52,"); // 20 - 8 + 40
        // The third account was said; the next alarms are at twelve and so on, without the forgotten one.
        assertThat(said)
                .filteredOn(line -> line.contains("\"copies\""))
                .extracting(line -> line.strip().replaceAll(".*\"accounts\":(\\d+).*", "$1"))
                .startsWith("3", "12");
    }

    @Test
    void theLimitOfPostsHoldsForThoseThatComeLateOrWaited() throws IOException {
        MonitorSettings settings = settings("limit").withLimits(1_000, 1_000);
        try (CampaignMonitor monitor = open("limit", settings)) {
            Instant day = START.plus(Duration.ofDays(1));
            for (int i = 0; i < 900; i++) {
                monitor.accept(post(i, "a" + i, day.plusSeconds(i), ""));
            }
            for (int i = 0; i < 400; i++) {
                monitor.accept(post(2_000 + i, "late" + i, day.minusSeconds(7_200 + i * 100L), ""));
            }
            for (int i = 0; i < 400; i++) {
                monitor.accept(post(3_000 + i, "one", day.plusSeconds(8_000 + i), "")); // waits
            }
            for (int i = 0; i < 20; i++) {
                monitor.accept(post(4_000 + i, "b" + i, day.plusSeconds(900 + i * 600L), ""));
                monitor.flush();
                assertThat(monitor.position().counts().get("posts in the window"))
                        .isLessThanOrEqualTo(1_000);
            }
            assertThat(monitor.position().counts()).containsEntry("waiting ahead of the clock", 0L);
        }
    }

    @Test
    void waitingPostsThatFindNoRoomAreCounted() throws IOException {
        try (CampaignMonitor monitor = open("room", settings("room").withLimits(1_000, 1_000))) {
            for (int i = 0; i < 1_000; i++) {
                monitor.accept(post(i, "a" + i, START, ""));
            }
            monitor.accept(post(2_000, "ahead", START.plusSeconds(3_700), ""));
            monitor.accept(post(2_001, "one too many", START, ""));
            for (int i = 0; i < 1_000; i++) {
                monitor.accept(post(3_000 + i, "b" + i, START.plusSeconds(3_600), ""));
            }
            monitor.accept(post(4_001, "late for its room", START.plusSeconds(3_800), ""));
            monitor.flush();
            assertThat(monitor.position().counts())
                    .containsEntry("posts in the window", 1_000L)
                    .containsEntry("dropped after waiting", 0L);
        }
    }

    @Test
    void aStateWhoseLastPostFoundNoRoomGoesOn() throws IOException {
        MonitorSettings settings = settings("last").withLimits(1_000, 1_000);
        long step = Duration.ofDays(2).toMillis() / 28 + 1;
        Instant begin = Instant.ofEpochMilli((START.toEpochMilli() / step + 1) * step);
        try (CampaignMonitor monitor = open("last", settings)) {
            for (int i = 0; i < 999; i++) {
                monitor.accept(post(i, "a" + i, begin, ""));
            }
            for (int i = 0; i < 5; i++) { // time has moved on, in the same step of the window
                monitor.accept(post(1_000 + i, "b" + i, begin.plusSeconds(3_700), ""));
            }
        }
        try (CampaignMonitor monitor = open("last", settings)) {
            assertThat(monitor.position().posts()).isEqualTo(1_004);
            assertThat(monitor.position().counts()).containsEntry("dropped after waiting", 4L);
            monitor.accept(post(2_000, "c", begin.plus(Duration.ofHours(3)), ""));
        }
        open("last", settings).close();
    }

    @Test
    void copiesAreCountedWithinADayAndTheirEvidenceIsThere() throws IOException {
        try (CampaignMonitor monitor = open("slow", settings("slow").withEvery(Duration.ofDays(1)))) {
            List<Alert> alerts = new ArrayList<>();
            // A new account every six hours for a week: never ten of them within a day.
            for (int i = 0; i < 28 * 12; i++) {
                String text = i % 12 == 0 ? "A saying that is always with us" : "";
                alerts.addAll(monitor.accept(post(i, "slow" + i, START.plus(Duration.ofMinutes(30L * i)), text)));
            }
            assertThat(alerts).noneMatch(alert -> alert.kind() == Alert.Kind.COPIES);
            Instant now = START.plus(Duration.ofDays(7));
            for (int i = 0; i < 8; i++) {
                alerts.addAll(monitor.accept(
                        post(2_000 + i, "fast" + i, now.plusSeconds(i), "A saying that is always with us")));
            }
            Alert copies = alerts.stream()
                    .filter(alert -> alert.kind() == Alert.Kind.COPIES)
                    .findFirst()
                    .orElseThrow();
            assertThat(copies.accounts()).isEqualTo(10);
            assertThat(copies.posts()).isEqualTo(10);
            assertThat(copies.evidence()).hasSize(Alert.MOST_EVIDENCE);
            assertThat(Duration.between(copies.onset(), copies.time())).isLessThan(Duration.ofDays(1));
        }
    }

    @Test
    void otherSettingsAreRefusedByName() throws IOException {
        MonitorSettings begun = MonitorSettings.withDefaults().withSteps(1, 1_000_000);
        open("set", begun).close();
        MonitorSettings bare = MonitorSettings.withDefaults();
        refused(bare.withWindow(Duration.ofDays(3)), "with window PT168H but is opened with PT72H");
        refused(bare.withoutTexts(), "with texts true but is opened with false");
        refused(bare.withCopies(11), "with copies 10 but is opened with 11");
        refused(bare.withLimits(2_000, 100_000), "with max_posts 5000000 but is opened with 2000");
        refused(bare.withLimits(5_000_000, 2_000), "with max_keys 100000 but is opened with 2000");
        refused(bare.withDetector(CampaignDetector.withDefaults().withAlpha(0.01), 1), "alpha=0.01");
        // Threads change nothing.
        open("set", bare.withDetector(CampaignDetector.withDefaults(), 1)).close();
        // These may change, but not for posts that were taken before.
        CampaignMonitor killed =
                open("set", begun.withEvery(Duration.ofHours(1)).withAlertBudget(7));
        killed.accept(post(1, "a", START, ""));
        killed.accept(post(2, "a", START, ""));
        killed.abandon();
        refused(bare.withAlertBudget(8), "with budget 7 but is opened with 8: it was killed");
        refused(bare.withEvery(Duration.ofHours(2)), "with every PT1H but is opened with PT2H: it was killed");
        open("set", bare).close();
        open("set", bare.withAlertBudget(8).withEvery(Duration.ofHours(2))).close();
    }

    private void refused(MonitorSettings settings, String message) {
        assertThatThrownBy(() -> open("set", settings))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the state was begun ")
                .hasMessageContaining(message);
    }

    @Test
    void aStateThatIsTornIsRefused() throws IOException {
        try (CampaignMonitor monitor = open("torn", settings("torn"))) {
            monitor.accept(post(1, "a", START, "What was taken"));
        }
        try (Store store = Store.open(folder.resolve("torn"))) {
            store.put("posts", "7");
            store.commit();
        }
        assertThatThrownBy(() -> open("torn", settings("torn")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged: its last post is 1 but 7 were taken; begin another state");
        try (Store store = Store.open(folder.resolve("torn"))) {
            store.put("posts", "one");
            store.commit();
        }
        assertThatThrownBy(() -> open("torn", settings("torn")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("posts must be a number but was 'one'");
    }

    @Test
    void aClosedMonitorCountsNothing() throws IOException {
        CampaignMonitor monitor = open("closed", settings("closed"));
        monitor.close();
        assertThatThrownBy(() -> monitor.count("rows refused", 1)).isInstanceOf(IllegalStateException.class);
    }
}
