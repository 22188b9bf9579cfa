/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.vigie.core.burst.Burst;
import org.vigie.core.burst.BurstScore;
import org.vigie.core.burst.KeyedAlarm;
import org.vigie.core.burst.KeyedRateMonitors;
import org.vigie.core.burst.Kleinberg;
import org.vigie.core.burst.RateMonitor;
import org.vigie.core.burst.SeriesMonitor;

/**
 * Onset against peak in a file of real posts (CSV, gzip, columns {@code published_at} and {@code text}): all posts
 * together, and hashtags. Prints what each detector says.
 */
public final class SurgeStudy {
    private static final double HOUR = 3600;
    private static final Pattern HASHTAG = Pattern.compile("#[\\p{L}\\p{N}_]+");

    private SurgeStudy() {}

    /**
     * Runs the study.
     *
     * @param args the file
     * @throws IOException if it cannot be read
     */
    public static void main(String[] args) throws IOException {
        List<Double> all = new ArrayList<>();
        Map<String, List<Double>> byTag = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(Path.of(args[0]))), StandardCharsets.UTF_8))) {
            for (NamedCsvRecord record : csv) {
                double time = Instant.parse(record.getField("published_at")).getEpochSecond();
                all.add(time);
                Matcher tags = HASHTAG.matcher(record.getField("text"));
                while (tags.find()) {
                    byTag.computeIfAbsent(tags.group().toLowerCase(Locale.ROOT), t -> new ArrayList<>())
                            .add(time);
                }
            }
        }
        all.sort(null);
        byTag.values().forEach(times -> times.sort(null));
        System.out.println("posts " + all.size() + ", hashtags " + byTag.size());
        overall(all);
        hashtags(all, byTag);
        keyed(all, byTag);
    }

    private static String at(double seconds) {
        return Instant.ofEpochSecond((long) seconds).toString();
    }

    private static void overall(List<Double> times) {
        TreeMap<Long, Integer> hours = new TreeMap<>();
        times.forEach(t -> hours.merge((long) Math.floor(t / HOUR), 1, Integer::sum));
        RateMonitor rate = RateMonitor.withDefaults().withBinSeconds(HOUR).withHalfLifeBins(48);
        SeriesMonitor series = SeriesMonitor.withDefaults();
        for (long hour = hours.firstKey(); hour <= hours.lastKey(); hour++) {
            int count = hours.getOrDefault(hour, 0);
            BurstScore r = rate.update(hour * HOUR, count);
            BurstScore s = series.update(hour * HOUR, count);
            if (r.alarm()) {
                System.out.printf(
                        Locale.ROOT,
                        "RateMonitor alarm %s count %d expected %.0f p %.1e onset %s%n",
                        at(hour * HOUR),
                        count,
                        r.expected(),
                        r.pValue(),
                        r.onset().isPresent() ? at(r.onset().getAsDouble()) : "-");
            }
            if (s.alarm()) {
                System.out.printf(
                        Locale.ROOT, "SeriesMonitor alarm %s count %d score %.2f%n", at(hour * HOUR), count, s.score());
            }
        }
        rate.levelShift().ifPresent(shift -> System.out.println("level shift " + at(shift.onset()) + " " + shift));
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Kleinberg.withDefaults().withTiesSpreadOver(60).withMaxLevel(4).detect(sorted).stream()
                .filter(b -> b.events() > 500)
                .forEach(b -> System.out.printf(
                        Locale.ROOT,
                        "Kleinberg level %d %s to %s events %d weight %.0f%n",
                        b.level(),
                        at(b.start()),
                        at(b.end()),
                        b.events(),
                        b.weight()));
    }

    private static void hashtags(List<Double> all, Map<String, List<Double>> byTag) {
        System.out.println("| hashtag | posts | burst from | to | level | events inside | peak hour | p |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        Kleinberg kleinberg =
                Kleinberg.withDefaults().withTiesSpreadOver(60).withWindow(all.get(0), all.get(all.size() - 1) + 60);
        byTag.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        (Map.Entry<String, List<Double>> e) -> -e.getValue().size()))
                .limit(12)
                .forEach(entry -> {
                    double[] times = entry.getValue().stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray();
                    Map<Long, Integer> hours = new HashMap<>();
                    for (double t : times) {
                        hours.merge((long) Math.floor(t / HOUR), 1, Integer::sum);
                    }
                    long peak = hours.entrySet().stream()
                            .max(Map.Entry.<Long, Integer>comparingByValue()
                                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                            .orElseThrow()
                            .getKey();
                    Burst burst = kleinberg.detect(times).stream()
                            .max(Comparator.comparingDouble(Burst::weight))
                            .orElseThrow();
                    System.out.printf(
                            Locale.ROOT,
                            "| %s | %d | %s | %s | %d | %d | %s | %.0e |%n",
                            entry.getKey(),
                            times.length,
                            at(burst.start()),
                            at(burst.end()),
                            burst.level(),
                            burst.events(),
                            at(peak * HOUR),
                            burst.pValue());
                });
    }

    private static void keyed(List<Double> all, Map<String, List<Double>> byTag) {
        TreeMap<Long, Map<String, Long>> bins = new TreeMap<>();
        byTag.forEach((tag, times) ->
                times.forEach(t -> bins.computeIfAbsent((long) Math.floor(t / 300), b -> new HashMap<>())
                        .merge(tag, 1L, Long::sum)));
        KeyedRateMonitors monitors = KeyedRateMonitors.withDefaults();
        long start = System.nanoTime();
        List<String> lines = new ArrayList<>();
        bins.forEach((bin, counts) -> {
            for (KeyedAlarm alarm : monitors.update(bin * 300.0, counts)) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%s %s count %d q %.1e",
                        at(bin * 300.0),
                        alarm.key(),
                        alarm.count(),
                        alarm.qValue()));
            }
        });
        double days = (all.get(all.size() - 1) - all.get(0)) / 86400;
        System.out.printf(
                Locale.ROOT,
                "KeyedRateMonitors: %d keys, %d alarms in %.1f days, %.0f ms; saved state %d bytes%n",
                monitors.size(),
                lines.size(),
                days,
                (System.nanoTime() - start) / 1e6,
                monitors.toBytes().length);
        lines.stream().limit(15).forEach(System.out::println);
    }
}
