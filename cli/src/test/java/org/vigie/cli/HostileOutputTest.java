/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.core.file.Shown;

/**
 * What attackers write into posts does nothing to those who look at results: no cell of any table of any command is a
 * live formula, and nothing on standard output or error moves a cursor, turns the direction or starts a line of its own.
 */
final class HostileOutputTest {
    /** Beginnings of names; each account, id, link and key has one. */
    private static final List<String> ATTACKS = List.of(
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-1+1",
            "@SUM(1)",
            "\\t=1+1",
            "\\uff1d1+1",
            "\\u001b[31mred",
            "\\u202egnp",
            "a\\nvigie: all is well",
            "\\u009b2J",
            "a\\r\\u2028b",
            "\\u0007");

    @TempDir
    private Path folder;

    private Path posts;
    private Path actions;
    private Path events;
    private Path series;
    private Path bins;
    private Path labels;

    @BeforeEach
    void attack() throws IOException {
        StringBuilder postLines = new StringBuilder();
        StringBuilder actionLines = new StringBuilder();
        StringBuilder eventLines = new StringBuilder();
        StringBuilder labelLines = new StringBuilder();
        ATTACKS.forEach(a -> labelLines.append("{\"account\":\"%s\",\"label\":\"%s\"}%n".formatted(a, a)));
        int id = 0;
        for (int round = 0; round < 4; round++) {
            for (String attack : ATTACKS) {
                String time = "2026-03-02T0" + (round + 1) + ":00:" + (10 + id % 20) + "Z";
                postLines.append(
                        ("{\"id\":\"%s p%d\",\"account\":\"%s\",\"time\":\"%s\",\"text\":\"%s the old stone bridge is"
                                        + " shut today by the mayor %d\",\"urls\":[\"https://a.example/%d\"],\"hashtags\":[\"%s\"]}%n")
                                .formatted(attack, id, attack, time, attack, round, round, attack));
                actionLines.append(
                        "{\"object_id\":\"%s o%d\",\"account_id\":\"%s\",\"content_id\":\"%s c%d\",\"timestamp_share\":\"%s\"}%n"
                                .formatted(ATTACKS.get(round), round, attack, attack, id, time));
                for (int i = 0; i < 3; i++) {
                    eventLines.append("{\"time\":\"%s\",\"topic\":\"%s\"}%n".formatted(time, attack));
                }
                id++;
            }
        }
        postLines.append(
                "{\"id\":\"\\u001b[2Jx\",\"account\":\"b\",\"time\":\"\\u001b[1m\\nvigie: fine\",\"text\":\"t\"}\n");
        posts = Files.writeString(folder.resolve("posts.jsonl"), postLines);
        actions = Files.writeString(
                folder.resolve("actions.jsonl"),
                actionLines
                        + "{\"object_id\":\"o\",\"account_id\":\"a\",\"content_id\":\"c\",\"timestamp_share\":\"\\u001b7\"}\n");
        events = Files.writeString(folder.resolve("events.jsonl"), eventLines);
        labels = Files.writeString(folder.resolve("labels.jsonl"), labelLines);
        series = Files.writeString(
                folder.resolve("series.csv"),
                "timestamp,value,=note\n1,2,\u001b[31m\n2,-3,\"=1+1\nvigie: fine\"\n3,\u001b[5m,\u202e@x\n");
        bins = Files.writeString(
                folder.resolve("bins.csv"), "t,r,d\n=1+1,1,9\n\u001b[31m,8,9\n@x,8,9\n-2,1,9\n\u001b7,x,9\n");
    }

    private Map<String, List<Object>> commands() {
        Map<String, List<Object>> commands = new TreeMap<>();
        commands.put("duplicates", List.of("duplicates", posts, "--threshold", "0.3"));
        commands.put(
                "duplicates to files",
                List.of("duplicates", posts, "--threshold", "0.3", "--pairs", at("p.csv"), "--clusters", at("c.csv")));
        commands.put("language", List.of("language", posts));
        commands.put("coordination", List.of("coordination", actions));
        commands.put(
                "coordination to files",
                List.of("coordination", actions, "--edges", at("e.csv"), "--pairs", at("q.csv"), "--edge-weight", "0"));
        commands.put(
                "coordination of posts",
                List.of(
                        "coordination",
                        posts,
                        "--layer",
                        "url,hashtag",
                        "--edges",
                        at("f.csv"),
                        "--pairs",
                        at("r.csv")));
        commands.put("as CooRTweet", List.of("coordination", actions, "--compat", "coortweet", "--pairs", at("s.csv")));
        commands.put("as the QUT toolkit", List.of("coordination", actions, "--compat", "qut"));
        commands.put("bursts", List.of("bursts", events, "--by", "topic", "--column", "time"));
        commands.put("bursts online", List.of("bursts", series, "--online"));
        commands.put("bursts in bins", List.of("bursts", bins, "--batched"));
        commands.put("detect", List.of("detect", posts, "--out", at("results"), "--min-accounts", "3"));
        commands.put("detect nothing", List.of("detect", events, "--out", at("none")));
        // After detect, whose results it reads.
        commands.put("evaluate", List.of("evaluate", at("results"), labels, "--format", "csv"));
        commands.put("evaluate in words", List.of("evaluate", at("results"), labels));
        commands.put("evaluated runs compared", List.of("compare", at("results"), at("results"), "--format", "csv"));
        commands.put("no such file", List.of("duplicates", "no\u001b[31m\nfile"));
        commands.put("no such option", List.of("duplicates", posts, "--x\u001b[31m\nfile"));
        return commands;
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    @Test
    void nothingActsOnATerminalOrStartsALine() {
        commands().forEach((name, words) -> {
            Run run = Run.of(words.toArray());
            assertThat(run.exit())
                    .as(name + run.err())
                    .isEqualTo(
                            name.equals("detect nothing") || name.equals("no such file")
                                    ? 1
                                    : name.equals("no such option") ? 2 : 0);
            for (String stream : List.of(run.out(), run.err())) {
                assertThat(stream.codePoints()
                                .filter(HostileOutputTest::acts)
                                .boxed()
                                .map(Integer::toHexString))
                        .as(name + ": " + stream)
                        .isEmpty();
                assertThat(stream.lines())
                        .as(name)
                        .noneMatch(l -> l.startsWith("vigie: all is") || l.startsWith("vigie: fine"));
            }
        });
    }

    private static boolean acts(int c) {
        int type = Character.getType(c);
        return (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    @Test
    void noCellIsALiveFormula() throws IOException {
        int guarded = 0;
        for (Map.Entry<String, List<Object>> command : commands().entrySet()) {
            Run run = Run.of(command.getValue().toArray());
            String table = command.getKey().startsWith("language") ? run.out().replace('\t', ',') : run.out();
            if (!command.getKey().equals("evaluate in words")) { // no table
                guarded += requireNoFormula(command.getKey(), table);
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv") && !f.equals(series) && !f.equals(bins))
                    .toList()) {
                guarded += requireNoFormula(file.toString(), Files.readString(file));
            }
        }
        assertThat(guarded).isGreaterThan(100);
        assertThat(at("results/clusters.csv")).content().contains(",'+1+1 p1,'+1+1,", ",'@SUM(1) p3,");
    }

    /** Its posts are input for others, so they are as they are. */
    @Test
    void simulatedCellsRunNothing() throws IOException {
        Run.of("simulate", "--out", at("simulated.csv"), "--truth", at("labels.csv"), "--posts", "3000");
        int answers = 0;
        for (String cell : cells(Files.readString(at("simulated.csv")) + Files.readString(at("labels.csv")))) {
            if (!Shown.cell(cell).equals(cell)) {
                assertThat(cell).as("an answer, no function").matches("@\\p{L}+[0-9]+ [^(]*");
                answers++;
            }
        }
        assertThat(answers).isPositive();
    }

    private static int requireNoFormula(String source, String table) {
        int guarded = 0;
        for (String cell : cells(table)) {
            String start = cell.strip();
            boolean isNumber = start.matches("[+-][0-9.]+(e-?[0-9]+)?");
            assertThat(!start.isEmpty() && "=+-@\uff1d".indexOf(start.charAt(0)) >= 0 && !isNumber)
                    .as("%s has %s", source, cell)
                    .isFalse();
            guarded += start.length() > 1 && start.charAt(0) == '\'' ? 1 : 0;
        }
        return guarded;
    }

    @Test
    void rawCellsAreAskedFor() throws IOException {
        Run.of("duplicates", posts, "--threshold", "0.3", "--pairs", at("raw.csv"), "--raw-csv");
        assertThat(at("raw.csv")).content().contains("\n@SUM(1) p").doesNotContain("'@SUM");
        Run run = Run.of("coordination", actions, "--compat", "qut", "--raw-csv");
        assertThat(run.out()).contains("\n=cmd|' /C calc'!A0,").doesNotContain("\u001b");
    }

    @Test
    void contentOfFilesIsExact() throws IOException {
        Run.of("duplicates", posts, "--threshold", "0.3", "--clusters", at("exact.csv"));
        assertThat(cells(Files.readString(at("exact.csv")))).contains("\u001b[31mred p6", "a\nvigie: all is well p8");
    }

    @Test
    void namesThatDifferInControlCharactersStayDifferent() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            lines.append(
                    ("{\"id\":\"p%d\",\"account\":\"acc\\u%04x\",\"time\":\"2026-03-02T08:%02d:00Z\",\"text\":\"the old stone"
                                    + " bridge is shut today %d\",\"urls\":[\"https://a.example/%d\"]}%n")
                            .formatted(i, 1 + i % 6, i, i / 6, i / 6));
        }
        Path same = Files.writeString(at("same.jsonl"), lines);
        Run run = Run.of("coordination", same, "--layer", "url", "--window", "10m");
        assertThat(cells(run.out()).stream()
                        .filter(c -> c.startsWith("acc\\u000"))
                        .distinct())
                .hasSize(6);
        assertThat(Run.of("detect", same, "--out", at("six")).exit()).isZero();
        assertThat(cells(Files.readString(at("six/clusters.csv"))).stream()
                        .filter(c -> c.startsWith("acc") && !c.equals("account"))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "acc\\u0001", "acc\\u0002", "acc\\u0003", "acc\\u0004", "acc\\u0005", "acc\\u0006");
    }

    /** The cells of a table as RFC 4180 has them. */
    private static List<String> cells(String table) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < table.length(); i++) {
            char c = table.charAt(i);
            if (quoted && c == '"' && table.startsWith("\"", i + 1)) {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        return cells;
    }
}
