/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.core.burst.Burst;
import org.vigie.core.burst.Kleinberg;

/**
 * Compares {@link Kleinberg} with every reference output {@code out/TOOL__INPUT__sS__gG.csv} of a directory, interval for
 * interval, and times it on the largest input.
 */
public final class KleinbergReference {
    private KleinbergReference() {}

    /**
     * Runs the comparison.
     *
     * @param args the directory that holds {@code in} and {@code out}
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        Map<String, int[]> tally = new TreeMap<>(); // tool -> files, equal files
        List<Path> outputs;
        try (Stream<Path> files = Files.list(directory.resolve("out"))) {
            outputs = files.sorted().toList();
        }
        for (Path output : outputs) {
            String[] parts = output.getFileName().toString().replace(".csv", "").split("__", -1);
            double[] times = column(directory.resolve("in").resolve(parts[1] + ".csv"));
            List<Burst> bursts = Kleinberg.withDefaults()
                    .withScaling(Double.parseDouble(parts[2].substring(1)))
                    .withGamma(Double.parseDouble(parts[3].substring(1)))
                    .detect(times);
            boolean equal = equal(bursts, Files.readAllLines(output));
            int[] counts = tally.computeIfAbsent(parts[0], tool -> new int[2]);
            counts[0]++;
            counts[1] += equal ? 1 : 0;
            if (!equal) {
                System.out.println("differs: " + output.getFileName());
            }
        }
        tally.forEach((tool, counts) -> System.out.println(tool + ": " + counts[1] + " of " + counts[0] + " equal"));
        for (String size : List.of("10000", "100000")) {
            double[] times = column(directory.resolve("in").resolve("planted_" + size + ".csv"));
            long best = Long.MAX_VALUE;
            for (int run = 0; run < 20; run++) {
                long start = System.nanoTime();
                Kleinberg.withDefaults().detect(times);
                best = Math.min(best, System.nanoTime() - start);
            }
            System.out.println(times.length + " events: " + best / 1000 + " us (best of 20)");
        }
    }

    private static boolean equal(List<Burst> bursts, List<String> lines) {
        if (bursts.size() != lines.size() - 1) {
            return false;
        }
        for (int i = 0; i < bursts.size(); i++) {
            String[] cells = lines.get(i + 1).split(",", -1);
            Burst burst = bursts.get(i);
            if (burst.level() != Integer.parseInt(cells[0])
                    || Math.abs(burst.start() - Double.parseDouble(cells[1])) > 1e-9
                    || Math.abs(burst.end() - Double.parseDouble(cells[2])) > 1e-9) {
                return false;
            }
        }
        return true;
    }

    private static double[] column(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
