/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class MonitorCommandTest {
    @TempDir
    private Path folder;

    /** Rows of quiet posts, then a text that twenty accounts copy; without ids if asked for. */
    private static String posts(boolean hasIds, int from, int to) {
        StringBuilder csv = new StringBuilder(hasIds ? "id,account,time,text\n" : "account,time,text\n");
        for (int i = from; i < to; i++) {
            String time = String.format("2026-05-04T%02d:%02d:00Z", 8 + i / 60, i % 60);
            String text = i < 40
                    ? "Kimse " + "abcdefghij".charAt(i % 10) + i + " demedi, " + i * 31
                    : "Wir alle sagen heute dasselbe";
            csv.append(hasIds ? "n" + i + "," : "")
                    .append("konto")
                    .append(i)
                    .append(',')
                    .append(time)
                    .append(",\"")
                    .append(text)
                    .append("\"\n");
        }
        return csv.toString();
    }

    private Path state() {
        return folder.resolve("state");
    }

    @Test
    void alertsGoToStandardOutputAndAnEndedInputIsWell() {
        Run run = Run.withInput(posts(true, 0, 60), "monitor", "--state", state(), "--source", "-", "--every", "1h");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.lines()).anyMatch(line -> line.contains("\"kind\":\"copies\"") && line.contains("dasselbe"));
        assertThat(run.err()).contains("60 posts accepted", "clock 2026-05-04T08:59:00Z");
    }

    @Test
    void rowsWithoutIdsAreKnownByWhatTheySay() throws IOException {
        Path alerts = folder.resolve("alerts.ndjson");
        Object[] words = {"monitor", "--state", state(), "--source", "-", "--alerts", alerts, "--every", "1h"};
        Run first = Run.withInput(posts(false, 0, 50), words);
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.out()).isEmpty();
        Run second = Run.withInput(posts(false, 30, 60), words);
        assertThat(second.err()).contains("60 posts accepted", "seen before: 20");
        assertThat(Files.readAllLines(alerts))
                .filteredOn(line -> line.contains("\"kind\":\"copies\""))
                .hasSize(1);
    }

    @Test
    void nothingInAnAlertActsOnATerminal() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 15; i++) {
            rows.append("{\"id\":\"e")
                    .append(i)
                    .append("\",\"account\":\"\\u001b[2J")
                    .append(i)
                    .append(
                            "\",\"time\":\"2026-05-04T09:00:00Z\",\"text\":\"\\u009b31m turn \\u202e it round \\n today\"}\n");
        }
        Run run = Run.withInput(rows.toString(), "monitor", "--state", state(), "--source", "-");
        assertThat(run.lines()).isNotEmpty().allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(run.out()).contains("copies").doesNotContain("\u001b", "\u009b", "\u202e");
    }

    @Test
    void rowsThatAreNoPostsAreCountedAndNamed() {
        String rows = posts(true, 0, 5) + "x,someone,yesterday or so,What a day\ny,,2026-05-04T09:00:00Z,Nobody\n";
        Run run = Run.withInput(rows, "monitor", "--state", state(), "--source", "-");
        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("refused standard input line 7", "refused standard input line 8: has no account");
        assertThat(run.err()).contains("rows refused: 2", "5 posts accepted");
    }

    @Test
    void aWrongTimeIsOvercomeAndNamed() {
        String wrong = "id,account,time,text\nfirst,konto,2099-01-01T00:00:00Z,Quite another year\n";
        assertThat(Run.withInput(wrong, "monitor", "--state", state(), "--source", "-")
                        .exit())
                .isZero();
        Run run = Run.withInput(posts(true, 0, 100), "monitor", "--state", state(), "--source", "-");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("101 posts accepted", "clock set back: 1", "waiting ahead of the clock: 1");
        assertThat(run.err()).contains("clock 2026-05-04T09:39:00Z").doesNotContain("older than the window");
    }

    @Test
    void everyCountHasItsFrench() throws IOException {
        String page = Files.readString(Path.of("../docs/formats/monitor-store.md"));
        String table = page.substring(page.indexOf("| count |"), page.indexOf("Counts of refused posts"));
        List<String> names = Pattern.compile("`([^`]+)`(?=[^\\n|]*\\|[^\\n|]*\\|)")
                .matcher(table)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(names).hasSizeGreaterThan(14).contains("clock set back", "accounts not counted");
        assertThat(names)
                .allSatisfy(name -> assertThat(Language.french("  " + name + ": 3"))
                        .hasValueSatisfying(french -> assertThat(french).doesNotContain(name)));
    }

    @Test
    void aClockThatAHundredWrongTimesSetIsNamed() {
        StringBuilder wrong = new StringBuilder("id,account,time,text\n");
        for (int i = 0; i < 110; i++) {
            wrong.append("w").append(i).append(",konto").append(i).append(",2099-01-01T00:00:00Z,Quite another year\n");
        }
        assertThat(Run.withInput(wrong.toString(), "monitor", "--state", state(), "--source", "-")
                        .exit())
                .isZero();
        Run run = Run.withInput(posts(true, 0, 100), "monitor", "--state", state(), "--source", "-");
        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("100 posts in a row were older than the window; its clock is at 2099-01-01T00:00:00Z");
        assertThat(run.err()).contains("older than the window: 100");
    }

    @Test
    void theReportOfTheWindowCanBeWrittenAtAnyTime() throws IOException {
        Path out = folder.resolve("report");
        assertThat(Run.withInput(posts(true, 0, 60), "monitor", "--state", state(), "--source", "-")
                        .exit())
                .isZero();
        Run run = Run.of("monitor", "--state", state(), "--report", out, "--lang", "fr");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(Files.readString(out.resolve("report.html"))).contains("lang=\"fr\"");
        assertThat(out.resolve("campaigns.json")).exists();
    }

    @Test
    void whatAnAccountPostedIsTakenOut() throws IOException {
        assertThat(Run.withInput(posts(true, 0, 60), "monitor", "--state", state(), "--source", "-")
                        .exit())
                .isZero();
        Run run = Run.of("monitor", "--state", state(), "--forget", "konto7", "--forget", "nobody");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("1 post taken out", "0 posts taken out");
        String bytes = Files.readString(state().resolve("monitor.mv"), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("konto8").doesNotContain("konto7\"");
    }

    @Test
    void wrongUsageIsSaid() throws IOException {
        assertThat(Run.of("monitor", "--state", state()))
                .satisfies(run -> assertThat(run.exit()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("monitor needs --source, --report or --forget"));
        assertThat(Run.of("monitor", "--state", state(), "--report", folder.resolve("r"))
                        .err())
                .contains("no state in");
        assertThat(Run.withInput("", "monitor", "--state", state(), "--source", "-", "--follow")
                        .err())
                .contains("--follow needs --source FILE");
        assertThat(Run.of("monitor", "--state", state(), "--source", folder, "--follow")
                        .err())
                .contains("--follow needs --source FILE");
        assertThat(Run.withInput("", "monitor", "--state", state(), "--source", "-", "--alert-budget", "many")
                        .err())
                .contains("--alert-budget must be such as 20/day but was 'many'");
        Path file = Files.writeString(folder.resolve("posts.csv"), posts(true, 0, 3));
        assertThat(Run.of("monitor", "--state", state(), "--source", file, "--alerts", file)
                        .err())
                .contains("would replace the input");
        assertThat(Run.of("monitor", "--state", folder.resolve("none"), "--source", folder.resolve("no.csv"))
                        .err())
                .contains("no such file");
        assertThat(folder.resolve("none")).doesNotExist();
        assertThat(Run.of("monitor", "--state", state(), "--source", file, "--report", state())
                        .err())
                .contains("--report must be another folder than --state");
        for (String address :
                List.of("wss://bad host/x", "ws://:8080/x", "ws://q.example:99999/x", "ws://q.example/x#y")) {
            Run run = Run.of("monitor", "--state", state(), "--source", address);
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("--source must be such as wss://HOST/PATH");
        }
    }

    private Process follow(Path file, Path alerts) throws IOException {
        return Spawned.command(
                        List.of(), "monitor", "--state", state(), "--source", file, "--follow", "--alerts", alerts)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    @Test
    @Timeout(120)
    void aSignalSavesAndAllIsWell() throws Exception {
        assumeTrue(Spawned.hasShell());
        Path file = Files.writeString(folder.resolve("posts.csv"), posts(true, 0, 45));
        Path alerts = folder.resolve("alerts.ndjson");
        Process process = follow(file, alerts);
        awaitPosts(process, 45);
        // Whoever comes second is refused, and disturbs nobody.
        Run second = Spawned.run(folder, Spawned.command(List.of(), "monitor", "--state", state(), "--source", file));
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err()).contains("another run is writing into");
        Files.writeString(file, posts(true, 45, 60).substring(21), StandardOpenOption.APPEND);
        awaitPosts(process, 60);
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
        assertThat(Files.readString(alerts)).contains("\"kind\":\"copies\"");
        Run again = Spawned.run(
                folder,
                Spawned.command(List.of(), "monitor", "--state", state(), "--source", file, "--alerts", alerts));
        assertThat(again.err()).contains("60 posts accepted", "seen before: 60");
        assertThat(Files.readAllLines(alerts))
                .filteredOn(line -> line.contains("\"kind\":\"copies\""))
                .hasSize(1);
    }

    /** Each file of the name with its header; some rows stand in two of them. */
    @Test
    @Timeout(120)
    void aFileThatIsReplacedOrCutIsFollowedByItsName() throws Exception {
        assumeTrue(Spawned.hasShell());
        Path file = Files.writeString(folder.resolve("posts.csv"), posts(true, 0, 20));
        Path alerts = folder.resolve("alerts.ndjson");
        Process process = follow(file, alerts);
        awaitPosts(process, 20);
        Path moved = Files.move(file, folder.resolve("posts.csv.1"));
        Files.writeString(moved, posts(true, 20, 30).substring(21), StandardOpenOption.APPEND);
        Files.writeString(file, posts(true, 25, 50));
        awaitPosts(process, 50);
        Files.writeString(file, posts(true, 48, 55)); // shorter than what was read
        awaitPosts(process, 55);
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("log")))
                .contains("posts.csv was replaced while it was followed: the new file is read")
                .contains("posts.csv was cut or written anew while it was followed: it is read from its beginning");
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(state().resolve("position.json")))
                .contains("\"followed file replaced\":1", "\"followed file cut\":1", "\"seen before\":7")
                .doesNotContain("rows refused");
        assertThat(Files.readAllLines(alerts))
                .filteredOn(line -> line.contains("\"kind\":\"copies\""))
                .hasSize(1);
    }

    private void awaitPosts(Process process, int posts) throws Exception {
        Path position = state().resolve("position.json");
        while (!Files.exists(position) || !Files.readString(position).contains("\"posts\":" + posts + ",")) {
            assertThat(process.isAlive())
                    .as(Files.readString(folder.resolve("log")))
                    .isTrue();
            Thread.sleep(50);
        }
    }

    @Test
    @Timeout(180)
    void whatNobodyHeardIsSaidAgain() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        Path file = Files.writeString(folder.resolve("posts.csv"), posts(true, 0, 60));
        List<Object> words = List.of("monitor", "--state", state(), "--source", file, "--every", "1h");
        Run deaf = Spawned.run(
                folder,
                Spawned.command(List.of(), words.toArray())
                        .redirectOutput(Path.of("/dev/full").toFile()));
        assertThat(deaf.exit()).isEqualTo(1);
        assertThat(deaf.err()).contains("can't write to standard output");
        Run heard = Spawned.run(folder, Spawned.command(List.of(), words.toArray()));
        assertThat(heard.lines()).anyMatch(line -> line.contains("\"kind\":\"copies\""));
        assertThat(heard.err()).contains("60 posts accepted");
    }

    @Test
    @Timeout(180)
    void aFullDiskStopsWithAMessageAndNothingIsLost() throws Exception {
        assumeTrue(Spawned.hasShell());
        StringBuilder many = new StringBuilder("id,account,time,text\n");
        for (int i = 0; i < 4_000; i++) {
            many.append(String.format(
                    "m%d,konto%d,2026-05-04T%02d:%02d:00Z,%s%n",
                    i, i, i / 600, i / 10 % 60, ("w" + i + " ").repeat(40)));
        }
        Path file = Files.writeString(folder.resolve("many.csv"), many);
        // No file may grow beyond 300 kB: to the process that is a full disk.
        String words = Spawned.command(List.of(), "monitor", "--state", state(), "--source", file).command().stream()
                .map(word -> "'" + word + "'")
                .reduce("", (a, b) -> a + " " + b);
        Run full = Spawned.run(folder, new ProcessBuilder("bash", "-c", "ulimit -f 300; exec" + words));
        assertThat(full.exit()).as(full.err()).isEqualTo(1);
        assertThat(full.err()).contains("can't save the state in", "what was acknowledged is safe");
        Run again = Spawned.run(folder, Spawned.command(List.of(), "monitor", "--state", state(), "--source", file));
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.err()).contains("4000 posts accepted");
    }
}
