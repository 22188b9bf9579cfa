/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Writes numbers for files: one rule for all outputs, with the same characters on every Java version.
 *
 * <p>Whole numbers below 10^15 have neither fraction nor exponent. Any other number has the fewest digits that read
 * back as the same number, and of those the nearest. Between 0.001 and 10^7 it is plain, otherwise it has an exponent
 * such as {@code 1.0E-5}. This is {@link Double#toString(double)} as specified since Java 19; before, it wrote some
 * numbers with too many digits.
 *
 * <p>Source: R. Giulietti, "The Schubfach way to render doubles", 2020, for the choice of digits; here by exact
 * arithmetic where Java is older. Thread-safe.
 */
public final class Decimal {
    private static final double WHOLE = 1e15;
    /** Whether this Java writes the fewest digits: older ones say 5.6843418860808015E-14. */
    private static final boolean SHORTEST = Double.toString(0x1p-44).equals("5.684341886080802E-14");

    private Decimal() {}

    /**
     * Writes a number.
     *
     * @param value any number; NaN and infinities are written as Java names them
     * @return the text; {@link Double#parseDouble} gives the number back, but for the sign of zero
     */
    public static String format(double value) {
        if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            return Long.toString((long) value);
        }
        return SHORTEST || !Double.isFinite(value) ? Double.toString(value) : shortest(value);
    }

    /** The fewest digits that give the number back, from what Java says, which may be some digits too long. */
    static String shortest(double value) {
        BigDecimal exact = new BigDecimal(Math.abs(value));
        BigDecimal best = new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros();
        // Two digits are always written, so one digit is no shorter than two.
        for (int digits = Math.max(2, best.precision()); digits >= 2; digits--) {
            BigDecimal nearest = nearest(Math.abs(value), exact, digits);
            if (nearest.signum() == 0) {
                break;
            }
            best = nearest;
        }
        return (value < 0 ? "-" : "") + layout(best.stripTrailingZeros());
    }

    /** The nearest decimal of so many digits that gives the number back; 0 if there is none. */
    private static BigDecimal nearest(double value, BigDecimal exact, int digits) {
        BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
        BigDecimal above = below.add(new BigDecimal(BigInteger.ONE, exact.scale() - exact.precision() + digits));
        boolean belowReads = below.doubleValue() == value;
        boolean aboveReads = above.doubleValue() == value;
        if (belowReads && aboveReads) {
            int closer = exact.subtract(below).compareTo(above.subtract(exact));
            boolean even = !below.unscaledValue().testBit(0);
            return closer < 0 || (closer == 0 && even) ? below : above;
        }
        if (belowReads) {
            return below;
        }
        return aboveReads ? above : BigDecimal.ZERO;
    }

    /** As {@link Double#toString(double)} lays out digits. */
    private static String layout(BigDecimal value) {
        String digits = value.unscaledValue().toString();
        int exponent = digits.length() - value.scale() - 1;
        if (exponent < -3 || exponent >= 7) {
            String fraction = digits.length() == 1 ? "0" : digits.substring(1);
            return digits.charAt(0) + "." + fraction + "E" + exponent;
        }
        String plain = value.toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
}
