/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands around rows of JSON: the fields of the objects that hold them, and objects that rows refer to by id. */
final class Page {
    static final Page NONE = new Page(null);

    private static final int MAX_FIELDS = 256;

    private final @Nullable Page outer;
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, Map<String, JsonRow>> beside = new HashMap<>();

    Page(@Nullable Page outer) {
        this.outer = outer;
    }

    void put(String name, String value) {
        if (fields.size() < MAX_FIELDS) {
            fields.put(RowReader.columnName(name), value);
        }
    }

    void put(String array, String id, JsonRow object) {
        beside.computeIfAbsent(array, k -> new HashMap<>()).putIfAbsent(id, object);
    }

    String field(String name) {
        String value = fields.get(name);
        if (value != null) {
            return value;
        }
        return outer == null ? "" : outer.field(name);
    }

    @Nullable
    JsonRow joined(String array, String id) {
        Map<String, JsonRow> objects = beside.get(array);
        JsonRow found = objects == null ? null : objects.get(id);
        return found == null && outer != null ? outer.joined(array, id) : found;
    }
}
