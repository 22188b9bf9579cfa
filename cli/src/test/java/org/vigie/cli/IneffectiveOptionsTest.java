/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An option that is taken has an effect, a column that is named is there, and a run without a row of use fails. */
final class IneffectiveOptionsTest {
    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bursts F --online --scaling 3|--scaling has no effect with --online",
                "bursts F --online --gamma 2|--gamma has no effect with --online",
                "bursts F --online --map time=t|--map has no effect with --online",
                "bursts F --monitor rate|--monitor has no effect without --online",
                "bursts F --batched --monitor rate|--monitor has no effect without --online",
                "bursts F --batched --column t|--column has no effect with --batched",
                "bursts F --batched --by t|--by has no effect with --batched",
                "bursts F --batched --date-format unix|--date-format has no effect with --batched",
                "bursts F --batched --time-zone UTC|--time-zone has no effect with --batched",
                "bursts F --column t --map time=t|--map has no effect with --column",
                "bursts F --id-per-file|--id-per-file has no effect in bursts",
                "language F --lines --map text=t|--map has no effect with --lines",
                "language F --lines --id-per-file|--id-per-file has no effect with --lines",
                "language F --lines --raw-csv|--raw-csv has no effect with --lines",
                "language --time-zone UTC|--time-zone has no effect without FILE",
                "language F --date-format unix|--date-format has no effect in language",
                "duplicates F --date-format unix|--date-format has no effect in duplicates",
                "duplicates F --time-zone UTC|--time-zone has no effect in duplicates",
                "formats --map text=t|--map has no effect without FILE",
                "formats --encoding GBK|--encoding has no effect without FILE",
                "coordination F --id-per-file|--id-per-file has no effect without --layer",
                "coordination F --merge union|--merge has no effect without several layers",
                "coordination F --layer url --merge union|--merge has no effect without several layers",
                "coordination F --compat coortweet --weight objects|--weight has no effect with --compat coortweet",
                "coordination F --compat coortweet --backbone none|--backbone has no effect with --compat coortweet",
                "coordination F --compat qut --alpha 0.1|--alpha has no effect with --compat qut",
                "coordination F --compat qut --edge-weight 0.1|--edge-weight has no effect with --compat qut",
                "coordination F --alpha 0.1|--alpha has no effect with --backbone quantile",
                "coordination F --backbone shuffled --edge-weight 0.1|--edge-weight has no effect with --backbone shuffled",
                "coordination F --pair-limit 7|--pair-limit has no effect without --pairs",
                "detect F --out o --formats html,csv --tlp red|--tlp has no effect without stix or misp among --formats",
                "detect F --out o --formats json --share-min-accounts 7|--share-min-accounts has no effect without stix or",
                "detect F --out o --formats misp --stix-profile opencti|--stix-profile has no effect without stix among",
                "detect F --out o --formats misp --stix-incidents|--stix-incidents has no effect without stix among",
                "detect F --out o --formats html,stix --misp-objects|--misp-objects has no effect without misp among",
                "fingerprint --revoke x --key-file k --out o --valid-days 9|--valid-days has no effect with --revoke",
                "fingerprint --revoke x --key-file k --out o --share-min-accounts 9|--share-min-accounts has no effect with",
                "monitor --state s --source F --text-retention none|--text-retention has no effect without --report",
                "monitor --state s --report o --map text=t|--map has no effect without --source",
            })
    void anOptionWithoutEffectIsWrongUsage(String words, String sentence) throws IOException {
        Path input = file("p.csv", "id,account,time,text,t,r,d,value,timestamp\n1,a,2024-02-13,x,1,1,2,3,4\n");
        Object[] given = Arrays.stream(words.split(" ", -1))
                .map(word -> word.equals("F") ? input : word)
                .toArray();
        Run run = Run.of(given);

        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).startsWith("vigie: " + sentence).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void timesOfBurstsAreReadAsAsked() throws IOException {
        String rows = "when,value\n02/03/2024 10:00,1\n02/03/2024 11:00,2\n";
        List<List<String>> ways = List.of(
                List.of("--column", "when"), List.of("--map", "time=when"), List.of("--online", "--column", "when"));
        for (List<String> way : ways) {
            List<Object> words = new ArrayList<>(List.of("bursts", file("t.csv", rows)));
            words.addAll(way);
            assertThat(Run.of(words.toArray()).err()).contains("say which with --date-format");
            words.addAll(List.of("--date-format", "day-first", "--time-zone", "Europe/Paris"));
            Run run = Run.of(words.toArray());
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.out()).contains(way.contains("--online") ? "02/03/2024 10:00,1" : "2024-03-02T09:00:00Z");
        }
        Run pattern = Run.of("bursts", file("p.csv", "time\n20240302\n20240303\n"), "--date-format", "yyyyMMdd");
        assertThat(pattern.out()).contains("2024-03-02T00:00:00Z");
    }

    @Test
    void anEncodingIsTakenWhereverATextIsRead() throws IOException {
        Charset cyrillic = Charset.forName("windows-1251");
        Path series =
                Files.write(folder.resolve("s.csv"), "\u0434\u0430\u0442\u0430,value\n1,2\n3,4\n".getBytes(cyrillic));
        Run run = Run.of(
                "bursts", series, "--online", "--column", "\u0434\u0430\u0442\u0430", "--encoding", "windows-1251");
        assertThat(run.exit()).as(run.err()).isZero();
        Path lines = Files.write(
                folder.resolve("l.txt"),
                "\u0417\u0430\u0432\u0442\u0440\u0430 \u043c\u043e\u0441\u0442 \u0431\u0443\u0434\u0435\u0442 \u0437\u0430\u043a\u0440\u044b\u0442\n"
                        .getBytes(cyrillic));
        assertThat(Run.of("language", lines, "--lines", "--encoding", "windows-1251")
                        .out())
                .startsWith("ru\t");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t,topic;1,x|kind|no column 'kind' among t, topic; name it with --by",
            })
    void theKeyOfBurstsMustBeThere(String table, String key, String sentence) throws IOException {
        Path csv = file("e.csv", table.replace("t,", "time,").replace(';', '\n'));
        for (Object[] words : new Object[][] {
            {"bursts", csv, "--by", key},
            {"bursts", csv, "--by", key, "--column", "time"},
            {"bursts", file("e.jsonl", "{\"time\":1,\"topic\":\"x\"}\n"), "--by", key}
        }) {
            Run run = Run.of(words);
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).contains(sentence.replace("t,", "time,"));
        }
        assertThat(Run.of("bursts", file("m.jsonl", "{\"time\":1}\n{\"time\":2,\"Topic\":\"x\"}\n"), "--by", "topic")
                        .exit())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "duplicates F|id,text;1",
                "language F|id,text;1",
                "bursts F|time;soon;later",
                "bursts F --column t|t;soon;later",
                "bursts F --online|timestamp,value;soon,1",
                "bursts F --batched|t,r,d;1,3,2",
                "coordination F|object_id,account_id,content_id,timestamp_share;NA,a,c,1",
                "coordination F --layer url|id,account,time,text;1,,2024-02-13,x",
                "detect F --out D|id,account,time,text;1,,2024-02-13,x",
                "formats F|id,account,time,text;1,,2024-02-13,x",
            })
    void aRunWithoutARowOfUseFailsWithASentence(String words, String table) throws IOException {
        Path input = file("none.csv", table.replace(';', '\n') + "\n");
        Object[] given = Arrays.stream(words.split(" ", -1))
                .map(word -> word.equals("F") ? input : word.equals("D") ? folder.resolve("out") : word)
                .toArray();
        Run run = Run.of(given);

        assertThat(run.exit()).as(run.err()).isEqualTo(1);
        assertThat(run.err())
                .containsPattern("vigie: (none.csv: no row could be used: \\d refused of \\d|no posts in"
                        + " none.csv: 1 row was refused)");
    }

    @ParameterizedTest
    @CsvSource({
        "--out, simulate --out - --truth t.csv",
        "--truth, simulate --out p.csv --truth -",
        "DIR, evaluate - t.csv",
        "TRUTH, evaluate . -",
        "--key-file, evaluate . t.csv --key-file -",
        "--key-file, detect p.csv --out o --key-file -",
        "--out, detect p.csv --out -",
        "--out, demo --out -",
        "RUN_A, compare - b",
        "RUN_B, compare a -",
        "RUN, fingerprint - --key-file k --out f",
        "--key-file, fingerprint r --key-file - --out f",
        "--out, fingerprint r --key-file k --out -",
        "F.jsonl, match - --against f",
        "--against, match f --against -",
        "--key-file, match f --against f --key-file -",
        "--merge, match f --merge -",
        "K, key -",
        "--against, duplicates p.csv --against -",
        "--save-index, duplicates p.csv --save-index -",
    })
    void whatIsAFileOnlyIsNoStandardStream(String option, String words) {
        Run run = Run.of((Object[]) words.split(" ", -1));

        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).startsWith("vigie: " + option + " must name a file");
    }

    @Test
    void headersThatComeAgainAreNoTextsAndRoundedIdsAreSaid() throws IOException {
        Run run = Run.of(
                "duplicates",
                file(
                        "twice.csv",
                        "id,text\n1.5E+18,la mar est\u00e0 calma avui al port\nid,text\n1.5E+18,la mar est\u00e0 calma avui al port\n"),
                "--clusters",
                folder.resolve("c.csv"));
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("2 texts, 1 distinct")
                .contains("twice.csv: set aside 1 repeated headers")
                .contains("warning: twice.csv: 2 ids were rounded by a spreadsheet (1.5E+18)");
        assertThat(folder.resolve("c.csv")).hasContent("id,cluster\ntwice.csv:2,1\ntwice.csv:4,1\n");
    }
}
