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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.vigie.core.burst.Burst;
import org.vigie.core.burst.Kleinberg;
import org.vigie.core.monitor.BurstScore;
import org.vigie.core.monitor.KeyedRateMonitors;
import org.vigie.core.monitor.RateMonitor;

/**
 * Onset against peak in a file of real posts (CSV, gzip, columns {@code published_at} and {@code text}): the busiest day
 * of all posts, and the most frequent hashtags.
 */
public final class SurgeStudy {
    private static final double HOUR = 3600;
    private static final double DAY = 24 * HOUR;
    private static final double BIN = 300;
    private static final Pattern HASHTAG = Pattern.compile("#[\\p{L}\\p{N}_]+");

    private SurgeStudy() {}

    /**
     * When a series burst, and what said so.
     *
     * @param series the hashtag, or {@code all posts}
     * @param posts its posts
     * @param burstFrom the begin of the heaviest burst (Kleinberg)
     * @param burstTo its end
     * @param burstPosts the posts in it
     * @param alarm the first alarm of the online monitor from the burst's day on, if any
     * @param onset the onset that it gives
     * @param peak the busiest hour
     * @param peakPosts the posts in it
     */
    public record Surge(
            String series,
            int posts,
            Instant burstFrom,
            Instant burstTo,
            long burstPosts,
            Optional<Instant> alarm,
            Optional<Instant> onset,
            Instant peak,
            int peakPosts) {}

    /**
     * What the keyed monitors make of all hashtags.
     *
     * @param keys the hashtags
     * @param alarms the alarms
     * @param days the days that the file covers
     * @param stateBytes the size of the saved state
     */
    public record Keyed(int keys, int alarms, double days, int stateBytes) {}

    /**
     * The whole study.
     *
     * @param surges all posts first, then hashtags by number of posts
     * @param keyed all hashtags together
     */
    public record Outcome(List<Surge> surges, Keyed keyed) {}

    /**
     * Runs the study and prints Markdown.
     *
     * @param args the file
     * @throws IOException if it cannot be read
     */
    public static void main(String[] args) throws IOException {
        Outcome outcome = study(Path.of(args[0]), 12);
        System.out.println("| series | posts | burst from | to | posts inside | online alarm | its onset | peak hour |"
                + " posts in it |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (Surge s : outcome.surges) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %s | %s | %d | %s | %s | %s | %d |%n",
                    s.series,
                    s.posts,
                    minute(s.burstFrom),
                    minute(s.burstTo),
                    s.burstPosts,
                    s.alarm.map(SurgeStudy::minute).orElse("-"),
                    s.onset.map(SurgeStudy::minute).orElse("-"),
                    minute(s.peak),
                    s.peakPosts);
        }
        Keyed keyed = outcome.keyed;
        System.out.printf(
                Locale.ROOT,
                "%nKeyedRateMonitors: %d keys, %d alarms in %.1f days; saved state %d bytes%n",
                keyed.keys,
                keyed.alarms,
                keyed.days,
                keyed.stateBytes);
    }

    /**
     * Studies the file.
     *
     * @param file the file
     * @param hashtags how many of the most frequent hashtags
     * @return what was found
     * @throws IOException if it cannot be read
     */
    public static Outcome study(Path file, int hashtags) throws IOException {
        List<Double> all = new ArrayList<>();
        Map<String, List<Double>> byTag = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
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
        double first = all.get(0);
        double last = all.get(all.size() - 1);
        List<Surge> surges = new ArrayList<>();
        Kleinberg kleinberg = Kleinberg.withDefaults().withTiesSpreadOver(60).withMaxLevel(4);
        RateMonitor hours =
                RateMonitor.withDefaults().withBin(Duration.ofHours(1)).withHalfLife(Duration.ofDays(2));
        surges.add(surge("all posts", all, kleinberg, hours));
        Kleinberg inWindow = Kleinberg.withDefaults().withTiesSpreadOver(60).withWindow(first, last + 60);
        // A hashtag comes with its burst: what is known beforehand is that a hashtag is rare.
        RateMonitor bins = RateMonitor.withDefaults().withBaseline(0.05, 24);
        byTag.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        (Map.Entry<String, List<Double>> e) -> -e.getValue().size()))
                .limit(hashtags)
                .forEach(e -> surges.add(surge(e.getKey(), e.getValue(), inWindow, bins)));
        return new Outcome(surges, keyed(byTag, (last - first) / DAY));
    }

    private static Surge surge(String name, List<Double> times, Kleinberg kleinberg, RateMonitor monitor) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Burst burst = kleinberg.detect(sorted).stream()
                .max(Comparator.comparingDouble(Burst::weight))
                .orElseThrow();
        double alarm = Double.NaN;
        double onset = Double.NaN;
        RateMonitor fresh = monitor.fresh();
        List<BurstScore> scores = new ArrayList<>();
        double day = Math.floor(burst.start() / DAY) * DAY;
        for (int i = 0; i <= sorted.length; i++) {
            // The time that the last bin needs to be closed.
            scores.addAll(i < sorted.length ? fresh.event(sorted[i]) : fresh.advanceTo(sorted[i - 1] + 2 * HOUR));
            for (BurstScore score : scores) {
                if (Double.isNaN(alarm) && score.alarm() && sorted[i - 1] >= day) {
                    alarm = sorted[i - 1];
                    onset = score.onset().orElse(Double.NaN);
                }
            }
            scores.clear();
        }
        TreeMap<Long, Integer> hours = new TreeMap<>();
        times.forEach(t -> hours.merge((long) Math.floor(t / HOUR), 1, Integer::sum));
        Map.Entry<Long, Integer> peak = hours.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow();
        return new Surge(
                name,
                sorted.length,
                at(burst.start()),
                at(burst.end()),
                burst.events(),
                Double.isNaN(alarm) ? Optional.empty() : Optional.of(at(alarm)),
                Double.isNaN(onset) ? Optional.empty() : Optional.of(at(onset)),
                at(peak.getKey() * HOUR),
                peak.getValue());
    }

    private static Instant at(double seconds) {
        return Instant.ofEpochSecond((long) seconds);
    }

    private static String minute(Instant time) {
        return time.toString().substring(0, 16).replace('T', ' ');
    }

    private static Keyed keyed(Map<String, List<Double>> byTag, double days) {
        TreeMap<Long, Map<String, Long>> bins = new TreeMap<>();
        byTag.forEach((tag, times) ->
                times.forEach(t -> bins.computeIfAbsent((long) Math.floor(t / BIN), b -> new HashMap<>())
                        .merge(tag, 1L, Long::sum)));
        KeyedRateMonitors monitors = KeyedRateMonitors.withDefaults();
        List<KeyedRateMonitors.Alarm> alarms = new ArrayList<>();
        bins.forEach((bin, counts) -> alarms.addAll(monitors.update(bin * BIN, counts)));
        return new Keyed(monitors.size(), alarms.size(), days, monitors.toBytes().length);
    }
}
