/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * When people post: a daily curve with a night trough and an evening top, later and lower at weekends. Groups of
 * accounts differ by time zone, and are early, usual or late risers. Bins of ten minutes.
 */
final class Rhythm {
    static final int BIN_SECONDS = 600;

    /** Relative rate at each local hour of a working day. */
    private static final double[] HOURS = {
        0.50, 0.28, 0.16, 0.11, 0.11, 0.18, 0.38, 0.68, 0.88, 0.95, 0.98, 1.02, //
        1.15, 1.08, 1.00, 0.98, 1.02, 1.12, 1.22, 1.30, 1.38, 1.32, 1.10, 0.80
    };

    private static final double[] HABIT_SHIFT_HOURS = {-1.5, 0, 2.5};
    static final int HABITS = HABIT_SHIFT_HOURS.length;
    private static final double WEEKEND_SHIFT_HOURS = 1.25;
    private static final double WEEKEND_LEVEL = 0.85;
    private static final int DAY_SECONDS = 86_400;

    private final long seconds;
    private final double[] cumulative;
    private final double[][] groupsOfBin;

    /**
     * Prepares the tables.
     *
     * @param start the first instant
     * @param seconds length of the run
     * @param offsetHours UTC offset of each group
     * @param habits index of each group's habit
     * @param weights how many posts each group makes, relative to the others
     */
    Rhythm(Instant start, long seconds, int[] offsetHours, int[] habits, double[] weights) {
        this.seconds = seconds;
        int bins = (int) ((seconds + BIN_SECONDS - 1) / BIN_SECONDS);
        cumulative = new double[bins];
        groupsOfBin = new double[bins][weights.length];
        double total = 0;
        for (int bin = 0; bin < bins; bin++) {
            long middle = start.getEpochSecond() + (long) bin * BIN_SECONDS + BIN_SECONDS / 2;
            double sum = 0;
            for (int group = 0; group < weights.length; group++) {
                sum += weights[group] * rate(middle + offsetHours[group] * 3600L, habits[group]);
                groupsOfBin[bin][group] = sum;
            }
            total += sum;
            cumulative[bin] = total;
        }
    }

    /** Relative rate of posting at a local time. */
    static double rate(long localEpochSecond, int habit) {
        DayOfWeek day =
                Instant.ofEpochSecond(localEpochSecond).atOffset(ZoneOffset.UTC).getDayOfWeek();
        boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
        double shift = HABIT_SHIFT_HOURS[habit] + (weekend ? WEEKEND_SHIFT_HOURS : 0);
        double hour = Math.floorMod(localEpochSecond, DAY_SECONDS) / 3600.0 - shift + 24;
        int floor = (int) hour;
        double part = hour - floor;
        double level = HOURS[floor % 24] * (1 - part) + HOURS[(floor + 1) % 24] * part;
        return weekend ? level * WEEKEND_LEVEL : level;
    }

    /** The second by which a share {@code u} of the traffic has passed. */
    double quantile(double u) {
        double value = u * cumulative[cumulative.length - 1];
        int bin = Dice.search(cumulative, cumulative.length, value);
        double before = bin == 0 ? 0 : cumulative[bin - 1];
        double inside = (value - before) / (cumulative[bin] - before);
        return Math.min(seconds - 1.0, (bin + inside) * BIN_SECONDS);
    }

    /** The share of the traffic that has passed by a second. */
    double passed(double second) {
        int bin = Math.min(cumulative.length - 1, (int) (second / BIN_SECONDS));
        double before = bin == 0 ? 0 : cumulative[bin - 1];
        double inside = Math.min(1, second / BIN_SECONDS - bin);
        return (before + inside * (cumulative[bin] - before)) / cumulative[cumulative.length - 1];
    }

    /** Draws the group of whoever posts at a second. */
    int group(long second, Dice dice) {
        double[] groups = groupsOfBin[(int) (second / BIN_SECONDS)];
        return dice.index(groups, groups.length);
    }
}
