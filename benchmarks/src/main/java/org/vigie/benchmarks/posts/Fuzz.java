/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.posts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.vigie.benchmarks.process.Metered;
import org.vigie.posts.Post;
import org.vigie.posts.PostSource;
import org.vigie.posts.exports.Export;
import org.vigie.posts.exports.PostReader;
import org.vigie.posts.exports.ReadSummary;

/**
 * Reads damaged files of every known export in one process with 256 MB of heap. It counts exceptions that are not
 * documented, inputs that take too long, and rows that are neither post nor reject nor set aside. Arguments: the
 * inputs of each export, the file for the result, and the seed.
 */
public final class Fuzz {
    private static final String NAME = "fuzz";
    private static final long HANG_MILLIS = 20_000;
    private static final List<String> HEAP = List.of("-Xmx256m", "-XX:+UseSerialGC");

    private Fuzz() {}

    /**
     * What came of a run.
     *
     * @param exports exports that were fuzzed
     * @param inputs damaged inputs that were read
     * @param rows rows that they held
     * @param exceptions inputs that ended with anything but an {@link IOException} that names the file
     * @param hangs inputs that took more than 20 seconds; the run ends with the first
     * @param unaccounted inputs whose rows do not add up
     */
    public record Outcome(long exports, long inputs, long rows, long exceptions, long hangs, long unaccounted) {}

    /**
     * Runs the study in a process of its own.
     *
     * @param scratch a folder for files
     * @param inputs damaged inputs of each export
     * @param seed of the damage
     * @return what came of it
     * @throws IOException if the process fails
     * @throws InterruptedException if the wait is interrupted
     */
    public static Outcome measure(Path scratch, int inputs, long seed) throws IOException, InterruptedException {
        Path result = Files.createTempFile(scratch, "fuzz", ".txt");
        Metered.run(scratch, HEAP, Fuzz.class, List.of("" + inputs, "" + result, "" + seed));
        String[] n = Files.readString(result).strip().split(" ", -1);
        return new Outcome(
                Long.parseLong(n[0]),
                Long.parseLong(n[1]),
                Long.parseLong(n[2]),
                Long.parseLong(n[3]),
                Long.parseLong(n[4]),
                Long.parseLong(n[5]));
    }

    /**
     * Fuzzes and prints the seed of each input that failed.
     *
     * @param args inputs of each export, the file for the result, the seed
     * @throws IOException if the result can't be written
     */
    public static void main(String[] args) throws IOException {
        new Run(Path.of(args[1])).all(Integer.parseInt(args[0]), Long.parseLong(args[2]));
    }

    private static final class Run {
        private final Path result;
        private final PostReader reader = PostReader.withDefaults();
        private final AtomicLong started = new AtomicLong();
        private volatile String current = "";
        private long exports;
        private long inputs;
        private long rows;
        private long exceptions;
        private long unaccounted;

        Run(Path result) {
            this.result = result;
        }

        void all(int count, long seed) throws IOException {
            Thread watchdog = new Thread(this::watch, "watchdog");
            watchdog.setDaemon(true);
            watchdog.start();
            for (Export export : Export.known()) {
                exports++;
                List<byte[]> samples = FuzzSamples.of(export);
                for (int i = 0; i < count; i++) {
                    long inputSeed = seed * 1_000_003 + exports * 100_000_007L + i;
                    Random random = new Random(inputSeed);
                    current = export.name() + ", seed " + inputSeed;
                    started.set(System.nanoTime());
                    one(Damage.of(samples.get(i % samples.size()), random));
                    inputs++;
                }
                started.set(0);
                System.out.printf(Locale.ROOT, "%s: %d inputs, %d rows so far%n", export.name(), count, rows);
            }
            write(0);
        }

        private void one(byte[] input) {
            try {
                Counts counts = new Counts();
                ReadSummary summary = reader.read(NAME, new ByteArrayInputStream(input), counts);
                rows += summary.rows();
                boolean addsUp = summary.rows() == counts.posts + counts.rejects + summary.setAsideRows()
                        && summary.posts() == counts.posts
                        && summary.rejects() == counts.rejects;
                if (!addsUp) {
                    unaccounted++;
                    System.out.println("rows do not add up: " + current + ", " + summary);
                }
            } catch (IOException e) {
                if (!String.valueOf(e.getMessage()).startsWith(NAME + ": ")) {
                    failed(e);
                }
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                failed(e);
            }
        }

        private void failed(Throwable e) {
            exceptions++;
            System.out.println("undocumented: " + current);
            e.printStackTrace(System.out);
        }

        private void watch() {
            while (true) {
                long start = started.get();
                if (start != 0 && (System.nanoTime() - start) / 1_000_000 > HANG_MILLIS) {
                    System.out.println("hangs: " + current);
                    write(1);
                    Runtime.getRuntime().exit(0);
                }
                try {
                    Thread.sleep(500);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        private void write(long hangs) {
            try {
                Files.writeString(
                        result,
                        exports + " " + inputs + " " + rows + " " + exceptions + " " + hangs + " " + unaccounted
                                + "\n");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private static final class Counts implements PostSource.Sink {
        private final Set<String> ids = new HashSet<>();
        private long posts;
        private long rejects;

        @Override
        public boolean post(Post post) {
            boolean isNew = ids.add(post.id());
            posts += isNew ? 1 : 0;
            rejects += isNew ? 0 : 1;
            return isNew;
        }

        @Override
        public void reject(PostSource.Reject reject) {
            // A post that was refused comes back as a reject: it is counted once, here.
            rejects += reject.reason().endsWith("was already seen") ? 0 : 1;
        }
    }
}
