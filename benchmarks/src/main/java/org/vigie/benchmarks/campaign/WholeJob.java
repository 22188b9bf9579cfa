/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.vigie.benchmarks.process.Metered;
import org.vigie.cli.Main;

/** The command {@code vigie detect} from start to end, each run in a process of its own. */
public final class WholeJob {
    /** As the launcher starts it. */
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC");

    private static final List<String> FLOODED = List.of(
            "The polls close at eight tonight and the river has no other friends than you",
            "Nobody in the town hall listens to us so ring them all before the bridge is sold",
            "On Monday morning they fell the trees on the square unless we are all there at six");

    private WholeJob() {}

    /**
     * One run.
     *
     * @param posts how many posts were read
     * @param usage what it cost
     */
    public record Run(int posts, Metered.Usage usage) {}

    /**
     * Simulates traffic of several sizes and detects campaigns in it.
     *
     * @param scratch a folder for files
     * @param sizes numbers of posts
     * @return a run for each size
     * @throws IOException if a command fails
     * @throws InterruptedException if the wait is interrupted
     */
    public static List<Run> simulated(Path scratch, int... sizes) throws IOException, InterruptedException {
        List<Run> runs = new ArrayList<>();
        for (int size : sizes) {
            Path posts = scratch.resolve("posts-" + size + ".csv.gz");
            Path truth = scratch.resolve("truth-" + size + ".csv");
            vigie(scratch, "simulate", "--posts", "" + size, "--seed", "1", "--out", "" + posts, "--truth", "" + truth);
            runs.add(new Run(size, detect(scratch, posts)));
        }
        return runs;
    }

    /**
     * Writes floods of several sizes and detects campaigns in them. So many accounts say three texts, each within two
     * hours, among as many other posts by as many others again. So there are millions of pairs to each text.
     *
     * @param scratch a folder for files
     * @param sizes numbers of accounts
     * @return a run for each size
     * @throws IOException if a command fails
     * @throws InterruptedException if the wait is interrupted
     */
    public static List<Run> floods(Path scratch, int... sizes) throws IOException, InterruptedException {
        List<Run> runs = new ArrayList<>();
        for (int size : sizes) {
            Path posts = scratch.resolve("flood-" + size + ".csv");
            SplittableRandom random = new SplittableRandom(size);
            try (Writer out = Files.newBufferedWriter(posts)) {
                out.write("id,account,created_at,text\n");
                for (int i = 0; i < FLOODED.size() * size; i++) {
                    int text = i / size;
                    post(out, "f" + i, "a" + i % size, 36_000 * text + random.nextInt(7_200), FLOODED.get(text));
                }
                for (int i = 0; i < FLOODED.size() * size; i++) {
                    String words = random.ints(9, 0, 5_000)
                            .mapToObj(word -> "word" + word)
                            .collect(Collectors.joining(" "));
                    post(out, "o" + i, "a" + random.nextInt(2 * size), random.nextInt(260_000), words);
                }
            }
            runs.add(new Run(2 * FLOODED.size() * size, detect(scratch, posts)));
        }
        return runs;
    }

    private static void post(Writer out, String id, String account, long second, String text) throws IOException {
        out.write(id + ',' + account + ',' + Instant.ofEpochSecond(1_700_000_000 + second) + ',' + text + '\n');
    }

    /**
     * Detects campaigns in a file.
     *
     * @param scratch a folder for the report
     * @param posts the file
     * @return what it cost
     * @throws IOException if the command fails
     * @throws InterruptedException if the wait is interrupted
     */
    public static Metered.Usage detect(Path scratch, Path posts) throws IOException, InterruptedException {
        return vigie(scratch, "detect", "" + posts, "--out", "" + scratch.resolve("report"));
    }

    /**
     * Fits time = a posts^b to the two largest runs.
     *
     * @param runs in order of size, two or more
     * @return b for CPU time: 1 is linear
     */
    public static double growthExponent(List<Run> runs) {
        Run small = runs.get(runs.size() - 2);
        Run large = runs.get(runs.size() - 1);
        return Math.log(large.usage.cpuSeconds() / small.usage.cpuSeconds())
                / Math.log((double) large.posts / small.posts);
    }

    private static Metered.Usage vigie(Path scratch, String... args) throws IOException, InterruptedException {
        return Metered.run(scratch, OPTIONS, Main.class, List.of(args));
    }
}
