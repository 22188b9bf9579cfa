/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluateCommandTest {
    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path posts;
    private static Path truth;
    private static Path plain;

    @BeforeAll
    static void detect() {
        posts = shared.resolve("posts.csv");
        truth = shared.resolve("truth.csv");
        plain = shared.resolve("plain");
        Run.of("simulate", "--out", posts, "--truth", truth, "--posts", "20000");
        Run run = Run.of("detect", posts, "--out", plain, "--formats", "json");
        assertThat(run.exit()).as(run.err()).isZero();
    }

    @Test
    void textSaysHowMuchIsRight() {
        Run run = Run.of("evaluate", plain, truth);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.lines().get(0))
                .matches("[0-9]+ accounts in [0-9]+ campaigns: [0-9]+ right, 0 wrong, 0 unlabelled");
        assertThat(run.lines().get(1)).startsWith("precision 1.000, recall 0.");
        assertThat(run.out()).contains("posts: ", "groups of mostly organic or unlabelled accounts: 0");
        assertThat(Run.of("evaluate", plain.resolve("campaigns.json"), truth)).isEqualTo(run);
    }

    @Test
    void otherFormats() {
        assertThat(Run.of("evaluate", plain, truth, "--format", "csv").lines().get(0))
                .startsWith("what,name,accounts,right,wrong,unlabelled");
        assertThat(Run.of("evaluate", plain, truth, "--format", "json").out()).startsWith("{\n  \"schema\"");
        Run wrong = Run.of("evaluate", plain, truth, "--format", "xml");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("xml");
    }

    @Test
    void pseudonymsNeedTheirKey() throws IOException {
        Path key = key("key", "00112233445566778899aabbccddeeff");
        Path other = key("other", "ffeeddccbbaa99887766554433221100");
        Path hidden = folder.resolve("hidden");
        assertThat(Run.of("detect", posts, "--out", hidden, "--formats", "json", "--key-file", key)
                        .exit())
                .isZero();

        Run refused = Run.of("evaluate", hidden, truth);
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("pseudonyms", "--key-file").hasLineCount(1);
        Run wrong = Run.of("evaluate", hidden, truth, "--key-file", other);
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("was written with the key").hasLineCount(1);
        assertThat(Run.of("evaluate", plain, truth, "--key-file", key).exit()).isEqualTo(2);

        assertThat(Run.of("evaluate", hidden, truth, "--key-file", key).out())
                .isEqualTo(Run.of("evaluate", plain, truth).out());
    }

    @Test
    void doubtsAreSaid() throws IOException {
        Path strangers = Files.writeString(folder.resolve("t.csv"), "account,label\nnobody,1\nnobody,2\nx,\n");
        Run run = Run.of("evaluate", plain, strangers);
        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains(
                        "1 accounts have more than one label", "names none of the reported accounts", "refused 1 row");
        assertThat(run.lines().get(1)).startsWith("precision 0.000, recall 0.000");
    }

    @Test
    void failuresSayWhatIsMissing() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "name,size\na,1\n");
        for (List<Object> words : List.<List<Object>>of(
                List.of("evaluate", folder, truth),
                List.of("evaluate", folder.resolve("none"), truth),
                List.of("evaluate", plain, folder.resolve("none.csv")),
                List.of("evaluate", plain, folder),
                List.of("evaluate", plain, table),
                List.of("evaluate", table, truth))) {
            Run run = Run.of(words.toArray());
            assertThat(run.exit()).as(words.toString()).isEqualTo(1);
            assertThat(run.err()).startsWith("vigie: ").hasLineCount(1);
        }
        assertThat(Run.of("evaluate", plain).exit()).isEqualTo(2);
    }

    private Path key(String name, String content) throws IOException {
        Path file = Files.createFile(
                folder.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content);
    }
}
