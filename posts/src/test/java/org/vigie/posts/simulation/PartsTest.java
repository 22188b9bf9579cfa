/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.posts.Post;

class PartsTest {

    /** The generator is SplitMix64; these are its first outputs for seed 0, as published with the algorithm. */
    @Test
    void bitsAreThoseOfSplitMix64() {
        Dice dice = new Dice(0);
        assertThat(Long.toHexString(dice.bits())).isEqualTo("e220a8397b1dcdaf");
        assertThat(Long.toHexString(dice.bits())).isEqualTo("6e789e6aa1b965f4");
        assertThat(Long.toHexString(dice.bits())).isEqualTo("6c45d188009454f");
    }

    @Test
    void drawsStayInBoundsAndHaveTheRightMoments() {
        Dice dice = new Dice(9);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 100_000; i++) {
            assertThat(dice.below(7)).isBetween(0, 6);
            assertThat(dice.between(-3, 3)).isBetween(-3, 3);
            double g = dice.gaussian();
            sum += g;
            squares += g * g;
        }
        // Standard errors: 0.0032 of the mean, 0.0045 of the variance.
        assertThat(Math.abs(sum / 100_000)).isLessThan(0.013);
        assertThat(Math.abs(squares / 100_000 - 1)).isLessThan(0.018);
    }

    @Test
    void arrivalsAreSortedAndUniform() {
        Arrivals arrivals = new Arrivals(10_000, u -> u * 1_000_000, new Dice(4));
        long before = 0;
        int count = 0;
        double largestGap = 0;
        for (; arrivals.next() != Arrivals.NEVER; arrivals.advance()) {
            assertThat(arrivals.next()).isGreaterThanOrEqualTo(before);
            before = arrivals.next();
            count++;
            largestGap = Math.max(largestGap, Math.abs(count / 10_000.0 - before / 1_000_000.0));
        }
        assertThat(count).isEqualTo(10_000);
        // Kolmogorov and Smirnov: 1.63 / sqrt(n) at p = 0.01.
        assertThat(largestGap).isLessThan(0.0163);
    }

    @Test
    void regularArrivalsTickLikeAClock() {
        Arrivals arrivals = Arrivals.regular(4, 120, 3600);
        List<Long> times = new ArrayList<>();
        for (; arrivals.next() != Arrivals.NEVER; arrivals.advance()) {
            times.add(arrivals.next());
        }
        assertThat(times).containsExactly(120L, 3720L, 7320L, 10_920L);
    }

    @Test
    void handlesAreDistinct() {
        Accounts accounts = new Accounts(0, Instant.EPOCH, new Dice(1));
        Set<String> handles = new HashSet<>();
        for (int i = 0; i < 300_000; i++) {
            assertThat(handles.add(accounts.handle(i))).isTrue();
        }
        for (int i = 0; i < 300_000; i++) {
            assertThat(handles.add(accounts.stranger(i))).isTrue();
        }
    }

    @Test
    void aWalkVisitsEveryoneOnce() {
        for (int size : new int[] {1, 2, 3, 12, 97, 1000}) {
            int[] people = new int[size];
            for (int i = 0; i < size; i++) {
                people[i] = i;
            }
            Crowd.Walk walk = new Crowd.Walk(people, new Dice(size));
            Set<Integer> met = new HashSet<>();
            for (int i = 0; i < size; i++) {
                assertThat(met.add(walk.next())).isTrue();
            }
        }
    }

    @Test
    void phraseTablesAreParallel() {
        Grammar english = new Phrasebook("en").grammar();
        Grammar french = new Phrasebook("fr").grammar();
        for (String subject : List.of("bridge", "water", "lights", "archive", "fair", "fees")) {
            assertThat(english.size("claim." + subject)).isEqualTo(8);
            assertThat(french.size("claim." + subject)).isEqualTo(8);
        }
    }

    @Test
    void everyLanguageCanSayEverything() {
        for (String language : Speakers.tags()) {
            Phrasebook book = new Phrasebook(language);
            Dice dice = new Dice(2);
            for (String key : List.of(
                    "open", "close", "aside", "fan", "share", "petition", "quote", "quotenote", "wire", "reply")) {
                assertThat(book.draw(key, dice)).as(language + " " + key).isNotBlank();
            }
            assertThat(book.draw("share", dice)).contains("%title%", "@%site%");
            assertThat(book.draw("petition", dice)).contains("@%target%");
            assertThat(book.draw("bot.weather", dice)).isNotBlank();
            for (int topic = 0; topic < Phrasebook.TOPICS.size(); topic++) {
                assertThat(book.draw(book.key("headline", topic), dice)).isNotBlank();
                assertThat(book.draw(book.key("tag", topic), dice)).doesNotContain(" ");
                assertThat(book.everyday(topic, dice)).isNotBlank();
            }
        }
    }

    @Test
    void frenchElides() {
        Phrasebook book = new Phrasebook("fr");
        assertThat(book.polish("la gare de Alunmere, dès que on vient de Port-Mirelle"))
                .isEqualTo("la gare d'Alunmere, dès qu'on vient de Port-Mirelle");
        assertThat(new Phrasebook("en").polish("de Alunmere")).isEqualTo("de Alunmere");
    }

    @Test
    void lightEditsKeepMostOfTheText() {
        Phrasebook book = new Phrasebook("fr");
        Accounts accounts = new Accounts(0, Instant.EPOCH, new Dice(1));
        Dice dice = new Dice(8);
        String text = "Le pont ferme lundi, personne n'a prévenu. Partagez ceci aujourd'hui.";
        int same = 0;
        Set<String> variants = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String edited = LightEdits.apply(text, book, accounts, dice);
            same += edited.equals(text) ? 1 : 0;
            variants.add(edited);
            assertThat(edited.length()).isBetween(text.length() - 2, text.length() + 40);
        }
        assertThat(same).isBetween(120, 280);
        assertThat(variants).hasSizeGreaterThan(300);
    }

    @Test
    void csvQuotesWhatNeedsQuoting() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (PostCsvWriter writer = new PostCsvWriter(file)) {
            writer.write(Post.builder("1", "a", Instant.parse("2026-03-02T08:00:00Z"), "said \"no\",\nthen 雪")
                    .language("ja")
                    .urls(List.of("https://x.example/1", "https://x.example/2"))
                    .hashtags(List.of("雪"))
                    .replyTo("0")
                    .build());
        }
        assertThat(file.toString(StandardCharsets.UTF_8))
                .isEqualTo("id,account,time,text,language,urls,hashtags,mentions,repost_of,reply_to,platform\n"
                        + "1,a,2026-03-02T08:00:00Z,\"said \"\"no\"\",\nthen 雪\",ja,"
                        + "https://x.example/1 https://x.example/2,雪,,,0,\n");
    }

    @Test
    void otherFilesAreNotTruth(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("other.csv");
        Files.writeString(file, "a,b\n1,2\n");
        assertThatThrownBy(() -> SimulationTruth.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not a truth file");
    }

    @Test
    void truthCountsRepeatsOnce() {
        SimulationTruth.PlantedCampaign campaign =
                new SimulationTruth.PlantedCampaign("c1", CampaignKind.CO_URL, List.of("b", "a", "c", "d"), 12);
        assertThat(campaign.accounts()).containsExactly("a", "b", "c", "d");
        assertThat(campaign.precision(List.of("a", "a", "x", "b"))).isEqualTo(2 / 3.0);
        assertThat(campaign.recall(List.of("a", "a", "x", "b"))).isEqualTo(0.5);
        assertThat(campaign.precision(List.of())).isEqualTo(1);
        assertThat(campaign.recall(List.of())).isEqualTo(0);
    }
}
