/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.language;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The time from nothing to the first answer, and the heap that a detector holds then. Each run is the cold start of a
 * JVM of its own, with the serial collector, which counts memory to the byte.
 */
public final class LoadTime {
    private LoadTime() {}

    /**
     * What a detector costs before it is of use.
     *
     * @param millis from the first call to the first answer, by the clock
     * @param heapMegabytes all that the program holds afterwards
     */
    public record Cost(double millis, double heapMegabytes) {}

    /**
     * Starts detectors some times, in turns.
     *
     * @param runs how often, at least 1
     * @param isAsked which detectors, by their names
     * @return costs by detector
     * @throws IOException when a JVM cannot be started or fails
     * @throws InterruptedException when the wait is interrupted
     */
    public static Map<String, List<Cost>> measure(int runs, Predicate<String> isAsked)
            throws IOException, InterruptedException {
        Map<String, List<Cost>> all = new LinkedHashMap<>();
        for (int run = 0; run < runs; run++) {
            for (String name : Detectors.NAMES) {
                if (isAsked.test(name)) {
                    all.computeIfAbsent(name, n -> new ArrayList<>()).add(start(name));
                }
            }
        }
        return all;
    }

    private static Cost start(String detector) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadTime.class.getName(),
                        detector)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the start of " + detector + " failed");
        }
        String[] numbers = printed.trim().split(" ", -1);
        return new Cost(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
    }

    /**
     * Measures one cold start and prints milliseconds and megabytes.
     *
     * @param args the detector; Vigie's when there is none
     * @throws IOException when the detector cannot be loaded
     */
    @SuppressWarnings("System.gc") // the heap in use is what is asked for
    public static void main(String[] args) throws IOException {
        long start = System.nanoTime();
        var detector = Detectors.load(args.length == 0 ? "vigie" : args[0]);
        Objects.requireNonNull(detector.apply("Bonjour tout le monde"));
        double millis = (System.nanoTime() - start) / 1e6;
        System.gc();
        System.gc();
        double megabytes =
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
        Objects.requireNonNull(detector.apply("still reachable"));
        System.out.printf(Locale.ROOT, "%.1f %.2f%n", millis, megabytes);
    }
}
