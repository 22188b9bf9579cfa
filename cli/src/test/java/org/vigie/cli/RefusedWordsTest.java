/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a row that is refused names its line and the rule, never a word of it: standard error goes into logs. */
final class RefusedWordsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "detect F --out O|id,account,time,text;1,a,qzcanary,x;2,a,2024-02-13,x",
                "detect F --out O --key-file K|id,account,time,text;1,a,qzcanary's time isn't,x;2,a,2024-02-13,x",
                "detect F --out O|id,account,time,text;1,a,2024-02-13,x;qzcanary,a,2024-02-13,x;qzcanary,b,2024-02-14,y",
                "detect F --out O|id,account,time,text;1,a,2024-02-13,x;2,qzcanary;3,a,1066-02-13 qzcanary,x",
                "detect F --out O --date-format dd.MM.yyyy|id,account,time,text;1,a,13.02.2024,x;2,a,qzcanary,y",
                "detect F --out O|id,account,time,text,account_created;1,a,2024-02-13,x,qzcanary;2,b,2024-02-13,x,2001-01-01",
                "monitor --state S --source F|id,account,time,text;1,a,qzcanary,x;2,a,2024-02-13,x",
                "formats F|id,account,time,text;1,a,qzcanary,x;2,a,2024-02-13,x",
                "duplicates F|id,text;qzcanary,a;qzcanary,b",
                "language F|id,text;1,one good line of words;2,qzcanary,more",
                "bursts F|time;2024-02-13;qzcanary",
                "bursts F --online|timestamp,value;1,2;qzcanary,3;4,qzcanary",
                "bursts F --batched|t,r,d;1,2,3;2,qzcanary,4",
                "coordination F|object_id,account_id,content_id,timestamp_share;o,a,c,1;o,b,d,qzcanary",
            })
    void noWordOfARefusedRowIsSaid(String words, String table) throws IOException {
        Path input = Files.writeString(folder.resolve("in.csv"), table.replace(';', '\n') + "\n");
        requireNoWord(input, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id':'1','account':'a','time':'qzcanary','text':'x'}",
                "{'id':'1','account':'a','time':qzcanary,'text':'x'}",
                "{'id':'1','account':'a','time':'2024-02-13','text':'x' qzcanary}",
                "{'id':'1','account':'a','time':'2024-02-13','text':'\\qzcanary'}",
                "{'id':'1','account':'a','time':'2024-02-13','text':'x','n':00123qzcanary}",
                "{'id':'1','account':'a','time':'2024-02-13','text':'qzcanary",
                "qzcanary",
            })
    void norOfALineOfJson(String line) throws IOException {
        String good = "{'id':'7','account':'a','time':'2024-02-13','text':'x'}\n";
        Path input = Files.writeString(folder.resolve("in.jsonl"), (good + line + "\n").replace('\'', '"'));
        requireNoWord(input, "detect F --out O");
    }

    private void requireNoWord(Path input, String words) throws IOException {
        Path key = folder.resolve("k");
        if (!Files.exists(key)) {
            assertThat(Run.of("key", "--new", key).exit()).isZero();
        }
        Run run = Run.of(Arrays.stream(words.split(" ", -1))
                .map(w -> switch (w) {
                    case "F" -> input;
                    case "K" -> key;
                    case "O", "S" -> folder.resolve(w);
                    default -> w;
                })
                .toArray());
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("line ").doesNotContain("canary");
    }

    @Test
    void labelsNeither() throws IOException {
        Path posts = Files.writeString(folder.resolve("p.csv"), "id,account,time,text\n1,a,2024-02-13,x\n");
        Path labels = Files.writeString(folder.resolve("l.csv"), "account,label\na,1\nqzcanary,?\n,qzcanary\n");
        assertThat(Run.of("detect", posts, "--out", folder.resolve("o")).exit()).isZero();
        Run run = Run.of("evaluate", folder.resolve("o"), labels);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("refused 2 rows").doesNotContain("canary");
    }
}
