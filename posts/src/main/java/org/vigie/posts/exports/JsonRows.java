/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.posts.exports.LineSource.Line;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Rows of JSON: one object a line (JSON Lines), or one document whose objects stand in an array, at the top or under
 * one of the names that exports use. Objects are flattened to dotted paths.
 */
final class JsonRows {
    private static final Set<String> CONTAINERS = Set.of("data", "messages", "statuses", "posts", "items", "feed");
    private static final int MAX_DEPTH = 64;

    private final JsonFactory factory;

    JsonRows(int maxRecordLength) {
        factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(maxRecordLength)
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .build();
    }

    void read(LineSource lines, RowReader.Counter counter) throws IOException {
        Line first = lines.next();
        while (first.number() > 0 && first.text().isBlank()) {
            first = lines.next();
        }
        boolean completeObject = first.cut() || isCompleteObject(first.text());
        lines.pushBack(first);
        if (completeObject) {
            readLines(lines, counter);
        } else {
            readDocument(lines, counter);
        }
    }

    private boolean isCompleteObject(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return false;
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            boolean container = false;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                container |= parser.nextToken() == JsonToken.START_ARRAY && CONTAINERS.contains(name);
                parser.skipChildren();
            }
            return !container && parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    private void readLines(LineSource lines, RowReader.Counter counter) throws IOException {
        for (Line line = lines.next(); line.number() > 0; line = lines.next()) {
            if (line.cut()) {
                counter.reject(
                        line.number(),
                        "longer than " + lines.maxLength() + " characters (" + line.length() + ")",
                        line.text());
            } else if (!line.text().isBlank()) {
                readLine(line, counter);
            }
        }
    }

    private void readLine(Line line, RowReader.Counter counter) {
        String text = line.text().strip();
        Row row;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                counter.reject(line.number(), "is not a JSON object", text);
                return;
            }
            row = new Flattener(parser).row(line.number());
            if (parser.nextToken() != null) {
                counter.reject(line.number(), "has something after the JSON object", text);
                return;
            }
        } catch (JacksonException e) {
            counter.reject(line.number(), "is not valid JSON: " + e.getOriginalMessage(), text);
            return;
        }
        counter.row(row, text);
    }

    private void readDocument(LineSource lines, RowReader.Counter counter) throws IOException {
        long last = 0;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), new Joined(lines))) {
            int depth = 0;
            boolean inRows = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                last = parser.currentTokenLocation().getLineNr();
                if (token == JsonToken.START_ARRAY) {
                    inRows = inRows || depth == 0 || CONTAINERS.contains(String.valueOf(parser.currentName()));
                    depth++;
                } else if (token == JsonToken.END_ARRAY) {
                    depth--;
                    inRows = false;
                } else if (token == JsonToken.START_OBJECT && inRows) {
                    counter.row(new Flattener(parser).row(last), "");
                } else if (token == JsonToken.START_OBJECT) {
                    depth++;
                } else if (token == JsonToken.END_OBJECT) {
                    depth--;
                }
            }
        } catch (JacksonException e) {
            counter.reject(last, "is not valid JSON, and nothing after it was read: " + e.getOriginalMessage(), "");
        }
    }

    /** Lines as one text again; a cut line makes the JSON invalid, which is then reported. */
    private static final class Joined extends Reader {
        private final LineSource lines;
        private String ready = "";
        private int position;

        Joined(LineSource lines) {
            this.lines = lines;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            while (position == ready.length()) {
                Line line = lines.next();
                if (line.number() == 0) {
                    return -1;
                }
                if (line.cut()) {
                    throw new IOException("line " + line.number() + " is longer than " + lines.maxLength()
                            + " characters: convert the file to JSON Lines, one object a line");
                }
                ready = line.text();
                position = 0;
            }
            int n = Math.min(length, ready.length() - position);
            ready.getChars(position, position + n, target, offset);
            position += n;
            return n;
        }

        @Override
        public void close() {
            // The lines belong to the caller.
        }
    }

    /** Turns the object at the parser's START_OBJECT into a row. */
    private static final class Flattener {
        private final JsonParser parser;
        private final Map<String, Integer> index = new HashMap<>();
        private final List<List<String>> values = new ArrayList<>();

        Flattener(JsonParser parser) {
            this.parser = parser;
        }

        Row row(long line) {
            object("");
            return new Row(line, index, values);
        }

        private void object(String prefix) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String path = prefix + RowReader.columnName(parser.currentName());
                parser.nextToken();
                value(path);
            }
        }

        private void value(String path) {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.START_OBJECT) {
                object(path + ".");
            } else if (token == JsonToken.START_ARRAY) {
                at(path);
                for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY && t != null; t = parser.nextToken()) {
                    value(path);
                }
            } else if (token != JsonToken.VALUE_NULL) {
                at(path).add(parser.getString());
            }
        }

        private List<String> at(String path) {
            Integer i = index.get(path);
            if (i == null) {
                i = values.size();
                index.put(path, i);
                values.add(new ArrayList<>(1));
            }
            return values.get(i);
        }
    }
}
