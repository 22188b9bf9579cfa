/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Turns the text of one JSON object into rows: the object itself, and objects of its that are rows too. */
final class Flattener {
    /** The object is refused. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String reason) {
            super(reason, null, false, false);
        }
    }

    /** How MongoDB's exports say the type of a value: {@code {"$oid": "5f"}} is the value itself. */
    private static final Set<String> TYPES =
            Set.of("$oid", "$date", "$numberLong", "$numberInt", "$numberDouble", "$numberDecimal");

    private static final int MAX_DEPTH = 64;
    private static final int MAX_FIELDS = 16_384;
    private static final int MAX_PATHS = 1 << 17;

    private final JsonFactory factory;
    private final Set<String> nestedRows;
    private JsonRow.Paths paths = new JsonRow.Paths();
    private final List<JsonRow> nested = new ArrayList<>();

    Flattener(int maxLength, Set<String> nestedRows) {
        this.nestedRows = nestedRows;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(maxLength)
                        .maxNameLength(maxLength)
                        .maxNumberLength(1_000)
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // Python writes NaN for nothing
                .build();
    }

    /** The row of an object, and behind it those that stand inside; the list is used again. */
    List<JsonRow> rows(Window window, int length, Page page) throws RefusedException {
        if (paths.size() > MAX_PATHS) {
            paths = new JsonRow.Paths(); // names that never come again do not stay
        }
        nested.clear();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), window.chars, window.start, length)) {
            parser.nextToken();
            JsonRow row = new JsonRow(paths, page, window.line, window, length);
            nested.add(row);
            object(parser, paths.root(), row);
            if (parser.nextToken() != null) {
                throw new RefusedException("has something after the JSON object");
            }
            return nested;
        } catch (JacksonException e) {
            throw new RefusedException("is not valid JSON: " + e.getOriginalMessage());
        }
    }

    /** Puts the objects with an id that stand in arrays of a page's own objects, {@code includes.users}, beside it. */
    void beside(Window window, int length, Page page, Set<String> pages) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), window.chars, window.start, length)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = RowReader.columnName(parser.currentName());
                boolean isObject = parser.nextToken() == JsonToken.START_OBJECT && !pages.contains(name);
                if (!isObject) {
                    parser.skipChildren();
                    continue;
                }
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String path = name + "." + RowReader.columnName(parser.currentName());
                    if (parser.nextToken() == JsonToken.START_ARRAY) {
                        array(parser, path, page);
                    } else {
                        parser.skipChildren();
                    }
                }
            }
        } catch (JacksonException | RefusedException e) {
            // Whatever is wrong is said when the page itself is read.
            return;
        }
    }

    private void array(JsonParser parser, String path, Page page) throws RefusedException {
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY && t != null; t = parser.nextToken()) {
            if (t == JsonToken.START_OBJECT) {
                JsonRow object = new JsonRow(paths, Page.NONE, 0, null, 0);
                object(parser, paths.root(), object);
                page.put(path, object.get("id"), object);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void object(JsonParser parser, JsonRow.Node at, JsonRow row) throws RefusedException {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonRow.Node path = at != paths.root() && TYPES.contains(name) ? at : paths.child(at, name);
            parser.nextToken();
            value(parser, path, row);
        }
    }

    private void value(JsonParser parser, JsonRow.Node path, JsonRow row) throws RefusedException {
        JsonToken token = parser.currentToken();
        if (row.size() > MAX_FIELDS) {
            throw new RefusedException("has more than " + MAX_FIELDS + " values");
        }
        if (token == JsonToken.START_OBJECT) {
            object(parser, path, row);
        } else if (token == JsonToken.START_ARRAY) {
            row.add(path, null);
            boolean hasRows = nestedRows.contains(path.path);
            for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY && t != null; t = parser.nextToken()) {
                if (hasRows && t == JsonToken.START_OBJECT) {
                    JsonRow inner = row.inner();
                    nested.add(inner);
                    object(parser, paths.root(), inner);
                } else {
                    value(parser, path, row);
                }
            }
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT && parser.isNaN()) {
            return;
        } else if (token != JsonToken.VALUE_NULL && token != null) {
            row.add(path, parser.getString());
        }
    }
}
