/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.internal;

import java.util.Collection;
import java.util.Optional;

/** The known name that a mistyped one most likely means. */
public final class NearName {
    private static final int MAX_LENGTH = 100;

    private NearName() {}

    /**
     * Finds the name that differs least, if it differs in a third of its letters at most; the first of several.
     *
     * @param wanted the mistyped name
     * @param names the known ones; those of over 100 characters are not compared
     * @return the nearest of them, or nothing
     */
    public static Optional<String> of(String wanted, Collection<String> names) {
        Optional<String> best = Optional.empty();
        int least = wanted.length() / 3 + 1;
        for (String name : names) {
            int distance = name.length() > MAX_LENGTH ? least : distance(wanted, name);
            if (distance < least) {
                least = distance;
                best = Optional.of(name);
            }
        }
        return best;
    }

    /** Levenshtein's, where neighbours that changed places are one change: the commonest slip of fingers. */
    private static int distance(String a, String b) {
        int[] twoBefore = new int[b.length() + 1];
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = same(a, i - 1, b, j - 1) ? 0 : 1;
                row[j] = Math.min(before[j - 1] + change, 1 + Math.min(before[j], row[j - 1]));
                if (i > 1 && j > 1 && same(a, i - 1, b, j - 2) && same(a, i - 2, b, j - 1)) {
                    row[j] = Math.min(row[j], twoBefore[j - 2] + 1);
                }
            }
            twoBefore = before;
            before = row;
        }
        return before[b.length()];
    }

    private static boolean same(String a, int i, String b, int j) {
        return Character.toLowerCase(a.charAt(i)) == Character.toLowerCase(b.charAt(j));
    }
}
