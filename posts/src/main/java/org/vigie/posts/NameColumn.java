/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import java.util.Arrays;
import org.vigie.core.column.StringTable;

/**
 * Dense numbers of the names that some rows use, in the order in which the rows use them. The table below may hold more
 * names, in another order. Immutable once the table is.
 */
final class NameColumn {
    private final StringTable table;
    /** The place in the table by number. */
    private final int[] at;

    NameColumn(StringTable table, int[] at) {
        this.table = table;
        this.at = at;
    }

    /** Numbers names as rows meet them. */
    static final class Numbering {
        private final StringTable table;
        private final int[] numberOf;
        private int[] at;
        private int size;

        Numbering(StringTable table) {
            this.table = table;
            this.numberOf = new int[table.size()];
            this.at = new int[Math.min(16, table.size())];
        }

        /** The number of a name by its place in the table; the next number if it is new. */
        int number(int place) {
            if (numberOf[place] == 0) {
                if (size == at.length) {
                    at = Arrays.copyOf(at, Math.min(table.size(), size + (size >> 1) + 1));
                }
                at[size++] = place;
                numberOf[place] = size;
            }
            return numberOf[place] - 1;
        }

        int size() {
            return size;
        }

        NameColumn column() {
            return new NameColumn(table, Arrays.copyOf(at, size));
        }
    }

    int size() {
        return at.length;
    }

    String get(int number) {
        return table.get(at[number]);
    }

    int length(int number) {
        return table.length(at[number]);
    }

    /** The number of a name, or -1: linear in the size, for single questions. */
    int find(String name) {
        int place = table.find(name);
        if (place >= 0) {
            for (int n = 0; n < at.length; n++) {
                if (at[n] == place) {
                    return n;
                }
            }
        }
        return -1;
    }

    /** The number of each place of the table, -1 where a place has none. */
    int[] numbers() {
        int[] numbers = new int[table.size()];
        Arrays.fill(numbers, -1);
        for (int n = 0; n < at.length; n++) {
            numbers[at[n]] = n;
        }
        return numbers;
    }

    /** The place of a name in the table, or -1. */
    int placeOf(String name) {
        return table.find(name);
    }

    /** The place of a number in the table. */
    int place(int number) {
        return at[number];
    }
}
