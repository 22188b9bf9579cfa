/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Runs a main class in a JVM of its own and says what that cost, the start of the JVM included. */
public final class Metered {
    private Metered() {}

    /**
     * The cost of a process.
     *
     * @param wallSeconds time by the clock
     * @param cpuSeconds time of all threads together
     * @param peakMegabytes the most memory that was resident at a time; NaN where the system does not tell
     */
    public record Usage(double wallSeconds, double cpuSeconds, double peakMegabytes) {}

    /**
     * Runs a main class and waits for its end.
     *
     * @param scratch a folder for what it prints
     * @param options options of the JVM
     * @param main the class
     * @param args its arguments
     * @return what it cost
     * @throws IOException if it cannot be started, or ends with another exit code than 0
     * @throws InterruptedException if the wait is interrupted
     */
    public static Usage run(Path scratch, List<String> options, Class<?> main, List<String> args)
            throws IOException, InterruptedException {
        Path usage = Files.createTempFile(scratch, "usage", ".txt");
        Path printed = Files.createTempFile(scratch, "printed", ".txt");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Metered.class.getName()));
        command.addAll(List.of(usage.toString(), main.getName()));
        command.addAll(args);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        int code = process.waitFor();
        double wall = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            throw new IOException(main.getSimpleName() + " " + String.join(" ", args) + " ended with code " + code
                    + " and printed:\n" + Files.readString(printed));
        }
        String[] numbers = Files.readString(usage).trim().split(" ", -1);
        return new Usage(wall, Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
    }

    /**
     * The other end: runs the class, and at the end of the process writes what it used.
     *
     * @param args the file to write, the class, its arguments
     * @throws ReflectiveOperationException if the class has no main method, or the method fails
     */
    public static void main(String[] args) throws ReflectiveOperationException {
        Path usage = Path.of(args[0]);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> write(usage)));
        String[] rest = List.of(args).subList(2, args.length).toArray(String[]::new);
        Class.forName(args[1]).getMethod("main", String[].class).invoke(null, (Object) rest);
    }

    private static void write(Path usage) {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try {
            Files.writeString(
                    usage, String.format(Locale.ROOT, "%.3f %.1f", system.getProcessCpuTime() / 1e9, peakMegabytes()));
        } catch (IOException e) {
            System.err.println("cannot write " + usage + ": " + e);
        }
    }

    /**
     * The most memory of this process that was resident at a time.
     *
     * @return in megabytes; NaN where the system does not tell
     * @throws IOException if what the system tells cannot be read
     */
    public static double peakMegabytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }
}
