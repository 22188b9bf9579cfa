/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What a reader of help sees: short lines, a near word for a mistyped one, files of arguments, the manual page. */
final class HelpTest {
    @TempDir
    private Path folder;

    @Test
    void noLineOfHelpIsWiderThanATerminal() {
        assertThat(Main.commandLine().getUsageMessage().lines()).allMatch(line -> line.length() <= 80);
        for (CommandLine command : Main.commandLine().getSubcommands().values()) {
            assertThat(command.getUsageMessage().lines())
                    .as(command.getCommandName())
                    .allMatch(line -> line.length() <= 80);
        }
    }

    @ParameterizedTest
    @CsvSource({"detct, detect", "monitr, monitor", "simulat, simulate"})
    void aMistypedCommandIsAnsweredWithANearOne(String typed, String meant) {
        assertThat(Run.of(typed).err()).contains("did you mean " + meant);
    }

    @Test
    void aMistypedOptionIsAnsweredWithANearOne() {
        assertThat(Run.of("detect", "posts.csv", "--out", folder, "--format", "csv")
                        .err())
                .contains("did you mean --formats");
    }

    @Test
    void inFrenchToo() {
        assertThat(Run.of("detct", "--lang", "fr").err()).contains("vouliez-vous dire detect");
        assertThat(Run.of("detect", "posts.csv", "--ot", folder, "--lang", "fr").err())
                .contains("vouliez-vous dire --out")
                .doesNotContain("did you mean");
    }

    /** The unknown option is why another one is missing. */
    @ParameterizedTest
    @CsvSource({
        "--ot, unknown option: '--ot'; did you mean --out?",
        "--otu=DIR, unknown option: '--otu'; did you mean --out?",
        "--zzz, unknown option: '--zzz' (see vigie detect --help)"
    })
    void anUnknownOptionComesBeforeAMissingOne(String typed, String said) {
        Run run = Run.of("detect", "posts.csv", typed);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(said).doesNotContain("Missing");
    }

    @Test
    void aMissingOptionIsNamedWhereAllWordsAreKnown() {
        assertThat(Run.of("detect", "posts.csv").err()).contains("Missing required option: '--out=DIR'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "1.5", "10 "})
    void aTimeWithoutItsUnitIsRefused(String time) {
        Run run = Run.of("detect", "posts.csv", "--out", folder.resolve("out"), "--window", time);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("must be a time such as 60s, 10m, 2h or PT1M but was '" + time + "'");
    }

    @Test
    void zeroNeedsNoUnit() throws Exception {
        assertThat(new DurationConverter().convert("0")).isZero();
        assertThat(new DurationConverter().convert("1.5m")).hasSeconds(90);
    }

    @Test
    void argumentsMayStandInAFile() throws IOException {
        Path posts = Files.writeString(folder.resolve("my posts.csv"), "id,text\n1,one long text\n2,one long text\n");
        Path pairs = folder.resolve("pairs.csv");
        Path settings = Files.writeString(
                folder.resolve("settings.txt"), "# what we agreed on\n--threshold 0.9\n--pairs\n" + pairs + "\n");
        assertThat(Run.of("duplicates", posts, "@" + settings).exit()).isZero();
        assertThat(pairs).content().startsWith("id_a,id_b,jaccard");
    }

    @Test
    void aFileOfArgumentsThatCannotBeReadIsNamed() throws IOException {
        Path marked = Files.writeString(folder.resolve("settings.txt"), "\ufeff--threshold 0.9\n");
        Run ofMark = Run.of("duplicates", "posts.csv", "@" + marked);
        assertThat(ofMark.exit()).isEqualTo(1);
        assertThat(ofMark.err().strip()).endsWith("settings.txt must be UTF-8 without a byte order mark");
        Run ofFolder = Run.of("duplicates", "posts.csv", "@" + folder);
        assertThat(ofFolder.exit()).isEqualTo(1);
        assertThat(ofFolder.err().lines()).hasSize(1);
        assertThat(ofFolder.err()).startsWith("vigie: can't read the file of arguments: " + folder);
    }

    @Test
    void aFileOfArgumentsThatIsNotThereIsNamed() {
        assertThat(Run.of("@settings.txt").err()).contains("no such file of arguments: 'settings.txt'");
        assertThat(Run.of("detect", "@settings.txt", "--out", folder).err())
                .contains("no such file of arguments: 'settings.txt'");
    }

    @Test
    void theManualPageHasEveryCommandAndOption() {
        Run run = Run.of("generate-man-page");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith(".TH VIGIE 1").doesNotContain("${", "null", "@|");
        Main.commandLine().getSubcommands().forEach((name, command) -> {
            assertThat(run.out()).contains(".SS \"vigie " + name);
            for (OptionSpec option : command.getCommandSpec().options()) {
                if (!option.usageHelp() && !option.versionHelp()) {
                    assertThat(run.out()).contains(option.longestName().replace("-", "\\-"));
                }
            }
        });
    }
}
