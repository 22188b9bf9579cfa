/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.benchmarks.process.Metered;
import org.vigie.cli.Main;

/** The command {@code vigie detect} from start to end, each run in a process of its own. */
public final class WholeJob {
    /** As the launcher starts it. */
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC");

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
