/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 60s}, {@code 10m}, {@code 2h}, {@code 1d}, {@code 500ms} and ISO 8601; only zero needs no unit. */
final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
        String text = value.strip().toLowerCase(Locale.ROOT);
        try {
            Duration duration = parse(text);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (NumberFormatException | DateTimeParseException | ArithmeticException e) {
            // A number alone may be meant in seconds or in minutes, so it is refused.
            throw new TypeConversionException("must be a time such as 60s, 10m, 2h or PT1M but was '" + value + "'");
        }
        throw new TypeConversionException("must not be negative but was '" + value + "'");
    }

    private static Duration parse(String text) {
        if (text.startsWith("p")) {
            return Duration.parse(text);
        }
        int unit = 0;
        while (unit < text.length()
                && (Character.isDigit(text.charAt(unit)) || ".-+".indexOf(text.charAt(unit)) >= 0)) {
            unit++;
        }
        double number = Double.parseDouble(text.substring(0, unit));
        double millis = switch (number == 0 && unit == text.length() ? "s" : text.substring(unit)) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m", "min" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> throw new NumberFormatException(text);
        };
        return Duration.ofMillis(Math.round(number * millis));
    }
}
