/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllPostsTest {
    /** A row is at most 200 bytes in Latin letters: 50,000 rows are ten megabytes. */
    @Test
    void thePageHasRoomForFiveLargeCampaigns() {
        int[] five = {10_000, 10_000, 10_000, 10_000, 10_000};
        assertThat(AllPosts.shown(five)).containsOnly(10_000);
        int[] many = {30_000, 30_000, 5, 30_000};
        assertThat(AllPosts.shown(many)).containsExactly(30_000, 20_000, 0, 0);
        assertThat(AllPosts.shown(new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE}))
                .containsExactly(50_000, 0);
    }

    @Test
    void aTextThatEndsInAnEllipsisWasCutBefore() {
        assertThat(AllPosts.isCut("what was sa\u2026")).isTrue();
        assertThat(AllPosts.isCut("what was sa\u2026 https://t.example/1 http://t.example/2 "))
                .isTrue();
        assertThat(AllPosts.isCut("what was said https://t.exam\u2026")).isTrue();
        assertThat(AllPosts.isCut("what \u2026 was said https://t.example/1")).isFalse();
        assertThat(AllPosts.isCut("")).isFalse();
        assertThat(AllPosts.isCut("https://t.example/1 ".repeat(100_000))).isFalse();
    }
}
