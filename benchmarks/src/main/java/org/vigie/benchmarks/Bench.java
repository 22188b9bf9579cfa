/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The {@code vigie-bench} command: JMH benchmarks and studies in one run, their tables, and the check of what is expected
 * of them. Exit codes: 0 done, 1 an expectation is not met or a run failed, 2 wrong usage.
 */
@Command(
        name = "vigie-bench",
        mixinStandardHelpOptions = true,
        header = "Speed and accuracy beside peers, on the same input in the same run.")
public final class Bench implements Callable<Integer> {
    private enum Mode {
        quick,
        full,
        verify
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            defaultValue = "quick",
            description =
                    "quick (minutes), full (half an hour), or verify: what expectations need, quickly, and the check.")
    private Mode mode;

    @Parameters(
            index = "1",
            arity = "0..1",
            defaultValue = "",
            description = "Only benchmarks in whose name area.Group.subject this regular expression is found.")
    private Pattern pattern;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Reference data; without it, studies that need it rest.")
    private Path data;

    @Option(names = "--list", description = "Print the names and run nothing.")
    private boolean list;

    @Option(
            names = "--expectations",
            defaultValue = "benchmarks/expectations.csv",
            paramLabel = "FILE",
            description = "Default: ${DEFAULT-VALUE}.")
    private Path expectations;

    @Option(
            names = "--out",
            defaultValue = "benchmarks/target/bench",
            paramLabel = "DIR",
            description = "Numbers: jmh.json, measurements.csv. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--docs",
            defaultValue = "docs/benchmarks",
            paramLabel = "DIR",
            description =
                    "Pages of tables; quick and full replace the tables they measure whole. Default: ${DEFAULT-VALUE}.")
    private Path docs;

    private final long start = System.nanoTime();

    private Bench() {}

    /**
     * Runs the command and exits with its code.
     *
     * @param args mode, pattern and options
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    failure.printStackTrace(command.getErr());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        List<Expectation> expected = mode == Mode.verify ? wanted(Expectation.read(expectations)) : List.of();
        Set<String> wantedStudies = expected.stream().map(Expectation::study).collect(Collectors.toSet());
        Predicate<String> chosen = mode == Mode.verify
                ? wantedStudies::contains
                : name -> pattern.matcher(name).find();
        List<JmhRuns.Chosen> benchmarks = mode == Mode.verify
                ? JmhRuns.Chosen.by(expected)
                : JmhRuns.names().stream()
                        .filter(chosen)
                        .map(JmhRuns.Chosen::new)
                        .toList();
        List<Study> studies = Studies.ALL.stream()
                .filter(study -> chosen.test(study.key()))
                .filter(study -> study.needs() == Study.Needs.NOTHING || data != null)
                .toList();
        if (list) {
            benchmarks.forEach(benchmark -> System.out.println(benchmark.name()));
            studies.forEach(study -> System.out.println(study.key()));
            return 0;
        }
        Files.createDirectories(out);
        Path scratch = Files.createTempDirectory(out, "scratch");
        Measurements measurements = new Measurements();
        List<Expectation.Verdict> verdicts = List.of();
        try {
            Settings settings = new Settings(
                    mode == Mode.full,
                    mode == Mode.verify ? Optional.of(expected) : Optional.empty(),
                    Optional.ofNullable(data),
                    scratch.toAbsolutePath());
            for (Study study : studies) {
                progress(study.key());
                study.body().run(settings, measurements);
            }
            JmhRuns jmh = new JmhRuns();
            jmh.run(benchmarks, settings, measurements, this::progress);
            verdicts = verdicts(expected, measurements, jmh, settings);
            jmh.write(out.resolve("jmh.json"));
        } finally {
            delete(scratch);
        }
        writeNumbers(measurements, out.resolve("measurements.csv"));
        Pages pages = new Pages(("./vigie-bench " + mode + " " + pattern + (data == null ? "" : " --data DIR"))
                .replace("  ", " ")
                .trim());
        pages.write(measurements.all(), out);
        if (mode == Mode.verify) {
            verdicts.forEach(System.out::println);
            long met = verdicts.stream().filter(Expectation.Verdict::met).count();
            System.out.println(met + " of " + verdicts.size() + " expectations met");
            return met == verdicts.size() ? 0 : 1;
        }
        if (wholeTables(measurements)) {
            pages.update(measurements.all(), docs);
        }
        for (Measured m : measurements.all()) {
            System.out.printf(
                    Locale.ROOT, "%-60s %-20s %s %s%n", m.benchmark(), m.metric(), Pages.digits(m.value()), m.unit());
        }
        return 0;
    }

    /** Whether every table is complete: no pattern, or one that is the name of an area or of an area and a group. */
    private boolean wholeTables(Measurements measurements) {
        String chosen = pattern.pattern();
        return chosen.isEmpty()
                || measurements.all().stream().allMatch(m -> chosen.equals(m.area()) || chosen.equals(m.study()));
    }

    /** Expectations that the pattern admits and whose studies have what they need. */
    private List<Expectation> wanted(List<Expectation> all) {
        Set<String> resting = Studies.ALL.stream()
                .filter(study -> study.needs() == Study.Needs.DATA && data == null)
                .map(Study::key)
                .collect(Collectors.toSet());
        List<Expectation> wanted = new ArrayList<>();
        for (Expectation expectation : all) {
            if (resting.contains(expectation.area() + "." + expectation.name())) {
                System.err.println("rests, for it needs --data: " + expectation.benchmark());
            } else if (pattern.matcher(expectation.benchmark()).find()) {
                wanted.add(expectation);
            }
        }
        return wanted;
    }

    private void progress(String name) {
        System.err.printf(Locale.ROOT, "%5d s  %s%n", (System.nanoTime() - start) / 1_000_000_000, name);
    }

    /**
     * What the run says of each expectation. Short runs of JMH can end before the compiler has settled. So where one falls
     * short, it and its peer are measured again, for as long as the benchmark asks, and that decides.
     */
    private List<Expectation.Verdict> verdicts(
            List<Expectation> expected, Measurements measurements, JmhRuns jmh, Settings settings)
            throws RunnerException {
        List<Expectation.Verdict> verdicts = new ArrayList<>();
        for (Expectation expectation : expected) {
            Expectation.Verdict verdict = expectation.check(measurements);
            List<JmhRuns.Chosen> again = verdict.met() ? List.of() : JmhRuns.Chosen.by(List.of(expectation));
            if (!again.isEmpty()) {
                System.out.println(verdict + "; measured again, for longer");
                Measurements longer = new Measurements();
                jmh.run(again, settings.longer(), longer, this::progress);
                verdict = expectation.check(longer);
            }
            verdicts.add(verdict);
        }
        return verdicts;
    }

    private static void writeNumbers(Measurements measurements, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("benchmark", "metric", "value", "unit");
            for (Measured m : measurements.all()) {
                csv.writeRecord(m.benchmark(), m.metric(), Double.toString(m.value()), m.unit());
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
