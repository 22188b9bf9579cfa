/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the same command line again with Spark on the class path, in a process of its own. */
final class SparkProcess {
    private static final String JAR = "vigie-spark.jar";

    private SparkProcess() {}

    /** Runs the words of a command line at a master and returns the exit code. */
    static int run(String master, List<String> words) throws IOException {
        ProcessBuilder process = new ProcessBuilder(command(master, words, System.getenv())).inheritIO();
        Process running = process.start();
        boolean interrupted = false;
        while (true) {
            try {
                int exit = running.waitFor();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return exit;
            } catch (InterruptedException e) {
                interrupted = true;
                running.destroy();
            }
        }
    }

    static List<String> command(String master, List<String> words, Map<String, String> environment) throws IOException {
        Path jar = jar(environment)
                .orElseThrow(() -> new IOException("--spark needs " + JAR
                        + ": ./mvnw -Pspark -pl spark -am package -DskipTests makes it, or VIGIE_SPARK_JAR names it"));
        String home = environment.getOrDefault("SPARK_HOME", "");
        // The build leaves Spark's own jars beside the jar.
        Path jars = (home.isEmpty() ? jar.resolveSibling("spark") : Path.of(home)).resolve("jars");
        if (!Files.isDirectory(jars)) {
            throw new IOException("--spark needs Apache Spark 4: set SPARK_HOME to a folder with its jars in jars/ ("
                    + (home.isEmpty() ? "it is not set, and " : "") + "there is no folder " + jars + ")");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream.of(environment.getOrDefault("VIGIE_JAVA_OPTS", "").split(" "))
                .filter(option -> !option.isEmpty())
                .forEach(command::add);
        command.add("-Dlog4j2.configurationFile=org/vigie/spark/log4j2.properties");
        command.add("-cp");
        command.add(jar + System.getProperty("path.separator") + jars.resolve("*"));
        command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master));
        command.addAll(List.of("--class", "org.vigie.spark.Main", jar.toString()));
        command.addAll(words.subList(1, words.size())); // Main is detect and nothing else
        return command;
    }

    /** The jar of the spark module: named, beside this one, or where the build leaves it. */
    private static Optional<Path> jar(Map<String, String> environment) throws IOException {
        String named = environment.getOrDefault("VIGIE_SPARK_JAR", "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(Files::isRegularFile);
        }
        Path here;
        try {
            here = Path.of(SparkProcess.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        return Stream.of(
                        here.resolveSibling(JAR),
                        here.resolve("../../../spark/target").resolve(JAR))
                .map(Path::normalize)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
