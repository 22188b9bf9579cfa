/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTest {
    @Test
    void differentNamesStayDifferentAndPlainOnesStay() {
        assertThat(Shown.name("acc\u0001")).isEqualTo("acc\\u0001");
        assertThat(Shown.name("acc\u0002")).isEqualTo("acc\\u0002");
        assertThat(Shown.name("acc\\u0001")).isEqualTo("acc\\u005cu0001");
        assertThat(Shown.name("a\uD800b\uFFFE")).isEqualTo("a\\ud800b\\ufffe");
        assertThat(Shown.name("a\tb\nc")).isEqualTo("a\tb\nc");
        for (String plain :
                new String[] {"", "C:\\temp", "\u00e9t\u00e9", "\uD83D\uDC4D\u200D\uD83C\uDF3E", "\u202e"}) {
            assertThat(Shown.name(plain)).isSameAs(plain);
        }
    }

    @Test
    void aLineActsOnNothing() {
        assertThat(Shown.line("\u001b[31mred\u0007\r\nnext\u2028\u009b1m"))
                .isEqualTo("\\u001b[31mred\\u0007\\u000d\\u000anext\\u2028\\u009b1m");
        assertThat(Shown.line("a\u202eb\u2066c\u200ed\ufeff")).isEqualTo("a\\u202eb\\u2066c\\u200ed\\ufeff");
        assertThat(Shown.line("\uDB40\uDC41")).isEqualTo("\\udb40\\udc41");
        assertThat(Shown.line("acc\\u0001")).isEqualTo("acc\\u0001");
        String persian = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645";
        assertThat(Shown.line(persian)).isSameAs(persian);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-1+1",
                "@SUM(A1)",
                "=",
                "-",
                "\t=1",
                "\rx",
                " =1",
                "\u00a0@a",
                "\u200b=1",
                "\uFF1D1+1",
                "-100/5",
                "+1-2",
                "-1e",
                "--1",
                "-.",
                "-1.2.3",
                " -5",
                "=cmd|' /C calc'!A0"
            })
    void whatASpreadsheetWouldRunIsGuarded(String cell) {
        assertThat(Shown.cell(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-5", "+33612345678", "-1.5e-7", "-.5", "1-1", "a=1", "'=1", "\u00e9", " a", "\n"})
    void otherCellsStay(String cell) {
        assertThat(Shown.cell(cell)).isSameAs(cell);
    }
}
