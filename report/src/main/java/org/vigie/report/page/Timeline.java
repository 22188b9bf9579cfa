/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.SeriesBurst;
import org.vigie.campaign.findings.Traffic;
import org.vigie.posts.Corpus;

/** The geometry of the timeline: all posts as an area, bursts as bands, campaigns as lanes. X runs from 0 to 1000. */
record Timeline(
        Instant start,
        Duration column,
        List<Integer> counts,
        int top,
        String area,
        List<Band> bands,
        List<Tick> ticks,
        List<Lane> lanes,
        List<Row> table) {
    private static final int MAX_COLUMNS = 480;
    private static final int MAX_LANES = 12;
    private static final int MAX_TICKS = 9;
    /** Beyond so many days ticks are months, beyond so many months years. */
    private static final long MOST_DAYS = 200;

    private static final long MOST_MONTHS = 54;
    private static final int MAX_ROWS = 45;
    private static final double WIDTH = 1000;
    /** What lasts longer is no moment: years in which posts came faster stand in the table of bursts only. */
    private static final double MAX_BAND = WIDTH / 3;

    private static final long DAY = 86_400_000;
    private static final long HOUR = 3_600_000;

    /** A burst of all posts. */
    record Band(String x, String width, int level) {}

    /** A mark of the time axis. */
    record Tick(String percent, String label, boolean minor) {}

    /** A campaign's posts on the same axis. */
    record Lane(String campaign, String css, String x, String width, String area) {}

    /** A row of the table behind the picture. */
    record Row(Instant from, long posts) {}

    static Timeline of(View view, Messages words) {
        Findings findings = view.findings();
        Traffic traffic = findings.traffic();
        int bins = traffic.timeline().size();
        int merged = Math.max(1, (bins + MAX_COLUMNS - 1) / MAX_COLUMNS);
        Duration column = traffic.bin().multipliedBy(merged);
        long start = Math.floorDiv(traffic.first().toEpochMilli(), traffic.bin().toMillis())
                * traffic.bin().toMillis();
        int[] counts = new int[(bins + merged - 1) / merged];
        for (int i = 0; i < bins; i++) {
            counts[i / merged] += traffic.timeline().get(i);
        }
        int max = 1;
        for (int count : counts) {
            max = Math.max(max, count);
        }
        int top = nice(max);
        Axis axis = new Axis(start, column.toMillis(), counts.length);
        return new Timeline(
                Instant.ofEpochMilli(start),
                column,
                Arrays.stream(counts).boxed().toList(),
                top,
                area(counts, top, 100),
                bands(findings.bursts(), axis),
                ticks(axis, words),
                lanes(findings, axis),
                table(traffic));
    }

    /** From time to x. */
    record Axis(long start, long column, int columns) {
        double x(long time) {
            return Math.min(WIDTH, Math.max(0, WIDTH * (time - start) / ((double) column * columns)));
        }

        int columnOf(long time) {
            return (int) Math.min(columns - 1L, Math.max(0, (time - start) / column));
        }

        long span() {
            return column * columns;
        }
    }

    /** The least of 1, 2, 4, 8 times a power of ten, at least {@code max}; all can be cut in four or are small. */
    static int nice(int max) {
        for (long power = 1; ; power *= 10) {
            for (int step : new int[] {1, 2, 4, 6, 8}) {
                if (step * power >= max && (step * power) % 4 == 0) {
                    return (int) Math.min(Integer.MAX_VALUE, step * power);
                }
            }
        }
    }

    private static String area(int[] counts, int top, int height) {
        StringBuilder path = new StringBuilder("M0 ").append(height);
        for (int i = 0; i < counts.length; i++) {
            String y = Svg.number(height - (double) height * counts[i] / top);
            path.append('L')
                    .append(Svg.number(WIDTH * i / counts.length))
                    .append(' ')
                    .append(y);
            path.append('H').append(Svg.number(WIDTH * (i + 1) / counts.length));
        }
        return path.append('V').append(height).append('Z').toString();
    }

    static List<Band> bands(List<SeriesBurst> bursts, Axis axis) {
        List<Band> bands = new ArrayList<>();
        for (SeriesBurst burst : bursts) {
            if (burst.kind().isEmpty() && burst.measure() == SeriesBurst.Measure.POSTS) {
                double from = axis.x(burst.start().toEpochMilli());
                double width = axis.x(burst.end().toEpochMilli()) - from;
                if (width <= MAX_BAND) {
                    bands.add(new Band(Svg.number(from), Svg.number(Math.max(1.2, width)), Math.min(5, burst.level())));
                }
            }
        }
        return bands;
    }

    private static List<Lane> lanes(Findings findings, Axis axis) {
        List<Campaign> campaigns = findings.campaigns();
        List<Lane> lanes = new ArrayList<>();
        for (int c = 0; c < Math.min(MAX_LANES, campaigns.size()); c++) {
            Campaign campaign = campaigns.get(c);
            double from = axis.x(campaign.first().toEpochMilli());
            double to = axis.x(campaign.last().toEpochMilli());
            lanes.add(new Lane(
                    campaign.id(),
                    Svg.css(c),
                    Svg.number(from),
                    Svg.number(Math.max(1.5, to - from)),
                    laneArea(campaign, findings.corpus(), axis)));
        }
        return lanes;
    }

    /** Square roots of counts: one post stays visible beside a flood. */
    private static String laneArea(Campaign campaign, Corpus corpus, Axis axis) {
        int[] counts = counts(campaign, corpus, axis);
        double max = 1;
        for (int count : counts) {
            max = Math.max(max, count);
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                double x = WIDTH * i / counts.length;
                double width = Math.max(2, WIDTH / counts.length);
                double height = Math.max(4, 22 * StrictMath.sqrt(counts[i] / max));
                path.append('M').append(Svg.number(x)).append(' ').append(Svg.number(24));
                path.append('V').append(Svg.number(24 - height));
                path.append('h').append(Svg.number(width)).append("V24Z");
            }
        }
        return path.toString();
    }

    private static int[] counts(Campaign campaign, Corpus corpus, Axis axis) {
        int[] counts = new int[axis.columns()];
        for (int i = 0; i < campaign.rows().length(); i++) {
            counts[axis.columnOf(corpus.time(campaign.rows().get(i)))]++;
        }
        return counts;
    }

    /** A campaign's posts over its own time, as bars of 24 units' height. */
    static String sparkline(Campaign campaign, Corpus corpus) {
        long start = campaign.first().toEpochMilli();
        long span = Math.max(60_000, campaign.last().toEpochMilli() - start + 1);
        int columns = 120;
        return laneArea(campaign, corpus, new Axis(start, (span + columns - 1) / columns, columns));
    }

    private static List<Tick> ticks(Axis axis, Messages words) {
        List<Instant> times = axis.span() > MOST_DAYS * DAY ? calendar(axis) : even(axis);
        boolean isOneYear = Messages.year(Instant.ofEpochMilli(axis.start()))
                .equals(Messages.year(Instant.ofEpochMilli(axis.start() + axis.span())));
        List<Tick> ticks = new ArrayList<>();
        String year = "";
        for (Instant time : times) {
            double x = axis.x(time.toEpochMilli()) / 10;
            if (x < 95) {
                boolean isNew = !isOneYear && !Messages.year(time).equals(year);
                year = Messages.year(time);
                ticks.add(new Tick(Svg.number(x) + "%", label(time, axis.span(), isNew, words), ticks.size() % 2 == 1));
            }
        }
        return ticks;
    }

    /** A year where years are far apart, else a month, a day or an hour; the first of a year says which. */
    private static String label(Instant time, long span, boolean isNewYear, Messages words) {
        if (span > (MOST_MONTHS + 1) * 31 * DAY) {
            return Messages.year(time);
        }
        if (span > MOST_DAYS * DAY) {
            return words.month(time);
        }
        if (time.toEpochMilli() % DAY != 0) {
            return words.hour(time);
        }
        return isNewYear ? words.dayAndYear(time) : words.dayShort(time);
    }

    /** Times at even distances, at most nine of them. */
    private static List<Instant> even(Axis axis) {
        long step = 28 * DAY;
        for (long candidate : new long[] {
            60_000, 300_000, 900_000, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 4 * DAY, 7 * DAY, 14 * DAY
        }) {
            if (axis.span() / candidate <= MAX_TICKS) {
                step = candidate;
                break;
            }
        }
        List<Instant> times = new ArrayList<>();
        for (long t = Math.floorDiv(axis.start() + step - 1, step) * step; t <= axis.start() + axis.span(); t += step) {
            times.add(Instant.ofEpochMilli(t));
        }
        return times;
    }

    /** Firsts of months, of quarters or of years, at most nine of them. */
    private static List<Instant> calendar(Axis axis) {
        YearMonth first = YearMonth.from(Instant.ofEpochMilli(axis.start()).atZone(ZoneOffset.UTC));
        YearMonth last =
                YearMonth.from(Instant.ofEpochMilli(axis.start() + axis.span()).atZone(ZoneOffset.UTC));
        long months = ChronoUnit.MONTHS.between(first, last);
        int step = 1;
        for (int candidate : new int[] {1, 2, 3, 6, 12, 24, 60, 120, 240}) {
            step = candidate;
            if (months / candidate < MAX_TICKS && (months <= MOST_MONTHS || candidate >= 12)) {
                break;
            }
        }
        List<Instant> times = new ArrayList<>();
        YearMonth month = YearMonth.of(first.getYear(), 1);
        while (!month.isAfter(last)) {
            Instant time = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            boolean isRound = step <= 12 || month.getYear() % (step / 12) == 0;
            if (time.toEpochMilli() >= axis.start() && isRound) {
                times.add(time);
            }
            month = month.plusMonths(Math.min(step, 12));
        }
        return times;
    }

    private static List<Row> table(Traffic traffic) {
        long bin = traffic.bin().toMillis();
        int bins = traffic.timeline().size();
        long start = Math.floorDiv(traffic.first().toEpochMilli(), bin) * bin;
        long step = bin;
        for (long candidate : new long[] {600_000, HOUR, 6 * HOUR, DAY, 7 * DAY, 28 * DAY, 140 * DAY, 700 * DAY}) {
            if (bin * bins / step > MAX_ROWS) {
                step = Math.max(bin, candidate);
            }
        }
        List<Row> rows = new ArrayList<>();
        long from = Math.floorDiv(start, step) * step;
        long posts = 0;
        for (int i = 0; i < bins; i++) {
            long time = start + i * bin;
            if (time >= from + step) {
                rows.add(new Row(Instant.ofEpochMilli(from), posts));
                posts = 0;
                from = Math.floorDiv(time, step) * step;
            }
            posts += traffic.timeline().get(i);
        }
        rows.add(new Row(Instant.ofEpochMilli(from), posts));
        return rows;
    }
}
