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
                .startsWith("# Benchmarks: text\n\nTables of `vigie-bench`")
                .contains("\n\n## Hash[n=1]\n\nMade by `./vigie-bench quick` on 2")
                .endsWith("""


                        | subject | time, ns/op | recall |
                        |---|---|---|
                        | vigieHash | 2.5 | 1 |
                        | peerHash | 12346 (4938x) |  |
                        """);
        assertThat(folder.resolve("other.md")).exists();
    }

    @Test
    void aPartialRunReplacesItsTablesAndKeepsTheRest(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("text.md");
        String before = """
                # Benchmarks: text

                Made by `A` on 2020-01-01.

                ## Hash[n=1]

                | subject | x |
                |---|---|
                | vigie | 1 |
                """;
        String between = "\nA remark by hand.\n";
        String after = "\n## Hash[n=10]\n\n| subject | x |\n|---|---|\n| vigie | 2 |\n";
        Files.writeString(page, before + between + after);
        for (double value : new double[] {7, 8}) {
            Measurements run = new Measurements();
            run.group("text", "Hash[n=1]").more("vigie", "x", value, "");
            run.group("text", "New").more("vigie", "y", value, "");
            new Pages("./vigie-bench full text.Hash").update(run.all(), folder);
        }
        String made = "Made by `./vigie-bench full text.Hash` on ";
        assertThat(Files.readString(page).replaceAll(made + ".*", made))
                .isEqualTo("# Benchmarks: text\n\nMade by `A` on 2020-01-01.\n\n## Hash[n=1]\n\n" + made
                        + "\n\n| subject | x |\n|---|---|\n| vigie | 8 |\n" + between + after + "\n## New\n\n" + made
                        + "\n\n| subject | y |\n|---|---|\n| vigie | 8 |\n");
    }

    @Test
    void onlyWholeTablesAreNamedByAStudy() {
        Measurements run = new Measurements();
        run.group("text", "Hash[n=1, m=2]").more("vigie", "x", 1, "");
        assertThat(run.all().get(0).study()).isEqualTo("text.Hash");
    }

    @Test
    void numbersHaveFourDigitsAndNoExponent() {
        assertThat(Pages.digits(0.000012345)).isEqualTo("0.00001235");
        assertThat(Pages.digits(1234567.8)).isEqualTo("1234568");
        assertThat(Pages.digits(0)).isEqualTo("0");
        assertThat(Pages.digits(Double.NaN)).isEqualTo("-");
    }
}
