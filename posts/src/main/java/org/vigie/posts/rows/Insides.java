/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Finds the objects in arrays of a row, or under their ids among its answers, that look like posts themselves. Their
 * columns say a time, an account and a text. Not thread-safe.
 */
final class Insides {
    private static final int MAX_DEPTH = 64;

    private final Marks marks;
    private final List<Inside> found = new ArrayList<>();
    private final JsonRow.@Nullable Node[] bases = new JsonRow.Node[MAX_DEPTH + 1];
    private final int[] bits = new int[MAX_DEPTH + 1];
    private final int[] froms = new int[MAX_DEPTH + 1];
    private final int[] before = new int[MAX_DEPTH + 1];
    private int first;
    private int open;
    private int arrays;
    /** How many of the open objects stand under an id. */
    private int ids;

    Insides(Marks marks) {
        this.marks = marks;
    }

    /** Begins with another object. */
    void start() {
        found.clear();
        first = 0;
        open = 0;
        arrays = 0;
        ids = 0;
    }

    List<Inside> found() {
        return found;
    }

    /** What follows belongs to a row of its own, up to {@link #goOn}. */
    int pause() {
        int saved = first << 16 | ids << 8 | arrays;
        first = open;
        arrays = 0;
        ids = 0;
        return saved;
    }

    void goOn(int saved) {
        first = saved >> 16;
        ids = saved >> 8 & 0xFF;
        arrays = saved & 0xFF;
    }

    /** An array begins or ends. */
    void array(int change) {
        arrays += change;
    }

    boolean isInArray() {
        return arrays > 0;
    }

    void open(JsonRow.Node base, JsonParser parser) {
        ids += Marks.isAnswerById(base.path) ? 1 : 0;
        bases[open] = arrays + ids > 0 ? base : null;
        bits[open] = 0;
        before[open] = found.size();
        froms[open++] = (int) parser.currentTokenLocation().getCharOffset();
    }

    void value(JsonRow.Node path, String text) {
        for (int i = first; i < open && arrays + ids > 0; i++) {
            JsonRow.Node base = bases[i];
            if (base != null && bits[i] != Marks.POST && !text.isBlank()) {
                bits[i] |= path.bits(base, marks);
            }
        }
    }

    void close(JsonParser parser) {
        JsonRow.Node base = bases[--open];
        int level = arrays + ids;
        ids -= base != null && Marks.isAnswerById(base.path) ? 1 : 0;
        if (base == null || bits[open] != Marks.POST || marks.isPart(base.path)) {
            return;
        }
        // what only wraps a post, as {"post": {...}} does, is one with it
        while (found.size() > before[open] && found.get(found.size() - 1).level() == level) {
            found.remove(found.size() - 1);
        }
        int to = (int) parser.currentTokenLocation().getCharOffset() + 1;
        found.add(new Inside(base.path, froms[open], to, level));
    }

    /** Whether an object beside rows is a post. */
    boolean isPost(JsonRow object) {
        return object.bits(marks) == Marks.POST;
    }
}
