/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageCommandTest {
    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void partsHaveOffsetsAndEndWithAnEmptyLine() throws IOException {
        String line = "Le gouvernement a menti sur les chiffres. They do not want you to see this video.";
        Run run = Run.of("language", "--lines", "--spans", file("l.txt", line + "\n12345\n"));
        assertThat(run.exit()).isZero();
        int cut = line.indexOf("They");
        assertThat(run.lines())
                .containsExactly("0\t" + cut + "\tfr", cut + "\t" + line.length() + "\ten", "", "0\t5\tund", "");
    }

    @Test
    void unsurePartsAreUndetermined() {
        assertThat(Run.withInput("asdfghjkl\n", "language", "--spans", "--abstain")
                        .lines())
                .containsExactly("0\t9\tund", "");
        assertThat(Run.withInput("Bonjour tout le monde\n", "language", "--spans", "--abstain")
                        .lines())
                .containsExactly("0\t21\tfr", "");
    }

    @Test
    void partsOfATableAreRefused() throws IOException {
        Run run = Run.of("language", "--spans", file("p.csv", "id,text\n1,Bonjour\n"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--spans must come with --lines when FILE is given");
    }

    @Test
    void columnsCanBeNamed() throws IOException {
        Run csv = Run.of(
                "language",
                file("p.csv", "nr,inhalt\n1,Guten Morgen zusammen\n"),
                "--map",
                "text=inhalt",
                "--map",
                "id=nr");
        assertThat(csv.out()).startsWith("1\tde\t");
        Run json = Run.of(
                "language",
                file("p.jsonl", "{\"id\":\"7\",\"body\":\"Guten Morgen zusammen\"}\n"),
                "--map",
                "text=body");
        assertThat(json.out()).startsWith("7\tde\t");
    }

    @Test
    void emptyInputHasNoAnswers() throws IOException {
        assertThat(Run.withInput("", "language", "--lines")).isEqualTo(new Run(0, "", ""));
        assertThat(Run.of("language", "--lines", file("e.txt", ""))).isEqualTo(new Run(0, "", ""));
        assertThat(Run.of("language", file("e.csv", "")).exit()).isEqualTo(1);
    }

    @Test
    void oneLineOfTenMegabytesIsOneAnswer() throws IOException {
        Path big = folder.resolve("big.txt");
        Files.write(big, "Le gouvernement a menti. ".repeat(420_000).getBytes(StandardCharsets.UTF_8));
        Run run = Run.of("language", "--lines", big);
        assertThat(run.lines()).hasSize(1);
        assertThat(run.out()).startsWith("fr\t");
    }

    @Test
    void brokenBytesAreText() throws IOException {
        Path broken = folder.resolve("b.txt");
        Files.write(broken, new byte[] {(byte) 0xC3, (byte) 0xC3, 'a', '\n', 0, '\n'});
        assertThat(Run.of("language", "--lines", broken).lines()).hasSize(2);
    }
}
