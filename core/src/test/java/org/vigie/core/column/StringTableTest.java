/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StringTableTest {
    @Test
    void keepsEmptyWideAndHugeStrings() {
        List<String> strings =
                List.of("", "a", "\u00e9", "\u65e5\u672c \ud83d\ude00", "b".repeat(3_000_000), "\ud800", "c");
        StringTable table = new StringTable();
        for (int i = 0; i < strings.size(); i++) {
            assertThat(table.add(strings.get(i))).isEqualTo(i);
        }
        for (int i = 0; i < strings.size(); i++) {
            assertThat(table.add(strings.get(i))).isEqualTo(i);
            assertThat(table.get(i)).isEqualTo(strings.get(i));
        }
        assertThat(table.size()).isEqualTo(strings.size());
    }
}
