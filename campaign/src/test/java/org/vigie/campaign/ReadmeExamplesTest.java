/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.campaign.input.PostReader;
import org.vigie.campaign.report.ReportSource;
import org.vigie.campaign.report.ReportWriter;
import org.vigie.campaign.simulation.Simulator;
import org.vigie.core.burst.Burst;
import org.vigie.core.burst.Kleinberg;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.nlp.duplicate.DuplicatePair;
import org.vigie.nlp.duplicate.DuplicateReport;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.nlp.language.LanguageGuess;
import org.vigie.nlp.language.LanguageIdentifier;

/** The README's examples: each runs here, and the README holds them word for word. */
class ReadmeExamplesTest {
    @TempDir
    Path folder;

    @Test
    void nearDuplicates() {
        List<String> texts = List.of(
                "The bridge at Kettlebrae closes on Monday and nobody told us",
                "RT The bridge at Kettlebrae closes on Monday, and nobody told us!!",
                "Fresh bread at the market this morning");
        DuplicateReport report =
                NearDuplicates.withDefaults().withThreshold(0.8).detect(texts);
        for (DuplicatePair pair : report.pairs()) {
            System.out.println(pair.first() + " ~ " + pair.second() + " Jaccard " + pair.jaccard());
        }

        assertThat(report.pairs())
                .singleElement()
                .satisfies(p -> assertThat(p.second()).isEqualTo(1));
    }

    @Test
    void languages() {
        LanguageIdentifier identifier = LanguageIdentifier.load().withMinProbability(0.7);
        LanguageGuess guess = identifier.identify("Le pont ferme lundi et personne ne nous a prévenus");
        System.out.println(guess.tag() + " " + guess.probability()); // fr
        System.out.println(identifier.identify("xq zzkw 12345").tag()); // und: it abstains

        assertThat(guess.tag()).isEqualTo("fr");
        assertThat(identifier.identify("xq zzkw 12345").tag()).isEqualTo("und");
    }

    @Test
    void coordination() {
        Actions.Builder builder = Actions.builder();
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        for (String account : List.of("ana", "leo", "mia")) {
            builder.add(account, "https://a.example/1", account + "-1", noon);
            builder.add(account, "https://a.example/2", account + "-2", noon.plusSeconds(3_600));
        }
        CoordinationNetwork network =
                CoActions.withDefaults().withWindow(Duration.ofSeconds(60)).detect(builder.build());
        System.out.println(network.edgeCount() + " edges, " + network.weight(0) + " co-actions on the first");

        assertThat(network.edgeCount()).isEqualTo(3);
        assertThat(network.weight(0)).isEqualTo(2);
    }

    @Test
    void bursts() {
        double[] seconds = {0, 600, 1_200, 1_210, 1_220, 1_230, 1_240, 1_250, 1_900, 2_500, 3_100};
        for (Burst burst : Kleinberg.withDefaults().detect(seconds)) {
            System.out.println("level " + burst.level() + " from " + burst.start() + " to " + burst.end());
        }

        assertThat(Kleinberg.withDefaults().detect(seconds))
                .anySatisfy(b -> assertThat(b.start()).isEqualTo(1_200));
    }

    @Test
    void wholeJob() throws IOException {
        Path file = folder.resolve("posts.csv");
        Simulator.withDefaults().withPosts(2_000).withCampaigns(1).write(file, folder.resolve("truth.csv"));

        List<Post> posts = new ArrayList<>();
        PostReader.withDefaults().read(file, posts::add, reject -> System.err.println(reject.reason()));
        CampaignReport found = CampaignDetector.withDefaults().detect(posts);
        ReportWriter.withDefaults().with(Locale.FRENCH).write(ReportSource.of(found, posts), folder);

        assertThat(posts).hasSize(2_000);
        assertThat(folder.resolve("report.html")).exists();
    }

    @Test
    void theReadmeHoldsThemWordForWord() throws IOException {
        String readme = Files.readString(Path.of("../README.md"), StandardCharsets.UTF_8);
        String source = squeezed(Files.readString(
                Path.of("src/test/java/org/vigie/campaign/ReadmeExamplesTest.java"), StandardCharsets.UTF_8));
        List<String> examples = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(readme)
                .results()
                .map((MatchResult r) -> squeezed(r.group(1)))
                .toList();

        assertThat(examples).hasSize(5).allSatisfy(example -> assertThat(source).contains(example));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }
}
