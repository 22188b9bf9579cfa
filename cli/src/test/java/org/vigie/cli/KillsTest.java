/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills runs at random points: a folder then holds the results of one run whole, or no manifest, and the next run leaves
 * nothing else behind. {@code -Dvigie.kills=100} asks for more kills.
 */
final class KillsTest {
    private static final int KILLS = Integer.getInteger("vigie.kills", 6);
    /** Runs for each kill at most: some end before they are killed. */
    private static final int MOST_RUNS = 4;

    private static final Pattern OUTPUT =
            Pattern.compile("\"file\" : \"([^\"]+)\",\\s+\"sha256\" : \"([0-9a-f]{64})\",\\s+\"bytes\" : \\d+\\s+}");

    @TempDir
    private Path folder;

    @Test
    void noMixtureAfterAKill() throws Exception {
        assumeTrue(Spawned.hasShell());
        Path posts = folder.resolve("posts.csv");
        Run.of("simulate", "--out", posts, "--truth", folder.resolve("truth.csv"), "--posts", "1500");
        Path out = folder.resolve("results");
        long whole = 0;
        long writing = 0;
        for (int i = 0; i < 2; i++) { // the second run finds files in the system's cache, as those after it do
            long start = System.nanoTime();
            Process first = start(posts, out, 0);
            awaitWriting(first, out);
            long seen = System.nanoTime();
            assertThat(first.waitFor()).as(log()).isZero();
            whole = System.nanoTime() - start;
            writing = System.nanoTime() - seen;
        }
        Set<String> names = names(out);
        Random random = new Random(20260302);
        int interrupted = 0;
        int killed = 0;
        int without = 0;
        int late = 0;
        for (int run = 1; interrupted + killed < KILLS && run <= MOST_RUNS * KILLS; run++) {
            Process process = start(posts, out, run);
            // Half of the kills while files are written and take their places: a moment in a long run.
            boolean isWriting = run % 2 == 1;
            if (isWriting) {
                awaitWriting(process, out);
            }
            long nanos = (long) (random.nextDouble() * (isWriting ? writing : whole));
            boolean isLate = process.waitFor(nanos, TimeUnit.NANOSECONDS);
            boolean interrupt = random.nextBoolean();
            if (!isLate && interrupt) {
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor();
            } else if (!isLate) {
                process.destroyForcibly();
            }
            int exit = process.waitFor();
            if (interrupt) {
                // 130: before the program's first line.
                assertThat(exit).as(log()).isIn(0, 1, 130);
            }
            late += exit == 0 ? 1 : 0;
            interrupted += exit != 0 && interrupt ? 1 : 0;
            killed += exit != 0 && !interrupt ? 1 : 0;
            without += requireOneRun(out) ? 0 : 1;
        }
        Run last = Spawned.run(folder, detect(posts, out, 0));
        assertThat(last.exit()).as(last.err()).isZero();
        assertThat(names(out)).isEqualTo(names);
        assertThat(requireOneRun(out)).isTrue();
        assertThat(interrupted + killed).as("kills that came in time").isPositive();
        System.out.printf(
                "%d interrupted, %d killed: %d left no manifest, the others one run whole; %d more runs had ended before%n",
                interrupted, killed, without, late);
    }

    private Process start(Path posts, Path out, int seed) throws IOException {
        return detect(posts, out, seed)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private static void awaitWriting(Process process, Path out) throws InterruptedException {
        while (process.isAlive() && !Files.exists(out.resolve("report.html.part"))) {
            Thread.sleep(1);
        }
    }

    /** Every seed gives other bytes, so that a mixture would show. */
    private static ProcessBuilder detect(Path posts, Path out, int seed) {
        return Spawned.command(List.of(), "detect", posts, "--out", out, "--seed", seed);
    }

    /** If there is a manifest, what it lists is there with its hashes. */
    private static boolean requireOneRun(Path out) throws Exception {
        Path file = out.resolve("manifest.json");
        if (!Files.exists(file)) {
            return false;
        }
        String manifest = Files.readString(file, StandardCharsets.UTF_8);
        Matcher outputs = OUTPUT.matcher(manifest.substring(manifest.indexOf("\"outputs\"")));
        Set<String> listed = new HashSet<>();
        while (outputs.find()) {
            listed.add(outputs.group(1));
            byte[] bytes = Files.readAllBytes(out.resolve(outputs.group(1)));
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                    .as(outputs.group(1))
                    .isEqualTo(outputs.group(2));
        }
        assertThat(listed).hasSize(12);
        return true;
    }

    private static Set<String> names(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
