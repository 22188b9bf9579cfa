/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExpectationTest {
    private final Measurements run = new Measurements();

    ExpectationTest() {
        run.group("area", "Group[n=1]")
                .less("ours", "time", 2, "ns/op")
                .less("theirs", "time", 10, "ns/op")
                .more("ours", "recall", 0.99, "")
                .less("ours", "error", 0.03, "");
    }

    @Test
    void lessTimeThanThePeerIsARatioAboveOne() {
        assertThat(verdict("theirs", "time", 5).met()).isTrue();
        assertThat(verdict("theirs", "time", 5.01).met()).isFalse();
        assertThat(verdict("theirs", "time", 5.01))
                .hasToString("SHORT  area.Group[n=1].ours, time against theirs: 5.00, at least 5.01");
    }

    @Test
    void aShareHasAFloorAndAnErrorABound() {
        assertThat(verdict("", "recall", 0.99).met()).isTrue();
        assertThat(verdict("", "recall", 0.995).met()).isFalse();
        assertThat(verdict("0.03", "error", 1).met()).isTrue();
        assertThat(verdict("0.029", "error", 1).met()).isFalse();
    }

    @Test
    void whatWasNotMeasuredIsNoPass() {
        assertThatThrownBy(() -> verdict("theirs", "speed", 1))
                .hasMessage("not measured: speed of area.Group[n=1].ours");
        assertThatThrownBy(() -> verdict("nobody", "time", 1))
                .hasMessage("no peer nobody beside area.Group[n=1].ours, and a time alone is no expectation");
        assertThatThrownBy(() -> verdict("3", "time", 1)).hasMessageContaining("a time alone is no expectation");
    }

    @Test
    void aNumberThatIsNoneFails() {
        run.group("area", "Other").more("ours", "recall", Double.NaN, "");
        assertThat(new Expectation("area.Other.ours", "", "recall", 0.1, 1)
                        .check(run)
                        .met())
                .isFalse();
    }

    @Test
    void impossibleRowsAreRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("expectations.csv");
        Files.writeString(file, "benchmark,peer,metric,at_least_ratio,median_of_5\na.B.c,d,time,2,1.5\n");
        assertThatThrownBy(() -> Expectation.read(file))
                .hasStackTraceContaining("at_least_ratio must be <= median_of_5 but was 2.0 > 1.5 for a.B.c");
        Files.writeString(file, "benchmark,metric,at_least_ratio,median_of_5,peer\na.B.c,time,2,1.5,d\n");
        assertThatThrownBy(() -> Expectation.read(file)).hasStackTraceContaining("columns must be");
    }

    /** Of a benchmark only what is compared is run: the methods and the parameters of the expectations. */
    @Test
    void expectationsChooseMethodsAndParameters() {
        List<JmhRuns.Chosen> chosen = JmhRuns.Chosen.by(List.of(
                new Expectation("graph.CoAction[actions=100000].detect", "detectJGraphT", "time", 1, 1),
                new Expectation("similarity.Text.shingle", "1", "allocation", 1, 1),
                new Expectation("campaign.Waves[posts=10000].vigie", "", "accounts found", 1, 1)));
        assertThat(chosen)
                .containsExactly(
                        new JmhRuns.Chosen("graph.CoAction.detect", Map.of("actions", Set.of("100000"))),
                        new JmhRuns.Chosen("graph.CoAction.detectJGraphT", Map.of("actions", Set.of("100000"))),
                        new JmhRuns.Chosen("similarity.Text.shingle"));
    }

    /** The file of this repository can be read, and each of its rows names a benchmark or a study that exists. */
    @Test
    void committedExpectationsNameWhatExists() throws IOException {
        for (Expectation expectation : Expectation.read(Path.of("expectations.csv"))) {
            String group = expectation.study();
            assertThat(JmhRuns.names().contains(group + "." + expectation.subject())
                            || Studies.ALL.stream()
                                    .anyMatch(study -> study.key().equals(group)))
                    .as(expectation.benchmark())
                    .isTrue();
        }
    }

    private Expectation.Verdict verdict(String peer, String metric, double atLeast) {
        return new Expectation("area.Group[n=1].ours", peer, metric, atLeast, 100).check(run);
    }
}
