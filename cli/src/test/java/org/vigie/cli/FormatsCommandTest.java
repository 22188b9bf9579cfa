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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.posts.exports.Export;

/** What {@code vigie formats} says, and the options by which a file is read otherwise. */
final class FormatsCommandTest {
    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void listsEachExportWithItsColumns() {
        Run run = Run.of("formats");

        assertThat(run.exit()).isZero();
        for (Export export : Export.known()) {
            assertThat(run.out()).contains(export.name() + ": " + export.description() + "\n");
        }
        assertThat(run.out())
                .contains("""
                        qut: QUT's coordination network toolkit
                          recognised by  message_id, user_id, message, timestamp
                          id             message_id
                        """)
                .endsWith(
                        "Other columns are ignored. A file of no known export is read by the usual names of columns.\n");
    }

    @Test
    void saysHowAFileIsRead() throws IOException {
        Run run = Run.of("formats", file("quay.csv", """
                        message_id,user_id,message,timestamp,mood
                        1,ann,Quay shut,1640995200,good
                        message_id,user_id,message,timestamp,mood
                        2,bob,"Quay
                        shut",1640995201,bad
                        3,,x,1,
                        """));

        assertThat(run.exit()).isZero();
        assertThat(run.lines())
                .containsExactly(
                        "file             quay.csv",
                        "export           qut",
                        "recognised by    message_id, user_id, message, timestamp",
                        "encoding         UTF-8",
                        "separator        ,",
                        "times            seconds since 1970; in UTC where they name no zone",
                        "rows             4: 2 posts, 1 refused, 1 set aside",
                        "set aside        1 repeated headers",
                        "id               from message_id",
                        "account          from user_id",
                        "time             from timestamp",
                        "text             from message",
                        "ignored          mood",
                        "post 1           1 | ann | 2022-01-01T00:00:00Z | Quay shut",
                        "post 2           2 | bob | 2022-01-01T00:00:01Z | Quay\\u000ashut");
        assertThat(run.err()).isEqualTo("vigie: refused 1 row:\n  quay.csv line 6: has no account\n");
    }

    @Test
    void readsStandardInputAndFilesOfNothing() throws IOException {
        assertThat(Run.withInput("id,account,time,text\n1,a,2024-02-13,x\n", "formats", "-")
                        .lines())
                .contains("file             standard input", "export           vigie");
        assertThat(Run.of("formats", file("none.csv", "")).lines())
                .contains("export           none: there is no row", "times            none was read");
        Run folderRun = Run.of("formats", folder);
        assertThat(folderRun.exit()).isEqualTo(1);
        assertThat(Run.of("formats", folder.resolve("no.csv")).err()).startsWith("vigie: no such file: ");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "1640995200, secondes depuis 1970",
                "1640995200000, millisecondes depuis 1970",
                "45292, jours d\u2019un tableur",
                "13.02.2024, jour.mois.ann\u00e9e",
                "13/02/2024, jour/mois/ann\u00e9e",
                "13 Feb 2024, mois en lettres",
            })
    void theFormOfTimesIsSaidInFrench(String time, String form) throws IOException {
        Run run = Run.of("formats", "--lang", "fr", file("t.csv", "id,account,time,text\n1,a," + time + ",x\n"));

        assertThat(run.out()).containsPattern("dates +" + Pattern.quote(form));
    }

    @Test
    void doubtsAreOnStandardError() throws IOException {
        Path bytes = Files.write(
                folder.resolve("bridge.csv"),
                "id,account,time,text\n1,a,2024-02-13,\u041c\u043e\u0441\u0442\n"
                        .getBytes(Charset.forName("windows-1251")));

        assertThat(Run.of("formats", bytes).err()).contains("vigie: warning: bridge.csv: 1 text does not look like");
        Run given = Run.of("formats", "--encoding", "windows-1251", bytes);
        assertThat(given.err()).isEmpty();
        assertThat(given.out()).contains("encoding         windows-1251", "| \u041c\u043e\u0441\u0442\n");
        Run wrong = Run.of("formats", "--encoding", "no such", bytes);
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("--encoding must be one such as windows-1251 or GBK but was 'no such'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"time=when,text=said,loudly|said,loudly", "time=when,text=said|said"})
    void severalFieldsStandInOneOption(String mapping, String text) throws IOException {
        Run run = Run.of(
                "formats", "--map", mapping, file("t.tsv", "id\taccount\twhen\t" + text + "\n1\ta\t2024-02-13\tx\n"));

        assertThat(run.exit()).isZero();
        assertThat(run.out()).containsPattern("text +from " + text + "\n").containsPattern("time +from when\n");
    }

    @Test
    void aColumnThatIsNotThereIsWrongUsageWithTheLikelyName() throws IOException {
        Run run = Run.of("formats", "--map", "text=twet", file("t.csv", "id,account,time,texte\n1,a,2024-02-13,x\n"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "no column 'twet' for the text; did you mean 'texte'? The columns are id, account, time, texte");
    }

    @Test
    void actionsKnowWordsForNothingAndTimesOfTheFile() throws IOException {
        String actions = """
                object_id,account_id,content_id,timestamp_share
                NA,c,3,70000
                NA,d,4,70001
                NA,c,5,70100
                NA,d,6,70101
                u,c,7,71000
                u,d,8,71001
                u,c,9,72000
                u,d,10,72001
                """;

        Run run = Run.of("coordination", "--compat", "coortweet", file("a.csv", actions));
        assertThat(run.lines()).element(1).asString().startsWith("c,d,2,");
        assertThat(run.err()).contains("refused 4 rows").contains("has no object_id");
        Run local = Run.of(
                "coordination",
                "--min-participation",
                "1",
                "--date-format",
                "day-first",
                file(
                        "b.csv",
                        "object_id,account_id,content_id,timestamp_share\nu,a,1,02/03/2024 10:00\nu,b,2,02/03/2024 10:00\n"));
        assertThat(local.lines()).element(1).asString().startsWith("a,b,1,");
    }

    @Test
    void aBatchWithMoreThanItHasIsOneReject() throws IOException {
        Run run = Run.of("bursts", "--batched", file("r.csv", "t,r,d\n1,1,3\n2,5,3\n3,1,4\n4,2,5\n"));

        assertThat(run.exit()).isZero();
        assertThat(run.err()).contains("r.csv line 3: r must be from 0 to d = 3 but was 5");
    }
}
