/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The columns by which objects are told to be posts: those of the time, of the account and of the text. */
final class Marks {
    static final int TIME = 1;
    static final int ACCOUNT = 2;
    static final int TEXT = 4;
    static final int POST = TIME | ACCOUNT | TEXT;
    /** A text that is there and empty. */
    static final int BLANK = 8;

    /** Longer paths are looked up nowhere, so that time stays linear. */
    static final int LONGEST = 200;

    private static final Set<String> ANSWERS = Set.of("comments", "replies", "answers", "children", "responses");

    static final Marks NONE = new Marks(Map.of(), Set.of());

    private final Map<String, Integer> columns;
    /** The first names of dotted columns, whose values are objects. */
    private final Map<String, Integer> heads = new HashMap<>();

    private final Set<String> parts;

    private Marks(Map<String, Integer> columns, Set<String> parts) {
        this.columns = columns;
        this.parts = parts;
        columns.forEach((column, bits) -> {
            int dot = column.indexOf('.');
            if (dot > 0) {
                heads.merge(column.substring(0, dot), bits, (a, b) -> a | b);
            }
        });
    }

    static Marks of(Collection<String> times, Collection<String> accounts, Collection<String> texts) {
        Map<String, Integer> columns = new HashMap<>();
        times.forEach(column -> columns.merge(RowReader.columnName(column), TIME, (a, b) -> a | b));
        accounts.forEach(column -> columns.merge(RowReader.columnName(column), ACCOUNT, (a, b) -> a | b));
        texts.forEach(column -> columns.merge(RowReader.columnName(column), TEXT, (a, b) -> a | b));
        return new Marks(columns, Set.of());
    }

    /** The same where what stands under some paths belongs to its post, though it looks like one. */
    Marks withParts(Collection<String> paths) {
        Set<String> all = new HashSet<>(parts);
        paths.forEach(path -> all.add(RowReader.columnName(path)));
        return new Marks(columns, all);
    }

    /** What a column says. */
    int of(String column) {
        return columns.getOrDefault(column, 0);
    }

    /** What a name says whose value is an object. */
    int ofObject(String name) {
        return heads.getOrDefault(name, 0);
    }

    /** Whether a path, or one above it, belongs to its post. */
    boolean isPart(String path) {
        String start = path.substring(0, Math.min(path.length(), LONGEST));
        for (int end = start.length(); end > 0; end = start.lastIndexOf('.', end - 1)) {
            if (parts.contains(start.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the posts of an array are answers to the post that has it, not posts that a page lists. */
    static boolean isAnswers(String name) {
        return name.contains("comment")
                || name.contains("repl")
                || name.contains("answer")
                || name.equals("children")
                || name.equals("responses");
    }

    /** Whether an object stands under an id among answers, as in {@code {"comments": {"c1": {}}}}. */
    static boolean isAnswerById(String path) {
        int end = path.lastIndexOf('.');
        return end > 0 && ANSWERS.contains(path.substring(path.lastIndexOf('.', end - 1) + 1, end));
    }

    /** How many of time, account and text there are. */
    static int kinds(int bits) {
        return Integer.bitCount((bits | ((bits & BLANK) != 0 ? TEXT : 0)) & POST);
    }

    static boolean hasTimeAndAccount(int bits) {
        return (bits & (TIME | ACCOUNT)) == (TIME | ACCOUNT);
    }

    static boolean hasText(int bits) {
        return (bits & (TEXT | BLANK)) != 0;
    }
}
