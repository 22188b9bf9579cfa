/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers and classes of pictures. */
final class Svg {
    private static final int COLOURS = 8;

    private Svg() {}

    /** A coordinate with at most one decimal. */
    static String number(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** The class that colours a campaign. */
    static String css(int campaign) {
        return "k" + campaign % COLOURS;
    }
}
