/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers, tests, proof and hostile tables. */
final class CoordinationCommandTest {
    private static final String HEADER = "object_id,account_id,content_id,timestamp_share\n";
    private static final int START = 1_772_000_000;
    private static final String POSTS = """
            id,account,time,text,urls,hashtags,mentions,repost_of,reply_to
            p0,eve,2026-05-01T09:00:00Z,An original,,,,,
            1,ann,2026-05-01T10:00:00Z,The bridge is closed again today they say,https://x.org/a?utm_source=q,Bridge closed,dan,,
            2,bob,2026-05-01T10:00:20Z,The bridge is closed again today they say,http://www.x.org/a,closed BRIDGE,DAN,,
            3,ann,2026-05-01T11:00:00Z,Look at this one please everybody now,https://x.org/b,bridge,,,p0
            4,bob,2026-05-01T11:00:30Z,Look at this one please everybody now,https://x.org/b,bridge,,,p0
            5,ann,2026-05-01T12:00:00Z,,,,,p0,
            6,bob,2026-05-01T12:00:10Z,RT with a link https://x.org/c,https://x.org/c,rt,,p0,
            7,eve,2026-05-01T12:00:20Z,,,,,p0,
            8,ann,2026-05-01T12:30:00Z,The bridge is closed again today they say,,,fay,,
            9,bob,2026-05-01T12:30:10Z,The bridge is closed again today they say,,,gus,,
            """;

    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Run run(Object... words) throws IOException {
        List<Object> all = new ArrayList<>(List.of("coordination"));
        all.addAll(List.of(words));
        return Run.of(all.toArray());
    }

    /** The cells of the first edge by column. */
    private static Map<String, String> edge(Run run) {
        List<String> names = List.of(run.lines().get(0).split(",", -1));
        String[] cells = run.lines().get(1).split(",", -1);
        assertThat(cells).hasSameSizeAs(names);
        Map<String, String> edge = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            edge.put(names.get(i), cells[i]);
        }
        return edge;
    }

    @ParameterizedTest
    @CsvSource({
        "url,2,25",
        "hashtag,3,23.333333333333332",
        "hashtag-sequence,1,20",
        "text-cluster,3,20",
        "repost,1,10",
        "reply,1,30",
        "mention,1,20",
        "co-target,2,15",
        "first-hour,6,21.666666666666668"
    })
    void everyLayerIsReachedFromPosts(String layer, int coActions, String delta) throws IOException {
        Run run = run(file("p.csv", POSTS), "--layer", layer, "--min-participation", 1);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(2);
        assertThat(edge(run))
                .containsEntry("source", "ann")
                .containsEntry("target", "bob")
                .containsEntry("weight", Integer.toString(coActions))
                .containsEntry("mean_delta", delta);
    }

    @ParameterizedTest
    @CsvSource({"sum,5,2,3", "union,3,2,3"})
    void layersMergeAndKeepTheirWeights(String rule, int weight, int url, int hashtag) throws IOException {
        Path posts = file("p.csv", POSTS);
        Run run = run(posts, "--layer", "url,hashtag", "--merge", rule, "--backbone", "none");
        assertThat(run.lines().get(0)).endsWith(",p,q,backbone,weight_hashtag,weight_url");
        assertThat(run.lines()).hasSize(2);
        assertThat(run.lines().get(1)).startsWith("ann,bob," + weight + ",");
        assertThat(run.lines().get(1)).endsWith("," + hashtag + "," + url);
        Run or = run(posts, "--layer", "url,hashtag", "--merge", "noisy-or", "--weight", "cosine");
        Map<String, String> merged = edge(or);
        double least = 1
                - (1 - Double.parseDouble(merged.get("weight_hashtag")))
                        * (1 - Double.parseDouble(merged.get("weight_url")));
        assertThat(Double.parseDouble(merged.get("weight")))
                .isCloseTo(least, within(1e-12))
                .isBetween(0.99, 1.0);
    }

    @Test
    void pairsProveTheEdgesAndTellWhatIsCut() throws IOException {
        Path pairs = folder.resolve("new/pairs.csv");
        Path edges = folder.resolve("edges.csv");
        Path posts = file("p.csv", POSTS);
        Run run = run(posts, "--layer", "hashtag", "--backbone", "none", "--pairs", pairs, "--edges", edges);
        assertThat(pairs).hasContent("""
                        object_id,content_id,content_id_y,time_delta,account_id,account_id_y,timestamp_share,timestamp_share_y
                        bridge,1,2,20,ann,bob,1777629600,1777629620
                        bridge,3,4,30,ann,bob,1777633200,1777633230
                        closed,1,2,20,ann,bob,1777629600,1777629620
                        """);
        assertThat(run.err()).contains("6 actions, 1 edges", "3 pairs").doesNotContain("left out");
        Run cut = run(posts, "--layer", "hashtag", "--backbone", "none", "--pairs", pairs, "--pair-limit", 2);
        assertThat(cut.err()).contains("2 pairs, 1 more of 1 edges left out (see --pair-limit)");
        assertThat(Files.readAllLines(pairs)).hasSize(3);
        Run compatible = run(
                file("a.csv", HEADER + "o,b,c2,30\no,a,c1,0\np,b,c4,100\np,a,c3,101\n"),
                "--compat",
                "coortweet",
                "--pairs",
                pairs);
        assertThat(compatible.exit()).as(compatible.err()).isZero();
        assertThat(Files.readAllLines(pairs)).contains("o,c1,c2,30,a,b,0,30", "p,c4,c3,1,b,a,100,101");
    }

    /** Accounts act on objects all day; ring accounts act within seconds on eight of them. */
    private static String ring() {
        Random random = new Random(7);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            rows.add("o" + random.nextInt(400) + ",a" + random.nextInt(150) + ",c" + i + ","
                    + (START + random.nextInt(86_400)));
        }
        for (int o = 0; o < 8; o++) {
            int time = START + random.nextInt(86_000);
            for (int a = 0; a < 4; a++) {
                rows.add("o" + o + ",r" + a + ",r" + o + "" + a + "," + (time + random.nextInt(20)));
                rows.add("o" + random.nextInt(400) + ",r" + a + ",q" + o + "" + a + ","
                        + (START + random.nextInt(86_400)));
            }
        }
        Collections.shuffle(rows, random);
        return HEADER + String.join("\n", rows) + "\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"shuffled", "configuration", "hypergeometric"})
    void testsFindTheRingAndItsProof(String backbone) throws IOException {
        Path pairs = folder.resolve("pairs.csv");
        Run run = run(file("a.csv", ring()), "--backbone", backbone, "--min-participation", 1, "--pairs", pairs);
        assertThat(run.exit()).as(run.err()).isZero();
        List<String> kept = run.lines().stream()
                .filter(line -> line.split(",", -1)[15].equals("1"))
                .toList();
        assertThat(kept).hasSize(6).allMatch(line -> line.matches("r\\d,r\\d,.*"));
        boolean parts = !backbone.equals("shuffled");
        assertThat(run.lines().get(0)).endsWith(",p,q,backbone" + (parts ? ",p_objects,p_timing" : ""));
        for (String line : kept) {
            String[] cells = line.split(",", -1);
            double p = Double.parseDouble(cells[13]);
            assertThat(p).isLessThanOrEqualTo(Double.parseDouble(cells[14]));
            if (parts) {
                assertThat(p).isEqualTo(Math.max(Double.parseDouble(cells[16]), Double.parseDouble(cells[17])));
            }
        }
        assertThat(Files.readAllLines(pairs))
                .hasSizeGreaterThanOrEqualTo(1 + 6 * 8)
                .allMatch(line -> line.contains("r") || line.startsWith("object_id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "quantile", "disparity", "hypergeometric", "configuration", "shuffled"})
    void tablesWithNothingToFindGiveAHeader(String backbone) throws IOException {
        for (String rows : List.of(
                "o,a,c,0\n",
                "o,a,c1,0\no,a,c2,1\no,a,c3,2\n",
                "o,a,c1,0\np,b,c2,0\n",
                "o,a,c1,0\no,b,c2,4000000000\n")) {
            Run run = run(file("a.csv", HEADER + rows), "--backbone", backbone);
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.lines()).hasSize(1);
            assertThat(run.err()).contains(" 0 edges");
        }
    }

    @Test
    void rowsMayBeUnsortedAndDoubled() throws IOException {
        List<String> rows = new ArrayList<>(List.of(
                "o,ann,c1,100",
                "o,bob,c2,130",
                "p,ann,c3,15",
                "p,bob,c4,5",
                "p,bob,c4,5",
                "o,ann,c1,100",
                "o,ann,c5,-7"));
        List<String> first = List.of();
        for (int i = 0; i < 5; i++) {
            Collections.shuffle(rows, new Random(i));
            Run run = run(file("a.csv", HEADER + String.join("\n", rows) + "\n"), "--backbone", "none");
            assertThat(run.exit()).as(run.err()).isZero();
            first = i == 0 ? run.lines() : first;
            assertThat(run.lines()).isEqualTo(first);
            assertThat(run.err()).contains("refused 1 row", "'\u2026'");
        }
        assertThat(first.get(1)).startsWith("ann,bob,4,1970-01-01T00:00:05Z,1970-01-01T00:02:10Z,4,2,20,10,2,2,1,");
    }

    @Test
    void anyWindowWorks() throws IOException {
        Path actions = file("a.csv", HEADER + "o,a,c1,0\no,b,c2,4000000000\np,a,c3,0\np,b,c4,0\n");
        assertThat(run(actions, "--window", "4000000000s", "--backbone", "none").lines())
                .anyMatch(line -> line.startsWith("a,b,2,"));
        assertThat(run(actions, "--window", "0s", "--min-participation", 1).lines())
                .anyMatch(line -> line.startsWith("a,b,1,1970-01-01T00:00:00Z,1970-01-01T00:00:00Z,1,1,0,0,"));
        assertThat(run(actions, "--window", "999999999999999999d").exit()).isEqualTo(2);
    }

    @Test
    void wrongUsageIsTwoAndBadFilesAreOne() throws IOException {
        Path actions = file("a.csv", HEADER + "o,a,c,0\n");
        Path posts = file("p.csv", POSTS);
        for (List<Object> words : List.<List<Object>>of(
                List.of("--layer", "urls"),
                List.of("--merge", "max"),
                List.of("--merge", "noisy-or"),
                List.of("--weight", "tf"),
                List.of("--pair-limit", "0"),
                List.of("--alpha", "NaN"),
                List.of("--edge-weight", "1.5"),
                List.of("--min-participation", "-1"),
                List.of("--window", "-1s"),
                List.of("--layer", "url,hashtag", "--compat", "coortweet"),
                List.of("--compat", "qut", "--pairs", folder.resolve("x.csv")))) {
            Run run = run(Stream.concat(Stream.of(posts), words.stream()).toArray());
            assertThat(run.exit()).as(words + run.err()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
        }
        Run missing = run(posts);
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("no column 'object_id'", "or give posts and a --layer");
        Run noAccount = run(actions, "--layer", "url", "--map", "account=nobody");
        assertThat(noAccount.exit()).isEqualTo(2);
        assertThat(run(file("empty.csv", ""), "--layer", "url").exit()).isEqualTo(1);
        assertThat(run(file("header.csv", HEADER)).exit()).isEqualTo(1);
        assertThat(run(folder).exit()).isEqualTo(1);
        assertThat(run("-", "--layer", "url").err())
                .isEqualTo("vigie: no posts in standard input" + System.lineSeparator());
        Run rejects = run(file("bad.csv", HEADER + "o,a,c1,0\no,,c2,1\no,b,c3,soon\n,b,c4,1\no,b,c5\no,b,c6,2\n"));
        assertThat(rejects.exit()).isZero();
        assertThat(rejects.err()).contains("refused 4 rows", "bad.csv line 3", "has no account_id", "2 actions");
    }

    @Test
    void aFailureLeavesNoFileBehind() throws IOException {
        Path edges = folder.resolve("edges.csv");
        assertThat(run(file("p.csv", POSTS), "--edges", edges).exit()).isEqualTo(1);
        assertThat(edges).doesNotExist();
        assertThat(folder.resolve("edges.csv.part")).doesNotExist();
    }

    /** The words for nothing are absent, as in CooRTweet 2.1.3: such a row is refused and joins nobody. */
    @Test
    void wordsForNothingAreAbsent() throws IOException {
        for (String word : new String[] {"NA", "N/A", "<NA>", "nan", "null", "#NAME?", "(null)", ""}) {
            Path shares = file("na.csv", """
                    object_id,account_id,content_id,timestamp_share
                    NA,cat,c3,1000
                    NA,dan,c4,1001
                    NA,cat,c5,1100
                    NA,dan,c6,1101
                    u,cat,c7,2000
                    u,dan,c8,2001
                    u,cat,c9,3000
                    u,dan,c10,3001
                    u,NA,c11,3001
                    u,eve,c12,NA
                    """.replace("NA", word));
            Run run = run(shares, "--compat", "coortweet", "--window", "60s");
            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.lines()).hasSize(2);
            assertThat(run.lines().get(1)).startsWith("cat,dan,2,1,");
            assertThat(edge(run(shares, "--window", "60s")))
                    .containsEntry("source", "cat")
                    .containsEntry("target", "dan")
                    .containsEntry("weight", "2")
                    .containsEntry("mean_delta", "1");
        }
    }

    @Test
    void theFastNetworkStandsBesideTheFull() throws IOException {
        Path shares = file("fast.csv", """
                object_id,account_id,content_id,timestamp_share
                o1,ann,c1,1000
                o1,bob,c2,1005
                o2,ann,c3,2000
                o2,bob,c4,2005
                o3,ann,c5,3000
                o3,bob,c6,3040
                o4,cat,c7,4000
                o4,dan,c8,4050
                o5,cat,c9,5000
                o5,dan,c10,5050
                """);
        Run run = run(shares, "--compat", "coortweet", "--window", "60s", "--fast-window", "10s");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.lines().get(0))
                .startsWith("account_id,account_id_y,weight_full,")
                .contains(",weight_fast,");
        assertThat(run.lines()).hasSize(3);
        assertThat(run.lines().get(1)).startsWith("ann,bob,3,").contains(",2,5,2,2,");
        assertThat(run.lines().get(2)).startsWith("cat,dan,2,50,").endsWith(",,,,,,");
        assertThat(run(shares, "--fast-window", "10s").exit()).isEqualTo(2);
        assertThat(run(shares, "--compat", "coortweet", "--window", "10s", "--fast-window", "10s")
                        .exit())
                .isEqualTo(2);
    }
}
