/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.posts.Post;

class SimulatorTest {

    private record Labelled(Post post, Label label) {}

    private static List<Labelled> run(Simulator simulator) {
        List<Labelled> posts = new ArrayList<>();
        simulator.run((post, label) -> posts.add(new Labelled(post, label)));
        return posts;
    }

    @Test
    void sameSeedGivesSamePostsAndAnotherSeedOthers() {
        Simulator simulator = Simulator.withDefaults().withPosts(3000);
        assertThat(run(simulator.withSeed(5))).isEqualTo(run(simulator.withSeed(5)));
        assertThat(run(simulator.withSeed(5))).isNotEqualTo(run(simulator.withSeed(6)));
    }

    @Test
    void givesExactlyTheNumberAskedForInTimeOrderWithDistinctIds() {
        for (int count : new int[] {1000, 1777, 20_000}) {
            List<Labelled> posts = run(Simulator.withDefaults().withPosts(count));
            assertThat(posts).hasSize(count);
            Set<String> ids = new HashSet<>();
            Instant before = Instant.parse("2026-03-02T00:00:00Z");
            for (Labelled one : posts) {
                assertThat(ids.add(one.post().id())).isTrue();
                assertThat(one.post().time()).isAfterOrEqualTo(before);
                before = one.post().time();
                assertThat(one.post().accountCreated().orElseThrow()).isBefore(before);
            }
            assertThat(before).isBefore(Instant.parse("2026-03-16T00:00:00Z"));
        }
    }

    @Test
    void labelsAgreeWithTheTruth() {
        List<Labelled> posts = new ArrayList<>();
        SimulationTruth truth = Simulator.withDefaults()
                .withPosts(30_000)
                .withCampaigns(7, 10, 60)
                .run((post, label) -> posts.add(new Labelled(post, label)));
        TreeMap<String, TreeSet<String>> seen = new TreeMap<>();
        TreeMap<String, Integer> planted = new TreeMap<>();
        for (Labelled one : posts) {
            Label label = one.label();
            assertThat(truth.campaignOf(one.post().account()).orElse("")).isEqualTo(label.campaign());
            if (label.planted()) {
                seen.computeIfAbsent(label.campaign(), unused -> new TreeSet<>())
                        .add(one.post().account());
                planted.merge(label.campaign() + " " + label.kind(), 1, Integer::sum);
            } else if (!label.campaign().isEmpty()) {
                assertThat(label.kind()).isEqualTo(Label.CAMOUFLAGE);
            } else {
                assertThat(label.kind()).isNotEqualTo(Label.CAMOUFLAGE);
            }
        }
        assertThat(truth.campaigns()).hasSize(7);
        for (SimulationTruth.PlantedCampaign campaign : truth.campaigns()) {
            assertThat(seen.get(campaign.id())).containsExactlyElementsOf(campaign.accounts());
            assertThat(planted.get(campaign.id() + " " + campaign.kind().label()))
                    .isEqualTo((int) campaign.posts());
            assertThat(campaign.recall(seen.get(campaign.id()))).isEqualTo(1);
            assertThat(campaign.precision(List.of(campaign.accounts().get(0), "nobody")))
                    .isEqualTo(0.5);
        }
        assertThat(truth.campaigns().stream().map(SimulationTruth.PlantedCampaign::kind))
                .containsExactly(CampaignKind.values());
    }

    @Test
    void writesFilesThatReadBack(@TempDir Path directory) throws IOException {
        Path posts = directory.resolve("posts.csv.gz");
        Path truth = directory.resolve("truth.csv");
        SimulationTruth written = Simulator.withDefaults().withPosts(5000).write(posts, truth);
        SimulationTruth read = SimulationTruth.read(truth);
        assertThat(read.posts()).isEqualTo(5000);
        assertThat(read.campaigns()).isEqualTo(written.campaigns());
        assertThat(Files.size(posts)).isPositive();
    }

    @Test
    void saysWhatIsWrong() {
        Simulator simulator = Simulator.withDefaults();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.withPosts(999))
                .withMessage("posts must be in [1000, 20000000] but was 999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.withPlantedShare(Double.NaN))
                .withMessage("planted share must be in (0, 0.5] but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.withNegativeShare(0.6))
                .withMessage("negative share must be in [0, 0.5] but was 0.6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.withTime(Instant.EPOCH, Duration.ofHours(23)))
                .withMessage("period must be from 1 to 366 days but was PT23H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.withLanguages(List.of("tlh")))
                .withMessageStartingWith("language must be one of en, fr")
                .withMessageEndingWith("but was tlh");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.withCampaign(CampaignKind.CO_URL, 1))
                .withMessage("campaign accounts must be in [2, 10000] but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> simulator.withCampaign(CampaignKind.TRANSLATED, 9).withLanguages(List.of("fr")))
                .withMessage("languages must contain en and fr for a translated campaign but was [fr]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator
                        .withPosts(1000)
                        .withCampaign(CampaignKind.CO_URL, 167)
                        .run((post, label) -> {}))
                .withMessage("campaign accounts must be at most a sixth of the posts, 166, but were 167");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CampaignKind.of("rumour"))
                .withMessageEndingWith("but was rumour");
    }
}
