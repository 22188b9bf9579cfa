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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The numbers of a run as Markdown: one page an area, one table a group with its run, one row a subject. */
final class Pages {
    private static final String OURS = "vigie";

    private final String command;

    /** Takes note of how the run was started. */
    Pages(String command) {
        this.command = command;
    }

    /** Writes the page of every area that was measured, with the tables of this run alone. */
    void write(List<Measured> all, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var area : grouped(all, Measured::area).entrySet()) {
            Files.writeString(file(folder, area.getKey()), with(area.getValue(), head(area.getKey())));
        }
    }

    /** Puts the tables of this run into the pages that there are; other tables, and what else they say, stay. */
    void update(List<Measured> all, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var area : grouped(all, Measured::area).entrySet()) {
            Path file = file(folder, area.getKey());
            String page = Files.exists(file) ? Files.readString(file) : head(area.getKey());
            Files.writeString(file, with(area.getValue(), page));
        }
    }

    private static Path file(Path folder, String area) {
        return folder.resolve(area + ".md");
    }

    private static Map<String, List<Measured>> grouped(List<Measured> all, Function<Measured, String> by) {
        return all.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }

    private static String head(String area) {
        return "# Benchmarks: " + area
                + "\n\nTables of `vigie-bench`, not to be edited; each names its run. How to read"
                + " them: [benchmarks](README.md).\n";
    }

    /** The page with a table for each group: in the place of the one it has, or at its end. */
    private String with(List<Measured> numbers, String page) {
        String run = "Made by `" + command + "` on " + LocalDate.now(ZoneOffset.UTC) + ". " + machine() + "\n\n";
        for (var group : grouped(numbers, Measured::group).entrySet()) {
            String heading = "## " + group.getKey() + "\n\n";
            String section = heading + run + table(group.getValue());
            Matcher old = Pattern.compile("(?m)^" + Pattern.quote(heading) + "(Made by .*\n\n)?(\\|.*\n)+")
                    .matcher(page);
            page = old.find() ? old.replaceFirst(Matcher.quoteReplacement(section)) : page + "\n" + section;
        }
        return page;
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

    private static String table(List<Measured> numbers) {
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
        StringBuilder table = new StringBuilder();
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
