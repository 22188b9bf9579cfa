/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.posts.Post;

/**
 * How a file is read: what {@code vigie formats FILE} says.
 *
 * @param summary what was read, with export, encoding, separator and date format
 * @param timeZone the zone of times that name none, such as {@code Z} for UTC; "" if no row had a time
 * @param used the columns that were read, by field, in the order of fields
 * @param ignored the columns that were not, in the file's order
 * @param firstPosts the first posts, at most three
 */
public record FormatReport(
        ReadSummary summary,
        String timeZone,
        Map<Field, List<String>> used,
        List<String> ignored,
        List<Post> firstPosts) {
    /** How many posts are shown. */
    static final int MAX_FIRST_POSTS = 3;

    /**
     * Copies the collections.
     *
     * @param summary as {@link #summary()}
     * @param timeZone as {@link #timeZone()}
     * @param used as {@link #used()}
     * @param ignored as {@link #ignored()}
     * @param firstPosts as {@link #firstPosts()}
     */
    public FormatReport {
        Map<Field, List<String>> copy = new LinkedHashMap<>();
        used.forEach((field, columns) -> copy.put(field, List.copyOf(columns)));
        used = Collections.unmodifiableMap(copy);
        ignored = List.copyOf(ignored);
        firstPosts = List.copyOf(firstPosts);
    }
}
