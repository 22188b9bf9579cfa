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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.spark.Local;

/** The jar and Spark's own jars as the build leaves them, in processes of their own: the same bytes as one machine. */
class SparkSubmitIT {
    private static final Path JAR = Path.of("target", "vigie-spark.jar").toAbsolutePath();
    private static final Path JARS = Path.of("target", "spark", "jars").toAbsolutePath();

    @TempDir
    Path folder;

    private Path posts;
    private Path one;

    @BeforeEach
    void oneMachine() throws IOException, InterruptedException {
        assumeTrue(Local.isJavaOfSpark(), Local.OTHER_JAVA);
        posts = SparkDetectTest.simulated(folder);
        one = folder.resolve("one");
        // The jar says its version, which the classes of the build don't know.
        java(JAR.toString(), List.of("org.vigie.cli.Main", "detect"), one);
    }

    private void java(String classPath, List<String> words, Path out) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", classPath));
        command.addAll(words);
        command.addAll(List.of(posts.toString(), "--quiet", "--out", out.toString()));
        Path said = folder.resolve("said.txt");
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        assertThat(exit).as(Files.readString(said)).isZero();
    }

    @Test
    void detectStartsSpark() throws IOException {
        Path many = folder.resolve("many");

        int exit = SparkProcess.run(
                "local[2]",
                List.of("detect", posts.toString(), "--quiet", "--spark", "local[2]", "--out", many.toString()));

        assertThat(exit).isZero();
        SparkDetectTest.assertSame(many, one);
    }

    /** What bin/spark-submit of a distribution starts. */
    @Test
    void sparkSubmit() throws IOException, InterruptedException {
        Path many = folder.resolve("many");
        List<String> submit = List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                "local[2]",
                "--class",
                "org.vigie.spark.Main",
                JAR.toString());

        java(JARS.resolve("*").toString(), submit, many);

        SparkDetectTest.assertSame(many, one);
    }
}
