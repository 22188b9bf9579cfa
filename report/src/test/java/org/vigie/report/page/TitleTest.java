/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Names;
import org.vigie.report.TestFindings;

class TitleTest {
    private static String title(String text) {
        Findings findings = TestFindings.of(List.of("w", "x", "y", "z"), List.of(text), "tag", "a.example");
        return Title.of(findings.campaigns().get(0), Names.plain(findings.corpus()), Messages.of(Locale.ENGLISH));
    }

    @Test
    void leavesOutWhomAPostSpeaksTo() {
        assertThat(title("RT .@ann @ben The lamps stay dark")).isEqualTo("The lamps stay dark");
        assertThat(title("The lamps @ann stay dark")).isEqualTo("The lamps @ann stay dark");
        assertThat(title("@ann @ben")).isEqualTo("@ben");
    }

    @Test
    void anyNumberOfNamesMayStandBefore() {
        assertThat(title("@a ".repeat(200_000) + "The lamps stay dark")).isEqualTo("The lamps stay dark");
    }
}
