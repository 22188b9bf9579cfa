/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.core.burst.BatchedKleinberg;
import org.vigie.core.burst.Burst;
import org.vigie.core.burst.Kleinberg;
import org.vigie.core.stats.Decimal;
import org.vigie.posts.exports.Field;
import org.vigie.posts.rows.RejectedRowException;
import org.vigie.posts.rows.Row;
import org.vigie.posts.rows.RowReader;
import org.vigie.report.table.CsvTable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "bursts",
        mixinStandardHelpOptions = true,
        header = "Finds bursts of events, or watches a series of numbers.",
        description = {
            "",
            "Offline (the default): each row of FILE is an event at its time; prints "
                    + "level,start,end,weight by Kleinberg's automaton, level 1 being the base. Numeric times stay "
                    + "in their units, others come back as ISO 8601. Times need not be in order.",
            "--batched: each row is a bin with t, r (relevant) and d (all documents).",
            "--online: each row is timestamp,value. Prints every row, in order, with six columns more:",
            "  anomaly_score in [0,1], p_value, alarm (0 or 1);",
            "  onset: when the present deviation began;",
            "  level_shift: since when a new level holds, on the row that confirms it;",
            "  kind: spike, repeat, ramp, drop, flat-line, rhythm or level.",
            "Each row is answered before the next is read, so a slow pipe, such as tail -f, works too.",
            ""
        })
final class BurstsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A table, plain or .gz; - for standard input.")
    private Path file;

    @Option(
            names = "--scaling",
            paramLabel = "RATIO",
            defaultValue = "2",
            description = "Ratio of the levels' rates, > 1 (default: ${DEFAULT-VALUE}).")
    private double scaling;

    @Option(
            names = "--gamma",
            paramLabel = "COST",
            defaultValue = "1",
            description = "Cost of a rise, > 0 (default: ${DEFAULT-VALUE}).")
    private double gamma;

    @Option(
            names = "--column",
            paramLabel = "NAME",
            description = "The time column (default: time, or the name that a known export uses).")
    private Optional<String> column = Optional.empty();

    @Option(names = "--by", paramLabel = "KEY", description = "One series for each value of this column.")
    private Optional<String> by = Optional.empty();

    @Option(
            names = "--monitor",
            paramLabel = "PART",
            defaultValue = "both",
            description = "With --online, what judges a row (default: ${DEFAULT-VALUE}). series: how far it lies from "
                    + "all that the series has shown. rate: how rare such a distance from what was expected is.")
    private OnlineBursts.Judge monitor = OnlineBursts.Judge.BOTH;

    @ArgGroup
    private Mode mode = new Mode();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InputOptions input;

    @Mixin
    private Output output;

    @Mixin
    private Quiet quiet;

    /** Whether a row had the column of --by, and which the first one had. */
    private boolean hasKey;

    private List<String> columns = List.of();

    static final class Mode {
        @Option(names = "--online", description = "Watch a series: timestamp,value.")
        private boolean online;

        @Option(names = "--batched", description = "Bins instead of events: t,r,d.")
        private boolean batched;
    }

    @Override
    public Integer call() throws IOException {
        check();
        try (Progress progress = new Progress(quiet.on())) {
            progress.reading("reading", Input.size(List.of(file)));
            if (mode.online) {
                Output.standard(out -> online(out, progress));
            } else if (mode.batched) {
                batched(progress);
            } else {
                events(progress);
            }
        }
        return 0;
    }

    private void check() {
        String noPosts = mode.online ? "with --online" : mode.batched ? "with --batched" : "with --column";
        if (mode.online || mode.batched || column.isPresent()) {
            Ineffective.refuse(spec, noPosts, "--map");
        }
        if (mode.online) {
            Ineffective.refuse(spec, noPosts, "--scaling", "--gamma");
        } else {
            Ineffective.refuse(spec, "without --online", "--monitor");
        }
        if (mode.batched) {
            Ineffective.refuse(spec, noPosts, "--column", "--by", "--date-format", "--time-zone");
        }
        Ineffective.refuse(spec, "in bursts, which has no ids", "--id-per-file");
    }

    private void add(Map<String, List<Double>> series, Row row, double time) {
        String key = "";
        if (by.isPresent()) {
            String name = RowReader.columnName(by.get());
            hasKey |= row.has(name);
            columns = columns.isEmpty() ? row.columns() : columns;
            key = row.get(name);
        }
        series.computeIfAbsent(key, k -> new ArrayList<>()).add(time);
    }

    private void events(Progress progress) throws IOException {
        Kleinberg kleinberg = WrongUsageException.check(
                () -> Kleinberg.withDefaults().withScaling(scaling).withGamma(gamma));
        Map<String, List<Double>> series = new LinkedHashMap<>();
        TimeScale scale = new TimeScale(input);
        if (column.isPresent()) {
            Table.read(
                    file,
                    input,
                    progress,
                    header -> {
                        Table.require(file, header, column.get(), "--column");
                        if (by.isPresent()) {
                            Table.require(file, header, by.get(), "--by");
                        }
                    },
                    row -> add(series, row, scale.read(row.get(RowReader.columnName(column.get())))));
        } else {
            Table.readFields(
                    file,
                    input,
                    Field.TIME,
                    progress,
                    fields -> add(series, fields.row(), scale.read(fields.require(Field.TIME))));
        }
        if (by.isPresent() && !hasKey) {
            Table.require(file, columns, by.get(), "--by");
        }
        output.table(Optional.empty(), csv -> {
            by.ifPresent(csv::given);
            header(csv);
            series.forEach((key, times) -> {
                double[] sorted =
                        times.stream().mapToDouble(Double::doubleValue).toArray();
                Arrays.sort(sorted);
                for (Burst burst : kleinberg.detect(sorted)) {
                    if (by.isPresent()) {
                        csv.given(key);
                    }
                    record(burst, scale.write(burst.start()), scale.write(burst.end()), csv);
                }
            });
        });
    }

    private static void header(CsvTable csv) {
        csv.own("level").own("start").own("end").own("weight").end();
    }

    private static void record(Burst burst, String start, String end, CsvTable csv) {
        csv.number(burst.level()).given(start).given(end).exact(burst.weight()).end();
    }

    private void batched(Progress progress) throws IOException {
        BatchedKleinberg kleinberg = WrongUsageException.check(
                () -> BatchedKleinberg.withDefaults().withScaling(scaling).withGamma(gamma));
        List<String> times = new ArrayList<>();
        List<Long> relevant = new ArrayList<>();
        List<Long> totals = new ArrayList<>();
        Table.read(
                file,
                input,
                progress,
                header -> {
                    for (String needed : List.of("t", "r", "d")) {
                        Table.require(file, header, needed, "a header t,r,d");
                    }
                },
                row -> {
                    long r = count(row, "r");
                    long d = count(row, "d");
                    if (r < 0 || r > d) {
                        throw new RejectedRowException("r must be from 0 to d = " + d + " but was " + r);
                    }
                    times.add(row.get("t"));
                    relevant.add(r);
                    totals.add(d);
                });
        List<Burst> bursts = kleinberg.detect(toArray(relevant), toArray(totals));
        output.table(Optional.empty(), csv -> {
            header(csv);
            for (Burst burst : bursts) {
                record(burst, bin(times, burst.start()), bin(times, burst.end()), csv);
            }
        });
    }

    /** The time of a bin; the end of the last bin is one bin further on. */
    private static String bin(List<String> times, double index) {
        int i = (int) index;
        if (i < times.size()) {
            return times.get(i);
        }
        try {
            double last = Double.parseDouble(times.get(i - 1));
            double before = i > 1 ? Double.parseDouble(times.get(i - 2)) : last - 1;
            return Decimal.format(last + (last - before));
        } catch (NumberFormatException e) {
            return times.get(i - 1);
        }
    }

    private static long count(Row row, String column) throws RejectedRowException {
        try {
            return Long.parseLong(row.get(column).strip());
        } catch (NumberFormatException e) {
            throw new RejectedRowException(column + " must be a whole number but was '" + row.get(column) + "'");
        }
    }

    private static long[] toArray(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private void online(Writer out, Progress progress) throws IOException {
        OnlineBursts table = new OnlineBursts(out, output.table(out), file, new TimeScale(input), column, by, monitor);
        Table.read(file, input, progress, table::header, table::row);
        table.close(progress);
    }
}
