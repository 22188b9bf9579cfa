/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
    void aFileOfLinesIsToldTheWayOut() throws IOException {
        Path lines = file("l.txt", "Guten Morgen zusammen\nBonjour tout le monde\n");
        Run english = Run.of("language", lines);
        assertThat(english.exit()).isEqualTo(1);
        assertThat(english.err()).contains("no column for the text", "; if each line is a text, add --lines\n");
        assertThat(Run.of("language", lines, "--lang", "fr").err())
                .contains("pas de colonne pour le champ", "si chaque ligne est un texte, ajoutez --lines\n");
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

    @Test
    void thereAreAsManyAnswersAsLineFeeds() {
        assertThat(Run.withInput("Bonjour\rtout\u2028le\u0085monde\r\n\nGuten Morgen", "language", "--lines")
                        .out())
                .matches("fr\t0\\.\\d{4}\nund\t0\\.0000\nde\t0\\.\\d{4}\n");
    }

    @Test
    void identifiersStayInTheirColumn() throws IOException {
        Run run = Run.of("language", file("p.csv", "id,text\n\"a\tb\nc\",Guten Morgen zusammen\n"));
        assertThat(run.out()).startsWith("a\\u0009b\\u000ac\tde\t");
        assertThat(run.lines()).hasSize(1);
    }

    @Test
    void languagesCanBeListedWithSpaces() {
        assertThat(Run.withInput("Guten Morgen\n", "language", "--lines", "--only", "fr, de")
                        .out())
                .startsWith("de\t");
        Run unknown = Run.withInput("", "language", "--lines", "--only", "fr,xx");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("language must be a known tag but was xx");
    }

    @Test
    void noLanguageToChooseAmongIsRefused() {
        Run none = Run.withInput("Guten Morgen\n", "language", "--lines", "--only", ",");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("languages must be at least one but were none");
    }

    @Test
    void aLineThatIsCutEndsWithAWholeWord() {
        assertThat(Run.withInput("merci ".repeat(20_000) + "\n", "language", "--lines")
                        .out())
                .isEqualTo("und\t0.0000\n");
    }

    @Test
    void tagsMayBeWrittenAsPeopleWriteThem() {
        Run run = Run.withInput("Guten Morgen\n", "language", "--lines", "--only", "DEU,pt-BR,no");
        assertThat(run.out()).startsWith("de\t");
    }

    @Test
    void theMixWeighsEachTextByTheOthers() {
        String texts = "The minister will speak to the press tomorrow\n".repeat(60) + "Sandra Lopez\n";
        Run alone = Run.withInput(texts, "language", "--lines");
        Run mixed = Run.withInput(texts, "language", "--lines", "--mix");
        assertThat(alone.out().lines().reduce((a, b) -> b).orElseThrow()).doesNotStartWith("en\t");
        assertThat(mixed.out().lines().reduce((a, b) -> b).orElseThrow()).startsWith("en\t");
        assertThat(mixed.out().lines()).hasSize(61);
        assertThat(mixed.err()).contains("en: 61 texts, 100.00 %");
        assertThat(Run.withInput("", "language", "--mix").exit()).isZero();
        Run wrong = Run.withInput("", "language", "--mix", "--spans");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("--mix must come without --spans");
    }

    @Test
    void answersBeforeTheInputEnds() throws IOException {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        List<String> sizes = new ArrayList<>();
        InputStream slow = new InputStream() {
            private final Deque<String> lines = new ArrayDeque<>(List.of("Bonjour tout le monde\n", "Guten Morgen\n"));

            @Override
            public int read() {
                throw new AssertionError("reads arrays only");
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                sizes.add(seen.toString(StandardCharsets.UTF_8).replaceAll("\\t.*\n", " "));
                String line = lines.poll();
                if (line == null) {
                    return -1;
                }
                byte[] all = line.getBytes(StandardCharsets.UTF_8);
                System.arraycopy(all, 0, bytes, from, all.length);
                return all.length;
            }
        };
        try (Reader reader = new InputStreamReader(slow, StandardCharsets.UTF_8);
                Writer out = new BufferedWriter(new OutputStreamWriter(seen, StandardCharsets.UTF_8))) {
            Lines lines = new Lines(reader, 3, out);
            while (lines.next()) {
                out.write(lines.line() + "\t1\n");
            }
        }
        assertThat(sizes).containsExactly("", "Bon ", "Bon Gut ");
    }

    @Test
    void stopsWhenNobodyReads() {
        PrintStream stdout = System.out;
        AtomicInteger written = new AtomicInteger();
        System.setOut(new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        }));
        try {
            assertThatThrownBy(() -> Output.standard(out -> {
                        for (; written.get() < 1_000_000; written.incrementAndGet()) {
                            out.write("a line\n");
                        }
                    }))
                    .hasMessage("standard output was closed");
        } finally {
            System.setOut(stdout);
        }
        assertThat(written.get()).isLessThan(100_000);
    }
}
