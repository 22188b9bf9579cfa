/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.core.monitor.BurstScore;
import org.vigie.core.monitor.LevelShift;
import org.vigie.core.monitor.SeriesMonitor;
import org.vigie.posts.rows.RejectedRowException;
import org.vigie.posts.rows.Row;
import org.vigie.posts.rows.RowReader;
import org.vigie.report.table.CsvTable;

/** Answers row by row: what comes in goes out with what the monitor of its series says. */
final class OnlineBursts {
    private static final String DEFAULT_COLUMN = "time";
    private static final String VALUE_COLUMN = "value";
    private static final BurstScore MISSING = new BurstScore(0, 1, Double.NaN, false, OptionalDouble.empty());
    private static final List<String> ADDED =
            List.of("anomaly_score", "p_value", "alarm", "onset", "level_shift", "kind");

    /** What judges a row. */
    enum Judge {
        SERIES,
        RATE,
        BOTH;

        private SeriesMonitor monitor() {
            SeriesMonitor all = SeriesMonitor.withDefaults();
            return switch (this) {
                case SERIES -> all.withOnly(SeriesMonitor.Part.NOVELTY);
                case RATE -> all.withOnly(SeriesMonitor.Part.RATE);
                case BOTH -> all;
            };
        }
    }

    private final Writer out;
    private final CsvTable csv;
    private final Path file;
    private final Optional<String> column;
    private final Optional<String> by;
    private final Judge judge;
    private final boolean live;
    private final List<String> columns = new ArrayList<>();
    private final Map<String, SeriesMonitor> monitors = new LinkedHashMap<>();
    private final TimeScale scale;
    private String time = DEFAULT_COLUMN;
    private long unreadable;
    private long firstUnreadable;

    OnlineBursts(
            Writer out,
            CsvTable csv,
            Path file,
            TimeScale scale,
            Optional<String> column,
            Optional<String> by,
            Judge judge) {
        this.out = out;
        this.csv = csv;
        this.file = file;
        this.scale = scale;
        this.column = column;
        this.by = by;
        this.judge = judge;
        this.live = !Files.isRegularFile(file);
    }

    void header(List<String> names) throws IOException {
        String timestamp = RowReader.columnName(column.orElse("timestamp"));
        time = column.isPresent() || names.contains(timestamp) ? timestamp : DEFAULT_COLUMN;
        Table.require(file, names, time, "--column");
        Table.require(file, names, VALUE_COLUMN, "a header timestamp,value");
        if (by.isPresent()) {
            Table.require(file, names, by.get(), "--by");
        }
        columns.addAll(names);
        names.forEach(csv::given);
        ADDED.forEach(csv::own);
        csv.end();
    }

    void row(Row row) throws RejectedRowException {
        if (columns.isEmpty()) {
            throw new RejectedRowException("--online reads a table with a header, not JSON");
        }
        double at = scale.read(row.get(time));
        String key = by.isPresent() ? row.get(RowReader.columnName(by.get())) : "";
        SeriesMonitor monitor = monitors.computeIfAbsent(key, k -> judge.monitor());
        Optional<LevelShift> before = monitor.levelShift();
        OptionalDouble value = value(row);
        BurstScore score = value.isPresent() ? monitor.update(scale.seconds(at), value.getAsDouble()) : MISSING;
        Optional<LevelShift> shift =
                monitor.levelShift().filter(s -> !Optional.of(s).equals(before));
        columns.forEach(c -> csv.given(row.get(c)));
        csv.exact(score.score()).exact(score.pValue()).own(score.alarm() ? "1" : "0");
        csv.own(score.onset().isPresent() ? scale.writeSeconds(score.onset().getAsDouble()) : "");
        csv.own(shift.map(s -> scale.writeSeconds(s.onset())).orElse(""));
        csv.own(score.kind().map(BurstScore.Kind::toString).orElse("")).end();
        flushIfWaiting();
    }

    /** Somebody may be looking: of a pipe or a device no answer is kept back while there is nothing more to read. */
    private void flushIfWaiting() {
        Unchecked.run(() -> {
            if (live && (!Input.isStandard(file) || System.in.available() == 0)) {
                out.flush();
            }
        });
    }

    /** A missing or unreadable value is missing, not zero: the monitor does not get it. */
    private OptionalDouble value(Row row) {
        String text = row.get(VALUE_COLUMN).strip();
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException e) {
            // said below, once for all
        }
        if (unreadable++ == 0) {
            firstUnreadable = row.line();
        }
        return OptionalDouble.empty();
    }

    void close(Progress progress) {
        if (unreadable > 0) {
            progress.warn("passed over " + unreadable
                    + (unreadable == 1 ? " value that is no finite number" : " values that are no finite numbers")
                    + ", the first on line " + firstUnreadable);
        }
    }
}
