/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.similarity;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.vigie.benchmarks.process.Metered;
import org.vigie.nlp.duplicate.CandidateMethod;
import org.vigie.nlp.duplicate.DuplicateReport;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.posts.exports.PostReader;
import org.vigie.posts.simulation.Simulator;

/**
 * Time, memory and growth of whole searches. The input is the first eighth, quarter, half and all of the posts of a
 * file, or of a number of simulated posts.
 *
 * <p>Argument: the path of posts, or how many to simulate. A second argument {@code exact} also compares the pairs of all
 * posts with those of the exact join.
 */
public final class DuplicateScale {
    private static final long SEED = 3;
    private static final double MICRO = 1e6;
    private static final long PAUSE = 300_000_000;

    private DuplicateScale() {}

    /**
     * One search.
     *
     * @param posts how many posts
     * @param distinct how many distinct texts
     * @param pairs how many pairs were found
     * @param clusters how many clusters
     * @param capped how many candidate pairs were left out of full buckets
     * @param seconds wall time
     * @param cpuSeconds processor time of the whole process, with its compiler and garbage collector
     */
    public record Run(
            int posts, int distinct, int pairs, int clusters, long capped, double seconds, double cpuSeconds) {}

    /**
     * Searches that double in size.
     *
     * @param runs one for each size, ascending
     * @param exponent by which power of the number of posts the processor time grows over the last three sizes
     * @param bytesPerDistinct the most live bytes of the largest search beyond its texts, for each distinct text
     */
    public record Scale(List<Run> runs, double exponent, double bytesPerDistinct) {
        /**
         * Copies the list.
         *
         * @param runs one for each size, ascending
         * @param exponent by which power of the number of posts the processor time grows over the last three sizes
         * @param bytesPerDistinct the most live bytes of the largest search beyond its texts, for each distinct text
         */
        public Scale {
            runs = List.copyOf(runs);
        }
    }

    /**
     * Runs the searches.
     *
     * @param args the path of posts or the number to simulate; {@code exact} to compare
     * @throws IOException if the file cannot be read
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        long start = System.nanoTime();
        List<String> texts = args[0].matches("\\d+") ? simulated(Integer.parseInt(args[0])) : read(Path.of(args[0]));
        out.printf(Locale.ROOT, "%d texts in %.1f s%n", texts.size(), (System.nanoTime() - start) / 1e9);
        NearDuplicates search = NearDuplicates.withDefaults();
        Scale scale = measure(texts, search);
        for (Run run : scale.runs()) {
            out.printf(
                    Locale.ROOT,
                    "%d posts: %.2f s, %.2f s of processor, %.2f us a post, %d distinct, %d pairs, %d clusters,"
                            + " %d capped%n",
                    run.posts(),
                    run.seconds(),
                    run.cpuSeconds(),
                    run.seconds() * MICRO / run.posts(),
                    run.distinct(),
                    run.pairs(),
                    run.clusters(),
                    run.capped());
        }
        out.printf(
                Locale.ROOT,
                "processor time grows with power %.2f; at most %.0f live bytes a distinct text beyond the texts;"
                        + " peak resident %.0f MB%n",
                scale.exponent(),
                scale.bytesPerDistinct(),
                Metered.peakMegabytes());
        if (args.length > 1) {
            int found = search.detect(texts).pairs().size();
            int all = search.withMethod(CandidateMethod.EXACT)
                    .detect(texts)
                    .pairs()
                    .size();
            out.printf(Locale.ROOT, "recall %.5f: %d of %d pairs%n", (double) found / all, found, all);
        }
    }

    /**
     * Searches the first eighth, quarter, half and all of the texts.
     *
     * @param texts the texts
     * @param search the parameters
     * @return time, growth and memory
     */
    public static Scale measure(List<String> texts, NearDuplicates search) {
        // What compiles the code is not what is measured.
        search.detect(texts.subList(0, texts.size() / 8));
        List<Run> runs = new ArrayList<>();
        for (int part = 8; part >= 1; part /= 2) {
            runs.add(run(texts.subList(0, texts.size() / part), search));
        }
        Run quarter = runs.get(1);
        Run all = runs.get(3);
        double exponent =
                Math.log(all.cpuSeconds() / quarter.cpuSeconds()) / Math.log((double) all.posts() / quarter.posts());
        return new Scale(runs, exponent, (double) peakBytes(texts, search) / Math.max(1, all.distinct()));
    }

    private static Run run(List<String> texts, NearDuplicates search) {
        long cpu = cpuNanos();
        long start = System.nanoTime();
        DuplicateReport report = search.detect(texts);
        return new Run(
                texts.size(),
                report.distinct(),
                report.pairs().size(),
                report.clusters().size(),
                report.cappedPairs(),
                (System.nanoTime() - start) / 1e9,
                (cpuNanos() - cpu) / 1e9);
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getProcessCpuTime()
                : 0;
    }

    /** The most live bytes while the search runs, beyond those before it, asked for a few times a second. */
    private static long peakBytes(List<String> texts, NearDuplicates search) {
        long before = liveBytes();
        AtomicLong most = new AtomicLong(before);
        AtomicBoolean done = new AtomicBoolean();
        Thread sampler = new Thread(() -> {
            while (!done.get()) {
                most.accumulateAndGet(liveBytes(), Math::max);
                LockSupport.parkNanos(PAUSE);
            }
        });
        sampler.setDaemon(true);
        sampler.start();
        DuplicateReport report = search.detect(texts);
        done.set(true);
        most.accumulateAndGet(liveBytes(), Math::max);
        return report.texts() == 0 ? 0 : most.get() - before;
    }

    private static long liveBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /**
     * Texts of simulated traffic.
     *
     * @param posts how many
     * @return the texts
     */
    public static List<String> simulated(int posts) {
        List<String> texts = new ArrayList<>(posts);
        Simulator.withDefaults().withPosts(posts).withSeed(SEED).run((post, label) -> texts.add(post.text()));
        return texts;
    }

    private static List<String> read(Path file) throws IOException {
        List<String> texts = new ArrayList<>();
        PostReader.withDefaults().read(file, post -> texts.add(post.text()));
        return texts;
    }
}
