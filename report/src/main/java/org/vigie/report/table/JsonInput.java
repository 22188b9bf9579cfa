/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON that another run or a partner wrote, read once from front to back. A value that nobody takes is passed over. What is
 * wrong is said with file, line, column and rule, and without a word of the file. Not thread-safe.
 */
public final class JsonInput {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private final JsonParser json;
    private String name = "it";
    private boolean isTaken;

    private JsonInput(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads a file of one value.
     *
     * @param file the file
     * @param value takes the value; throws an {@link IllegalArgumentException} that says the rule where it is broken
     * @throws IOException if the file can't be read, is no JSON or breaks a rule
     */
    public static void one(Path file, Consumer<JsonInput> value) throws IOException {
        read(file, in -> {
            if (in.json.nextToken() == null) {
                throw new IllegalArgumentException("there is nothing in it");
            }
            in.value("it", () -> value.accept(in));
            if (in.json.nextToken() != null) {
                throw new IllegalArgumentException("it must end here");
            }
        });
    }

    /**
     * Reads values that stand one behind the other in a stream, which is not closed.
     *
     * @param name what to call it
     * @param bytes the stream
     * @param value takes each value, as with {@link #one}
     * @throws IOException if it can't be read, is no JSON or breaks a rule
     */
    public static void each(String name, InputStream bytes, Consumer<JsonInput> value) throws IOException {
        read(name, bytes, in -> all(in, value));
    }

    private static void all(JsonInput in, Consumer<JsonInput> value) {
        while (in.json.nextToken() != null) {
            in.value("it", () -> value.accept(in));
        }
    }

    private static void read(Path file, Consumer<JsonInput> content) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder, not a file");
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            read(file.toString(), bytes, content);
        }
    }

    private static void read(String file, InputStream bytes, Consumer<JsonInput> content) throws IOException {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            try {
                content.accept(new JsonInput(json));
            } catch (IllegalArgumentException e) {
                throw new IOException(file + place(json.currentTokenLocation()) + e.getMessage(), e);
            }
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (StreamConstraintsException e) { // it does not say where
            throw new IOException(file + ": it has levels, a name or a number beyond what is read", e);
        } catch (JacksonException e) { // its message has words of the file
            throw new IOException(file + place(e.getLocation()) + "it is no whole JSON", e);
        }
    }

    private static String place(TokenStreamLocation at) {
        return " line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
    }

    private void value(String of, Runnable take) {
        name = of;
        isTaken = false;
        take.run();
        if (!isTaken) {
            json.skipChildren();
        }
        isTaken = true;
    }

    /**
     * Takes an object.
     *
     * @param member takes the value of each member, whose name it is given
     * @throws IllegalArgumentException if the value is no object
     */
    public void members(Consumer<String> member) {
        require(JsonToken.START_OBJECT, "an object");
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String of = json.currentName();
            json.nextToken();
            value(of, () -> member.accept(of));
        }
    }

    /**
     * Takes a list.
     *
     * @param element takes each element
     * @throws IllegalArgumentException if the value is no list
     */
    public void elements(Runnable element) {
        require(JsonToken.START_ARRAY, "a list");
        String of = name;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            value(of, element);
        }
    }

    /**
     * Takes a text.
     *
     * @return the text
     * @throws IllegalArgumentException if the value is no text
     */
    public String text() {
        require(JsonToken.VALUE_STRING, "a text");
        return json.getString();
    }

    /**
     * Takes a time.
     *
     * @return the time
     * @throws IllegalArgumentException if the value is no text that holds a time in UTC
     */
    public Instant time() {
        try {
            return Instant.parse(text());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " must be a time such as 2026-03-02T08:00:00Z", e);
        }
    }

    /**
     * Takes a count.
     *
     * @return the count
     * @throws IllegalArgumentException if the value is no whole number from 0 to 2^63 - 1
     */
    public long count() {
        require(JsonToken.VALUE_NUMBER_INT, "a whole number");
        if (json.getNumberType() == NumberType.BIG_INTEGER || json.getLongValue() < 0) {
            throw new IllegalArgumentException(name + " must be a whole number from 0 to 2^63 - 1");
        }
        return json.getLongValue();
    }

    /**
     * Tells whether the value is a text.
     *
     * @return true if it is one
     */
    public boolean isText() {
        return json.currentToken() == JsonToken.VALUE_STRING;
    }

    /**
     * Tells whether the value is an object.
     *
     * @return true if it is one
     */
    public boolean isObject() {
        return json.currentToken() == JsonToken.START_OBJECT;
    }

    private void require(JsonToken token, String what) {
        if (json.currentToken() != token) {
            throw new IllegalArgumentException(name + " must be " + what);
        }
        isTaken = true;
    }
}
