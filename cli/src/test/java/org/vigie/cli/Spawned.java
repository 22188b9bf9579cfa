/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs of the command line in a process of their own: for pipes, signals and little memory. */
final class Spawned {
    private static final String CLASSES = classes();

    private Spawned() {}

    /** The classes of this process, whatever found them: modules, the class path, or a loader of a test's own. */
    private static String classes() {
        Stream<String> own = Main.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs())
                        .map(url -> Path.of(URI.create(url.toString())).toString())
                : Stream.of();
        Stream<String> given =
                Stream.of("jdk.module.path", "java.class.path").map(name -> System.getProperty(name, ""));
        return Stream.concat(own, given)
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A command with these options of the virtual machine. */
    static ProcessBuilder command(List<String> options, Object... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Duser.language=en");
        command.addAll(options);
        command.addAll(List.of("-cp", CLASSES, Main.class.getName()));
        Arrays.stream(words).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command);
    }

    /** Runs a command to its end. */
    static Run run(Path scratch, ProcessBuilder command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(scratch, "out", "");
        Path err = Files.createTempFile(scratch, "err", "");
        if (command.redirectOutput().type() == ProcessBuilder.Redirect.Type.PIPE) {
            command.redirectOutput(out.toFile());
        }
        Process process = command.redirectError(err.toFile()).start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("the command hangs");
        }
        return new Run(process.exitValue(), read(out), read(err));
    }

    /** Runs a line of the shell; {@code vigie} stands for the command. */
    static Run shell(Path scratch, String line) throws IOException, InterruptedException {
        String vigie =
                command(List.of()).command().stream().map(w -> "'" + w + "'").collect(Collectors.joining(" "));
        String script = "set -o pipefail; vigie() { " + vigie + " \"$@\"; }; " + line;
        return run(scratch, new ProcessBuilder("bash", "-c", script).directory(scratch.toFile()));
    }

    static boolean hasShell() {
        return Files.exists(Path.of("/dev/stdin")) && Files.exists(Path.of("/bin/bash"));
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
