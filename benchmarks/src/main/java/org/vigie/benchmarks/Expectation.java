/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How much better than a peer something has to be in one run, or how good at least.
 *
 * @param benchmark {@code area.group.subject}
 * @param peer another subject of the group; or a number, where the bound is no peer's; or empty for 1, so that the
 *     ratio is the floor of a share
 * @param metric the metric
 * @param atLeastRatio the least ratio: ours to the peer's where more is better, the peer's to ours where less is
 * @param medianOfFive the ratio that was measured when the expectation was set
 */
record Expectation(String benchmark, String peer, String metric, double atLeastRatio, double medianOfFive) {
    private static final List<String> COLUMNS = List.of("benchmark", "peer", "metric", "at_least_ratio", "median_of_5");

    Expectation {
        if (!(atLeastRatio > 0)) {
            throw new IllegalArgumentException(
                    "at_least_ratio must be > 0 but was " + atLeastRatio + " for " + benchmark);
        }
        if (!(atLeastRatio <= medianOfFive)) {
            throw new IllegalArgumentException("at_least_ratio must be <= median_of_5 but was " + atLeastRatio + " > "
                    + medianOfFive + " for " + benchmark);
        }
        if (benchmark.split("\\.", 3).length < 3) {
            throw new IllegalArgumentException("benchmark must be area.group.subject but was " + benchmark);
        }
    }

    /** What a run says of an expectation. */
    record Verdict(Expectation expectation, double ratio, boolean met) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s  %s, %s%s: %.3g, at least %.3g",
                    met ? "met  " : "SHORT",
                    expectation.benchmark,
                    expectation.metric,
                    expectation.peer.isEmpty() ? "" : " against " + expectation.peer,
                    ratio,
                    expectation.atLeastRatio);
        }
    }

    static List<Expectation> read(Path file) throws IOException {
        List<Expectation> result = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                if (!row.getHeader().equals(COLUMNS)) {
                    throw new IOException("columns must be " + COLUMNS + " but were " + row.getHeader());
                }
                result.add(new Expectation(
                        row.getField(0),
                        row.getField(1),
                        row.getField(2),
                        Double.parseDouble(row.getField(3)),
                        Double.parseDouble(row.getField(4))));
            }
        }
        return result;
    }

    String area() {
        return benchmark.substring(0, benchmark.indexOf('.'));
    }

    /** The group without the values of its parameters. */
    String name() {
        return benchmark.split("\\.", 3)[1].replaceFirst("\\[.*", "");
    }

    /** The name of the study, or of the class of a JMH benchmark: {@code area.group}. */
    String study() {
        return area() + "." + name();
    }

    /** The parameters of the group: those in brackets, as in {@code [shingles=89]}. */
    Map<String, String> parameters() {
        String group = benchmark.split("\\.", 3)[1];
        int bracket = group.indexOf('[');
        return bracket < 0
                ? Map.of()
                : Arrays.stream(group.substring(bracket + 1, group.length() - 1).split(";", -1))
                        .map(parameter -> parameter.split("=", 2))
                        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    String subject() {
        return benchmark.split("\\.", 3)[2];
    }

    /** Compares with a run; a number that the run does not have is an error, not a pass. */
    Verdict check(Measurements run) {
        Measured ours = run.find(benchmark, metric)
                .orElseThrow(() -> new IllegalStateException("not measured: " + metric + " of " + benchmark));
        Optional<Measured> theirs = run.find(ours.area() + "." + ours.group() + "." + peer, metric);
        if (theirs.isEmpty() && ours.absoluteTime()) {
            throw new IllegalStateException(
                    "no peer " + peer + " beside " + benchmark + ", and a time alone is no expectation");
        }
        double bound = theirs.map(Measured::value).orElseGet(() -> peer.isEmpty() ? 1 : Double.parseDouble(peer));
        double ratio = ours.moreIsBetter() ? ours.value() / bound : bound / ours.value();
        return new Verdict(this, ratio, ratio >= atLeastRatio);
    }
}
