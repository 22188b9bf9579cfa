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
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.spark.Local;

/**
 * Every file of a real archive, over partitions and on one machine. Takes minutes:
 * ./mvnw -Pspark -pl spark -am verify -Dvigie.spark=full -Dvigie.spark.posts=FILE.
 */
@EnabledIfSystemProperty(named = "vigie.spark", matches = "full")
class SparkRealPostsTest {
    private static final Path POSTS = Path.of(System.getProperty("vigie.spark.posts", ""));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 64})
    void theSameBytesAsOneMachine(int partitions) throws IOException {
        assumeTrue(Files.isRegularFile(POSTS), "-Dvigie.spark.posts=FILE names no file of posts: '" + POSTS + "'");
        Local.session(partitions);
        Path one = folder.resolve("one");
        Path many = folder.resolve("many");

        assertThat(Main.run("detect", POSTS.toString(), "--quiet", "--out", one.toString()))
                .isZero();
        assertThat(Main.run("detect", POSTS.toString(), "--quiet", "--spark", "local[2]", "--out", many.toString()))
                .isZero();

        SparkDetectTest.assertSame(many, one);
    }
}
