/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParseResult;

/**
 * Runs every {@code ./vigie} command in a block of shell in the documentation. The commands of a page share a folder, so
 * that a page can be followed; the files that a reader is asked to have are made by {@link #given}. A block of text after
 * {@code <!-- prints -->} is what the last command prints. A script of Python or R after {@code <!-- file: NAME -->} is
 * run, where its language is installed, with {@code vigie} on the path.
 */
final class DocsCommandsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- (prints|file: \\S+) -->\\s*)?```(\\w*)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern REDIRECTION = Pattern.compile("\\s+([|>#]).*$");

    /** More posts than this say no more about a command. */
    private static final int MOST_POSTS = 20_000;

    @TempDir
    private static Path simulated;

    @TempDir
    private Path scratch;

    /** The commands that name no file, and what they gave: on the next page it is the same. */
    private final Map<List<String>, Run> alike = new HashMap<>();

    /** The interpreters that are installed, by the end of a script's name. */
    private final Map<String, Optional<String>> interpreters = new HashMap<>();

    @BeforeAll
    static void simulate() {
        Run run = Run.of(
                "simulate",
                "--out",
                simulated.resolve("posts.csv"),
                "--truth",
                simulated.resolve("truth.csv"),
                "--posts",
                "2000");
        assertThat(run.exit()).isZero();
    }

    @TestFactory
    Stream<DynamicTest> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            Stream.concat(top, docs).filter(p -> p.toString().endsWith(".md")).forEach(pages::add);
        }
        List<DynamicTest> tests = pages.stream()
                .filter(page -> read(page).contains("\n./vigie "))
                .sorted()
                .map(page -> DynamicTest.dynamicTest(ROOT.relativize(page).toString(), () -> follow(page)))
                .toList();
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private void follow(Path page) throws IOException {
        Path folder = given(Files.createDirectories(
                scratch.resolve(ROOT.relativize(page).toString().replaceAll("\\W", "_"))));
        Optional<Run> last = Optional.empty();
        for (MatchResult block : BLOCK.matcher(read(page)).results().toList()) {
            if (Set.of("python", "r").contains(block.group(2)) && block.group(1) != null) {
                last = script(block.group(1).substring("file: ".length()), block.group(3), folder);
            } else if ("prints".equals(block.group(1))) {
                if (last.isEmpty()) {
                    continue; // what would print is not installed
                }
                assertThat(last.get().out().replace(folder + "/", "")).isEqualTo(block.group(3));
            } else if (Set.of("sh", "bash").contains(block.group(2))) {
                String joined = block.group(3).replaceAll("\\\\\n\\s*", "");
                for (String line : joined.lines().toList()) {
                    if (line.startsWith("./vigie ")) {
                        last = Optional.of(run(line.substring("./vigie ".length()), folder));
                        assertThat(last.get().exit())
                                .as("%s%n%s", line, last.get().err())
                                .isZero();
                    }
                }
            }
        }
    }

    private Run run(String line, Path folder) throws IOException {
        String command = REDIRECTION.matcher(line).replaceFirst("");
        String[] words = fewer(command.strip().split("\\s+", -1));
        Set<String> paths = paths(words);
        Object[] moved = Arrays.stream(words)
                .map(word -> paths.contains(word) ? folder.resolve(word).toString() : word)
                .toArray();
        Run run = paths.isEmpty() ? alike.computeIfAbsent(List.of(words), known -> Run.of(moved)) : Run.of(moved);
        int arrow = line.indexOf(" > ");
        if (arrow > 0) {
            Files.writeString(folder.resolve(line.substring(arrow + 3).split("\\s+", -1)[0]), run.out());
        }
        return run;
    }

    /** The words with a number of posts that is quickly made. */
    private static String[] fewer(String... words) {
        String[] fewer = words.clone();
        for (int i = 1; i < fewer.length; i++) {
            if (fewer[i - 1].equals("--posts")) {
                fewer[i] = Integer.toString(Math.min(MOST_POSTS, Integer.parseInt(fewer[i])));
            }
        }
        return fewer;
    }

    /** Runs a script, if its language and what it needs are there. */
    private Optional<Run> script(String name, String code, Path folder) throws IOException {
        Files.writeString(folder.resolve(name), code);
        String language = name.substring(name.lastIndexOf('.'));
        if (!interpreters.containsKey(language)) {
            interpreters.put(language, interpreter(language, folder));
        }
        Optional<String> interpreter = interpreters.get(language);
        if (interpreter.isEmpty()) {
            return Optional.empty();
        }
        Run run = execute(folder, List.of(interpreter.get(), name)).orElseThrow();
        assertThat(run.exit()).as("%s%n%s", name, run.err()).isZero();
        return Optional.of(run);
    }

    private static Optional<String> interpreter(String language, Path folder) throws IOException {
        List<List<String>> trials = language.equals(".R")
                ? List.of(List.of("Rscript", "-e", "1"))
                : List.of(
                        List.of("python3", "-c", "import pandas"), List.of("/usr/bin/python3", "-c", "import pandas"));
        for (List<String> trial : trials) {
            Optional<Run> run = execute(folder, trial);
            if (run.isPresent() && run.get().exit() == 0) {
                return Optional.of(trial.get(0));
            }
        }
        return Optional.empty();
    }

    private static Optional<Run> execute(Path folder, List<String> words) throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        String command = Spawned.command(List.of()).command().stream()
                .map(w -> "'" + w + "'")
                .collect(Collectors.joining(" "));
        Path vigie = Files.writeString(tools.resolve("vigie"), "#!/bin/sh\nexec " + command + " \"$@\"\n");
        if (!vigie.toFile().setExecutable(true)) {
            return Optional.empty();
        }
        Path out = tools.resolve("out");
        Path err = tools.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().merge("PATH", tools.toString(), (old, tool) -> tool + File.pathSeparator + old);
        try {
            int exit = builder.start().waitFor();
            return Optional.of(new Run(exit, Files.readString(out), Files.readString(err)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // not installed
        }
    }

    /** The words that the command takes for files and folders. */
    private static Set<String> paths(String... words) {
        CommandLine line = Main.commandLine();
        ParseResult result = line.parseArgs(words);
        while (result.hasSubcommand()) {
            result = result.subcommand();
        }
        return Stream.<ArgSpec>concat(result.matchedOptions().stream(), result.matchedPositionals().stream())
                .filter(arg -> arg.type() == Path.class
                        || Arrays.asList(arg.auxiliaryTypes()).contains(Path.class))
                .flatMap(arg -> arg.originalStringValues().stream())
                .collect(Collectors.toSet());
    }

    /** What a page may take for granted: posts, shares of links, events, counts, lines, a key. */
    private static Path given(Path folder) throws IOException {
        for (String name : List.of("posts.csv", "truth.csv")) {
            Files.copy(simulated.resolve(name), folder.resolve(name));
        }
        Files.writeString(folder.resolve("lines.txt"), "Where is the bus?\nOù est le bus ?\n");
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        lines(
                folder,
                "shares.csv",
                "object_id,account_id,content_id,timestamp_share",
                60,
                i -> "https://a.example/" + i / 6 + ",account" + i % 6 + ",post" + i + ","
                        + (1_772_000_000 + i / 6 * 3_600 + i % 6 * 5));
        lines(
                folder,
                "events.csv",
                "time,topic",
                200,
                i -> noon.plusSeconds(i < 100 ? 600L * i : 60_000 + 5L * i) + ",bridge");
        lines(
                folder,
                "counts.csv",
                "timestamp,value",
                200,
                i -> noon.plusSeconds(3_600L * i) + "," + (i == 150 ? 90 : i % 7));
        lines(folder, "bins.csv", "t,r,d", 40, i -> i + "," + (i > 20 && i < 26 ? 9 : 1) + ",10");
        Path key = Files.writeString(folder.resolve("vigie.key"), "tK7vQ2mZ9xR4bN8cW1jH6fL3pD5sG0yA" + "\n");
        if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        }
        return folder;
    }

    private interface Line {
        String of(int i);
    }

    private static void lines(Path folder, String name, String header, int count, Line line) throws IOException {
        List<String> lines = new ArrayList<>(List.of(header));
        IntStream.range(0, count).mapToObj(line::of).forEach(lines::add);
        Files.write(folder.resolve(name), lines);
    }

    private static String read(Path page) {
        try {
            return Files.readString(page, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
