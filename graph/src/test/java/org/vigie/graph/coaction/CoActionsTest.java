/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.Edge;
import org.vigie.graph.network.ObjectSummary;

class CoActionsTest {
    private static final CoActions ALL = CoActions.withDefaults().withMinParticipation(0);

    static Action act(String account, String object, String content, long millis) {
        return new Action(account, object, content, Instant.ofEpochMilli(millis));
    }

    static List<Action> random(long seed, int rows, int accounts, int objects, int contents, int span) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Action> result = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            // Content names meet object names now and then: originals of authors.
            result.add(act(
                    "a" + random.nextInt(accounts),
                    "o" + random.nextInt(objects),
                    (random.nextInt(30) == 0 ? "o" : "c") + random.nextInt(contents),
                    random.nextInt(span)));
        }
        return result;
    }

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
    void shortensTheWindowOfHotObjectsAndReportsIt() {
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            actions.add(act("a" + i, "hot", "c" + i, i));
            actions.add(act("a" + i, "flat", "d" + i, 7));
        }
        actions.add(act("a1", "cool", "e1", 0));
        actions.add(act("a2", "cool", "e2", 50));
        CoordinationNetwork network =
                ALL.withWindow(Duration.ofMillis(50)).withPairLimit(300).detect(Actions.of(actions));
        // 99 + 98 + 97 pairs are at most 3 ms apart; one millisecond more and 390 pairs exceed the limit.
        assertThat(network.population().limited())
                .extracting(ObjectSummary::object, o -> o.window().toMillis(), ObjectSummary::coActions)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("hot", 3L, 294L),
                        org.assertj.core.groups.Tuple.tuple("flat", -1L, 0L));
        assertThat(network.edgeCount()).isEqualTo(294);
        int v1 = network.find("a1").orElseThrow();
        assertThat(network.coActions(
                        network.findEdge(v1, network.find("a2").orElseThrow()).orElseThrow()))
                .isEqualTo(2);
    }

    @Test
    void ofManyPairsTheHottestObjectsGiveWay() {
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            actions.add(act("a" + i, "hot", "h" + i, i));
        }
        for (int i = 0; i < 20; i++) {
            actions.add(act("a" + i, "warm", "w" + i, i));
        }
        actions.add(act("a1", "cool", "e1", 0));
        actions.add(act("a2", "cool", "e2", 50));
        CoActions engine = ALL.withWindow(Duration.ofSeconds(1));
        // 4,950 pairs, 190 and 1: of 500, the cool and the warm one keep theirs, and 309 are left.
        CoordinationNetwork network = engine.withTotalPairLimit(500).detect(Actions.of(actions));
        assertThat(network.population().limited())
                .extracting(ObjectSummary::object, o -> o.window().toMillis(), ObjectSummary::coActions)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("hot", 3L, 294L));
        // Of 100, the cool one keeps its pair, and 49 are for each of the others.
        assertThat(engine.withTotalPairLimit(100)
                        .detect(Actions.of(actions))
                        .population()
                        .limited())
                .extracting(ObjectSummary::object, ObjectSummary::coActions)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("hot", 0L),
                        org.assertj.core.groups.Tuple.tuple("warm", 37L));
        assertThat(engine.withTotalPairLimit(5141).detect(Actions.of(actions)))
                .isEqualTo(engine.detect(Actions.of(actions)));
        assertThat(engine.withTotalPairLimit(1).detect(Actions.of(actions)).edgeCount())
                .as("every object keeps the right to one pair")
                .isEqualTo(1);
    }

    @Test
    void dropsLightEdgesWhileSweeping() {
        Actions actions = Actions.of(random(5, 400, 25, 8, 1000, 100));
        CoActions engine = ALL.withWindow(Duration.ofMillis(10));
        CoordinationNetwork all = engine.detect(actions);
        CoordinationNetwork heavy = engine.withMinCoActions(4).withMinObjects(3).detect(actions);
        assertThat(heavy).isEqualTo(all.filter(e -> all.coActions(e) >= 4 && all.objects(e) >= 3));
        assertThat(heavy.edgeCount()).isPositive().isLessThan(all.edgeCount());
    }

    private static final List<EdgeWeight> WEIGHTS = List.of(EdgeWeight.values());

    @Property(tries = 200)
    void severalWindowsAtOnceAreEachWindowAlone(
            @ForAll long seed, @ForAll @Size(max = 6) List<@IntRange(max = 150) Integer> millis) {
        SplittableRandom random = new SplittableRandom(seed);
        Actions actions = Actions.of(random(seed, 1 + random.nextInt(200), 9, 5, 60, 300));
        List<Duration> windows = millis.stream().map(Duration::ofMillis).toList();
        CoActions engine = ALL.withMinParticipation(random.nextInt(4))
                .withMinObjects(1 + random.nextInt(2))
                .withPairLimit(random.nextBoolean() ? 1 + random.nextInt(200) : Long.MAX_VALUE)
                .withTotalPairLimit(random.nextInt(3) == 0 ? 1 + random.nextInt(900) : Long.MAX_VALUE)
                .withWeight(WEIGHTS.get(random.nextInt(WEIGHTS.size())));
        List<CoordinationNetwork> together = engine.detect(actions, windows);
        assertThat(together).hasSameSizeAs(windows);
        for (int w = 0; w < windows.size(); w++) {
            CoordinationNetwork alone = engine.withWindow(windows.get(w)).detect(actions);
            assertThat(together.get(w)).isEqualTo(alone);
            assertThat(together.get(w).population()).isEqualTo(alone.population());
        }
    }

    @ParameterizedTest
    @EnumSource(EdgeWeight.class)
    void theNumberOfThreadsDoesNotChangeTheNetworks(EdgeWeight weight) {
        SplittableRandom random = new SplittableRandom(8);
        Actions.Builder builder = Actions.builder();
        for (int i = 0; i < 12_000; i++) {
            // Six hot objects: millions of pairs, so that there is work for many threads.
            int account = (int) (300 * Math.pow(random.nextDouble(), 2));
            builder.add("a" + account, "o" + random.nextInt(6), "c" + i / 3, random.nextInt(1000));
        }
        Actions actions = builder.build();
        List<Duration> windows = List.of(Duration.ofMillis(5), Duration.ofMillis(500), Duration.ofMillis(1000));
        CoActions engine = ALL.withMinParticipation(2).withMinObjects(2).withWeight(weight);
        List<CoordinationNetwork> one = engine.withThreads(1).detect(actions, windows);
        List<Timing> timings = engine.withThreads(1).evidence(actions).timings(one.get(0));
        for (int threads : new int[] {2, 3, 8}) {
            assertThat(engine.withThreads(threads).detect(actions, windows)).isEqualTo(one);
            assertThat(engine.withThreads(threads).withWindow(windows.get(1)).detect(actions))
                    .isEqualTo(one.get(1));
            assertThat(engine.withThreads(threads).evidence(actions).timings(one.get(0)))
                    .isEqualTo(timings);
        }
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

    @Test
    void cosineWeighsRareObjectsMore() {
        Actions actions = Actions.of(List.of(
                act("a", "rare", "1", 0),
                act("b", "rare", "2", 0),
                act("a", "common", "3", 0),
                act("c", "common", "4", 0),
                act("d", "common", "5", 0)));
        CoordinationNetwork network = ALL.withWeight(EdgeWeight.TFIDF_COSINE)
                .withWindow(Duration.ZERO)
                .detect(actions);
        double rare = Math.log(5.0 / 3) + 1;
        double common = Math.log(5.0 / 4) + 1;
        double norm = Math.hypot(rare, common);
        assertThat(network.weight(0)).isCloseTo(rare / norm, within(1e-15));
        assertThat(network.weight(1)).isCloseTo(common / norm, within(1e-15));
        assertThat(network.weight(3)).isCloseTo(1, within(1e-15));
        CoordinationNetwork objects = ALL.withWeight(EdgeWeight.OBJECTS)
                .detect(Actions.of(List.of(act("a", "x", "1", 0), act("a", "x", "2", 1), act("b", "x", "3", 2))));
        assertThat(objects.weight(0)).isEqualTo(1);
        assertThat(objects.coActions(0)).isEqualTo(2);
    }

    @Property(tries = 50)
    void shufflesTimesOfContentsInsideAccounts(@ForAll long seed) {
        Actions actions = Actions.of(random(seed, 100, 6, 5, 1_000_000_000, 1000));
        Actions shuffled = actions.shuffledWithinAccounts(seed);
        for (int a = 0; a < actions.accountCount(); a++) {
            int account = a;
            assertThat(IntStream.range(0, 100)
                            .filter(r -> actions.account(r) == account)
                            .mapToLong(shuffled::millis)
                            .sorted()
                            .toArray())
                    .isEqualTo(IntStream.range(0, 100)
                            .filter(r -> actions.account(r) == account)
                            .mapToLong(actions::millis)
                            .sorted()
                            .toArray());
        }
    }

    @Test
    void keepsActionsOfOneContentTogetherWhenShuffled() {
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            actions.add(act("a", "o" + i, "c" + i, i * 1000L));
            actions.add(act("a", "p" + i, "c" + i, i * 1000L));
        }
        Actions shuffled = Actions.of(actions).shuffledWithinAccounts(3);
        for (int i = 0; i < 100; i += 2) {
            assertThat(shuffled.millis(i)).isEqualTo(shuffled.millis(i + 1));
        }
        assertThat(IntStream.range(0, 50)
                        .filter(i -> shuffled.millis(2 * i) == i * 1000L)
                        .count())
                .isLessThan(10);
    }

    @Test
    void selectsPeriodsAndEarlyActions() {
        Actions actions = Actions.of(List.of(
                act("a", "x", "1", 0),
                act("b", "x", "2", 3_600_000),
                act("c", "x", "3", 3_600_001),
                act("d", "y", "4", 5_000_000)));
        assertThat(actions.early(Duration.ofHours(1)).size()).isEqualTo(3);
        assertThat(actions.between(3_600_000, 5_000_000).size()).isEqualTo(2);
        assertThat(actions.between(0, 1).action(0)).isEqualTo(act("a", "x", "1", 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> actions.early(Duration.ofSeconds(-1)))
                .withMessage("lead must be >= 0 but was PT-1S");
    }

    @Test
    void supportCountsContentsOnce() {
        CoordinationNetwork network = ALL.detect(Actions.of(List.of(
                act("a", "#x", "1", 0),
                act("a", "#y", "1", 0),
                act("a", "#z", "1", 0),
                act("b", "#x", "2", 1),
                act("b", "#y", "2", 1),
                act("b", "#z", "2", 1))));
        assertThat(network.objects(0)).isEqualTo(3);
        assertThat(network.support(0)).isEqualTo(1);
    }

    @Test
    void coTargetsNeedSeveralTargets() {
        List<CoTargets.Approach> approaches = List.of(
                new CoTargets.Approach("a", "fake", "t1", "1", Instant.ofEpochMilli(0)),
                new CoTargets.Approach("b", "fake", "t2", "2", Instant.ofEpochMilli(9)),
                new CoTargets.Approach("c", "hello", "t1", "3", Instant.ofEpochMilli(9)),
                new CoTargets.Approach("d", "hello", "t1", "hello", Instant.ofEpochMilli(9)));
        assertThat(ALL.detect(CoTargets.withDefaults().actions(approaches))
                        .withoutIsolates()
                        .accounts())
                .containsExactly("a", "b");
        assertThat(ALL.detect(CoTargets.withDefaults().withMinTargets(1).actions(approaches))
                        .edgeCount())
                .isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CoTargets.withDefaults().withMinTargets(0))
                .withMessage("min targets must be >= 1 but was 0");
    }
}
