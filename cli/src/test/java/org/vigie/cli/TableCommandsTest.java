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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What duplicates, language, coordination and bursts print and write: other programs read these columns. */
final class TableCommandsTest {
    private static final String POSTS = """
            id,text
            1,The harbour office will close its doors on Monday morning at nine
            2,THE HARBOUR OFFICE  will close its doors on monday morning at nine
            3,The harbour office will close its doors on Monday morning at ten
            4,Le marché aux poissons ouvre demain à l'aube près du vieux port
            5,Le marché aux poissons ouvre demain à l'aube près du vieux port
            6,Something else entirely
            """;
    private static final String ACTIONS = """
            object_id,account_id,content_id,timestamp_share
            o1,ann,c1,1000
            o1,bob,c2,1030
            o2,ann,c3,2000
            o2,bob,c4,2060
            o3,ann,c5,3000
            o3,bob,c6,3061
            o3,cat,c7,9000
            """;

    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lsh", "exact"})
    void duplicatesWritesPairsAndClusters(String method) throws IOException {
        Path pairs = folder.resolve("new/pairs.csv");
        Path clusters = folder.resolve("new/clusters.csv");
        Run run = Run.of(
                "duplicates",
                file("p.csv", POSTS),
                "--threshold",
                "0.8",
                "--normalize",
                "basic",
                "--shingle",
                "char:5",
                "--method",
                method,
                "--pairs",
                pairs,
                "--clusters",
                clusters);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        // 61 shingles against 60 with 57 in common; texts that normalise to the same one are one distinct text.
        assertThat(pairs).hasContent("id_a,id_b,jaccard\n1,3,0.890625\n");
        assertThat(clusters).hasContent("id,cluster\n1,1\n2,1\n3,1\n4,2\n5,2\n");
        assertThat(run.err()).contains("6 texts, 4 distinct, 1 near-duplicate pairs, 2 clusters");
    }

    @Test
    void withoutNormalisationCaseAndSpacesCount() throws IOException {
        Run none = Run.of("duplicates", file("p.csv", POSTS), "--normalize", "none", "--shingle", "word:1");
        assertThat(none.lines()).first().isEqualTo("id_a,id_b,jaccard");
        assertThat(none.err()).contains("6 texts, 5 distinct");
        Run social = Run.of(
                "duplicates",
                file(
                        "s.csv",
                        "id,text\n1,Boycott the harbour today https://a.example/x\n2,@ann bоycott the harbour today\n"),
                "--shingle",
                "word:1",
                "--threshold",
                "0.6");
        assertThat(social.err())
                .as("a Cyrillic o, a link and a mention are no difference")
                .contains("2 texts");
        assertThat(social.exit()).isZero();
    }

    @Test
    void everyPairIsWrittenHoweverMany() throws IOException {
        StringBuilder posts = new StringBuilder("id,text\n");
        for (int i = 0; i < 60; i++) {
            posts.append(i)
                    .append(",the same long sentence about the tide in the harbour number ")
                    .append(i)
                    .append('\n');
        }
        Path input = file("many.csv", posts.toString());
        for (int round = 0; round < 2; round++) {
            Run run = Run.of("duplicates", input, "--threshold", "0.5", "--method", "exact");
            assertThat(run.lines()).hasSize(1 + 60 * 59 / 2);
            assertThat(run.out()).endsWith("\n");
        }
    }

    @Test
    void refusedRowsAreCountedWithTheirLines() throws IOException {
        Run run = Run.of("duplicates", file("bad.csv", "id,text\n1,a\n1,b\n2\n3,c\n"));
        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo("id_a,id_b,jaccard\n");
        assertThat(run.err()).contains("refused 2 rows", "bad.csv line 3", "bad.csv line 4");
    }

    @Test
    void languageAnswersEveryLine() {
        Run run = Run.withInput(
                "The ships left the harbour early this morning\n\nLes bateaux ont quitté le port ce matin\n",
                "language",
                "--lines");
        assertThat(run.exit()).isZero();
        assertThat(run.lines()).hasSize(3).allMatch(line -> line.matches("[a-z]{2,3}[-A-Za-z]*\t[01]\\.[0-9]{4}"));
        assertThat(run.lines().get(0)).startsWith("en\t");
        assertThat(run.lines().get(2)).startsWith("fr\t");
    }

    @Test
    void languageChoosesAmongTheGivenOnes() {
        Run run = Run.withInput("Les bateaux ont quitté le port\n", "language", "--lines", "--only", "en,de");
        assertThat(run.out()).matches("(en|de)\t.*\n");
        Run gibberish = Run.withInput("zx qw 123 :-)\n12345\n", "language", "--lines", "--abstain");
        assertThat(gibberish.lines()).hasSize(2).allMatch(line -> line.startsWith("und\t"));
    }

    @Test
    void languageOfATableNamesThePosts() throws IOException {
        Run run = Run.of("language", file("p.csv", POSTS));
        assertThat(run.lines()).hasSize(6);
        assertThat(run.lines().get(0)).matches("1\ten\t[01]\\.[0-9]{4}");
        assertThat(run.lines().get(3)).startsWith("4\tfr\t");
    }

    @Test
    void coordinationHasCooRTweetsColumns() throws IOException {
        Path edges = folder.resolve("e.csv");
        Run run = Run.of(
                "coordination",
                file("a.csv", ACTIONS),
                "--window",
                "60s",
                "--min-participation",
                "2",
                "--compat",
                "coortweet",
                "--edges",
                edges);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        List<String> lines = Files.readAllLines(edges);
        assertThat(lines.get(0))
                .isEqualTo("account_id,account_id_y,weight,avg_time_delta,n_content_id,n_content_id_y,"
                        + "edge_symmetry_score,weight_threshold");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).startsWith("ann,bob,2,45,2,2,1,");
    }

    @Test
    void coordinationGivesTheToolkitsDirectedWeights() throws IOException {
        Run run = Run.of("coordination", file("a.csv", ACTIONS), "--compat", "qut");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.lines()).contains("user_1,user_2,weight", "ann,bob,2", "bob,ann,2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "quantile", "disparity", "hypergeometric"})
    void coordinationWithEachBackbone(String backbone) throws IOException {
        Run run = Run.of("coordination", file("a.csv", ACTIONS), "--backbone", backbone);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(2);
        assertThat(run.lines().get(0))
                .isEqualTo("source,target,weight,first,last,co_actions,objects,mean_delta,min_delta,source_contents,"
                        + "target_contents,symmetry,lead,p,q,backbone"
                        + (backbone.equals("hypergeometric") ? ",p_objects,p_timing" : ""));
        String[] cells = run.lines().get(1).split(",", -1);
        assertThat(cells).startsWith("ann", "bob", "2", "1970-01-01T00:16:40Z", "1970-01-01T00:34:20Z");
        assertThat(List.of(cells).subList(5, 12)).isEqualTo(List.of("2", "2", "45", "30", "2", "2", "1"));
        assertThat(cells[13].isEmpty()).isEqualTo(!backbone.equals("hypergeometric"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--backbone=quantile", "--backbone=disparity", "--backbone=hypergeometric", "--compat=coortweet"
            })
    void oneAccountHasNoEdges(String method) throws IOException {
        Run run = Run.of(
                "coordination",
                file("one.csv", "object_id,account_id,content_id,timestamp_share\no,ann,c,5\n"),
                method);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(1);
    }

    @Test
    void burstsKeepNumericTimesAsTheyAre() throws IOException {
        Run run = Run.of("bursts", file("n.csv", events("offset", 0.25, 1000)), "--column", "offset");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.lines().get(0)).isEqualTo("level,start,end,weight");
        assertThat(run.lines().get(1)).startsWith("1,0,");
        assertThat(run.lines().stream().filter(l -> l.startsWith("2,")))
                .first()
                .asString()
                .startsWith("2,100");
    }

    @Test
    void burstsGiveIsoTimesBackAsIso() throws IOException {
        StringBuilder csv = new StringBuilder("time\n");
        for (int i = 0; i < 20; i++) {
            csv.append("2026-03-01T%02d:00:00Z%n".formatted(i));
        }
        for (int i = 0; i < 30; i++) {
            csv.append("2026-03-01T20:00:%02dZ%n".formatted(i));
        }
        Run run = Run.of("bursts", file("iso.csv", csv.toString()));
        assertThat(run.lines().get(1)).startsWith("1,2026-03-01T00:00:00Z,2026-03-01T20:00:29Z,");
        assertThat(run.lines()).hasSizeGreaterThan(2);
    }

    @Test
    void burstsOfEachKeyStandAlone() throws IOException {
        Run run = Run.of("bursts", file("k.csv", "time,tag\n1,a\n2,b\n3,a\n4,b\n"), "--by", "tag");
        assertThat(run.lines().get(0)).isEqualTo("tag,level,start,end,weight");
        assertThat(run.lines()).anyMatch(l -> l.startsWith("a,1,1,3,")).anyMatch(l -> l.startsWith("b,1,2,4,"));
    }

    @Test
    void batchedBurstsAreInTheBinsOwnTimes() throws IOException {
        StringBuilder bins = new StringBuilder("t,r,d\n");
        for (int t = 0; t < 20; t++) {
            bins.append(2000 + t).append(t >= 8 && t < 12 ? ",9,10\n" : ",1,10\n");
        }
        Run run = Run.of("bursts", file("bins.csv", bins.toString()), "--batched");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.lines().get(0)).isEqualTo("level,start,end,weight");
        assertThat(run.lines()).anyMatch(line -> line.startsWith("2,2008,201"));
    }

    @Test
    void onlineAnswersEveryRowInOrder() throws IOException {
        List<String> rows = new ArrayList<>();
        IntStream.range(0, 300).forEach(i -> rows.add((1000 + 60 * i) + "," + (i == 250 ? 900 : 10 + i % 3)));
        rows.set(100, rows.get(100).replaceAll(",.*", ","));
        Run run = Run.withInput("timestamp,value\n" + String.join("\n", rows) + "\n", "bursts", "-", "--online");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.lines().get(0)).isEqualTo("timestamp,value,anomaly_score,p_value,alarm,onset,level_shift,kind");
        assertThat(run.lines()).hasSize(301);
        for (int i = 0; i < rows.size(); i++) {
            String[] cells = run.lines().get(i + 1).split(",", -1);
            assertThat(run.lines().get(i + 1)).startsWith(rows.get(i) + ",");
            assertThat(Double.parseDouble(cells[2])).isBetween(0.0, 1.0);
            assertThat(cells[4]).isIn("0", "1");
        }
        assertThat(run.lines().get(251)).endsWith(",1,16000,,spike");
        assertThat(run.err()).contains("passed over 1 value that is no finite number, the first on line 102");
    }

    /** An event every unit for 100 units, then a dense hundred, then calm. */
    private static String events(String column, double step, int start) {
        StringBuilder csv = new StringBuilder(column + "\n");
        for (int i = 0; i < 20; i++) {
            csv.append(i * start / 20.0).append('\n');
        }
        for (int i = 0; i < 100; i++) {
            csv.append(start + i * step).append('\n');
        }
        return csv.append("2000\n").toString();
    }

    @Test
    void aBatchIsComparedWithAnEarlierOne() throws IOException {
        Path index = folder.resolve("old.index");
        Run first = Run.of("duplicates", file("old.csv", POSTS), "--save-index", index);
        assertThat(first.exit()).as(first.err()).isZero();
        Path batch = file("new.csv", """
                id,text
                n1,The harbour office will close its doors on Monday morning at eight
                n2,Nothing that anybody has said before in this place
                n3,LE MARCHÉ aux poissons ouvre demain à l’aube près du vieux port !
                """);
        Path both = folder.resolve("both.index");
        Run second = Run.of("duplicates", batch, "--against", index, "--save-index", both);
        assertThat(second.exit()).as(second.err()).isZero();
        assertThat(second.lines().get(0)).isEqualTo("id_a,id_b,jaccard");
        assertThat(second.lines().subList(1, second.lines().size()))
                .anyMatch(line -> line.startsWith("1,n1,0."))
                .contains("4,n3,1.000000")
                .noneMatch(line -> line.contains("n2"));
        assertThat(second.err()).contains("3 texts, 2 of them like one of 4 earlier texts");
        Run third = Run.of("duplicates", batch, "--against", both);
        assertThat(third.lines()).contains("n1,n1,1.000000", "n2,n2,1.000000");

        Run other = Run.of("duplicates", batch, "--against", index, "--normalize", "basic");
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.err()).contains("normaliser and shingler");
        byte[] bytes = Files.readAllBytes(index);
        bytes[20] ^= 1;
        Files.write(index, bytes);
        Run damaged = Run.of("duplicates", batch, "--against", index);
        assertThat(damaged.exit()).isEqualTo(1);
        assertThat(damaged.err()).contains("can't read the index");
        Run none = Run.of("duplicates", batch, "--against", file("no.index", "id,text"));
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.err()).contains("not written by --save-index");
        assertThat(Run.of("duplicates", batch, "--against", both, "--clusters", folder.resolve("c.csv"))
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void whatAFullBucketLeavesOutIsSaid() throws IOException {
        StringBuilder variants = new StringBuilder("id,text\n");
        for (int i = 100; i < 500; i++) {
            variants.append(i)
                    .append(
                            ",The harbour office will close its doors on Monday morning at eight and nobody told us number ")
                    .append(i)
                    .append('\n');
        }
        Path index = folder.resolve("many.index");
        Run first = Run.of("duplicates", file("many.csv", variants.toString()), "--save-index", index);
        assertThat(first.exit()).as(first.err()).isZero();
        Path batch = file("one.csv", """
                id,text
                n1,The harbour office will close its doors on Monday morning at eight and nobody told us number 777
                """);
        assertThat(Run.of("duplicates", batch, "--against", index).err())
                .contains("1 texts share more variants with the index than were compared");
    }

    @Test
    void presetsChooseTheSettings() throws IOException {
        Path posts = file("p.csv", """
                id,text
                1,市政府昨天宣布大桥将于下周一早上九点关闭维修三个星期
                2,市政府昨天宣布大桥将于下周二早上九点关闭维修三个星期
                3,Vaccines make you ill and nobody tells you
                4,Nobody tells you this but vaccines will make you very ill
                """);
        assertThat(Run.of("duplicates", posts).lines()).hasSize(1);
        assertThat(Run.of("duplicates", posts, "--preset", "copies", "--threshold", "0.7")
                        .lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("1,2,"));
        assertThat(Run.of("duplicates", posts, "--preset", "rewordings").lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("3,4,"));
        assertThat(Run.of("duplicates", posts, "--preset", "other").exit()).isEqualTo(2);
    }
}
