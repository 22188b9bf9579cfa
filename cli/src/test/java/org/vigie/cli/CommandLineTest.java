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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

/** Exit codes, help and messages that all commands share. */
final class CommandLineTest {
    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void withoutWordsUsageIsWrong() {
        Run run = Run.of();
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Usage: vigie").contains("detect", "simulate");
    }

    @Test
    void completionKnowsEveryCommand() {
        Run run = Run.of("generate-completion");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("complete -F _complete_vigie");
        assertThat(run.out()).contains(Main.commandLine().getSubcommands().keySet());
        // Values as help spells them.
        assertThat(run.out()).contains("(\"full\" \"snippet\" \"none\")", "(\"co-actions\" \"objects\" \"cosine\")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "detect",
                "duplicates",
                "language",
                "coordination",
                "bursts",
                "monitor",
                "simulate",
                "compare",
                "fingerprint",
                "match",
                "key"
            })
    void helpMentionsEveryOption(String command) {
        Run run = Run.of(command, "--help");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        for (OptionSpec option : Main.commandLine()
                .getSubcommands()
                .get(command)
                .getCommandSpec()
                .options()) {
            assertThat(run.out()).contains(option.longestName());
            assertThat(option.description()).as(option.longestName()).isNotEmpty();
        }
    }

    @Test
    void mainHelpNamesEveryCommand() {
        Run run = Run.of("--help");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains(Main.commandLine().getSubcommands().keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nosuch",
                "--nosuch",
                "duplicates",
                "duplicates F --nosuch",
                "duplicates F --threshold 1.7",
                "duplicates F --threshold 0",
                "duplicates F --threshold NaN",
                "duplicates F --threshold x",
                "duplicates F --shingle char:0",
                "duplicates F --shingle bytes:3",
                "duplicates F --method guess",
                "duplicates F --normalize all",
                "duplicates F --map nofield=text",
                "duplicates F --map text",
                "detect F",
                "detect --out O",
                "detect F --out O --alpha 2",
                "detect F --out O --min-accounts 1",
                "detect F --out O --window 3h --coarse-window 2h",
                "detect F --out O --window -1s",
                "detect F --out O --window soon",
                "detect F --out O --lang de",
                "detect F --out O --text-retention some",
                "language F --only zzzz",
                "coordination F --edge-weight 7",
                "coordination F --min-participation -1",
                "coordination F --alpha 9",
                "coordination F --backbone spine",
                "coordination F --compat twitter",
                "bursts F --scaling 1",
                "bursts F --gamma -1",
                "bursts F --batched --scaling NaN",
                "bursts F --online --batched",
                "simulate --out O",
                "simulate --out O --truth O",
                "simulate --out O --truth T --posts 0",
                "simulate --out O --truth T --campaigns -1",
                "demo --seed x",
                "demo --out",
                "help nosuch",
                "help detcet"
            })
    void wrongWordsGiveOneLineAndExitCodeTwo(String words) throws IOException {
        Path input = file("F", "id,account,time,text\n1,a,2026-01-01T00:00:00Z,hello\n");
        Run run = Run.of((Object[]) Stream.of(words.split(" "))
                .map(w -> "FOT".contains(w) ? input.resolveSibling(w).toString() : w)
                .toArray(String[]::new));
        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().strip()).startsWith("vigie: ").endsWith("--help)");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(folder.resolve("O")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"detcet", "help detcet"})
    void aMistypedCommandIsAnsweredWithTheNearest(String words) {
        assertThat(Run.of((Object[]) words.split(" ")).err().strip())
                .isEqualTo("vigie: unknown command: 'detcet'; did you mean detect? (see vigie --help)");
    }

    @Test
    void aValueOutOfRangeIsNamedWithItsRule() throws IOException {
        Run run = Run.of("duplicates", file("p.csv", "id,text\n1,a\n"), "--threshold", "1.7");
        assertThat(run.err())
                .isEqualTo("vigie: threshold must be in (0, 1] but was 1.7 (see vigie duplicates --help)"
                        + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource({"missing, no such file", "empty, no ", "header, no ", "folder, is a folder", "nocolumn, no column"})
    void unusableInputFails(String input, String message) throws IOException {
        file("empty", "");
        file("header", "id,account,time,text,object_id,account_id,content_id,timestamp_share\n");
        file("nocolumn", "this,is\nnot,a table of posts\n");
        Files.createDirectory(folder.resolve("folder"));
        Path path = folder.resolve(input);
        for (String command : new String[] {"duplicates", "language", "coordination", "bursts"}) {
            Run run = Run.of(command, path);
            assertThat(run.exit()).as(command).isEqualTo(1);
            assertThat(run.err()).as(command).startsWith("vigie: ").contains(message);
            assertThat(run.err().lines()).as(command).hasSize(1);
            assertThat(run.out()).as(command).isEmpty();
        }
        Path out = folder.resolve("out");
        Run run = Run.of("detect", path, "--out", out);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).startsWith("vigie: ").contains(message);
        assertThat(out).doesNotExist();
    }

    @Test
    void resultsNeverReplaceAFolderOrGoThroughAFile() throws IOException {
        Path posts = file("p.csv", "id,text\n1,one text\n2,one text\n");
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Path plain = file("plain", "kept");
        assertThat(Run.of("duplicates", posts, "--pairs", taken).exit()).isEqualTo(1);
        assertThat(Run.of("duplicates", posts, "--clusters", plain.resolve("c.csv"))
                        .exit())
                .isEqualTo(1);
        assertThat(Run.of("simulate", "--out", taken, "--truth", folder.resolve("t"), "--posts", "1000")
                        .exit())
                .isEqualTo(1);
        assertThat(Run.of("demo", "--out", plain).err()).contains("plain is a file");
        assertThat(Run.of("detect", posts, "--out", plain).err()).contains("plain is a file");
        assertThat(taken).isEmptyDirectory();
        assertThat(plain).hasContent("kept");
    }
}
