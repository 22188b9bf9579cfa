/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Series row by row, and input that was not made for the command. */
final class BurstsCommandTest {
    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void onlineSaysWhenANewLevelBegan() throws IOException {
        StringBuilder csv = new StringBuilder("timestamp,host,value\n");
        for (int i = 0; i < 900; i++) {
            String time =
                    Instant.parse("2026-03-01T00:00:00Z").plusSeconds(300L * i).toString();
            csv.append(time)
                    .append(",a,")
                    .append(i * 7 % 11 + (i >= 700 ? 40 : 0))
                    .append('\n');
            csv.append(time).append(",b,").append(i * 5 % 13).append('\n');
        }
        Run run = Run.of("bursts", file("levels.csv", csv.toString()), "--online", "--by", "host");
        assertThat(run.exit()).as(run.err()).isZero();
        List<String> shifts =
                run.lines().stream().skip(1).filter(line -> !line.endsWith(",")).toList();
        assertThat(shifts).hasSize(1);
        assertThat(shifts.get(0)).contains(",a,").endsWith(",2026-03-03T10:20:00Z");
        assertThat(run.lines()).filteredOn(line -> line.contains(",b,")).allMatch(line -> line.contains(",0,"));
    }

    @Test
    void onlineTakesWhatItCanAndSaysWhatItCannot() throws IOException {
        String rows = """
                timestamp,value
                ,1
                NaN,2
                5,3
                4,NaN
                4,Infinity
                -7,1e308
                1e20,-1e308
                3,"1,234"
                2,0x
                yesterday,5
                1,6
                """;
        Run run = Run.of("bursts", file("hostile.csv", "\uFEFF" + rows), "--online");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(9);
        assertThat(run.lines().get(1)).startsWith("5,3,0,1,0,");
        assertThat(run.lines().get(2)).isEqualTo("4,NaN,0,1,0,,");
        assertThat(run.lines().get(6)).startsWith("3,\"1,234\",0,1,0,");
        assertThat(run.err())
                .contains("passed over 4 values that are no finite numbers, the first on line 5: 'NaN'")
                .contains("refused 3 rows")
                .contains(
                        "hostile.csv line 11: time must be a finite number, as the first one was, but was 'yesterday'");
    }

    @Test
    void onlineRefusesWhatIsNoTable() throws IOException {
        for (String content : new String[] {"", "timestamp,value\n", "1,2\n3,4\n", "timestamp,count\n1,2\n"}) {
            Run run = Run.of("bursts", file("none.csv", content), "--online");
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).contains("none.csv: no ");
        }
        Run json = Run.of("bursts", file("rows.jsonl", "{\"timestamp\":1,\"value\":2}\n"), "--online");
        assertThat(json.err()).contains("--online reads a table with a header, not JSON");
        Run noKey = Run.of("bursts", file("k.csv", "timestamp,value\n1,2\n"), "--online", "--by", "host");
        assertThat(noKey.exit()).isEqualTo(1);
        assertThat(noKey.err()).contains("no column 'host' among timestamp, value; name it with --by");
    }

    @Test
    void onlineTakesOneRowAndConstants() throws IOException {
        assertThat(Run.of("bursts", file("one.csv", "timestamp,value\n1,2\n"), "--online")
                        .lines())
                .hasSize(2);
        Run constant = Run.of("bursts", file("constant.csv", "timestamp,value\n" + "1,2\n".repeat(500)), "--online");
        assertThat(constant.lines().stream().skip(2)).allMatch("1,2,0,1,0,,"::equals);
    }

    @Test
    @Timeout(60)
    void onlineAnswersARowBeforeTheNextComes() throws Exception {
        InputStream stdin = System.in;
        PrintStream stdout = System.out;
        PipedOutputStream typed = new PipedOutputStream();
        PipedInputStream answered = new PipedInputStream(1 << 16);
        Thread command = new Thread(() -> Main.run("bursts", "-", "--online"));
        try (PrintStream out = new PrintStream(new PipedOutputStream(answered), true, StandardCharsets.UTF_8);
                BufferedReader answers = new BufferedReader(new InputStreamReader(answered, StandardCharsets.UTF_8))) {
            System.setIn(new PipedInputStream(typed));
            System.setOut(out);
            command.start();
            for (int i = 0; i < 5; i++) {
                String row = i == 0 ? "timestamp,value\n1,10\n" : (i + 1) + ",10\n";
                typed.write(row.getBytes(StandardCharsets.UTF_8));
                typed.flush();
                if (i == 0) {
                    assertThat(answers.readLine()).startsWith("timestamp,value,");
                }
                // Would wait for ever if the answer were kept back.
                assertThat(answers.readLine()).startsWith((i + 1) + ",10,");
            }
            typed.close();
            command.join(10_000);
        } finally {
            System.setIn(stdin);
            System.setOut(stdout);
        }
        assertThat(command.isAlive()).isFalse();
    }

    @Test
    void timesOfEventsMayBeHostile() throws IOException {
        Run mixed = Run.of("bursts", file("mixed.csv", "time\nInfinity\n3\n-2\n\n3\n2026-01-01T00:00:00Z\n1\n"));
        assertThat(mixed.exit()).as(mixed.err()).isZero();
        assertThat(mixed.lines().get(1)).startsWith("1,-2,3,");
        assertThat(mixed.err()).contains("line 2: time must be a finite number but was 'Infinity'");
        Run huge = Run.of("bursts", file("huge.csv", "time\n-1e308\n0\n1e308\n"));
        assertThat(huge.out() + huge.err()).doesNotContain("NaN").doesNotContain("Exception");
    }
}
