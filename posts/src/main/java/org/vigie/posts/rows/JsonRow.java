/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of one JSON object by path. Paths have numbers that all rows of a file share, so a row holds no map. */
final class JsonRow extends Row {
    /** The paths met so far. */
    static final class Paths {
        private final Map<String, Node> nodes = new HashMap<>();
        private final Node root = new Node("", -1);
        private long characters;

        int size() {
            return nodes.size();
        }

        /** How long all names and paths are together: below a long name each path is as long. */
        long characters() {
            return characters;
        }

        Node root() {
            return root;
        }

        @Nullable
        Node find(String path) {
            return nodes.get(path);
        }

        Node child(Node parent, String name) {
            Node node = parent.children.get(name);
            if (node == null) {
                String column = RowReader.columnName(name);
                String path = parent == root ? column : parent.path + "." + column;
                node = nodes.computeIfAbsent(path, k -> new Node(k, nodes.size()));
                parent.children.put(name, node);
                characters += name.length() + path.length();
            }
            return node;
        }
    }

    /** A path and its number. */
    static final class Node {
        final String path;
        final int number;
        private final Map<String, Node> children = new HashMap<>();
        private @Nullable Node lastBase;
        private int lastBits;

        /** What the column says in an object that stands at another path above it. */
        int bits(Node base, Marks marks) {
            if (lastBase != base) {
                int from = base.path.isEmpty() ? 0 : base.path.length() + 1;
                boolean mayBeKnown = from < path.length() && path.length() - from <= Marks.LONGEST;
                lastBase = base;
                lastBits = mayBeKnown ? marks.of(path.substring(from)) : 0;
            }
            return lastBits;
        }

        Node(String path, int number) {
            this.path = path;
            this.number = number;
        }
    }

    private final Paths paths;
    private final Page page;
    private final long line;
    private final @Nullable Window window;
    private final int length;

    private Node[] node = new Node[32];
    private @Nullable String[] value = new String[32];
    private boolean[] item = new boolean[32];
    private int size;
    private final Set<String> nulls = new HashSet<>();

    /** A row of an object that stands at the start of a window, or of one that is beside rows. */
    JsonRow(Paths paths, Page page, long line, @Nullable Window window, int length) {
        this.paths = paths;
        this.page = page;
        this.line = line;
        this.window = window;
        this.length = length;
    }

    /** An empty row for an object inside this one. */
    JsonRow inner() {
        return new JsonRow(paths, page, line, window, length);
    }

    /** Adds a value, or null to say that the path is there; an item stands in an array. */
    void add(Node path, @Nullable String text, boolean isItem) {
        if (size == node.length) {
            node = Arrays.copyOf(node, 2 * size);
            value = Arrays.copyOf(value, 2 * size);
            item = Arrays.copyOf(item, 2 * size);
        }
        node[size] = path;
        item[size] = isItem;
        value[size++] = text;
    }

    /** Adds a path that is null. */
    void addNull(Node path) {
        nulls.add(path.path);
    }

    int size() {
        return size;
    }

    /** What the columns that say something tell of the object. */
    int bits(Marks marks) {
        int bits = 0;
        for (int i = 0; i < size; i++) {
            String text = value[i];
            bits |= text == null || text.isBlank() ? 0 : node[i].bits(paths.root(), marks);
        }
        return bits;
    }

    @Override
    public long line() {
        return line;
    }

    private int indexOf(String column) {
        Node path = paths.find(column);
        for (int i = 0; i < size && path != null; i++) {
            if (node[i] == path) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean has(String column) {
        return indexOf(column) >= 0;
    }

    @Override
    public boolean names(String column) {
        return nulls.contains(column) || has(column);
    }

    @Override
    public String get(String column) {
        int first = indexOf(column);
        if (first < 0) {
            return "";
        }
        String text = Objects.requireNonNullElse(value[first], "");
        StringBuilder joined = null;
        for (int i = first + 1; i < size; i++) {
            String more = value[i];
            if (node[i] == node[first] && more != null) {
                joined = joined == null ? new StringBuilder(text) : joined;
                joined.append(more);
            }
        }
        return joined == null ? text : joined.toString();
    }

    @Override
    public String inOrder(String... some) {
        List<@Nullable Node> wanted = Stream.of(some).map(paths::find).toList();
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < size; i++) {
            String text = value[i];
            if (text != null && wanted.contains(node[i])) {
                joined.append(text);
            }
        }
        return joined.toString();
    }

    @Override
    public List<String> all(String column) {
        int first = indexOf(column);
        if (first < 0) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        for (int i = first; i < size; i++) {
            String text = value[i];
            if (node[i] == node[first] && text != null) {
                all.add(text);
            }
        }
        return all;
    }

    /** An item of an array is one item, whatever signs it holds and whatever word it is. */
    @Override
    public List<String> list(String column) {
        int first = indexOf(column);
        if (first < 0 || !item[first]) {
            return super.list(column);
        }
        List<String> items = all(column);
        items.removeIf(String::isBlank);
        return items;
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>();
        boolean[] seen = new boolean[paths.size()];
        for (int i = 0; i < size; i++) {
            if (!seen[node[i].number]) {
                seen[node[i].number] = true;
                columns.add(node[i].path);
            }
        }
        return columns;
    }

    @Override
    public String page(String name) {
        return page.field(name);
    }

    @Override
    public String joined(String array, String id, String field) {
        JsonRow other = page.joined(array, id);
        return other == null ? "" : other.get(field);
    }

    @Override
    public String content() {
        return window == null ? "" : window.text(0, Math.min(length, RowReader.SHOWN));
    }
}
