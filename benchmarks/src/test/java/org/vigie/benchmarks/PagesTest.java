/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PagesTest {
    @Test
    void onePageAnAreaAndOneTableAGroup(@TempDir Path folder) throws IOException {
        Measurements run = new Measurements();
        run.group("text", "Hash[n=1]")
                .less("vigieHash", "time", 2.5, "ns/op")
                .less("peerHash", "time", 12345.6, "ns/op")
                .more("vigieHash", "recall", 1, "");
        run.group("other", "Job").less("vigie", "wall", 1, "s");
        new Pages("./vigie-bench quick").write(run.all(), folder);
        assertThat(Files.readString(folder.resolve("text.md")))
                .startsWith("# Benchmarks: text\n\nMade by `./vigie-bench quick` on 2")
                .endsWith("""

                        ## Hash[n=1]

                        | subject | time, ns/op | recall |
                        |---|---|---|
                        | vigieHash | 2.5 | 1 |
                        | peerHash | 12346 (4938x) |  |
                        """);
        assertThat(folder.resolve("other.md")).exists();
    }

    @Test
    void numbersHaveFourDigitsAndNoExponent() {
        assertThat(Pages.digits(0.000012345)).isEqualTo("0.00001235");
        assertThat(Pages.digits(1234567.8)).isEqualTo("1234568");
        assertThat(Pages.digits(0)).isEqualTo("0");
        assertThat(Pages.digits(Double.NaN)).isEqualTo("-");
    }
}
