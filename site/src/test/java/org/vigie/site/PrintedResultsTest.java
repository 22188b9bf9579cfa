/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.CampaignDetector;
import org.vigie.graph.backbone.ConfigurationNull;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.community.Components;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.posts.Corpus;
import org.vigie.posts.Post;

/** What somebody sees who prints a result first of all: its size, neither a number of the heap nor all of it. */
final class PrintedResultsTest {
    @Test
    void resultsSayHowLargeTheyAre() {
        List<String> texts = List.of("one text that is long", "one text that is long", "another");
        assertThat(NearDuplicates.withDefaults().detect(texts))
                .hasToString("DuplicateReport[texts=3, pairs=0, clusters=1]");

        Actions.Builder builder = Actions.builder();
        for (String account : List.of("ana", "leo", "mia")) {
            builder.add(account, "a link", account + "-1", Instant.EPOCH);
            builder.add(account, "another link", account + "-2", Instant.EPOCH.plusSeconds(3_600));
        }
        Actions actions = builder.build();
        assertThat(actions).hasToString("Actions[actions=6, accounts=3, objects=2]");
        CoordinationNetwork network =
                CoActions.withDefaults().withWindow(Duration.ofMinutes(1)).detect(actions);
        assertThat(network).hasToString("CoordinationNetwork[accounts=3, edges=3]");
        assertThat(ConfigurationNull.withDefaults().test(network))
                .hasToString("Significance[edges=3, tests=3, correction=BENJAMINI_HOCHBERG]");
        assertThat(Components.of(network)).asString().startsWith("Partition[accounts=3, groups=1, modularity=");

        Corpus corpus = Corpus.of(List.of(
                Post.builder("1", "ana", Instant.EPOCH, "").build(),
                Post.builder("2", "leo", Instant.EPOCH, "").build()));
        assertThat(corpus).hasToString("Corpus[posts=2, accounts=2]");
        assertThat(CampaignDetector.withDefaults().detect(corpus))
                .hasToString("Findings[posts=2, campaigns=0, nearMisses=0, smallGroups=0, bursts=0]");
    }
}
