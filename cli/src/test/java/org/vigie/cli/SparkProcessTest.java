/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SparkProcessTest {
    private static final List<String> WORDS = List.of("detect", "p.csv", "--spark", "local[2]", "--out", "o");

    @TempDir
    private Path folder;

    @Test
    void withoutSparkOneLineSaysWhatToDo() throws IOException {
        String jar = Files.createFile(folder.resolve("vigie-spark.jar")).toString();

        assertThatThrownBy(() -> SparkProcess.command("local[2]", WORDS, Map.of("VIGIE_SPARK_JAR", jar)))
                .isInstanceOf(IOException.class)
                .hasMessage("--spark needs Apache Spark 4: set SPARK_HOME to a folder with its jars in jars/"
                        + " (it is not set, and there is no folder "
                        + folder.resolve("spark").resolve("jars") + ")");
        assertThatThrownBy(() -> SparkProcess.command(
                        "local[2]", WORDS, Map.of("VIGIE_SPARK_JAR", jar, "SPARK_HOME", folder.toString())))
                .hasMessageContaining("in jars/ (there is no folder " + folder.resolve("jars") + ")");
    }

    @Test
    void theBuildLeavesSparkBesideTheJar() throws IOException {
        String jar = Files.createFile(folder.resolve("vigie-spark.jar")).toString();
        Path jars = Files.createDirectories(folder.resolve("spark").resolve("jars"));

        assertThat(SparkProcess.command("local[2]", WORDS, Map.of("VIGIE_SPARK_JAR", jar)))
                .contains(jar + File.pathSeparator + jars.resolve("*"));
    }

    @Test
    void withoutTheJarOneLineSaysWhatToDo() throws IOException {
        Files.createDirectory(folder.resolve("jars"));
        Map<String, String> environment =
                Map.of("SPARK_HOME", folder.toString(), "VIGIE_SPARK_JAR", folder + "/none.jar");

        assertThatThrownBy(() -> SparkProcess.command("local[2]", WORDS, environment))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("--spark needs vigie-spark.jar: ./mvnw -Pspark -pl spark -am package");
    }

    @Test
    void theSameWordsGoToSpark() throws IOException {
        Files.createDirectory(folder.resolve("jars"));
        Path jar = Files.createFile(folder.resolve("vigie-spark.jar"));

        List<String> command = SparkProcess.command(
                "local[2]",
                WORDS,
                Map.of(
                        "SPARK_HOME",
                        folder.toString(),
                        "VIGIE_SPARK_JAR",
                        jar.toString(),
                        "VIGIE_JAVA_OPTS",
                        "-Xmx4g"));

        assertThat(command)
                .contains(
                        "-Xmx4g",
                        jar + File.pathSeparator + folder.resolve("jars").resolve("*"))
                .endsWith(
                        "org.apache.spark.deploy.SparkSubmit",
                        "--master",
                        "local[2]",
                        "--class",
                        "org.vigie.spark.Main",
                        jar.toString(),
                        "p.csv",
                        "--spark",
                        "local[2]",
                        "--out",
                        "o");
    }
}
