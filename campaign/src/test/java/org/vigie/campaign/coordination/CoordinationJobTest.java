/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vigie.graph.backbone.Backbone;
import org.vigie.graph.backbone.ConfigurationNull;
import org.vigie.graph.backbone.DisparityFilter;
import org.vigie.graph.backbone.HypergeometricNull;
import org.vigie.graph.backbone.ShuffledNull;
import org.vigie.graph.backbone.WeightQuantile;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.Multiplex;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Names;
import org.vigie.posts.simulation.Simulator;

class CoordinationJobTest {
    private static final CoActions ENGINE = CoActions.withDefaults()
            .withWindow(Duration.ofMinutes(5))
            .withMinParticipation(0)
            .withMinCoActions(1);
    private static final CoordinationJob JOB = CoordinationJob.withDefaults().withEngine(ENGINE);

    /** Each backbone that there is. */
    private static final Map<String, Backbone> BACKBONES = Map.of(
            "all", Backbone.all(),
            "quantile", WeightQuantile.withDefaults(),
            "disparity", DisparityFilter.withDefaults(),
            "hypergeometric", HypergeometricNull.withDefaults(),
            "configuration", ConfigurationNull.withDefaults(),
            "shuffled", ShuffledNull.withDefaults(),
            "both", Backbone.both(ConfigurationNull.withDefaults(), ShuffledNull.withDefaults(), 0.05));

    /** Six accounts that meet on object after object, and a crowd that does not. */
    private static Actions actions(String prefix, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Actions.Builder builder = Actions.builder();
        int post = 0;
        for (int object = 0; object < 60; object++) {
            long start = object * 3_600_000L;
            for (int a = 0; a < 6; a++) {
                builder.add("ring" + a, "object " + object, prefix + post++, start + random.nextLong(120_000));
            }
            for (int a = 0; a < 12; a++) {
                builder.add(
                        "crowd" + random.nextInt(150),
                        "object " + object,
                        prefix + post++,
                        start + random.nextLong(3_600_000));
            }
        }
        return builder.build();
    }

    private static void assertSame(CoordinationNetwork network, CoordinationNetwork expected) {
        assertThat(network.accounts()).isEqualTo(expected.accounts());
        assertThat(network.edgeCount()).isEqualTo(expected.edgeCount());
        for (int e = 0; e < network.edgeCount(); e++) {
            assertThat(network.edge(e)).isEqualTo(expected.edge(e));
        }
    }

    @Test
    void oneLayerIsTheEnginesNetwork() {
        Actions actions = actions("x", 1);
        CoordinationResult result = JOB.detect(Map.of("url", actions));
        CoordinationNetwork expected = ENGINE.detect(actions);
        assertThat(expected.edgeCount()).isGreaterThan(15);
        assertSame(result.network(), expected);
        assertThat(result.actions()).isSameAs(actions);
        assertThat(result.layers()).isEmpty();
        assertThat(result.selection().network()).isSameAs(result.network());
        // What proves an edge is there for each.
        for (int e = 0; e < expected.edgeCount(); e++) {
            String one = expected.account(expected.source(e));
            String other = expected.account(expected.target(e));
            assertThat(result.evidence().between(one, other, 1_000)).hasSize(expected.coActions(e));
        }
    }

    @Test
    void severalLayersAreSweptOneByOneAndTogether() {
        Map<String, Actions> layers = new LinkedHashMap<>();
        layers.put("url", actions("x", 1));
        layers.put("hashtag", actions("y", 2));
        CoordinationResult result = JOB.detect(layers);
        assertThat(result.actions().size())
                .isEqualTo(layers.values().stream().mapToInt(Actions::size).sum());
        Multiplex multiplex = result.layers().orElseThrow();
        assertThat(multiplex.layers()).containsExactlyInAnyOrder("url", "hashtag");
        for (int l = 0; l < 2; l++) {
            Actions alone = layers.get(multiplex.layers().get(l));
            assertThat(alone).isNotNull();
            assertThat(multiplex.layer(l).edgeCount())
                    .isEqualTo(ENGINE.detect(alone).edgeCount());
        }
        CoordinationNetwork network = result.network();
        CoordinationNetwork together = ENGINE.detect(Actions.union(layers));
        assertThat(network.edgeCount()).isEqualTo(together.edgeCount());
        for (int e = 0; e < network.edgeCount(); e++) {
            assertThat(network.coActions(e)).isEqualTo(together.coActions(e));
            assertThat(network.weight(e))
                    .isEqualTo(multiplex.weights(e).values().stream()
                            .mapToDouble(w -> w)
                            .sum());
        }
        CoordinationResult most = JOB.withMerge(Multiplex.Combination.UNION).detect(layers);
        for (int e = 0; e < network.edgeCount(); e++) {
            assertThat(most.network().weight(e)).isLessThanOrEqualTo(network.weight(e));
        }

        Map<String, Actions> turned = new LinkedHashMap<>();
        turned.put("hashtag", actions("y", 2));
        turned.put("url", actions("x", 1));
        assertSame(JOB.detect(turned).network(), network);
    }

    @Test
    void everyBackboneSelectsFromTheNetworkOfOneLayerAndOfSeveral() {
        Actions x = actions("x", 1);
        for (Map<String, Actions> layers : List.of(Map.of("url", x), Map.of("url", x, "hashtag", actions("y", 2)))) {
            BACKBONES.forEach((name, backbone) -> {
                CoordinationResult result = JOB.withBackbone(backbone).detect(layers);
                assertThat(result.selection().count())
                        .as(name)
                        .isEqualTo(backbone.select(result.network(), result::evidence)
                                .count())
                        // Who is on every object is so by chance to a null that knows only how active people are.
                        .isBetween(
                                name.equals("hypergeometric") ? 0 : 1,
                                result.network().edgeCount());
                assertThat(result.selection().backbone().edgeCount())
                        .isEqualTo(result.selection().count());
                if (name.equals("all")) {
                    assertThat(result.selection().count())
                            .isEqualTo(result.network().edgeCount());
                }
                if (name.equals("both")) {
                    CoordinationNetwork kept = result.selection().backbone();
                    List<String> ends = new ArrayList<>();
                    for (int e = 0; e < kept.edgeCount(); e++) {
                        ends.add(kept.account(kept.source(e)));
                        ends.add(kept.account(kept.target(e)));
                    }
                    assertThat(ends).as("nobody but the ring").allMatch(a -> a.startsWith("ring"));
                }
            });
        }
    }

    @Test
    void withoutActionsThereIsAnEmptyNetwork() {
        Actions none = Actions.of(List.of());
        for (Map<String, Actions> layers :
                List.of(Map.of("url", none), Map.of("url", none, "hashtag", Actions.of(List.of())))) {
            BACKBONES.forEach((name, backbone) -> {
                CoordinationResult result = JOB.withBackbone(backbone).detect(layers);
                assertThat(result.network().edgeCount()).as(name).isZero();
                assertThat(result.selection().count()).isZero();
            });
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JOB.detect(Map.of()))
                .withMessage("there must be at least one layer");
    }

    @Test
    void settingsChangeACopyOnly() {
        Actions actions = actions("x", 1);
        int half = JOB.detect(Map.of("url", actions)).selection().count();
        JOB.withBackbone(Backbone.all());
        JOB.withEngine(ENGINE.withMinObjects(1_000));
        JOB.withMerge(Multiplex.Combination.UNION);
        assertThat(JOB.detect(Map.of("url", actions)).selection().count()).isEqualTo(half);
        assertThat(JOB.withBackbone(Backbone.all())
                        .detect(Map.of("url", actions))
                        .selection()
                        .count())
                .isGreaterThan(half);
        assertThat(JOB.withEngine(ENGINE.withMinObjects(1_000))
                        .detect(Map.of("url", actions))
                        .network()
                        .edgeCount())
                .isZero();
    }

    @Test
    void theWholeJobFromPostsToABackbone() {
        CorpusBuilder builder = Corpus.builder().withKinds(PostLayers.kinds());
        Simulator.withDefaults().withPosts(3_000).withSeed(4).withCampaigns(2).run((post, label) -> builder.post(post));
        Corpus corpus = builder.build();
        Map<String, Actions> layers =
                PostLayers.of(corpus, Names.plain(corpus)).actions(List.of("text-cluster", "url", "hashtag"));
        CoordinationResult result =
                JOB.withBackbone(ConfigurationNull.withDefaults()).detect(layers);
        assertThat(result.layers().orElseThrow().layers()).hasSize(3);
        assertThat(result.network().accountCount()).isLessThanOrEqualTo(corpus.accounts());
        assertThat(result.selection().count()).isBetween(1, result.network().edgeCount());
        assertSame(
                JOB.withBackbone(ConfigurationNull.withDefaults())
                        .detect(layers)
                        .network(),
                result.network());
    }
}
