/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.vigie.core.column.StringTable;
import scala.Tuple2;

/**
 * The accounts of a partition, which has all actions of each. The number of an account says where it is: its place here,
 * times the number of partitions, plus that of this partition.
 *
 * @param names sorted: a partition that is made again must give the same numbers
 * @param actions with numbers, on their way to the partitions of their objects
 */
record Accounts(Strings names, List<Tuple2<Integer, ActionColumns>> actions) implements Serializable {

    static Accounts of(int partition, Iterator<ActionColumns> came, int partitions) {
        List<ActionColumns> chunks = Lazy.list(came);
        Numbering accounts = new Numbering();
        Numbering contents = new Numbering();
        for (ActionColumns chunk : chunks) {
            accounts.add(chunk.names(), chunk.accounts());
            contents.add(chunk.names(), chunk.contents());
        }
        String[] names = accounts.sort();
        contents.sort();
        Parcels<ActionColumns.Builder, ActionColumns> parcels = ActionColumns.parcels(partitions);
        for (ActionColumns chunk : chunks) {
            int[] accountOf = accounts.numbers(chunk.names(), chunk.accounts());
            for (int place = 0; place < accountOf.length; place++) {
                accountOf[place] = Math.addExact(Math.multiplyExact(accountOf[place], partitions), partition);
            }
            chunk.addTo(parcels, accountOf, contents.numbers(chunk.names(), chunk.contents()));
        }
        return new Accounts(new Strings(names), Lazy.list(parcels.rest()));
    }

    /** Distinct names under numbers that depend on nothing else. */
    private static final class Numbering {
        private final StringTable table = new StringTable();
        private int[] rank = {};

        void add(Strings names, int[] column) {
            boolean[] isIn = new boolean[names.size()];
            for (int place : column) {
                if (!isIn[place]) {
                    isIn[place] = true;
                    table.add(names.get(place));
                }
            }
        }

        String[] sort() {
            String[] sorted = new String[table.size()];
            Arrays.setAll(sorted, table::get);
            Arrays.sort(sorted);
            rank = new int[sorted.length];
            for (int r = 0; r < rank.length; r++) {
                rank[table.find(sorted[r])] = r;
            }
            return sorted;
        }

        /** By place among the names the number; 0 for those that are not in the column. */
        int[] numbers(Strings names, int[] column) {
            int[] numbers = new int[names.size()];
            boolean[] isIn = new boolean[names.size()];
            for (int place : column) {
                if (!isIn[place]) {
                    isIn[place] = true;
                    numbers[place] = rank[table.find(names.get(place))];
                }
            }
            return numbers;
        }
    }
}
