/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where input may come from and results may go. */
final class PlacesTest {
    private static final String POSTS = """
            id,account,time,text,urls
            1,ana,2026-03-02T08:00:00Z,the old stone bridge is shut today by the mayor,https://a.example/1
            2,leo,2026-03-02T08:00:20Z,the old stone bridge is shut today by the mayor!,https://a.example/1
            3,ana,2026-03-02T09:00:00Z,fresh bread at the market,https://a.example/2
            4,leo,2026-03-02T09:00:10Z,"fresh bread at the market, says ana",https://a.example/2
            """;

    @TempDir
    private Path folder;

    private Path posts;

    @BeforeEach
    void posts() throws IOException {
        posts = Files.writeString(folder.resolve("posts.csv"), POSTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "duplicates %s",
                "language %s",
                "coordination %s --layer url",
                "bursts %s",
                "detect %s --out results --formats csv"
            })
    void everyCommandReadsStandardInputPipesAndDevices(String words) throws Exception {
        Run file = Run.of((Object[]) words(words.formatted(posts)));
        assertThat(file.exit()).as(file.err()).isZero();
        Run dash = Run.withInput(POSTS, (Object[]) words(words.formatted("-")));
        assertThat(dash.exit()).as(dash.err()).isZero();
        assertThat(dash.out()).isEqualTo(file.out());
        assumeTrue(Spawned.hasShell());
        String all = String.join(
                " && ",
                "vigie " + words.formatted("/dev/stdin") + " < posts.csv",
                "vigie " + words.formatted("<(cat posts.csv)"),
                "mkfifo pipe",
                "{ cat posts.csv > pipe & }",
                "vigie " + words.formatted("pipe"));
        Run run = Spawned.shell(folder, all);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo(file.out().repeat(3).replace(folder + "/", ""));
    }

    private String[] words(String words) {
        return words.replace("--out results", "--out " + folder.resolve("results"))
                .split(" ");
    }

    @Test
    void standardInputHasAHashOfItsOwnInTheManifest() throws IOException {
        Path out = folder.resolve("results");
        assertThat(Run.withInput(POSTS, "detect", "-", "--out", out).exit()).isZero();
        String first = Files.readString(out.resolve("manifest.json"));
        assertThat(first).contains("\"file\" : \"standard input\"");
        Run.withInput(POSTS.replace("bread", "cakes"), "detect", "-", "--out", out);
        String second = Files.readString(out.resolve("manifest.json"));
        assertThat(run(second)).isNotEqualTo(run(first));
        assertThat(Run.of("detect", "-", "-", "--out", out).exit()).isEqualTo(2);
    }

    private static String run(String manifest) {
        return manifest.lines().filter(l -> l.contains("\"run\"")).findFirst().orElseThrow();
    }

    @Test
    void noResultReplacesAnInputOrAnotherResult() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), posts);
        Path hard = Files.createLink(folder.resolve("hard.csv"), posts);
        Path part = Files.copy(posts, folder.resolve("x.csv.part"));
        Path dotted = folder.resolve("new/../posts.csv");
        for (Path result : List.of(posts, link, hard, dotted)) {
            assertRefused(Run.of("duplicates", posts, "--pairs", result), "would replace the input");
            assertRefused(Run.of("duplicates", result, "--clusters", posts), "would replace the input");
            assertRefused(
                    Run.of("coordination", posts, "--layer", "url", "--edges", result), "would replace the input");
        }
        assertRefused(Run.of("duplicates", part, "--pairs", folder.resolve("x.csv")), "would replace the input");
        Path twice = folder.resolve("new/p.csv");
        Path same = folder.resolve("new/./p.csv");
        assertRefused(Run.of("duplicates", posts, "--pairs", twice, "--clusters", same), "two results would go to");
        assertRefused(
                Run.of("coordination", posts, "--layer", "url", "--edges", twice, "--pairs", same),
                "two results would go to");
        assertRefused(Run.of("coordination", posts, "--layer", "url", "--pairs", "-"), "two results would go to");
        assertRefused(Run.of("simulate", "--out", twice, "--truth", same), "two results would go to");
        Path results = Files.createDirectory(folder.resolve("results"));
        Path edges = Files.copy(posts, results.resolve("edges.csv"));
        assertRefused(Run.of("detect", edges, "--out", results), "would replace the input");
        Path rejects = Files.copy(posts, results.resolve("rejects.csv"));
        assertRefused(Run.of("detect", rejects, "--out", results), "would replace the input");
        assertThat(posts).hasContent(POSTS);
        assertThat(edges).hasContent(POSTS);
        assertThat(folder.resolve("new")).doesNotExist();
    }

    private static void assertRefused(Run run, String why) {
        assertThat(run.exit()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(why).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aPlaceThatIsNoFileIsWrittenTo() throws Exception {
        assumeTrue(Spawned.hasShell());
        String pairs = Run.of("duplicates", posts).out();
        Run run = Spawned.shell(
                folder,
                "vigie duplicates posts.csv --quiet --pairs /dev/stdout > 1 && vigie duplicates posts.csv --pairs - > 2"
                        + " && vigie duplicates posts.csv --pairs >(cat > 3) --clusters /dev/null && mkfifo out"
                        + " && { cat out > 4 & } && vigie duplicates posts.csv --pairs out && wait && test -p out"
                        + " && test -c /dev/null"
                        + " && vigie simulate --posts 1000 --out /dev/stdout --truth t.csv --campaigns 0 > 5");
        assertThat(run.exit()).as(run.err()).isZero();
        for (String file : List.of("1", "2", "3", "4")) {
            assertThat(folder.resolve(file)).as(file).hasContent(pairs);
        }
        assertThat(Files.readAllLines(folder.resolve("5"))).hasSize(1001);
    }

    @Test
    void aFullDiskFailsWithAMessage() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full) && Spawned.hasShell());
        for (String words : List.of(
                "duplicates posts.csv --pairs /dev/full",
                "duplicates posts.csv > /dev/full",
                "language posts.csv > /dev/full",
                "language --lines posts.csv > /dev/full",
                "coordination posts.csv --layer url > /dev/full",
                "coordination posts.csv --layer url --edges /dev/full",
                "bursts posts.csv > /dev/full",
                "detect posts.csv --out results > /dev/full",
                "simulate --posts 1000 --campaigns 0 --out /dev/full --truth t.csv")) {
            Run run = Spawned.shell(folder, "vigie " + words);
            assertThat(run.exit()).as(words).isEqualTo(1);
            assertThat(run.err().lines().filter(l -> l.startsWith("vigie: can't write")))
                    .as(words + run.err())
                    .hasSize(1)
                    .allMatch(l -> l.contains("no space left on device"));
        }
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoError() throws Exception {
        assumeTrue(Spawned.hasShell());
        Path many = Files.writeString(folder.resolve("many.txt"), "a line of text\n".repeat(200_000));
        Run run = Spawned.shell(folder, "vigie language --lines " + many.getFileName() + " | head -1");
        assertThat(run.lines()).hasSize(1);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aSecondRunIntoAFolderIsRefusedAndAKilledOneBlocksNobody() throws Exception {
        assumeTrue(Spawned.hasShell());
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path out = folder.resolve("results");
        Process waiting = Spawned.command(List.of(), "detect", pipe, "--out", out)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            Path lock = out.resolve(".vigie.lock");
            for (int i = 0; i < 600 && !Files.exists(lock); i++) {
                Thread.sleep(50);
            }
            Thread.sleep(200);
            Run second = Spawned.run(folder, Spawned.command(List.of(), "detect", posts, "--out", out));
            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.err())
                    .startsWith("vigie: another run is writing into ")
                    .hasLineCount(1);
        } finally {
            waiting.destroyForcibly().waitFor();
        }
        Run third = Run.of("detect", posts, "--out", out, "--formats", "json");
        assertThat(third.exit()).as(third.err()).isZero();
        try (var files = Files.list(out)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("campaigns.json", "manifest.json");
        }
    }

    @Test
    void manyRefusedRowsNeedNoMemory() throws Exception {
        Path bad = folder.resolve("bad.csv");
        try (var out = Files.newBufferedWriter(bad)) {
            out.write(POSTS);
            String text = "x".repeat(9_900);
            for (int i = 0; i < 20_000; i++) {
                out.write("b" + i + ",eve,soon," + text + ",\n");
            }
        }
        Run run = Spawned.run(
                folder, Spawned.command(List.of("-Xmx200m"), "detect", bad, "--out", folder.resolve("results")));
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("refused 20000 rows", "and 19995 more");
        try (var lines = Files.lines(folder.resolve("results/rejects.csv"))) {
            assertThat(lines.count()).isEqualTo(20_001);
        }
        Run others = Spawned.run(folder, Spawned.command(List.of("-Xmx200m"), "bursts", bad));
        assertThat(others.exit()).as(others.err()).isZero();
    }
}
