/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.coaction.EdgeEvidence;
import org.vigie.graph.network.CoordinationNetwork;

/** What every backbone promises. */
class BackboneContractTest {
    private static final CoActions ENGINE =
            CoActions.withDefaults().withWindow(Duration.ofMinutes(1)).withMinParticipation(0);

    abstract static class Contract {
        abstract Backbone backbone();

        private Backbone.Selection select(Actions actions) {
            return backbone().select(ENGINE.detect(actions), () -> ENGINE.evidence(actions));
        }

        @Test
        void isDeterministic() {
            Actions actions = BackboneTest.planted(4, 20);
            Backbone.Selection one = select(actions);
            Backbone.Selection other = select(actions);
            assertThat(one.count()).isPositive().isLessThan(one.network().edgeCount());
            assertThat(one.backbone()).isEqualTo(other.backbone());
            for (int e = 0; e < one.network().edgeCount(); e++) {
                int edge = e;
                assertThat(one.kept(e)).isEqualTo(other.kept(e));
                assertThat(one.significance().map(s -> s.pValue(edge)))
                        .isEqualTo(other.significance().map(s -> s.pValue(edge)));
            }
        }

        @Test
        void threadsMayShareItAndTheEvidence() throws Exception {
            Actions actions = BackboneTest.planted(4, 20);
            CoordinationNetwork network = ENGINE.detect(actions);
            EdgeEvidence evidence = ENGINE.evidence(actions);
            Backbone backbone = backbone();
            Callable<CoordinationNetwork> question =
                    () -> backbone.select(network, () -> evidence).backbone();
            CoordinationNetwork alone = question.call();
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                for (Future<CoordinationNetwork> answer : threads.invokeAll(Collections.nCopies(12, question))) {
                    assertThat(answer.get()).isEqualTo(alone);
                }
            } finally {
                threads.shutdownNow();
            }
        }

        @Test
        void probabilitiesAreProbabilities() {
            Backbone.Selection selection = select(BackboneTest.planted(4, 20));
            selection.significance().ifPresent(s -> {
                assertThat(s.network()).isSameAs(selection.network());
                for (int e = 0; e < selection.network().edgeCount(); e++) {
                    assertThat(s.pValue(e)).isBetween(0.0, 1.0);
                    assertThat(s.qValue(e)).isBetween(s.pValue(e), 1.0);
                    assertThat(s.expected(e)).isNotNegative().isFinite();
                }
            });
        }

        @Test
        void takesAnEmptyNetwork() {
            Backbone.Selection selection = select(Actions.of(List.of()));
            assertThat(selection.count()).isZero();
            assertThat(selection.backbone()).isEqualTo(selection.network());
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> selection.kept(0));
        }

        @Test
        void takesOneEdge() {
            Backbone.Selection selection = select(Actions.builder()
                    .add("a", "o", "1", 0L)
                    .add("b", "o", "2", 5L)
                    .build());
            assertThat(selection.network().edgeCount()).isEqualTo(1);
            // Two accounts that met once on the only object there is: nobody can call that a discovery.
            assertThat(selection.count()).isZero();
            assertThat(selection.backbone().accountCount()).isEqualTo(2);
        }

        @Test
        void edgesThatAreAllTheSameShareOneFate() {
            Actions.Builder builder = Actions.builder();
            for (int a = 0; a < 12; a++) {
                for (int o = 0; o < 3; o++) {
                    builder.add("a" + a, "o" + o, "c" + a + "-" + o, 3_600_000L * o);
                }
            }
            Backbone.Selection selection = select(builder.build());
            assertThat(selection.network().edgeCount()).isEqualTo(66);
            assertThat(selection.count()).isIn(0, 66);
        }

        @Test
        void doesNotDependOnNumbersOfAccounts() {
            Actions actions = BackboneTest.planted(4, 20);
            CoordinationNetwork network = ENGINE.detect(actions);
            List<Integer> order = new ArrayList<>(
                    IntStream.range(0, network.accountCount()).boxed().toList());
            Collections.shuffle(order, new Random(3));
            CoordinationNetwork permuted =
                    network.select(order.stream().mapToInt(Integer::intValue).toArray());
            EdgeEvidence evidence = ENGINE.evidence(actions);
            assertThat(names(backbone().select(permuted, () -> evidence).backbone()))
                    .isEqualTo(names(backbone().select(network, () -> evidence).backbone()));
        }

        @Test
        void keepsAccountsAndWeights() {
            Backbone.Selection selection = select(BackboneTest.planted(4, 20));
            CoordinationNetwork kept = selection.backbone();
            assertThat(kept.accounts()).isEqualTo(selection.network().accounts());
            assertThat(kept.edgeCount()).isEqualTo(selection.count());
            for (int e = 0; e < kept.edgeCount(); e++) {
                int whole = selection
                        .network()
                        .findEdge(kept.source(e), kept.target(e))
                        .orElseThrow();
                assertThat(selection.kept(whole)).isTrue();
                assertThat(kept.edge(e)).isEqualTo(selection.network().edge(whole));
            }
        }

        private static Set<String> names(CoordinationNetwork network) {
            Set<String> result = new TreeSet<>();
            for (int e = 0; e < network.edgeCount(); e++) {
                String[] ends = {network.account(network.source(e)), network.account(network.target(e))};
                Arrays.sort(ends);
                result.add(String.join(" ", ends));
            }
            return result;
        }
    }

    @Nested
    class Configuration extends Contract {
        @Override
        Backbone backbone() {
            return ConfigurationNull.withDefaults();
        }
    }

    @Nested
    class Hypergeometric extends Contract {
        @Override
        Backbone backbone() {
            return HypergeometricNull.withDefaults();
        }
    }

    @Nested
    class Shuffled extends Contract {
        @Override
        Backbone backbone() {
            return ShuffledNull.withDefaults();
        }
    }

    @Nested
    class Yekutieli extends Contract {
        @Override
        Backbone backbone() {
            return ConfigurationNull.withDefaults()
                    .withCorrection(Correction.BENJAMINI_YEKUTIELI)
                    .withAlpha(0.2);
        }
    }

    @Nested
    class Both extends Contract {
        @Override
        Backbone backbone() {
            return Backbone.both(ConfigurationNull.withDefaults(), ShuffledNull.withDefaults(), 0.05);
        }

        @Test
        void rememberItsParts() {
            Actions actions = BackboneTest.planted(4, 20);
            Significance joint = backbone()
                    .select(ENGINE.detect(actions), () -> ENGINE.evidence(actions))
                    .significance()
                    .orElseThrow();
            assertThat(joint.parts()).hasSize(2);
            assertThat(joint.parts().get(0).parts()).isEmpty();
            assertThat(joint.pValue(0))
                    .isEqualTo(Math.max(
                            joint.parts().get(0).pValue(0), joint.parts().get(1).pValue(0)));
        }
    }

    @Nested
    class Disparity extends Contract {
        @Override
        Backbone backbone() {
            return DisparityFilter.withDefaults();
        }
    }

    @Nested
    class Quantile extends Contract {
        @Override
        Backbone backbone() {
            return WeightQuantile.withDefaults();
        }
    }

    @Test
    void allKeepsAll() {
        CoordinationNetwork network = ENGINE.detect(BackboneTest.planted(4, 2));
        Backbone.Selection selection = Backbone.all().select(network, () -> {
            throw new AssertionError("nobody needs evidence to keep all");
        });
        assertThat(selection.backbone()).isEqualTo(network);
        assertThat(selection.significance()).isEqualTo(Optional.empty());
    }
}
