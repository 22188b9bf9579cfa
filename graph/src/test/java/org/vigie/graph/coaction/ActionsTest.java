/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.vigie.graph.coaction.TestActions.act;
import static org.vigie.graph.coaction.TestActions.random;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Actions themselves: shuffled, and of a part of the time. */
class ActionsTest {
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
                .withMessage("lead must be >= 0 and at most 2^60 ms but was PT-1S");
    }

    @Test
    void aNameThatIsNullIsRefusedWhenItIsAdded() {
        Actions.Builder builder = Actions.builder();
        assertThatNullPointerException()
                .isThrownBy(() -> builder.add(null, "x", "1", 0))
                .withMessage("accountName");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.add("a", null, "1", 0))
                .withMessage("objectName");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.add("a", "x", null, 0))
                .withMessage("contentName");
        assertThat(builder.build().size()).isZero();
    }
}
