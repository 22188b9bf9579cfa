/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two runs beside each other. */
final class CompareCommandTest extends WithPartner {
    @Test
    void runsAreCompared() throws IOException {
        Path small = folder.resolve("small.jsonl");
        try (Stream<String> lines = Files.lines(partner.posts())) {
            Files.write(
                    small,
                    lines.filter(l -> !l.contains("pusher6") && !l.contains("pusher7"))
                            .toList());
        }
        Path before = folder.resolve("before");
        assertThat(Run.of("detect", small, "--out", before, "--formats", "json").exit())
                .isZero();
        Run text = Run.of("compare", before, partner.run());
        assertThat(text.exit()).as(text.err()).isZero();
        assertThat(text.out()).isEqualTo("""
                        0 appeared, 1 grew, 0 stayed, 0 shrank, 0 ended
                          grew     C1 -> C1: accounts 6 -> 8 (6 in common), posts 24 -> 32 (24 in common)
                        """);
        assertThat(Run.of("compare", partner.run(), before, "--format", "csv").lines())
                .containsExactly(
                        "state,before,after,accounts_before,accounts_after,accounts_common,posts_before,posts_after,posts_common",
                        "shrank,C1,C1,8,6,6,32,24,24");
        Path none = folder.resolve("none");
        try (Stream<String> lines = Files.lines(partner.posts())) {
            Files.write(small, lines.filter(l -> !l.contains("pusher")).toList());
        }
        assertThat(Run.of("detect", small, "--out", none, "--formats", "json").exit())
                .isZero();
        assertThat(Run.of("compare", none, partner.run(), "--format", "json").out())
                .contains("\"schema\" : \"vigie-comparison-1\"", "\"state\" : \"appeared\"");
        assertThat(Run.of("compare", partner.run(), none).out()).contains("1 ended", "accounts 8 -> 0");
        Path keyed = folder.resolve("keyed");
        assertThat(Run.of("detect", partner.posts(), "--out", keyed, "--formats", "json", "--key-file", partner.key())
                        .exit())
                .isZero();
        Run mixed = Run.of("compare", keyed, partner.run());
        assertThat(mixed.exit()).isEqualTo(2);
        assertThat(mixed.err()).contains("both runs must have names of one key");
        assertThat(Run.of("compare", folder, partner.run()).exit()).isEqualTo(1);
    }
}
