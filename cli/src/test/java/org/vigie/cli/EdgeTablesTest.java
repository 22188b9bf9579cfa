/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** detect and coordination write one shape of edge table. */
final class EdgeTablesTest {
    /** The documented columns of every table of edges. */
    private static final List<String> COMMON = List.of(
            "source",
            "target",
            "weight",
            "first",
            "last",
            "co_actions",
            "objects",
            "mean_delta",
            "min_delta",
            "source_contents",
            "target_contents",
            "symmetry",
            "lead",
            "p",
            "q");
    /** All but p and q, which each command tests in its own way. */
    private static final List<String> OBSERVED = COMMON.subList(0, 13);

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final int WEEK = 7 * 86_400;

    @TempDir
    private static Path folder;

    private static Path posts;
    private static Path detected;

    @BeforeAll
    static void detect() throws IOException {
        posts = Files.writeString(folder.resolve("posts.csv"), posts());
        Path out = folder.resolve("run");
        Run run = Run.of("detect", posts, "--out", out, "--formats", "csv");
        assertThat(run.exit()).as(run.err()).isZero();
        detected = out.resolve("edges.csv");
    }

    /** A crowd that shares links as it likes, and twelve accounts that share eight links together. */
    private static String posts() {
        Random random = new Random(5);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            String link = "https://site" + random.nextInt(900) + ".example/" + random.nextInt(3);
            rows.add(row(random, "user" + random.nextInt(300), random.nextInt(WEEK), link));
        }
        for (int link = 0; link < 8; link++) {
            int time = random.nextInt(WEEK - 500);
            for (int account = 10; account < 22; account++) {
                if (random.nextInt(5) > 0) {
                    String planted = "https://planted.example/" + link;
                    rows.add(row(random, "=ring" + account, time + random.nextInt(500), planted));
                }
            }
        }
        StringBuilder table = new StringBuilder("id,account,time,text,urls\n");
        for (int i = 0; i < rows.size(); i++) {
            table.append('p').append(i).append(',').append(rows.get(i)).append('\n');
        }
        return table.toString();
    }

    /** A post in words that no other has. */
    private static String row(Random random, String account, int second, String link) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.append(i % 6 == 5 ? ' ' : (char) ('a' + random.nextInt(26)));
        }
        return account + "," + START.plusSeconds(second) + "," + text.toString().strip() + "," + link;
    }

    private static Path coordination(Object... words) throws IOException {
        Path edges = folder.resolve("edges of coordination.csv");
        List<Object> all = new ArrayList<>(
                List.of("coordination", posts, "--window", "600s", "--min-participation", 0, "--edges", edges));
        all.addAll(List.of(words));
        Run run = Run.of(all.toArray());
        assertThat(run.exit()).as(run.err()).isZero();
        return edges;
    }

    /** A program of somebody else, which knows names of columns and nothing about who wrote the table. */
    private static List<Map<String, String>> read(Path table) throws IOException {
        List<String> lines = Files.readAllLines(table);
        List<String> names = List.of(lines.get(0).split(",", -1));
        assertThat(names).doesNotHaveDuplicates();
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            assertThat(cells).hasSameSizeAs(names);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(names.get(i), cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> header(Path table) throws IOException {
        return List.of(Files.readAllLines(table).get(0).split(",", -1));
    }

    @Test
    void headersAgree() throws IOException {
        assertThat(header(detected).subList(0, COMMON.size())).isEqualTo(COMMON);
        assertThat(header(detected)).hasSize(COMMON.size() + 1).endsWith("campaign");
        for (String backbone : List.of("none", "quantile", "disparity", "shuffled")) {
            List<String> header = header(coordination("--layer", "url", "--backbone", backbone));
            assertThat(header.subList(0, COMMON.size())).isEqualTo(COMMON);
            assertThat(header).hasSize(COMMON.size() + 1).endsWith("backbone");
        }
        List<String> most = header(coordination("--layer", "url,domain", "--backbone", "configuration"));
        assertThat(most.subList(0, COMMON.size())).isEqualTo(COMMON);
        assertThat(most.subList(COMMON.size(), most.size()))
                .containsExactly("backbone", "p_objects", "p_timing", "weight_domain", "weight_url");
    }

    @Test
    void aStrangersProgramReadsTheSameFromBoth() throws IOException {
        List<Map<String, String>> ours = read(detected);
        assertThat(ours).hasSize(66).allMatch(row -> row.get("campaign").equals("C1"));
        List<Map<String, String>> theirs = read(coordination("--layer", "url", "--weight", "objects")).stream()
                .filter(row ->
                        row.get("source").contains("ring") && row.get("target").contains("ring"))
                .toList();
        assertThat(theirs).hasSameSizeAs(ours);
        for (int i = 0; i < ours.size(); i++) {
            for (String column : OBSERVED) {
                assertThat(theirs.get(i).get(column))
                        .as(column)
                        .isEqualTo(ours.get(i).get(column));
            }
        }
        // Strongest tie, quickest tie and who leads, as anyone would ask.
        for (List<Map<String, String>> rows : List.of(ours, theirs)) {
            assertThat(rows).allMatch(row -> row.get("source").startsWith("'=ring"));
            assertThat(rows.stream().mapToDouble(row -> Double.parseDouble(row.get("weight"))))
                    .allMatch(weight -> weight >= 1 && weight <= 8);
            assertThat(rows).allSatisfy(row -> {
                assertThat(Double.parseDouble(row.get("mean_delta")))
                        .isBetween(Double.parseDouble(row.get("min_delta")), 600.0);
                assertThat(Double.parseDouble(row.get("lead"))).isBetween(0.0, 1.0);
                assertThat(Instant.parse(row.get("first"))).isBeforeOrEqualTo(Instant.parse(row.get("last")));
            });
        }
    }

    @Test
    void whatWasNotTestedIsEmpty() throws IOException {
        assertThat(read(coordination("--layer", "url")))
                .isNotEmpty()
                .allMatch(row -> row.get("p").isEmpty() && row.get("q").isEmpty())
                .anyMatch(row -> row.get("backbone").equals("1"))
                .anyMatch(row -> row.get("backbone").equals("0"));
        List<Map<String, String>> tested =
                read(coordination("--layer", "url", "--backbone", "configuration", "--alpha", 0.1));
        assertThat(tested).allSatisfy(row -> {
            assertThat(Double.parseDouble(row.get("p")))
                    .isEqualTo(Math.max(
                            Double.parseDouble(row.get("p_objects")), Double.parseDouble(row.get("p_timing"))));
            assertThat(row.get("backbone")).isEqualTo(Double.parseDouble(row.get("q")) <= 0.1 ? "1" : "0");
        });
        assertThat(tested.stream()
                        .min(Comparator.comparingDouble(row -> Double.parseDouble(row.get("q"))))
                        .orElseThrow())
                .containsEntry("backbone", "1");
    }

    /** 20 is 20, whatever the library thinks of trailing zeros. */
    @Test
    void wholeNumbersHaveNoExponent() throws IOException {
        for (Path table : List.of(detected, coordination("--layer", "url", "--backbone", "configuration"))) {
            for (Map<String, String> row : read(table)) {
                for (String column :
                        List.of("weight", "co_actions", "objects", "min_delta", "source_contents", "target_contents")) {
                    assertThat(row.get(column)).as(column).matches("[0-9]+");
                }
                assertThat(row.get("mean_delta")).matches("[0-9]+(\\.[0-9]+)?");
                for (String column : List.of("p", "q")) {
                    assertThat(row.get(column)).as(column).matches("[0-9](\\.[0-9]+(E-[0-9]+)?)?");
                }
            }
        }
    }
}
