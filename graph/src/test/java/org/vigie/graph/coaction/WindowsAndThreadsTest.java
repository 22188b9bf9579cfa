/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.graph.coaction.TestActions.ALL;
import static org.vigie.graph.coaction.TestActions.random;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.graph.network.CoordinationNetwork;

/** Several windows at once, and several threads, give what one alone does. */
class WindowsAndThreadsTest {
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
}
