/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.vigie.core.internal.Checks;

/**
 * How far each hour of the week lies from the level of a series, and how widely each hour of the day spreads. Pooling
 * is partial: an hour of the week is believed as far as its visits go, then the hour of the day, then no difference.
 * One visit of an hour is one observation, however many rows it has, since the rows of an hour are alike.
 *
 * <p>Source: A. Gelman and J. Hill, Data analysis using regression and multilevel/hierarchical models, 2007, chapter
 * 12. Deviations: the pooling is by the number of visits alone, and differences are used only while they beat none.
 */
final class Profile {
    private static final double HOUR = 3600;
    private static final double MOST_HOURS = 1e15;
    private static final int DAY = 24;
    private static final int WEEK = 7 * DAY;
    /** Visits after which an hour is believed by half. */
    private static final double DAY_PRIOR = 0.5;

    private static final double WEEK_PRIOR = 1;
    private static final double WIDTH_PRIOR = 1;
    /** Visits that are remembered: old habits give way. */
    private static final int MOST_DAYS = 21;

    private static final int MOST_WEEKS = 6;
    private static final int MOST_WIDTHS = 60;
    private static final double NARROWEST = 0.2;
    /** The weight of one hour in the errors that are compared, and the share of the error that must not be left. */
    private static final double ERROR_WEIGHT = 0.01;

    private static final double GAIN = 0.9;

    private final double[] day = new double[DAY];
    private final double[] spread = new double[DAY];
    private final byte[] dayVisits = new byte[DAY];
    private final double[] week = new double[WEEK];
    private final byte[] weekVisits = new byte[WEEK];
    private long hour = Long.MIN_VALUE;
    private double sum;
    private double apart;
    private long rows;
    private long hours;
    private double meanSpread;
    private double errorWithout;
    private double errorWith;
    private double difference;
    private double width = 1;

    /** Goes to the hour of this time, in seconds since the epoch. */
    void enter(double time) {
        double number = Math.floor(time / HOUR);
        if (number == hour) {
            return;
        }
        close();
        hour = (long) Math.max(-MOST_HOURS, Math.min(MOST_HOURS, number));
        int h = Math.floorMod(hour, DAY);
        int w = Math.floorMod(hour, WEEK);
        difference = day[h] * dayVisits[h] / (dayVisits[h] + DAY_PRIOR)
                + week[w] * weekVisits[w] / (weekVisits[w] + WEEK_PRIOR);
        double ownSpread = (spread[h] * dayVisits[h] + meanSpread * WIDTH_PRIOR) / (dayVisits[h] + WIDTH_PRIOR);
        width = meanSpread > 0 ? Math.max(NARROWEST, ownSpread / meanSpread) : 1;
    }

    /** Whether the differences of the hours explain something. */
    boolean isUsed() {
        return errorWith < GAIN * errorWithout;
    }

    /** The distance from the level that is expected of this hour. */
    double difference() {
        return isUsed() ? difference : 0;
    }

    /** How widely the rows of this hour spread, as a multiple of the mean. */
    double width() {
        return width;
    }

    /** Learns how far a row lies from the level, and from what was expected of it. */
    void learn(double fromLevel, double fromExpected) {
        sum += fromLevel;
        apart += Math.abs(fromExpected);
        rows++;
    }

    private void close() {
        if (rows == 0) {
            return;
        }
        double mean = sum / rows;
        int h = Math.floorMod(hour, DAY);
        int w = Math.floorMod(hour, WEEK);
        if (dayVisits[h] > 0) {
            errorWithout += ERROR_WEIGHT * (Math.abs(mean) - errorWithout);
            errorWith += ERROR_WEIGHT * (Math.abs(mean - difference) - errorWith);
        }
        dayVisits[h] = (byte) Math.min(MOST_DAYS, dayVisits[h] + 1);
        weekVisits[w] = (byte) Math.min(MOST_WEEKS, weekVisits[w] + 1);
        week[w] += (mean - day[h] - week[w]) / weekVisits[w];
        day[h] += (mean - day[h]) / dayVisits[h];
        spread[h] += (apart / rows - spread[h]) / dayVisits[h];
        hours++;
        meanSpread += (apart / rows - meanSpread) / Math.min(MOST_WIDTHS, hours);
        sum = 0;
        apart = 0;
        rows = 0;
    }

    void write(DataOutputStream out) throws IOException {
        for (double[] part : new double[][] {day, spread, week}) {
            for (double each : part) {
                out.writeDouble(each);
            }
        }
        out.write(dayVisits);
        out.write(weekVisits);
        for (long each : new long[] {hour, rows, hours}) {
            out.writeLong(each);
        }
        for (double each : new double[] {sum, apart, meanSpread, errorWithout, errorWith, difference, width}) {
            out.writeDouble(each);
        }
    }

    void read(DataInputStream in) throws IOException {
        for (double[] part : new double[][] {day, spread, week}) {
            for (int i = 0; i < part.length; i++) {
                part[i] = part == spread
                        ? Saved.readAmount(in, "spread of an hour")
                        : Checks.finite("hour of a profile", in.readDouble());
            }
        }
        readVisits(in, dayVisits, MOST_DAYS);
        readVisits(in, weekVisits, MOST_WEEKS);
        hour = in.readLong();
        if (hour != Long.MIN_VALUE) {
            Checks.between("hour", hour, -(long) MOST_HOURS, (long) MOST_HOURS);
        }
        rows = Saved.readRows(in, "rows of an hour");
        hours = Saved.readRows(in, "hours");
        sum = Checks.finite("sum of an hour", in.readDouble());
        apart = Saved.readAmount(in, "spread of an hour");
        meanSpread = Saved.readAmount(in, "mean spread");
        errorWithout = Saved.readAmount(in, "error without a profile");
        errorWith = Saved.readAmount(in, "error with a profile");
        difference = Checks.finite("difference of an hour", in.readDouble());
        width = Checks.positive("width of an hour", in.readDouble());
    }

    private static void readVisits(DataInputStream in, byte[] visits, int most) throws IOException {
        in.readFully(visits);
        for (byte each : visits) {
            Checks.between("visits of an hour", each, 0, most);
        }
    }
}
