/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.vigie.graph.coaction.TestActions.ALL;
import static org.vigie.graph.coaction.TestActions.act;
import static org.vigie.graph.coaction.TestActions.random;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.Edge;
import org.vigie.graph.network.ObjectSummary;

/** Co-actions by their definition: which pairs of accounts are joined, and by how much. */
class CoActionsTest {
    @Property(tries = 300)
    void agreesWithTheDefinition(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 120) int rows,
            @ForAll @IntRange(min = 1, max = 9) int accounts,
            @ForAll @IntRange(min = 1, max = 6) int objects,
            @ForAll @IntRange(min = 0, max = 60) int window,
            @ForAll @IntRange(min = 0, max = 4) int minParticipation) {
        List<Action> actions = random(seed, rows, accounts, objects, 40, 200);
        CoordinationNetwork network = ALL.withWindow(Duration.ofMillis(window))
                .withMinParticipation(minParticipation)
                .detect(Actions.of(actions));
        Map<PairOracle.Key, PairOracle.Sum> expected = PairOracle.edges(actions, window, minParticipation);
        assertThat(network.edgeCount()).isEqualTo(expected.size());
        int e = 0;
        for (Map.Entry<PairOracle.Key, PairOracle.Sum> entry : expected.entrySet()) {
            PairOracle.Sum sum = entry.getValue();
            Edge edge = network.edge(e);
            assertThat(network.account(edge.source())).isEqualTo(entry.getKey().source());
            assertThat(network.account(edge.target())).isEqualTo(entry.getKey().target());
            assertThat(edge.coActions()).isEqualTo(sum.coActions);
            assertThat(edge.weight()).isEqualTo(sum.coActions);
            assertThat(edge.objects()).isEqualTo(sum.objects.size());
            assertThat(edge.sumDelta()).isEqualTo(sum.sum);
            assertThat(network.meanDelta(e)).isEqualTo((double) sum.sum / sum.coActions);
            assertThat(network.minDelta(e)).isEqualTo(sum.min);
            assertThat(edge.sourceContents()).isEqualTo(sum.sourceContents.size());
            assertThat(edge.targetContents()).isEqualTo(sum.targetContents.size());
            assertThat(edge.twiceLead()).isEqualTo((int) (2 * sum.lead));
            assertThat(network.lead(e)).isEqualTo(sum.lead / sum.coActions).isEqualTo(edge.lead());
            assertThat(network.first(e)).isEqualTo(sum.first);
            assertThat(network.last(e)).isEqualTo(sum.last);
            e++;
        }
    }

    @Property(tries = 50)
    void doesNotDependOnTheOrderOfRows(@ForAll long seed) {
        List<Action> actions = random(seed, 100, 8, 5, 30, 100);
        List<Action> shuffled = new ArrayList<>(actions);
        Collections.shuffle(shuffled, new Random(seed));
        CoActions engine = ALL.withWindow(Duration.ofMillis(20));
        CoordinationNetwork one = engine.detect(Actions.of(actions));
        CoordinationNetwork other = engine.detect(Actions.of(shuffled));
        assertThat(IntStream.range(0, one.edgeCount()).mapToObj(one::edge))
                .containsExactlyElementsOf(IntStream.range(0, other.edgeCount())
                        .mapToObj(other::edge)
                        .toList());
    }

    @Test
    void theEarliestOfSeveralOriginalsIsTheAuthors() {
        List<Action> rows = List.of(
                act("b", "o1", "o1", 5), act("a", "o1", "o1", 9), act("c", "o1", "c1", 10), act("d", "o1", "c2", 11));
        List<Action> backwards = new ArrayList<>(rows);
        Collections.reverse(backwards);
        for (List<Action> order : List.of(rows, backwards)) {
            CoordinationNetwork network = ALL.withWindow(Duration.ofMillis(20)).detect(Actions.of(order));
            assertThat(IntStream.range(0, network.edgeCount())
                            .mapToObj(e -> network.account(network.source(e)) + network.account(network.target(e))))
                    .containsExactly("ac", "ad", "cd");
        }
    }

    @Test
    void anAuthorDoesNotActOnTheirOwnObject() {
        Actions actions = Actions.of(List.of(
                act("author", "post", "post", 0),
                act("author", "post", "self-repost", 5),
                act("fan", "post", "r1", 5),
                act("friend", "post", "r2", 6)));
        CoordinationNetwork network = ALL.detect(actions);
        assertThat(network.withoutIsolates().accounts()).containsExactly("fan", "friend");
        Actions ids = Actions.ofIds(
                        new int[] {0, 1, 2},
                        new int[] {0, 0, 0},
                        new int[] {0, 1, 2},
                        new long[] {0, 1, 2},
                        i -> "a" + i,
                        i -> "o" + i,
                        i -> "c" + i)
                .withAuthors(new int[] {1});
        assertThat(ALL.detect(ids).withoutIsolates().accounts()).containsExactly("a0", "a2");
    }

    @Property(tries = 100)
    void streamsThePairsOfTheEdgesAndProvesThem(@ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int least) {
        Actions actions = Actions.of(random(seed, 80, 6, 4, 20, 100));
        CoActions engine = ALL.withWindow(Duration.ofMillis(15)).withMinParticipation(least);
        CoordinationNetwork network = engine.detect(actions);
        int[] streamed = new int[network.edgeCount()];
        engine.forEachPair(actions, (first, second, delta) -> {
            assertThat(delta)
                    .isEqualTo(actions.millis(second) - actions.millis(first))
                    .isBetween(0L, 15L);
            int u = network.find(actions.accountName(actions.account(first))).orElseThrow();
            int v = network.find(actions.accountName(actions.account(second))).orElseThrow();
            streamed[network.findEdge(u, v).orElseThrow()]++;
        });
        EdgeEvidence evidence = engine.evidence(actions);
        for (int e = 0; e < streamed.length; e++) {
            assertThat(streamed[e]).isEqualTo(network.coActions(e));
            List<CoAction> proof = evidence.between(
                    network.account(network.target(e)), network.account(network.source(e)), Integer.MAX_VALUE);
            assertThat(proof).hasSize(network.coActions(e));
            assertThat(proof.stream().mapToLong(c -> c.delta().toMillis()).min())
                    .hasValue(network.minDelta(e));
        }
    }

    @Test
    void summarisesObjectsAndPopulation() {
        CoordinationNetwork network = ALL.withWindow(Duration.ofMillis(10))
                .detect(Actions.of(List.of(
                        act("b", "x", "1", 0),
                        act("a", "x", "2", 10),
                        act("a", "x", "3", 5),
                        act("c", "x", "4", 100),
                        act("d", "y", "5", 0))));
        assertThat(network.accounts()).containsExactly("a", "b", "c", "d");
        assertThat(network.actions(0)).isEqualTo(2);
        assertThat(network.accountObjects(0)).isEqualTo(1);
        assertThat(network.population().accounts()).isEqualTo(4);
        assertThat(network.population().objects()).isEqualTo(2);
        assertThat(network.population().incidences()).isEqualTo(4);
        assertThat(network.population().coIncidences()).isEqualTo(1);
        assertThat(network.population().accountPairs()).isEqualTo(6);
        assertThat(network.population().shared())
                .containsExactly(new ObjectSummary("x", 4, 3, 2, 1, Duration.ofMillis(10)));
        assertThat(network.population().shared().get(0).share()).isEqualTo(1.0 / 3);
    }

    @Test
    void windowIsInclusiveAndEqualTimesLeadHalf() {
        CoordinationNetwork network = ALL.withWindow(Duration.ofSeconds(10))
                .detect(Actions.of(List.of(
                        act("A", "o", "1", 0),
                        act("B", "o", "2", 10_000),
                        act("C", "o", "3", 20_001),
                        act("D", "o", "4", 20_001))));
        assertThat(network.edgeCount()).isEqualTo(2);
        assertThat(network.lead(0)).isEqualTo(1);
        assertThat(network.lead(1)).isEqualTo(0.5);
    }

    @Test
    void sortsAccountsByBytes() {
        // U+FF5E is below U+1F600 by code point and by UTF-8, above it by UTF-16.
        List<String> names = List.of("\uD83D\uDE00", "\uFF5E", "", "é", "z", "\uD800");
        List<Action> actions = new ArrayList<>();
        for (String name : names) {
            actions.add(act(name, "o", "c" + name, 0));
        }
        assertThat(ALL.detect(Actions.of(actions)).accounts())
                .containsExactly("", "z", "é", "\uFF5E", "\uD800", "\uD83D\uDE00");
    }

    @Test
    void takesNothingAndExtremeTimes() {
        assertThat(ALL.detect(Actions.of(List.of())).edgeCount()).isZero();
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            actions.add(act("a" + i, "o", "c" + i, (i % 2 == 0 ? 1 : -1) * ((1L << 61) - i)));
        }
        CoordinationNetwork network = ALL.withWindow(Duration.ofMillis(2)).detect(Actions.of(actions));
        assertThat(network.edgeCount()).isEqualTo(58);
        assertThat(ALL.withoutWindow().detect(Actions.of(actions)).edgeCount()).isEqualTo(2 * 30 * 29 / 2);
    }

    @Test
    void keepsTheNumbersOfTheCaller() {
        Actions actions = Actions.ofIds(
                        new int[] {7, 2, 5},
                        new int[] {1, 1, 0},
                        new int[] {0, 1, 2},
                        new long[] {4, 9, 9},
                        i -> "account " + i,
                        i -> "o" + i,
                        i -> "c" + i)
                .withAccountCount(10);
        for (CoordinationNetwork network : List.of(
                ALL.detect(actions),
                ALL.detect(actions.between(0, 10)),
                ALL.detect(actions).filter(e -> true),
                ALL.detect(actions).reweight(e -> 3))) {
            assertThat(network.accountCount()).isEqualTo(10);
            assertThat(network.edgeCount()).isEqualTo(1);
            assertThat(network.source(0)).isEqualTo(2);
            assertThat(network.target(0)).isEqualTo(7);
            assertThat(network.degree(9)).isZero();
            assertThat(network.account(9)).isEqualTo("account 9");
            assertThat(network.actions(5)).isEqualTo(1);
            assertThat(network.actions(9)).isZero();
            assertThat(network.population().accounts()).isEqualTo(3);
        }
        CoordinationNetwork network = ALL.detect(actions);
        EdgeEvidence evidence = ALL.evidence(actions);
        List<Integer> rows = new ArrayList<>();
        assertThat(evidence.between(2, 7, 9, (first, second, delta) -> {
                    rows.add(first);
                    rows.add(second);
                }))
                .isEqualTo(1);
        assertThat(rows).containsExactly(0, 1);
        assertThat(evidence.between(7, 7, 9, (first, second, delta) -> rows.clear()))
                .isZero();
        // The same by number, by name, and for accounts that are not in the actions.
        assertThat(evidence.timings(network))
                .isEqualTo(evidence.timings(network.select(new int[] {9, 7, 2})))
                .isNotEqualTo(evidence.timings(network.withNames(i -> "stranger " + i)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> actions.withAccountCount(7))
                .withMessage("accounts must be >= 10 but were 7");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> evidence.between(2, 10, 9, (first, second, delta) -> rows.clear()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withThreads(0))
                .withMessage("threads must be >= 1 but was 0");
    }

    @Test
    void rejects() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withWindow(Duration.ofMillis(-1)))
                .withMessage("window must be >= 0 and at most 2^60 ms but was PT-0.001S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withMinParticipation(-1))
                .withMessage("min participation must be >= 0 but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withMinCoActions(0))
                .withMessage("min co-actions must be >= 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withMinObjects(0))
                .withMessage("min objects must be >= 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withPairLimit(0))
                .withMessage("pair limit must be >= 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withTotalPairLimit(0))
                .withMessage("total pair limit must be >= 1 but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Actions.of(List.of(act("a", "o", "c", 1L << 62))))
                .withMessage("times must be within 2^61 ms of 1970 but one was 4611686018427387904");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Actions.ofIds(new int[1], new int[1], new int[2], new long[1], i -> "", i -> "", i -> ""))
                .withMessage("columns must have one length but had 1, 1, 2, 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Actions.ofIds(new int[] {-3}, new int[1], new int[1], new long[1], i -> "", i -> "", i -> ""))
                .withMessage("accounts must be >= 0 but one was -3");
    }
}
