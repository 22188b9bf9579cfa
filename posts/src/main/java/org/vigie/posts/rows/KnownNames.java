/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the names of objects say, found by their characters: the rows of a file have the same names, so a few are remembered.
 * What is not remembered is worked out, and takes the place of one that is. Not thread-safe.
 */
final class KnownNames {
    private static final int SIZE = 512;
    /** Longer names are not remembered. */
    private static final int LONGEST = 64;

    private final Set<String> pages;
    private final Marks marks;
    private final @Nullable Known[] remembered = new Known[SIZE];

    KnownNames(Set<String> pages, Marks marks) {
        this.pages = pages;
        this.marks = marks;
    }

    /**
     * What a name says.
     *
     * @param written as it stands in the file, with its escapes
     * @param column as columns are called
     * @param isPage whether pages hold rows under it
     * @param said the marks of a value
     * @param ofObject the marks of a value that is an object
     */
    record Known(String written, String column, boolean isPage, int said, int ofObject) {
        private boolean isAt(char[] chars, int from, int length) {
            if (written.length() != length) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                if (written.charAt(i) != chars[from + i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What the name between two positions of an array says. */
    Known at(char[] chars, int from, int to) {
        if (to - from > LONGEST) {
            return of(new String(chars, from, to - from));
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + chars[i];
        }
        int slot = (hash ^ hash >>> 16) & (SIZE - 1);
        Known known = remembered[slot];
        if (known == null || !known.isAt(chars, from, to - from)) {
            known = of(new String(chars, from, to - from));
            remembered[slot] = known;
        }
        return known;
    }

    private Known of(String written) {
        String column = RowReader.columnName(Braces.unescaped(written));
        boolean isPage = pages.contains(column);
        return new Known(written, column, isPage, isPage ? 0 : marks.of(column), isPage ? 0 : marks.ofObject(column));
    }
}
