/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.backbone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.core.stats.Tails;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.NetworkBuilder;
import org.vigie.graph.network.ObjectSummary;

class BackboneTest {
    /** Accounts share objects at random over a day; ten of them share thirty more within seconds. */
    static Actions planted(long seed, int ringObjects) {
        SplittableRandom random = new SplittableRandom(seed);
        Actions.Builder builder = Actions.builder();
        int content = 0;
        for (int i = 0; i < 12_000; i++) {
            int account = (int) (400 * Math.pow(random.nextDouble(), 2));
            int object = (int) (300 * Math.pow(random.nextDouble(), 3));
            builder.add("a" + account, "o" + object, "c" + content++, random.nextLong(86_400_000));
        }
        for (int o = 0; o < ringObjects; o++) {
            long time = random.nextLong(86_400_000);
            for (int a = 0; a < 10; a++) {
                builder.add("ring" + a, "o" + random.nextInt(300), "c" + content++, random.nextLong(86_400_000));
                builder.add("ring" + a, "p" + o, "c" + content++, time + random.nextLong(20_000));
            }
        }
        return builder.build();
    }

    private static final CoActions ENGINE =
            CoActions.withDefaults().withWindow(Duration.ofMinutes(1)).withMinParticipation(0);

    @Test
    void configurationNullFindsThePlantedRingAndLittleElse() {
        CoordinationNetwork network = ENGINE.detect(planted(1, 30));
        CoordinationNetwork backbone =
                ConfigurationNull.withDefaults().test(network).backbone(0.01);
        long ring = IntStream.range(0, backbone.edgeCount())
                .filter(e -> backbone.account(backbone.source(e)).startsWith("ring")
                        && backbone.account(backbone.target(e)).startsWith("ring"))
                .count();
        assertThat(ring).isEqualTo(45);
        assertThat(backbone.edgeCount()).isEqualTo(45);
    }

    @Test
    void configurationNullIsQuietOnChance() {
        int called = 0;
        for (int seed = 2; seed < 12; seed++) {
            Significance s = ConfigurationNull.withDefaults().test(ENGINE.detect(planted(seed, 0)));
            called += s.count(0.05) > 0 ? 1 : 0;
            assertThat(s.tests()).isEqualTo(s.network().population().accountPairs());
        }
        // Under a true null the false-discovery rate is the chance of any call: 10 runs at 0.05.
        assertThat(Tails.binomial(called, 10, 0.05)).isGreaterThan(0.01);
    }

    @Test
    void configurationNullExpectsTheSumOverObjects() {
        CoordinationNetwork network = ENGINE.detect(planted(3, 5));
        Significance s = ConfigurationNull.withDefaults().test(network);
        double m = network.population().incidences();
        for (int e = 0; e < network.edgeCount(); e += 97) {
            double lambda = 0;
            for (ObjectSummary o : network.population().shared()) {
                double one = Math.min(1, network.accountObjects(network.source(e)) * (double) o.accounts() / m);
                double other = Math.min(1, network.accountObjects(network.target(e)) * (double) o.accounts() / m);
                lambda += one * other * o.share() * (o.accounts() - 1) / o.accounts();
            }
            assertThat(s.expected(e)).isCloseTo(lambda, within(1e-12));
            assertThat(s.pValue(e)).isEqualTo(Tails.poisson(network.objects(e), s.expected(e)));
        }
    }

    @Test
    void yekutieliIsStricter() {
        CoordinationNetwork network = ENGINE.detect(planted(1, 30));
        Significance s = ConfigurationNull.withDefaults()
                .withCorrection(Correction.BENJAMINI_YEKUTIELI)
                .test(network);
        Significance t = ConfigurationNull.withDefaults().test(network);
        assertThat(IntStream.range(0, network.edgeCount())).allMatch(e -> s.qValue(e) >= t.qValue(e));
    }

    @Test
    void shuffledNullFindsTheRingAndIsQuietOnItsOwnShuffles() {
        Actions actions = planted(5, 30);
        Significance found = ShuffledNull.withDefaults().test(ENGINE, actions);
        CoordinationNetwork backbone = found.backbone(0.05);
        assertThat(IntStream.range(0, backbone.edgeCount())
                        .filter(e -> backbone.account(backbone.source(e)).startsWith("ring"))
                        .count())
                .isEqualTo(45);
        assertThat(backbone.edgeCount()).isEqualTo(45);
        for (int seed = 77; seed < 87; seed++) {
            Significance quiet = ShuffledNull.withDefaults().test(ENGINE, actions.shuffledWithinAccounts(seed));
            assertThat(quiet.count(0.05)).isZero();
        }
        assertThat(ShuffledNull.withDefaults().test(ENGINE, actions).backbone(0.05))
                .isEqualTo(backbone);
    }

    @Test
    void bothNullsKeepWhatNeitherExplains() {
        Actions actions = planted(6, 30);
        Significance timing = ShuffledNull.withDefaults().test(ENGINE, actions);
        Significance sharing = ConfigurationNull.withDefaults().test(timing.network());
        Significance both = sharing.and(timing);
        for (int e = 0; e < both.network().edgeCount(); e++) {
            assertThat(both.pValue(e)).isEqualTo(Math.max(timing.pValue(e), sharing.pValue(e)));
        }
        assertThat(both.backbone(0.05).edgeCount()).isGreaterThanOrEqualTo(45);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> both.and(HypergeometricNull.withDefaults().test(star())))
                .withMessageStartingWith("both results must be of one network but were of CoordinationNetwork[");
    }

    private static CoordinationNetwork star(double... weights) {
        NetworkBuilder builder = CoordinationNetwork.builder(
                IntStream.rangeClosed(0, weights.length).mapToObj(i -> "v" + i).toList());
        for (int i = 0; i < weights.length; i++) {
            builder.edge(0, i + 1, weights[i]);
        }
        return builder.build();
    }

    @Test
    void disparityLooksAtBothEnds() {
        CoordinationNetwork network = star(8, 1, 1);
        double[] alphas = DisparityFilter.withDefaults().alphas(network);
        assertThat(alphas).containsExactly(new double[] {0.04, 0.81, 0.81}, within(1e-15));
        assertThat(DisparityFilter.withDefaults().backbone(network).edgeCount()).isEqualTo(1);
        assertThat(DisparityFilter.withDefaults().alphas(star(3))).containsExactly(1);
    }

    @Test
    void quantileIsStrict() {
        CoordinationNetwork network = star(1, 1, 1, 2, 4);
        assertThat(WeightQuantile.withDefaults().threshold(network)).isEqualTo(1);
        assertThat(WeightQuantile.withDefaults().backbone(network).edgeCount()).isEqualTo(2);
        assertThat(WeightQuantile.withDefaults()
                        .withQuantile(1)
                        .backbone(network)
                        .edgeCount())
                .isZero();
        assertThat(WeightQuantile.withDefaults().backbone(star()).edgeCount()).isZero();
    }

    @Test
    void rejects() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightQuantile.withDefaults().withQuantile(Double.NaN))
                .withMessage("quantile must be in [0, 1] but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DisparityFilter.withDefaults().withAlpha(0))
                .withMessage("alpha must be in (0, 1] but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightQuantile.withDefaults().threshold(star()))
                .withMessage("a threshold needs at least 1 edge but the network has 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConfigurationNull.withDefaults().test(star()).count(1.7))
                .withMessage("alpha must be in (0, 1] but was 1.7");
        for (Backbone drawn : List.of(
                ConfigurationNull.withDefaults(), HypergeometricNull.withDefaults(), ShuffledNull.withDefaults())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> drawn.select(star(1), () -> ENGINE.evidence(Actions.of(List.of()))))
                    .withMessage("a null needs a network drawn from actions but the population of"
                            + " CoordinationNetwork[accounts=2, edges=1] has none");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HypergeometricNull.withDefaults().withAlpha(Double.NaN))
                .withMessage("alpha must be in (0, 1] but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backbone.both(Backbone.all(), Backbone.all(), 0))
                .withMessage("alpha must be in (0, 1] but was 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backbone.both(Backbone.all(), Backbone.all(), 1)
                        .select(star(1), () -> ENGINE.evidence(Actions.of(List.of()))))
                .withMessage("both backbones must test a null but one does not");
    }
}
