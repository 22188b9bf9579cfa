/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The JMH benchmarks of this module: their names, and runs that collect time and allocation.
 *
 * <p>Methods of a class are the subjects of a group for each value of its parameters. A parameter of the name {@code
 * subject} names the subject itself.
 */
final class JmhRuns {
    private static final String PACKAGE = "org.vigie.benchmarks.";
    private static final String SUBJECT = "subject";
    private final List<RunResult> results = new ArrayList<>();

    /** Every benchmark as {@code area.group.method}, in order. */
    static List<String> names() {
        return BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT), List.of())
                .stream()
                .map(entry -> shortName(entry.getUsername()))
                .sorted()
                .toList();
    }

    private static String shortName(String name) {
        return name.substring(PACKAGE.length()).replaceFirst("Benchmark\\.", ".");
    }

    /**
     * A benchmark to run.
     *
     * @param name {@code area.group.method}
     * @param parameters the values of its parameters; all that the benchmark declares of one that is not here
     */
    record Chosen(String name, Map<String, Set<String>> parameters) {
        Chosen(String name) {
            this(name, Map.of());
        }

        /** The benchmarks that expectations compare, with the parameters they name. */
        static List<Chosen> by(Collection<Expectation> expectations) {
            Map<String, Map<String, Set<String>>> parameters = new TreeMap<>();
            for (Expectation e : expectations) {
                for (String method : List.of(e.subject(), e.peer())) {
                    Map<String, Set<String>> values =
                            parameters.computeIfAbsent(e.study() + "." + method, name -> new TreeMap<>());
                    e.parameters()
                            .forEach((key, value) -> values.computeIfAbsent(key, k -> new TreeSet<>())
                                    .add(value));
                }
            }
            return names().stream()
                    .filter(parameters::containsKey)
                    .map(name -> new Chosen(name, parameters.get(name)))
                    .toList();
        }
    }

    /** Runs benchmarks one after the other. */
    void run(Collection<Chosen> benchmarks, Settings settings, Measurements measurements, Consumer<String> progress)
            throws RunnerException {
        for (Chosen chosen : benchmarks) {
            progress.accept(chosen.name);
            String[] parts = chosen.name.split("\\.", -1);
            ChainedOptionsBuilder options = new OptionsBuilder()
                    .include(Pattern.quote(PACKAGE + parts[0] + "." + parts[1] + "Benchmark." + parts[2]) + "$")
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .jvmArgs(heap(parts[0], settings))
                    .forks(1);
            chosen.parameters.forEach((key, values) -> options.param(key, values.toArray(String[]::new)));
            settings.dataFolder()
                    .map(data -> data.resolve("language/dev.tsv.gz").toAbsolutePath())
                    .ifPresent(texts -> options.jvmArgsAppend("-Dvigie.language.texts=" + texts));
            if (!settings.full()) {
                TimeValue halfSecond = TimeValue.milliseconds(500);
                options.warmupIterations(2).warmupTime(halfSecond);
                options.measurementIterations(3).measurementTime(halfSecond);
            }
            for (RunResult result : new Runner(options.build()).run()) {
                results.add(result);
                collect(parts, result, measurements);
            }
        }
    }

    /** A heap that is all there before the first call: otherwise what is timed is the growing of the heap. */
    private static String[] heap(String area, Settings settings) {
        // Monitors and forests keep little, and 2 GB take longer to touch than a short run of one takes.
        String size = area.equals("bursts") && !settings.full() ? "512m" : "2g";
        return new String[] {"-Xms" + size, "-Xmx" + size, "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"};
    }

    private static void collect(String[] name, RunResult result, Measurements measurements) {
        BenchmarkParams params = result.getParams();
        String parameters = params.getParamsKeys().stream()
                .filter(key -> !key.equals(SUBJECT))
                .sorted()
                .map(key -> key + "=" + params.getParam(key))
                .collect(Collectors.joining(";"));
        String subject = params.getParamsKeys().contains(SUBJECT) ? params.getParam(SUBJECT) : name[2];
        Measurements.Group group =
                measurements.group(name[0], name[1] + (parameters.isEmpty() ? "" : "[" + parameters + "]"));
        Result<?> time = result.getPrimaryResult();
        // The fastest iteration: what else runs on the machine can only slow one down.
        group.less(subject, "time", time.getStatistics().getMin(), time.getScoreUnit());
        Result<?> allocation = result.getSecondaryResults().get("gc.alloc.rate.norm");
        if (allocation != null) {
            group.less(subject, "allocation", allocation.getScore(), allocation.getScoreUnit());
        }
    }

    /** Writes all results in JMH's own format. */
    void write(Path json) throws IOException {
        try (PrintStream out = new PrintStream(Files.newOutputStream(json), false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
        }
    }
}
