/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.posts.simulation.Simulator;
import org.vigie.spark.Local;

/** The whole job over partitions beside the one on one machine: the same bytes. */
class SparkDetectTest {
    @TempDir
    Path folder;

    static Path simulated(Path folder) throws IOException {
        Path posts = folder.resolve("posts.csv");
        Simulator.withDefaults()
                .withPosts(1_500)
                .withSeed(4)
                .withCampaigns(3)
                .write(posts, folder.resolve("truth.csv"));
        Files.writeString(posts, Files.readAllLines(posts).get(1) + "\nnot a row\n", StandardOpenOption.APPEND);
        return posts;
    }

    private static String timeless(Path file) throws IOException {
        return Files.readString(file).replaceAll("(?s)\"timings_seconds\".*", "");
    }

    /** Compares all files but the times in them. */
    static void assertSame(Path found, Path expected) throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(expected)) {
            names = files.map(f -> f.getFileName().toString())
                    .filter(n -> !n.startsWith("."))
                    .sorted()
                    .toList();
        }
        assertThat(names).contains("report.html", "campaigns.json", "manifest.json");
        for (String name : names) {
            assertThat(timeless(found.resolve(name))).as(name).isEqualTo(timeless(expected.resolve(name)));
        }
    }

    @Test
    void theSameBytesAsOneMachine() throws IOException {
        Local.session(4);
        Path posts = simulated(folder);
        Path one = folder.resolve("one");
        Path many = folder.resolve("many");

        assertThat(Main.run("detect", posts.toString(), "--quiet", "--out", one.toString()))
                .isZero();
        assertThat(Main.run("detect", posts.toString(), "--quiet", "--spark", "local[2]", "--out", many.toString()))
                .isZero();

        assertThat(one.resolve("rejects.csv")).exists();
        assertSame(many, one);
    }

    @Test
    void parquetIsReadToo() throws IOException {
        SparkSession session = Local.session(4);
        Path posts = simulated(folder);
        Path parquet = folder.resolve("posts.parquet");
        session.read()
                .option("header", true)
                .option("multiLine", true)
                .option("escape", "\"")
                .csv(posts.toString())
                .selectExpr("id", "account", "to_timestamp(time) as time", "text", "repost_of")
                .where("time is not null")
                .dropDuplicates("id")
                .write()
                .parquet(parquet.toString());
        Path many = folder.resolve("many");

        assertThat(Main.run("detect", parquet.toString(), "--quiet", "--spark", "local[2]", "--out", many.toString()))
                .isZero();

        assertThat(Files.readString(many.resolve("manifest.json")))
                .contains("\"export\" : \"parquet\"", "\"posts\" : 1500");
    }
}
