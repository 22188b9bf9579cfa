/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
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
    /** How long all names and paths that stay may be together, and how long they may become in one object. */
    private static final int MAX_CHARACTERS = 1 << 22;

    private static final int MAX_CHARACTERS_OF_ONE = 1 << 24;
    /** The parser keeps the names it met, too. */
    private static final int MAX_NAME = 5_000;

    private final JsonFactory factory;
    private final Set<String> nestedRows;
    private JsonRow.Paths paths = new JsonRow.Paths();
    private final List<JsonRow> nested = new ArrayList<>();
    private final Insides insides;
    private final Predicate<Set<String>> isAccount;

    Flattener(int maxLength, Set<String> nestedRows, Marks marks, Predicate<Set<String>> isAccount) {
        this.isAccount = isAccount;
        this.nestedRows = nestedRows;
        this.insides = new Insides(marks);
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(maxLength)
                        .maxNameLength(Math.min(maxLength, MAX_NAME))
                        .maxNumberLength(1_000)
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // Python writes NaN for nothing
                .build();
    }

    /**
     * The row of an object, and behind it those that stand inside; the list is used again.
     *
     * @param without arrays of the object that are passed
     */
    List<JsonRow> rows(Window window, int length, Page page, Set<String> without) throws RefusedException {
        start();
        nested.clear();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), window.chars, window.start, length)) {
            parser.nextToken();
            JsonRow row = new JsonRow(paths, page, window.line, window, length);
            nested.add(row);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                JsonRow.Node path = child(paths.root(), parser.currentName());
                JsonToken token = parser.nextToken();
                if (token == JsonToken.START_ARRAY && without.contains(path.path)) {
                    parser.skipChildren();
                } else if (token == JsonToken.VALUE_NULL) {
                    row.addNull(path);
                } else {
                    value(parser, path, row);
                }
            }
            if (parser.nextToken() != null) {
                throw new RefusedException("has something after the JSON object");
            }
            return nested;
        } catch (JacksonException e) {
            throw new RefusedException("is not valid JSON: " + e.getOriginalMessage());
        }
    }

    private void start() {
        if (paths.size() > MAX_PATHS || paths.characters() > MAX_CHARACTERS) {
            paths = new JsonRow.Paths(); // names that never come again do not stay
        }
        insides.start();
    }

    private JsonRow.Node child(JsonRow.Node parent, String name) throws RefusedException {
        JsonRow.Node child = paths.child(parent, name);
        if (paths.characters() > MAX_CHARACTERS_OF_ONE) {
            throw new RefusedException("has names that are too long together");
        }
        return child;
    }

    /** What stands in arrays of the last object and looks like posts, without what is a row or a part of one. */
    List<Inside> insides() {
        return insides.found();
    }

    /**
     * Puts the objects with an id that stand in arrays of a page's own objects, {@code includes.users}, beside it.
     *
     * @return how many of them are posts, by their array
     */
    Map<String, Long> beside(Window window, int length, Page page, Set<String> pages) {
        Map<String, Long> posts = new TreeMap<>();
        start();
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
                        long found = array(parser, path, page);
                        if (found > 0) {
                            posts.merge(path, found, Long::sum);
                        }
                    } else {
                        parser.skipChildren();
                    }
                }
            }
        } catch (JacksonException | RefusedException e) {
            // Whatever is wrong is said when the page itself is read.
            return posts;
        }
        return posts;
    }

    private long array(JsonParser parser, String path, Page page) throws RefusedException {
        long posts = 0;
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY && t != null; t = parser.nextToken()) {
            if (t == JsonToken.START_OBJECT) {
                JsonRow object = new JsonRow(paths, Page.NONE, 0, null, 0);
                object(parser, paths.root(), object);
                page.put(path, object.get("id"), object);
                posts += insides.isPost(object) && !isAccount.test(Set.copyOf(object.columns())) ? 1 : 0;
            } else {
                parser.skipChildren();
            }
        }
        return posts;
    }

    private void object(JsonParser parser, JsonRow.Node at, JsonRow row) throws RefusedException {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonRow.Node path = at != paths.root() && TYPES.contains(name) ? at : child(at, name);
            parser.nextToken();
            value(parser, path, row);
        }
    }

    private void nested(JsonParser parser, JsonRow row) throws RefusedException {
        JsonRow inner = row.inner();
        nested.add(inner);
        int saved = insides.pause();
        object(parser, paths.root(), inner);
        insides.goOn(saved);
    }

    private void value(JsonParser parser, JsonRow.Node path, JsonRow row) throws RefusedException {
        JsonToken token = parser.currentToken();
        if (row.size() > MAX_FIELDS) {
            throw new RefusedException("has more than " + MAX_FIELDS + " values");
        }
        if (token == JsonToken.START_OBJECT && nestedRows.contains(path.path)) {
            nested(parser, row);
        } else if (token == JsonToken.START_OBJECT) {
            insides.open(path, parser);
            object(parser, path, row);
            insides.close(parser);
        } else if (token == JsonToken.START_ARRAY) {
            row.add(path, null, true);
            insides.array(1);
            boolean hasRows = nestedRows.contains(path.path);
            for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY && t != null; t = parser.nextToken()) {
                if (hasRows && t == JsonToken.START_OBJECT) {
                    nested(parser, row);
                } else {
                    value(parser, path, row);
                }
            }
            insides.array(-1);
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT && parser.isNaN()) {
            return;
        } else if (token != JsonToken.VALUE_NULL && token != null) {
            String text = parser.getString();
            row.add(path, text, insides.isInArray());
            insides.value(path, text);
        }
    }
}
