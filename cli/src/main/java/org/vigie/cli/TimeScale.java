/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.core.stats.Decimal;
import org.vigie.posts.exports.Times;
import org.vigie.posts.rows.RejectedRowException;

/** Whether times are numbers or dates is seen from the first one, unless a pattern says it; what goes in comes out. */
final class TimeScale {
    private static final double LARGEST_SECONDS = 1e11;
    private static final double THOUSAND = 1000;
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1000;

    private final Times times;
    private Optional<Boolean> numeric;
    /** Units in a second; what numbers count is seen from the size of the first. */
    private double unit = 1;

    TimeScale(InputOptions input) {
        this.times = input.times();
        this.numeric = input.hasPattern() ? Optional.of(false) : Optional.empty();
    }

    double read(String text) throws RejectedRowException {
        OptionalDouble number = number(text);
        if (numeric.isEmpty() && number.isEmpty() && !isNotFinite(text)) {
            double time = times.read(text).toEpochMilli() / MILLIS;
            numeric = Optional.of(false); // only now: a first row that can't be read decides nothing
            return time;
        }
        if (numeric.isPresent() && !numeric.get()) {
            return times.read(text).toEpochMilli() / MILLIS;
        }
        if (number.isEmpty()) {
            throw new RejectedRowException("time must be a finite number"
                    + (numeric.isPresent() ? ", as the first one was," : "") + " but was '" + text + "'");
        }
        if (numeric.isEmpty()) {
            while (unit < NANOS && Math.abs(number.getAsDouble()) / unit >= LARGEST_SECONDS) {
                unit *= THOUSAND;
            }
        }
        numeric = Optional.of(true);
        return number.getAsDouble();
    }

    private static boolean isNotFinite(String text) {
        try {
            return !Double.isFinite(Double.parseDouble(text.strip()));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    String write(double time) {
        return numeric.orElse(true)
                ? Decimal.format(time)
                : Instant.ofEpochMilli(Math.round(time * MILLIS)).toString();
    }

    private static OptionalDouble number(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Seconds, for a time that was read. */
    double seconds(double time) {
        return time / unit;
    }

    /** Writes a time in seconds as its like was read. */
    String writeSeconds(double seconds) {
        return write(unit > 1 ? Math.rint(seconds * unit) : seconds);
    }
}
