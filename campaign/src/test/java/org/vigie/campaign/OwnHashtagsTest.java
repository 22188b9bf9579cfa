/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a hashtag that a group has to itself is where it meets, or what it made for its lines. */
class OwnHashtagsTest extends PoolScene {
    /** A dozen accounts for a month under a hashtag that nobody else uses; a share of their posts there is of a stock. */
    private void post(double stock) {
        List<String> lines = lines(10);
        for (int i = 0; i < 12; i++) {
            ownWords("fan" + i, 4);
            for (int post = 0; post < 12; post++) {
                String text = random.nextDouble() < stock ? lines.get(random.nextInt(lines.size())) : line();
                scene.add(
                        scene.post("fan" + i, random.nextDouble() * MONTH, text).hashtags(List.of("goriverside")));
            }
        }
    }

    @Test
    void fansWhoseLinesAreSometimesTheSameAreNone() {
        post(0.3);
        assertThat(campaigns()).isEmpty();
    }

    @Test
    void thoseWhoSayLittleElseUnderItAreOne() {
        post(0.9);
        assertThat(campaigns())
                .singleElement()
                .satisfies(accounts -> assertThat(accounts).hasSize(12));
    }
}
