/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.posts.Post;

/** No wrong time stops a monitor: neither the first, nor some in a row, nor whatever comes mixed among right ones. */
final class CampaignMonitorClockTest {
    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");
    private static final Instant WRONG = Instant.parse("2099-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private MonitorSettings settings(String name) {
        return Feed.settings(folder.resolve(name + ".ndjson"))
                .withEvery(Duration.ofHours(12))
                .withAlertBudget(1_000)
                .withSteps(10, 50);
    }

    private CampaignMonitor open(String name) throws IOException {
        return CampaignMonitor.open(folder.resolve(name), settings(name));
    }

    private static Post post(String id, int account, Instant time) {
        return Post.builder(id, "account" + account, time, "Only " + id + " says this on that day")
                .build();
    }

    /** One a minute, of twenty accounts. */
    private static List<Post> right(int from, int posts, Instant start) {
        List<Post> all = new ArrayList<>();
        for (int i = from; i < from + posts; i++) {
            all.add(post("r" + i, i % 20, start.plusSeconds(60L * (i - from))));
        }
        return all;
    }

    private static List<Post> wrong(int posts, Instant time) {
        List<Post> all = new ArrayList<>();
        for (int i = 0; i < posts; i++) {
            all.add(post("w" + time + i, 100 + i % 4, time.plusSeconds(i)));
        }
        return all;
    }

    /** Some that agree on a wrong time behind right ones. */
    private static List<Post> interrupted(int right, int wrong) {
        List<Post> all = new ArrayList<>(right(0, right, START));
        all.addAll(wrong(wrong, WRONG));
        return all;
    }

    private Position watched(String name, List<Post> posts) throws IOException {
        try (CampaignMonitor monitor = open(name)) {
            posts.forEach(monitor::accept);
            monitor.flush();
            return monitor.position();
        }
    }

    @Test
    void aFirstPostOfAnotherCenturyStopsNothing() throws IOException {
        for (Instant wrong : List.of(WRONG, Instant.parse("1970-01-01T00:00:00Z"), START.plus(Duration.ofDays(1)))) {
            List<Post> posts = new ArrayList<>(wrong(1, wrong));
            posts.addAll(right(0, 150, START));
            Position position = watched("first" + wrong.getEpochSecond(), posts);
            assertThat(position.clock()).contains(START.plusSeconds(149 * 60));
            assertThat(position.counts().get("posts in the window")).isGreaterThanOrEqualTo(150);
            assertThat(position.counts()).containsEntry("older than the window", 0L);
            assertThat(position.posts()).isEqualTo(151);
        }
    }

    /** Also where the next post is hours away, and where one account is all that is watched. */
    @Test
    void aSlowFeedIsTakenToo() throws IOException {
        for (int accounts : List.of(1, 5)) {
            List<Post> posts = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                posts.add(post("s" + i, i % accounts, START.plus(Duration.ofHours(3L * i))));
            }
            Position position = watched("slow" + accounts, posts);
            // Of one account twenty must agree, of more five.
            assertThat(position.counts().get("waiting ahead of the clock")).isEqualTo(accounts == 1 ? 19L : 4L);
            assertThat(position.clock())
                    .contains(posts.get(accounts == 1 ? 40 : 55).time());
            posts.add(0, wrong(1, WRONG).get(0));
            Position after = watched("slow and wrong" + accounts, posts);
            assertThat(after.clock().orElseThrow()).isBefore(WRONG).isAfter(START.plus(Duration.ofDays(4)));
        }
    }

    @Test
    void someInARowThatAgreeOnAWrongTimeAreOvercome() throws IOException {
        List<Post> posts = interrupted(300, 30);
        Instant later = START.plusSeconds(300 * 60);
        posts.addAll(right(300, 20, later));
        Position wrong = watched("row", posts);
        assertThat(wrong.counts()).containsEntry("older than the window", 20L);
        posts.addAll(right(320, 200, later.plusSeconds(20 * 60)));
        Position position = watched("row", posts); // goes on: what was seen is known
        assertThat(position.clock()).contains(later.plusSeconds(219 * 60));
        assertThat(position.counts())
                .containsEntry("clock set back", 1L)
                .containsEntry("older than the window", 0L)
                .containsEntry("posts in the window", 520L)
                .containsEntry("waiting ahead of the clock", 30L);
    }

    /** What was usual before is known, so that a rise is said at once and not only after two hours of learning. */
    @Test
    void whatWasLearntBeforeAWrongTimeIsKnownAfterIt() throws IOException {
        List<Post> posts = interrupted(600, 8);
        Instant later = START.plusSeconds(600 * 60);
        posts.addAll(right(600, 10, later));
        for (int i = 0; i < 60; i++) {
            posts.add(Post.builder("l" + i, "loud" + i, later.plusSeconds(630 + i), "Number " + i + " comes as well")
                    .hashtags(List.of("wecome"))
                    .build());
        }
        posts.addAll(right(610, 10, later.plusSeconds(700)));
        watched("learnt", posts);
        assertThat(Files.readString(folder.resolve("learnt.ndjson"))).contains("\"wecome\"");
    }

    /** An older file that is watched by mistake is no reason to go back. */
    @Test
    void aClockThatAHundredPostsConfirmedStays() throws IOException {
        List<Post> posts = new ArrayList<>(right(0, 150, START));
        posts.addAll(right(1_000, 500, START.minus(Duration.ofDays(30))));
        Position position = watched("old", posts);
        assertThat(position.clock()).contains(START.plusSeconds(149 * 60));
        assertThat(position.posts()).isEqualTo(150);
        assertThat(position.counts())
                .containsEntry("older than the window", 500L)
                .containsEntry("clock set back", 0L);
    }

    /** Posts behind a clock on trial that agree on nothing are kept up to a limit. */
    @Test
    void whatIsKeptForAClockOnTrialIsBounded() throws IOException {
        try (CampaignMonitor monitor = open("bounded")) {
            wrong(1, WRONG).forEach(monitor::accept);
            for (int i = 0; i < 10_100; i++) {
                Instant time = START.plus(Duration.ofDays((long) i * 7_919 % 10_007));
                monitor.accept(post("x" + i, 1, time));
            }
            monitor.flush();
            assertThat(monitor.position().posts()).isLessThanOrEqualTo(10_001);
            assertThat(monitor.position().counts().get("older than the window")).isGreaterThanOrEqualTo(9_000);
        }
    }

    /** Version 3 is version 2 with what a trial knows at its end; a state of version 2 has a clock that is believed. */
    @Test
    void aStateOfTheVersionBeforeIsRead() throws IOException {
        List<Post> posts = right(0, 200, START);
        watched("before", posts.subList(0, 150));
        try (Store store = Store.open(folder.resolve("before"))) {
            byte[][] saved = new byte[1][];
            store.readState(in -> saved[0] = in.readAllBytes());
            ByteBuffer earlier = ByteBuffer.wrap(saved[0]);
            assertThat(earlier.getInt(0)).isEqualTo(3);
            earlier.putInt(0, 2);
            int trial = 1 + 2 * Integer.BYTES + Long.BYTES + Integer.BYTES + 2 * Long.BYTES + Integer.BYTES;
            int tail = trial + 2 * Long.BYTES;
            store.putState(out -> out.write(saved[0], 0, saved[0].length - Long.BYTES - tail));
            store.commit();
        }
        Position position = watched("before", posts);
        assertThat(position.posts()).isEqualTo(200);
        assertThat(position.clock()).contains(START.plusSeconds(199 * 60));
        assertThat(position.counts()).containsEntry("posts in the window", 200L);
    }

    /** Rows that were in time wait from then on: a state from before would count them no more. */
    @Test
    void theWholeStateIsSavedWithAClockThatWentBack() throws IOException {
        CampaignMonitor monitor =
                CampaignMonitor.open(folder.resolve("back"), settings("back").withSteps(1_000, 100_000));
        wrong(8, WRONG).forEach(monitor::accept);
        monitor.flush();
        right(0, 20, START).forEach(monitor::accept);
        monitor.flush();
        assertThat(monitor.position().counts()).containsEntry("clock set back", 1L);
        monitor.abandon();
        try (Store store = Store.open(folder.resolve("back"))) {
            assertThat(store.number("whole")).isEqualTo(28);
        }
    }

    @Test
    void nothingIsSaidTwiceOrLostWhateverTheClocksDo() throws IOException {
        for (int seed = 0; seed < 3; seed++) {
            List<Post> posts = jumping(seed);
            String expected;
            Map<String, Long> counts;
            try (CampaignMonitor monitor = open("whole" + seed)) {
                posts.forEach(monitor::accept);
                monitor.finish();
                monitor.flush();
                counts = monitor.position().counts();
            }
            expected = Files.readString(folder.resolve("whole" + seed + ".ndjson"));
            assertThat(counts.get("clock set back")).isPositive();
            SplittableRandom random = new SplittableRandom(seed);
            String name = "crash" + seed;
            for (int from = 0; from < posts.size(); ) {
                CampaignMonitor monitor = open(name);
                int at = (int) monitor.position().posts();
                int to = Math.min(posts.size(), at + 1 + random.nextInt(400));
                for (Post post : posts.subList(Math.max(0, at - 30), to)) {
                    monitor.accept(post);
                }
                from = to;
                if (from < posts.size()) {
                    monitor.abandon();
                } else {
                    monitor.finish();
                    monitor.flush();
                    for (String count : List.of("posts in the window", "clock set back", "older than the window")) {
                        assertThat(monitor.position().counts()).containsEntry(count, counts.get(count));
                    }
                    monitor.close();
                }
            }
            assertThat(Files.readString(folder.resolve(name + ".ndjson"))).isEqualTo(expected);
        }
    }

    /** Three days in which clocks jump ahead and back, some posts in a row. None is refused, so its number is its place. */
    private static List<Post> jumping(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Post> posts = new ArrayList<>(Feed.simulated(1_500));
        for (int row = 0; row < 6; row++) {
            int at = 200 + random.nextInt(posts.size() - 400);
            Instant time = posts.get(at).time().plus(Duration.ofHours(2 + random.nextInt(30)));
            List<Post> wrong = new ArrayList<>(wrong(5 + random.nextInt(20), time.plusNanos(1_000_000L * row)));
            Collections.reverse(wrong);
            posts.addAll(at, wrong);
        }
        posts.addAll(0, wrong(1, WRONG));
        return posts;
    }
}
