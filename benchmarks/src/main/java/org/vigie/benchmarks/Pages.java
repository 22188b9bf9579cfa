/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The numbers of a run as Markdown: one page an area, one table a group, one row a subject. */
final class Pages {
    private static final String OURS = "vigie";

    private final String command;

    /** Takes note of how the run was started. */
    Pages(String command) {
        this.command = command;
    }

    /** Writes the page of every area that was measured. */
    void write(List<Measured> all, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var area : grouped(all, Measured::area).entrySet()) {
            Files.writeString(folder.resolve(area.getKey() + ".md"), page(area.getKey(), area.getValue()));
        }
    }

    private static Map<String, List<Measured>> grouped(List<Measured> all, Function<Measured, String> by) {
        return all.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }

    private String page(String area, List<Measured> numbers) {
        StringBuilder page = new StringBuilder("# Benchmarks: " + area + "\n\nMade by `" + command + "` on "
                + LocalDate.now(ZoneOffset.UTC) + "; do not edit. " + machine()
                + " How to read it: [benchmarks](README.md).\n");
        grouped(numbers, Measured::group).forEach((group, rows) -> page.append(table(group, rows)));
        return page.toString();
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores (" + processor() + "), "
                + System.getProperty("os.name") + ", JDK " + System.getProperty("java.version") + " ("
                + System.getProperty("java.vendor") + ").";
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    private static String table(String group, List<Measured> numbers) {
        Set<String> metrics = new LinkedHashSet<>();
        numbers.forEach(m -> metrics.add(m.metric()));
        Map<String, List<Measured>> rows = grouped(numbers, Measured::subject);
        Optional<List<Measured>> ours = rows.entrySet().stream()
                .filter(row -> row.getKey().startsWith(OURS))
                .map(Map.Entry::getValue)
                .findFirst();
        List<String> header = new ArrayList<>();
        header.add("subject");
        for (String metric : metrics) {
            Measured first = numbers.stream()
                    .filter(m -> m.metric().equals(metric))
                    .findFirst()
                    .orElseThrow();
            header.add(metric + (first.unit().isEmpty() ? "" : ", " + first.unit()));
        }
        StringBuilder table = new StringBuilder("\n## " + group + "\n\n");
        table.append("| ").append(String.join(" | ", header)).append(" |\n");
        table.append("|---".repeat(header.size())).append("|\n");
        rows.forEach((subject, row) -> {
            table.append("| ").append(subject);
            for (String metric : metrics) {
                table.append(" | ")
                        .append(find(row, metric).map(m -> cell(m, ours)).orElse(""));
            }
            table.append(" |\n");
        });
        return table.toString();
    }

    private static Optional<Measured> find(List<Measured> row, String metric) {
        return row.stream().filter(m -> m.metric().equals(metric)).findFirst();
    }

    /** A peer's time says too how many times better ours is. */
    private static String cell(Measured number, Optional<List<Measured>> ours) {
        Optional<Measured> base = ours.flatMap(row -> find(row, number.metric()));
        boolean compared =
                number.absoluteTime() && base.isPresent() && !number.subject().startsWith(OURS);
        String text = digits(number.value());
        if (!compared) {
            return text;
        }
        double times = number.moreIsBetter()
                ? base.get().value() / number.value()
                : number.value() / base.get().value();
        return text + " (" + digits(times) + "x)";
    }

    /** Four digits at most, without an exponent. */
    static String digits(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "-";
        }
        BigDecimal rounded = Math.abs(value) >= 1000
                ? BigDecimal.valueOf(Math.round(value))
                : BigDecimal.valueOf(value).round(new MathContext(4));
        return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros()).toPlainString();
    }
}
