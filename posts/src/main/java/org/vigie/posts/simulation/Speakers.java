/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import java.util.ArrayList;
import java.util.List;

/** The accounts of one language: what they can say, their share of all accounts and where they live. */
final class Speakers {
    private final Phrasebook book;
    private final double share;
    private final int[] offsets;
    private final double[] cumulative;

    private Speakers(Phrasebook book, double share, int[] offsets, double[] cumulative) {
        this.book = book;
        this.share = share;
        this.offsets = offsets;
        this.cumulative = cumulative;
    }

    private static List<String[]> table() {
        return Grammar.lines("languages.txt").stream()
                .map(line -> line.split(" ", -1))
                .toList();
    }

    /** The tags of every language there is, in order of size. */
    static List<String> tags() {
        return table().stream().map(row -> row[0]).toList();
    }

    /** Loads the languages asked for, in the table's order. */
    static List<Speakers> load(List<String> wanted) {
        List<Speakers> found = new ArrayList<>();
        for (String[] row : table()) {
            if (wanted.contains(row[0])) {
                int[] offsets = new int[row.length - 2];
                double[] cumulative = new double[row.length - 2];
                double total = 0;
                for (int i = 0; i < offsets.length; i++) {
                    int colon = row[i + 2].indexOf(':');
                    offsets[i] = Integer.parseInt(row[i + 2].substring(0, colon));
                    total += Double.parseDouble(row[i + 2].substring(colon + 1));
                    cumulative[i] = total;
                }
                found.add(new Speakers(new Phrasebook(row[0]), Double.parseDouble(row[1]), offsets, cumulative));
            }
        }
        return List.copyOf(found);
    }

    Phrasebook book() {
        return book;
    }

    /** Relative number of accounts. */
    double share() {
        return share;
    }

    /** Draws a UTC offset in hours. */
    int offset(Dice dice) {
        return offsets[dice.index(cumulative, cumulative.length)];
    }
}
