/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** simulate, detect and demo. */
final class CampaignCommandsTest {
    private static final List<String> RESULTS = List.of(
            "report.html",
            "campaigns.json",
            "network.gexf",
            "network.graphml",
            "campaigns.csv",
            "accounts.csv",
            "posts.csv",
            "clusters.csv",
            "bursts.csv",
            "edges.csv",
            "stix.json",
            "misp.json",
            "manifest.json");

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private static Path posts;

    @BeforeAll
    static void simulate() {
        posts = shared.resolve("posts.csv");
        Run run = Run.of("simulate", "--out", posts, "--truth", shared.resolve("truth.csv"), "--posts", "2000");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        Path again = folder.resolve("new/p.csv");
        Path truth = folder.resolve("t.csv");
        Run.of("simulate", "--out", again, "--truth", truth, "--posts", "2000", "--seed", "1");
        assertThat(again).hasSameBinaryContentAs(posts);
        assertThat(truth).hasSameBinaryContentAs(shared.resolve("truth.csv"));
        assertThat(Files.readAllLines(again)).hasSize(2001);
        Run.of("simulate", "--out", again, "--truth", truth, "--posts", "2000", "--seed", "2");
        assertThat(Files.readString(again)).isNotEqualTo(Files.readString(posts));
    }

    @Test
    void detectWritesEveryResultAndKeepsBadRows() throws IOException {
        Path input = Files.copy(posts, folder.resolve("posts.csv"));
        Files.writeString(input, "only,three,fields\n", StandardOpenOption.APPEND);
        Path out = folder.resolve("out");
        Run run = Run.of("detect", input, "--out", out, "--lang", "fr");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(2);
        assertThat(run.lines().get(0)).matches("2\u202f000 publications de [0-9]+ comptes\u00a0: [0-9]+ campagnes");
        assertThat(Path.of(run.lines().get(1))).isRegularFile();
        assertThat(run.err()).contains("1 ligne refusée", "posts.csv ligne 2002");
        RESULTS.forEach(name -> assertThat(out.resolve(name)).isNotEmptyFile());
        assertThat(out.resolve("report.html")).content().contains("lang=\"fr\"");
        assertThat(Files.readString(out.resolve("rejects.csv"))).contains("2002", "only,three,fields");
        assertThat(RESULTS.stream().filter(n -> n.endsWith(".csv")))
                .allMatch(n -> read(out.resolve(n)).endsWith("\n"));
        assertThat(parts(out)).isEmpty();

        Run second = Run.of("detect", posts, "--out", out);
        assertThat(second.exit()).isZero();
        assertThat(out.resolve("rejects.csv")).as("of the first run").doesNotExist();
    }

    @Test
    void withAKeyAndWithoutTextNothingOfPeopleRemains() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "tK7vQ2mZ9xR4bN8cW1jH6fL3pD5sG0yA" + "\n");
        if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        }
        Path out = folder.resolve("out");
        Run run = Run.of("detect", posts, "--out", out, "--text-retention", "none", "--key-file", key);
        assertThat(run.exit()).as(run.err()).isZero();
        List<String> accounts = Files.readAllLines(posts).stream()
                .skip(1)
                .map(line -> line.split(",", 3)[1])
                .distinct()
                .toList();
        for (String name : RESULTS) {
            String content = read(out.resolve(name));
            assertThat(accounts.stream()
                            .filter(a -> content.contains("\"" + a + "\"") || content.contains("," + a + ",")))
                    .as(name)
                    .isEmpty();
            assertThat(content + run.out() + run.err()).as(name).doesNotContain("tK7vQ2mZ9xR4");
        }
        assertThat(Run.of("detect", posts, "--out", out, "--key-file", folder.resolve("no"))
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void doubtsAboutTheInputAreInFrenchOnAFrenchPage() throws IOException {
        Path input = Files.writeString(folder.resolve("doubtful.csv"), """
                id,account,time,text
                1,a,1970-01-02T00:00:00Z,one
                2,b,2970-01-02T00:00:00Z,two
                1.2346E+18,c,2026-01-02T00:00:00Z,three
                ,d,2026-01-02T00:00:00Z,fo\uFFFDr
                """);
        Path out = folder.resolve("out");
        Run run = Run.of("detect", input, "--out", out, "--lang", "fr");
        assertThat(run.exit()).as(run.err()).isZero();
        long warnings = run.err()
                .lines()
                .filter(l -> l.startsWith("vigie\u00a0: attention\u00a0: doubtful.csv\u00a0: "))
                .count();
        assertThat(warnings).isGreaterThanOrEqualTo(4);
        String page = read(out.resolve("report.html"));
        assertThat(page.split("<bdi lang=\"fr\">", -1)).hasSizeGreaterThan((int) warnings);
        assertThat(page).doesNotContain("<bdi lang=\"en\">").contains("Trop peu de publications");
        assertThat(read(out.resolve("manifest.json"))).contains("a time in 1970", "too few posts to test anything");
    }

    @Test
    void answersToNobodyKnownAreSaidUntilAColumnNamesThem() throws IOException {
        StringBuilder rows = new StringBuilder("id,account,time,text,reply_to,owner\n");
        for (int i = 0; i < 12; i++) {
            rows.append(i).append(",a").append(i).append(",2026-01-02T00:00:00Z,the quay is shut number ");
            rows.append(i).append(",q").append(i).append(",mp\n");
        }
        Path input = Files.writeString(folder.resolve("comments.csv"), rows.toString());
        Path out = folder.resolve("out");
        Run silent = Run.of("detect", input, "--out", out, "--lang", "fr");
        assertThat(silent.err()).contains("12 publications sur 12 répondent à des publications absentes des données");
        assertThat(read(out.resolve("report.html"))).contains("12 publications répondent à des publications absentes");
        Run told = Run.of("detect", input, "--out", out, "--lang", "fr", "--map", "reply_to_account=owner");
        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.err()).doesNotContain("absentes des données");
    }

    @Test
    void demoComparesWithTheTruth() {
        Path out = folder.resolve("demo");
        Run run = Run.of("demo", "--out", out);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.lines().get(0)).matches("Simulated [0-9]+ posts by [0-9]+ accounts, with 3 planted campaigns.");
        assertThat(run.lines().subList(1, 4)).allMatch(line -> line.contains("found as"));
        assertThat(run.out())
                .contains("precision", "recall", out.resolve("report.html").toString());
        RESULTS.forEach(name -> assertThat(out.resolve(name)).isNotEmptyFile());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> parts(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(f -> f.toString().endsWith(".part")).toList();
        }
    }
}
