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
 * What is expected of the next row, and how surprising the row is. The expectation is the level of the series and the
 * profile of its hours. Surprise is that of the residual of the row, of a mean of the last residuals, and of flat
 * lines. Residual and mean have each a tail fitted above and below.
 *
 * <p>The residual sees what is sudden, also the second time. A row is judged by how rare its like is, not by whether it
 * ever was. The mean of residuals sees what builds up: ramps, new levels, hours that are not as they should be. Each
 * residual in it is cut at twice the threshold of its tail. Every alarm makes the next one dearer for a while, so that
 * what the series does often is soon its habit.
 */
final class Expectation {
    /** The tails: sudden up and down, sustained up and down. */
    private static final int TAILS = 4;

    private static final double SPAN = 300;
    private static final double MEAN_WEIGHT = 0.1;
    private static final double CUT = 2;
    /** A tail that is hardly known is taken for no less than this share of the opposite one. */
    private static final double LEAST_CUT = 0.2;

    /** The same where surprise is measured: the nothing between rare events is no drop. */
    private static final double LEAST_THRESHOLD = 0.05;

    private static final int LEARNING = 20;
    private static final int WARM_UP = 60;
    private static final double CATCH_UP = 1.0 / 20;
    /** Surprise of an alarm, and at which the deviation that it began is over. */
    private static final double ALARM = 5;

    private static final double OVER = 2;
    private static final double ALARM_PRICE = 0.5;
    private static final double ALARM_FADE = Math.pow(0.5, 1.0 / 1000);
    private static final double FLAT = 1e-3;
    /** Rows in a row above the threshold of the sustained tail that tell a ramp from a spike. */
    private static final int RAMP = 5;

    private static final double BUILT_UP = 0.5;
    /** The share of the threshold of its tail under which a mean residual is noise, not yet the begin of a deviation. */
    private static final double NOISE = 0.3;

    /** The weight of a row in the evidence, half of which is forgotten after three rows; and what lasts counts in it. */
    private static final double EVIDENCE_WEIGHT = 0.2;

    private static final double SUSTAINED_SHARE = 0.3;

    private final Profile profile = new Profile();
    private final FlatLine flatLine = new FlatLine();
    private final FittedTail[] tails = new FittedTail[TAILS];
    private final double[] surprises = new double[TAILS];
    private final boolean[] deviates = new boolean[TAILS];
    private double level;
    private double mean;
    private double last;
    private long rows;
    private double alarms;
    private double evidence;
    private double expected;
    private boolean flat;
    /** The first of the rows in a row that are surprising by themselves; the row since which the mean is on one side. */
    private double suddenSince;

    private double sustainedSince;
    private double highest = Double.NEGATIVE_INFINITY;
    /** The row is higher than all before it. */
    private boolean record;
    /** The row lies where rows lie, though not at this hour. */
    private boolean usualValue;
    /** Where the last row deviates to: 0 up, 1 down. */
    private int direction;

    Expectation() {
        for (int i = 0; i < TAILS; i++) {
            tails[i] = new FittedTail();
        }
    }

    /** Takes a row and returns by how much it is more surprising than an alarm must be; 0 where it begins none. */
    double update(double time, double value) {
        profile.enter(time);
        level = rows == 0 ? value : level;
        expected = level + profile.difference();
        double residual = (value - expected) / profile.width();
        usualValue = value - level <= tails[0].threshold() && level - value <= tails[1].threshold();
        record = value > highest;
        highest = Math.max(highest, value);
        double before = mean;
        mean += MEAN_WEIGHT * (cut(residual, CUT) - mean);
        sustainedSince = side(mean) != 0 && side(mean) == side(before) ? sustainedSince : time;
        boolean went = suddenly();
        judge(0, residual);
        judge(2, mean);
        suddenSince = went && suddenly() ? suddenSince : time;
        double surprise = Math.max(sudden(), SUSTAINED_SHARE * Math.max(surprises[2], surprises[3]));
        evidence += EVIDENCE_WEIGHT * (surprise - evidence);
        double beyond = beyond(time, value);
        learn(residual);
        last = value;
        rows++;
        return beyond;
    }

    /** Where a mean residual lies that is more than noise: 1 above, -1 below. */
    private int side(double mean) {
        return mean > NOISE * tails[2].threshold() ? 1 : -mean > NOISE * tails[3].threshold() ? -1 : 0;
    }

    private void judge(int tail, double statistic) {
        FittedTail above = tails[tail];
        FittedTail below = tails[tail + 1];
        surprises[tail] = above.surprise(statistic, LEAST_THRESHOLD * below.threshold());
        surprises[tail + 1] = below.surprise(-statistic, LEAST_THRESHOLD * above.threshold());
    }

    private double beyond(double time, double value) {
        alarms *= ALARM_FADE;
        double least = ALARM + ALARM_PRICE * alarms;
        double beyond = 0;
        direction = Math.max(surprises[0], surprises[2]) >= Math.max(surprises[1], surprises[3]) ? 0 : 1;
        for (int i = 0; i < TAILS; i++) {
            if (surprises[i] >= least && !deviates[i] && rows >= WARM_UP) {
                deviates[i] = true;
                double more = Math.max(Double.MIN_NORMAL, surprises[i] - least);
                // A deviation to the other side may go on; the alarm is of the one that begins.
                direction = more > beyond ? i % 2 : direction;
                beyond = Math.max(beyond, more);
            } else if (surprises[i] <= OVER) {
                deviates[i] = false;
            }
        }
        flat = flatLine.update(rows > 0 && value == last, time) && rows >= WARM_UP;
        if (flat) {
            beyond = Math.max(beyond, FLAT * flatLine.run());
        }
        alarms += beyond > 0 ? 1 : 0;
        return beyond;
    }

    private void learn(double residual) {
        double known = cut(residual, 1) * profile.width();
        profile.learn(known + profile.difference(), known);
        tails[0].learn(Math.max(0, residual));
        tails[1].learn(Math.max(0, -residual));
        tails[2].learn(Math.max(0, mean));
        tails[3].learn(Math.max(0, -mean));
        level += known / Math.min(rows + 1.0, SPAN);
        if (Math.max(tails[2].run(), tails[3].run()) > FittedTail.LONG_RUN) {
            level += CATCH_UP * mean;
        }
    }

    /** A residual, cut at so many thresholds of its tail. */
    private double cut(double residual, double times) {
        if (rows < LEARNING) {
            return residual;
        }
        double above = Math.max(tails[0].threshold(), LEAST_CUT * tails[1].threshold());
        double below = Math.max(tails[1].threshold(), LEAST_CUT * tails[0].threshold());
        return Math.max(-times * below, Math.min(times * above, residual));
    }

    /** The value that was expected of the last row. */
    double expected() {
        return expected;
    }

    /** The largest surprise of the last row. */
    double surprise() {
        return Math.max(sudden(), Math.max(surprises[2], surprises[3]));
    }

    /** The mean surprise of the last rows: of an anomaly that goes on no row need be rare by itself. */
    double evidence() {
        return evidence;
    }

    /** Whether the last row is one that others of its deviation may follow. */
    boolean deviates() {
        return surprise() > OVER;
    }

    private double sudden() {
        return Math.max(surprises[0], surprises[1]);
    }

    private boolean suddenly() {
        return sudden() > OVER;
    }

    /** The begin of the deviation in which the last row lies. */
    double since() {
        return flat ? flatLine.since() : isSustained() ? sustainedSince : suddenSince;
    }

    /** Whether the deviation has built up, rather than come with the last row. */
    boolean isSustained() {
        double sudden = surprises[direction];
        double sustained = surprises[2 + direction];
        boolean lasts = tails[2 + direction].run() >= RAMP;
        return flat || sustained > sudden || (lasts && sustained > BUILT_UP * sudden);
    }

    /** What an alarm at the last row is of; {@code novel} says whether the series never was so before. */
    BurstScore.Kind kind(boolean novel) {
        if (flat) {
            return BurstScore.Kind.FLAT_LINE;
        }
        if (usualValue && (profile.isUsed() || novel)) {
            return BurstScore.Kind.RHYTHM;
        }
        if (direction == 1) {
            return BurstScore.Kind.DROP;
        }
        if (isSustained()) {
            return BurstScore.Kind.RAMP;
        }
        return novel || record ? BurstScore.Kind.SPIKE : BurstScore.Kind.REPEAT;
    }

    void write(DataOutputStream out) throws IOException {
        profile.write(out);
        flatLine.write(out);
        for (int i = 0; i < TAILS; i++) {
            tails[i].write(out);
            out.writeBoolean(deviates[i]);
        }
        for (double each : new double[] {level, mean, last, alarms, highest, suddenSince, sustainedSince}) {
            out.writeDouble(each);
        }
        out.writeLong(rows);
        out.writeDouble(evidence);
    }

    /** Reads what was written; states of old did not have the evidence. */
    void read(DataInputStream in, boolean withEvidence) throws IOException {
        profile.read(in);
        flatLine.read(in);
        for (int i = 0; i < TAILS; i++) {
            tails[i].read(in);
            deviates[i] = in.readBoolean();
        }
        level = Checks.finite("level", in.readDouble());
        mean = Checks.finite("mean residual", in.readDouble());
        last = Checks.finite("last", in.readDouble());
        alarms = Saved.readAmount(in, "recent alarms");
        highest = in.readDouble();
        if (highest != Double.NEGATIVE_INFINITY) {
            Checks.finite("highest value", highest);
        }
        suddenSince = Checks.finite("begin of a sudden deviation", in.readDouble());
        sustainedSince = Checks.finite("begin of a sustained deviation", in.readDouble());
        rows = Saved.readRows(in, "rows");
        evidence = withEvidence ? Saved.readAmount(in, "evidence of a deviation") : 0;
    }
}
