/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
     * How many outputs of a tool are matched.
     *
     * @param tool the tool
     * @param files its outputs
     * @param equal outputs that are matched in every interval
     * @param different the names of the others
     */
    public record Parity(String tool, int files, int equal, List<String> different) {}

    /**
     * Runs the comparison.
     *
     * @param args the directory that holds {@code in} and {@code out}
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        for (Parity parity : compare(directory)) {
            parity.different.forEach(name -> System.out.println("differs: " + name));
            System.out.println(parity.tool + ": " + parity.equal + " of " + parity.files + " equal");
        }
        for (int size : new int[] {10_000, 100_000}) {
            System.out.printf("%d events: %.0f us (best of 20)%n", size, 1e6 * seconds(directory, size, 20));
        }
    }

    /**
     * Compares all outputs.
     *
     * @param directory the directory that holds {@code in} and {@code out}
     * @return the parity with each tool, by name
     * @throws IOException if a file cannot be read
     */
    public static List<Parity> compare(Path directory) throws IOException {
        Map<String, Integer> files = new TreeMap<>();
        Map<String, List<String>> different = new TreeMap<>();
        List<Path> outputs;
        try (Stream<Path> found = Files.list(directory.resolve("out"))) {
            outputs = found.sorted().toList();
        }
        for (Path output : outputs) {
            String name = output.getFileName().toString();
            String[] parts = name.replace(".csv", "").split("__", -1);
            double[] times = column(directory.resolve("in").resolve(parts[1] + ".csv"));
            List<Burst> bursts = Kleinberg.withDefaults()
                    .withScaling(Double.parseDouble(parts[2].substring(1)))
                    .withGamma(Double.parseDouble(parts[3].substring(1)))
                    .detect(times);
            files.merge(parts[0], 1, Integer::sum);
            List<String> others = different.computeIfAbsent(parts[0], tool -> new ArrayList<>());
            if (!equal(bursts, Files.readAllLines(output))) {
                others.add(name);
            }
        }
        return files.entrySet().stream()
                .map(e -> {
                    List<String> others = List.copyOf(different.getOrDefault(e.getKey(), List.of()));
                    return new Parity(e.getKey(), e.getValue(), e.getValue() - others.size(), others);
                })
                .toList();
    }

    /**
     * The time of one detection on the planted reference input of a size.
     *
     * @param directory the directory that holds {@code in}
     * @param events 10000 or 100000
     * @param runs how often it runs
     * @return the seconds of the fastest run
     * @throws IOException if the input cannot be read
     */
    public static double seconds(Path directory, int events, int runs) throws IOException {
        double[] times = column(directory.resolve("in").resolve("planted_" + events + ".csv"));
        long best = Long.MAX_VALUE;
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            Kleinberg.withDefaults().detect(times);
            best = Math.min(best, System.nanoTime() - start);
        }
        return best / 1e9;
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
