/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {
    /** Numbers of which Java 17 and 25 write other digits, and the edges of every range. */
    @ParameterizedTest
    @CsvSource({
        "2e23, 2.0E23",
        "1e23, 1.0E23",
        "8.41E21, 8.41E21",
        "5.684341886080802E-14, 5.684341886080802E-14",
        "2.2250738585072014E-308, 2.2250738585072014E-308",
        "2E-323, 2.0E-323",
        "4.9E-324, 4.9E-324",
        "1.7976931348623157E308, 1.7976931348623157E308",
        "9.007199254740992E15, 9.007199254740992E15",
        "2.0E-3, 0.002",
        "0.001, 0.001",
        "0.0009999999999999998, 9.999999999999998E-4",
        "-0.1, -0.1",
        "0.30000000000000004, 0.30000000000000004",
        "1234567.5, 1234567.5",
        "12345678.5, 1.23456785E7",
        "20, 20",
        "-0.0, 0",
        "999999999999999, 999999999999999",
        "1e15, 1.0E15",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void writesTheSameOnEveryJava(double value, String text) {
        assertThat(Decimal.format(value)).isEqualTo(text);
    }

    @Property(tries = 2000)
    void readsBack(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            assertThat(Double.parseDouble(Decimal.format(value))).isEqualTo(value == 0 ? 0.0 : value);
        }
    }

    @Property(tries = 2000)
    void theOldWayAgreesWithNewerJava(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value) && value != 0) {
            String shortest = Decimal.shortest(value);
            assertThat(Double.parseDouble(shortest)).isEqualTo(value);
            if (Runtime.version().feature() >= 19) {
                assertThat(shortest).isEqualTo(Double.toString(value));
            } else {
                assertThat(shortest)
                        .hasSizeLessThanOrEqualTo(Double.toString(value).length());
            }
        }
    }
}
