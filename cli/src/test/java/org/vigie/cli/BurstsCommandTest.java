/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
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
        List<String> shifts = run.lines().stream()
                .skip(1)
                .filter(line -> !line.split(",", -1)[7].isEmpty())
                .toList();
        assertThat(shifts).hasSize(1);
        assertThat(shifts.get(0)).contains(",a,").endsWith(",2026-03-03T10:20:00Z,level");
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
        assertThat(run.lines().get(2)).isEqualTo("4,NaN,0,1,0,,,");
        assertThat(run.lines().get(6)).startsWith("3,\"1,234\",0,1,0,");
        assertThat(run.err())
                .contains("passed over 4 values that are no finite numbers, the first on line 5\n")
                .contains("refused 3 rows")
                .contains("hostile.csv line 11: time must be a finite number, as the first one was, but was '\u2026'");
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
        assertThat(constant.lines().stream().skip(2)).allMatch("1,2,0,1,0,,,"::equals);
    }

    /** Hands out one row at a time, and notes how many lines had been answered when the next was asked for. */
    private static final class Typed extends InputStream {
        private final ByteArrayOutputStream answers;
        private final List<Long> answered = new ArrayList<>();
        private byte[] row = new byte[0];
        private int at;
        private int rows;

        Typed(ByteArrayOutputStream answers) {
            this.answers = answers;
        }

        private boolean next() {
            if (at == row.length) {
                answered.add(answers.toString(StandardCharsets.UTF_8).lines().count());
                String text = rows == 0 ? "timestamp,value\n1,10\n" : rows < 5 ? (rows + 1) + ",10\n" : "";
                row = text.getBytes(StandardCharsets.UTF_8);
                at = 0;
                rows++;
            }
            return row.length > 0;
        }

        @Override
        public int read() {
            return next() ? row[at++] : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int most) {
            if (most == 0 || !next()) {
                return most == 0 ? 0 : -1;
            }
            int length = Math.min(most, row.length - at);
            System.arraycopy(row, at, bytes, from, length);
            at += length;
            return length;
        }

        @Override
        public int available() {
            return row.length - at;
        }
    }

    @Test
    void onlineAnswersARowBeforeTheNextComes() {
        InputStream stdin = System.in;
        PrintStream stdout = System.out;
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        Typed typed = new Typed(answers);
        try (PrintStream out = new PrintStream(answers, true, StandardCharsets.UTF_8)) {
            System.setIn(typed);
            System.setOut(out);
            Main.run("bursts", "-", "--online");
        } finally {
            System.setIn(stdin);
            System.setOut(stdout);
        }
        assertThat(answers.toString(StandardCharsets.UTF_8).lines()).hasSize(6);
        // The header comes with the first row; each further row was asked for when all before it had been answered.
        assertThat(typed.answered.subList(0, 6)).containsExactly(0L, 2L, 3L, 4L, 5L, 6L);
    }

    private static String series(int rows, IntToDoubleFunction value, long unit) {
        StringBuilder csv = new StringBuilder("timestamp,value\n");
        for (int i = 0; i < rows; i++) {
            csv.append((1_700_000_000L + 300L * i) * unit)
                    .append(',')
                    .append(Math.round(value.applyAsDouble(i)))
                    .append('\n');
        }
        return csv.toString();
    }

    /** A quiet series, then what must be seen from row 800 on, and its kind. */
    private static Map<String, IntToDoubleFunction> kinds() {
        Random random = new Random(4);
        double[] quiet = random.doubles(2000, 14, 27).toArray();
        return Map.of(
                "spike", t -> t == 800 ? 200 : quiet[t],
                "repeat", t -> t == 700 || t == 800 ? 200 : quiet[t],
                "ramp", t -> t >= 800 ? 20 * Math.pow(1.02, t - 799) : quiet[t],
                "drop", t -> t >= 800 && t < 810 ? 0 : quiet[t],
                "flat-line", t -> t >= 800 ? 20 : quiet[t]);
    }

    @Test
    void onlineSeesEachKindAndNamesIt() throws IOException {
        for (Map.Entry<String, IntToDoubleFunction> kind : kinds().entrySet()) {
            Run run = Run.of("bursts", file("kind.csv", series(1000, kind.getValue(), 1)), "--online");
            assertThat(run.lines().get(0)).endsWith(",anomaly_score,p_value,alarm,onset,level_shift,kind");
            List<String> alarms = run.lines().stream()
                    .skip(801)
                    .filter(line -> line.split(",", -1)[4].equals("1"))
                    .toList();
            assertThat(alarms).as(kind.getKey()).isNotEmpty();
            assertThat(alarms.get(0)).endsWith("," + kind.getKey());
        }
    }

    @Test
    void onlineTakesTheMonitorThatIsNamed() throws IOException {
        String ramp = file("ramp.csv", series(1000, Objects.requireNonNull(kinds().get("ramp")), 1))
                .toString();
        for (String monitor : List.of("rate", "both")) {
            assertThat(alarms(Run.of("bursts", ramp, "--online", "--monitor", monitor)))
                    .isPositive();
        }
        assertThat(alarms(Run.of("bursts", ramp, "--online", "--monitor", "series")))
                .isZero();
        Run wrong = Run.of("bursts", ramp, "--online", "--monitor", "all");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("--monitor");
    }

    private static long alarms(Run run) {
        return run.lines().stream()
                .skip(801)
                .filter(line -> line.split(",", -1)[4].equals("1"))
                .count();
    }

    @Test
    void onlineTakesTimesInSecondsAndParts() throws IOException {
        IntToDoubleFunction spike = Objects.requireNonNull(kinds().get("spike"));
        List<String> seconds = Run.of("bursts", file("s.csv", series(900, spike, 1)), "--online")
                .lines();
        for (long unit : new long[] {1000, 1_000_000, 1_000_000_000}) {
            List<String> parts = Run.of("bursts", file("u.csv", series(900, spike, unit)), "--online")
                    .lines();
            for (int i = 1; i < parts.size(); i++) {
                String[] expected = seconds.get(i).split(",", -1);
                String[] actual = parts.get(i).split(",", -1);
                assertThat(actual[2]).isEqualTo(expected[2]);
                assertThat(actual[5].isEmpty()).isEqualTo(expected[5].isEmpty());
                if (!actual[5].isEmpty()) {
                    assertThat(Double.parseDouble(actual[5]) / unit).isEqualTo(Double.parseDouble(expected[5]));
                }
            }
        }
    }

    @Test
    void aBatchWithMoreRelevantThanAllDocumentsIsOneReject() throws IOException {
        Run run = Run.of("bursts", file("batched.csv", "t,r,d\n1,1,10\n2,11,10\n3,-1,10\n4,2,10\n"), "--batched");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("refused 2 rows")
                .contains("batched.csv line 3: r must be from 0 to d = 10 but was 11");
    }

    @Test
    void timesOfEventsMayBeHostile() throws IOException {
        Run mixed = Run.of("bursts", file("mixed.csv", "time\nInfinity\n3\n-2\n\n3\n2026-01-01T00:00:00Z\n1\n"));
        assertThat(mixed.exit()).as(mixed.err()).isZero();
        assertThat(mixed.lines().get(1)).startsWith("1,-2,3,");
        assertThat(mixed.err()).contains("line 2: time must be a finite number but was '\u2026'");
        Run huge = Run.of("bursts", file("huge.csv", "time\n-1e308\n0\n1e308\n"));
        assertThat(huge.out() + huge.err()).doesNotContain("NaN").doesNotContain("Exception");
    }
}
