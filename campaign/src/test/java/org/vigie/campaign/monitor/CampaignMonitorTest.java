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
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.CampaignDetector;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Names;
import org.vigie.posts.Post;

/** What a monitor says of what comes, and when it says it again or not. */
class CampaignMonitorTest extends MonitorScene {
    @Test
    void aHashtagThatRisesIsSaidWithinMinutes() throws IOException {
        try (CampaignMonitor monitor = open(fast())) {
            assertThat(accept(monitor, quiet(0, 300, START))).isEmpty();
            Instant onset = START.plusSeconds(300 * 60);
            accept(monitor, surge(5000, 60, onset));
            List<Alert> alerts = accept(monitor, quiet(300, 8, onset.plusSeconds(180)));
            Alert hashtag = alerts.stream()
                    .filter(a -> a.keyKind().equals("hashtag"))
                    .findFirst()
                    .orElseThrow();
            assertThat(hashtag.kind()).isEqualTo(Alert.Kind.RISE);
            assertThat(hashtag.key()).isEqualTo("geliyoruz");
            assertThat(hashtag.posts()).isEqualTo(60);
            assertThat(hashtag.accounts()).isEqualTo(60);
            assertThat(hashtag.onset()).isEqualTo(onset);
            assertThat(hashtag.time()).isEqualTo(onset.plusSeconds(300));
            assertThat(hashtag.evidence()).hasSize(Alert.MOST_EVIDENCE);
            assertThat(hashtag.qValue().getAsDouble()).isLessThan(0.05);
            assertThat(alerts).anyMatch(a -> a.keyKind().equals("all"));
        }
    }

    /** Else the keys of a busy stream would use up the budget of the first day in its first five minutes. */
    @Test
    void whatIsUsualFromTheBeginIsNoAlarm() throws IOException {
        try (CampaignMonitor monitor = open(fast())) {
            List<Alert> alerts = new ArrayList<>();
            for (int i = 0; i < 3 * 60 * 4; i++) {
                alerts.addAll(monitor.accept(Post.builder(
                                "p" + i, "fan" + i % 90, START.plusSeconds(15L * i), "Tonight " + word(i) + word(7 * i))
                        .hashtags(List.of("matchday"))
                        .build()));
            }
            assertThat(alerts).isEmpty();
            assertThat(monitor.position().counts()).containsEntry("fast alarms withheld", 0L);
        }
    }

    @Test
    void aCopiedTextIsSaidAtTheTenthAccount() throws IOException {
        try (CampaignMonitor monitor = open(fast())) {
            List<Alert> alerts = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                alerts.addAll(monitor.accept(post(
                        i,
                        "copy" + i,
                        START.plusSeconds(90L * i),
                        "La même phrase pour tous les comptes " + "!".repeat(i))));
                assertThat(alerts).hasSize(i < 9 ? 0 : 1);
            }
            assertThat(alerts.get(0).kind()).isEqualTo(Alert.Kind.COPIES);
            assertThat(alerts.get(0).accounts()).isEqualTo(10);
            assertThat(alerts.get(0).text()).startsWith("La même phrase");
        }
    }

    @Test
    void whatIsFoundIsWhatTheBatchJobFinds() throws IOException {
        List<Post> posts = Feed.simulated(1_800);
        List<Findings> findings = new ArrayList<>();
        MonitorSettings settings = Feed.settings(alertFile()).withFindings(findings::add);
        try (CampaignMonitor monitor = open(settings)) {
            accept(monitor, posts);
            monitor.finish();
            findings.add(monitor.findings().orElseThrow());
        }
        assertThat(findings).hasSizeGreaterThan(4);
        assertThat(findings).anyMatch(f -> !f.campaigns().isEmpty());
        for (Findings live : findings) {
            Corpus window = live.corpus();
            Instant from = Instant.ofEpochMilli(window.time(0));
            Instant to = Instant.ofEpochMilli(window.time(window.size() - 1));
            CorpusBuilder builder = Corpus.builder()
                    .withDuplicates(NearDuplicates.withDefaults().withSeed(1));
            posts.stream()
                    .filter(p -> !p.time().isBefore(from) && !p.time().isAfter(to))
                    .forEach(builder::post);
            Corpus batch = builder.build();
            assertThat(batch.size()).isEqualTo(window.size());
            assertThat(told(live))
                    .isEqualTo(told(CampaignDetector.withDefaults().detect(batch)));
        }
    }

    /** What was read stays in memory; what left does not count, and a post that left may come again with another time. */
    @Test
    void aLookAtAWindowThatMovedIsOneAtItsPostsAlone() throws IOException {
        List<Post> posts = new ArrayList<>(Feed.simulated(1_200));
        Instant last = posts.get(posts.size() - 1).time();
        for (int i = 0; i < 40; i++) { // a few of the first come again
            Post first = posts.get(i);
            posts.add(Post.builder(first.id(), first.account(), last.plusSeconds(i), first.text())
                    .accountCreated(last.minus(Duration.ofDays(900)))
                    .build());
        }
        MonitorSettings settings = fast().withWindow(Duration.ofDays(1)).withEvery(Duration.ofDays(1));
        List<String> looked = new ArrayList<>();
        try (CampaignMonitor monitor = open(settings)) {
            for (int i = 0; i < posts.size(); i++) {
                monitor.accept(posts.get(i));
                if (i % 90 == 0 || i == posts.size() - 1) { // a look that is not the monitor's own
                    looked.addAll(told(monitor.findings().orElseThrow()));
                }
            }
        }
        Path other = folder.resolve("other");
        for (int i = 0; i < posts.size(); i++) {
            try (CampaignMonitor monitor = CampaignMonitor.open(other, settings.withAlerts(folder.resolve("o")))) {
                do {
                    monitor.accept(posts.get(i));
                } while (i % 90 != 0 && ++i < posts.size());
                List<String> anew = told(monitor.findings().orElseThrow());
                assertThat(looked.subList(0, anew.size())).isEqualTo(anew);
                looked = looked.subList(anew.size(), looked.size());
            }
        }
        assertThat(looked).isEmpty();
    }

    private static List<String> told(Findings findings) {
        Names names = Names.plain(findings.corpus());
        List<String> told = new ArrayList<>();
        for (Campaign c : findings.campaigns()) {
            told.add(c.id() + " p " + c.pValue() + " q " + c.qValue() + " score " + c.score() + " "
                    + c.members().stream()
                            .map(m -> names.account(m.account()) + ":" + m.posts())
                            .toList()
                    + c.rows().stream().mapToObj(names::post).toList());
        }
        told.add(findings.traffic().toString());
        told.add(findings.nearMisses().size() + " near misses, "
                + findings.clusters().size() + " clusters");
        return told;
    }

    @Test
    void stoppingAndSendingAgainChangesNothing() throws IOException {
        List<Post> posts = Feed.simulated(1_500);
        String expected = Feed.undisturbed(folder, posts);
        for (int from = 0; from < posts.size(); from += 300) {
            try (CampaignMonitor monitor = open(Feed.settings(alertFile()))) {
                assertThat(monitor.position().posts()).isEqualTo(from);
                accept(monitor, posts.subList(Math.max(0, from - 100), from + 300));
                if (from + 300 >= posts.size()) {
                    monitor.finish();
                }
            }
        }
        assertThat(Files.readString(alertFile())).isEqualTo(expected);
    }

    @Test
    void whatWasNotSavedComesAgain() throws IOException {
        List<Post> posts = Feed.simulated(1_500);
        String expected = Feed.undisturbed(folder, posts);
        Path state = folder.resolve("state");
        CampaignMonitor monitor = open(Feed.settings(alertFile()));
        accept(monitor, posts.subList(0, 1_100));
        long durable = monitor.position().posts();
        assertThat(durable).isBetween(1L, 1_100L);
        // What a killed process leaves: the files as they are, and lines of alerts that no state knows of.
        Path copy = Files.createDirectories(folder.resolve("copy"));
        for (String name : List.of(Store.FILE, PositionFile.FILE)) {
            Files.copy(state.resolve(name), copy.resolve(name));
        }
        Files.writeString(alertFile(), "{\"id\":\"half a li", StandardOpenOption.APPEND);
        try (CampaignMonitor again = CampaignMonitor.open(copy, Feed.settings(alertFile()))) {
            assertThat(again.position().posts()).isEqualTo(durable);
            accept(again, posts.subList((int) durable, posts.size()));
            again.finish();
        }
        assertThat(Files.readString(alertFile())).isEqualTo(expected);
        monitor.close();
    }

    @Test
    void postsThatComeTwiceLateOrFromTheFutureAreCounted() throws IOException {
        try (CampaignMonitor monitor = open(fast())) {
            accept(monitor, quiet(0, 200, START));
            accept(monitor, quiet(100, 50, START.plusSeconds(100 * 60)));
            monitor.accept(post(900, "slow", START.minus(Duration.ofDays(30)), "I am a month late for this"));
            monitor.accept(post(901, "fast", Instant.parse("2106-02-07T06:28:15Z"), "My clock is a century ahead"));
            monitor.accept(post(901, "fast", Instant.parse("2106-02-07T06:28:15Z"), "My clock is a century ahead"));
            monitor.accept(post(902, "none", Instant.MAX, "There is no such time"));
            monitor.accept(post(903, "late", START.plusSeconds(60), "Two hours late, which the window still holds"));
            monitor.count("rows refused", 3);
            accept(monitor, quiet(200, 1, START.plusSeconds(200 * 60)));
            monitor.flush();
            Position position = monitor.position();
            assertThat(position.posts()).isEqualTo(203);
            assertThat(position.clock()).contains(START.plusSeconds(200 * 60));
            assertThat(position.lastId()).contains("p200");
            assertThat(position.counts())
                    .containsEntry("seen before", 51L)
                    .containsEntry("older than the window", 1L)
                    .containsEntry("time is no time", 1L)
                    .containsEntry("waiting ahead of the clock", 1L)
                    .containsEntry("rows refused", 3L)
                    .containsEntry("posts in the window", 202L);
            assertThat(Files.readString(folder.resolve("state").resolve("position.json")))
                    .contains("\"last_id\":\"p200\"", "\"seen before\":51");
        }
    }

    @Test
    void aGapIsNoWrongClock() throws IOException {
        try (CampaignMonitor monitor = open(fast())) {
            accept(monitor, quiet(0, 100, START));
            Instant later = START.plus(Duration.ofDays(3));
            accept(monitor, quiet(100, 20, later));
            monitor.flush();
            assertThat(monitor.position().clock()).contains(later.plusSeconds(19 * 60));
            assertThat(monitor.position().counts())
                    .containsEntry("posts in the window", 20L)
                    .containsEntry("waiting ahead of the clock", 0L);
            monitor.accept(post(950, "old", START, "What lay in the window before the gap is gone"));
            monitor.flush();
            assertThat(monitor.position().counts()).containsEntry("older than the window", 1L);
        }
    }

    @Test
    void aSecondMonitorIsRefused() throws IOException {
        try (CampaignMonitor monitor = open(fast())) {
            monitor.accept(post(1, "one", START, "Only one may write here at a time"));
            assertThatThrownBy(() -> open(fast()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another run is writing into");
        }
        open(fast()).close();
    }

    @Test
    void anyTextComesBackFromTheStore() {
        Post post = Post.builder(
                        "id \ud83d", "a\ud800b", START, "half \udc00 pair, whole \ud83d\ude00, \u0000 \" \\ \n é")
                .language("fr")
                .urls(List.of("https://a.example/?q=\u2028"))
                .hashtags(List.of("İstanbul"))
                .mentions(List.of("x", "y"))
                .repostOf("r")
                .replyTo("s")
                .platform("t")
                .accountCreated(START.minusSeconds(5))
                .attribute("image", "0f")
                .build();
        assertThat(PostJson.read(PostJson.write(post))).isEqualTo(post);
    }

    @Test
    void aStateOfAnotherVersionIsRefused() throws IOException {
        open(fast()).close();
        try (Store store = Store.open(folder.resolve("state"))) {
            store.put("version", "2");
            store.commit();
        }
        assertThatThrownBy(() -> open(fast()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version must be 1 but was '2'");
        Files.writeString(folder.resolve("state").resolve(Store.FILE), "no store at all");
        assertThatThrownBy(() -> open(fast()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("can't open the state");
    }

    @Test
    void alertsGoToAFileOnly() throws IOException {
        Path directory = Files.createDirectories(folder.resolve("no-file"));
        assertThatThrownBy(() -> open(MonitorSettings.withDefaults().withAlerts(directory)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("alerts must go to a file of their own");
        for (String name : List.of("monitor.mv", "position.json", ".vigie.lock")) {
            Path own = folder.resolve("state").resolve(name);
            assertThatThrownBy(() -> open(fast().withAlerts(own)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is the state's");
        }
        open(fast().withAlerts(folder.resolve("state").resolve("a.ndjson"))).close();
        open(fast()).close();
    }

    @Test
    void aFileOfAlertsThatWasTakenAwayIsBegunAgain() throws IOException {
        try (CampaignMonitor monitor = open(fast().withCopies(2))) {
            monitor.accept(post(1, "one", START, "Two of us say the very same thing"));
            assertThat(monitor.accept(post(2, "two", START.plusSeconds(1), "Two of us say the very same thing")))
                    .hasSize(1);
        }
        Files.move(alertFile(), folder.resolve("archive.ndjson"));
        try (CampaignMonitor monitor = open(fast().withCopies(2))) {
            monitor.accept(post(3, "one", START.plusSeconds(2), "And now we both say something else"));
            monitor.accept(post(4, "two", START.plusSeconds(3), "And now we both say something else"));
        }
        assertThat(Files.readAllLines(alertFile())).singleElement().asString().contains("-2\",");
    }

    @Test
    void settingsAreChecked() {
        MonitorSettings settings = MonitorSettings.withDefaults();
        assertThatThrownBy(() -> settings.withWindow(Duration.ofMinutes(59)))
                .hasMessageContaining("the window must be");
        assertThatThrownBy(() -> settings.withEvery(Duration.ofSeconds(59))).hasMessageContaining("every must be");
        assertThatThrownBy(() -> settings.withAlertBudget(-1)).hasMessageContaining("at least 0 but was -1");
        assertThatThrownBy(() -> settings.withCopies(1)).hasMessageContaining("in [2, 5000] but was 1");
        assertThatThrownBy(() -> settings.withCopies(5_001)).hasMessageContaining("but was 5001");
        assertThatThrownBy(() -> settings.withLimits(999, 1000)).hasMessageContaining("posts must be at least 1000");
        assertThatThrownBy(() -> settings.withLimits(1000, 999)).hasMessageContaining("keys must be at least 1000");
    }

    @Test
    void aClosedMonitorTakesNothing() throws IOException {
        CampaignMonitor monitor = open(fast());
        monitor.close();
        monitor.close();
        assertThatThrownBy(() -> monitor.accept(post(1, "a", START, "too late")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
