/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.table;

import com.google.common.primitives.ImmutableIntArray;
import java.io.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.IntFunction;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * JSON with two spaces' indentation and line feeds, or in one line. What it is given is written as it is: names and texts
 * come from {@link org.vigie.posts.Names}. Not thread-safe.
 */
public final class Json implements AutoCloseable {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator out;

    private Json(JsonGenerator out) {
        this.out = out;
    }

    /**
     * JSON for people too.
     *
     * @param writer where to, buffered; whoever gave it closes it
     * @return a writer of indented JSON
     */
    public static Json indented(Writer writer) {
        return new Json(FACTORY.createGenerator(new Indented(), writer));
    }

    /**
     * One value in one line, as JSON Lines has it.
     *
     * @param writer where to, buffered; whoever gave it closes it
     * @return a writer of JSON without spaces
     */
    public static Json line(Writer writer) {
        return new Json(FACTORY.createGenerator(ObjectWriteContext.empty(), writer));
    }

    /** The only way to ask for indentation. */
    private static final class Indented extends ObjectWriteContext.Base {
        private final PrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    /**
     * Starts an object.
     *
     * @return this writer
     */
    public Json object() {
        out.writeStartObject();
        return this;
    }

    /**
     * Starts an object.
     *
     * @param name its name in the object around it
     * @return this writer
     */
    public Json object(String name) {
        out.writeObjectPropertyStart(name);
        return this;
    }

    /**
     * Starts an array.
     *
     * @param name its name in the object around it
     * @return this writer
     */
    public Json array(String name) {
        out.writeArrayPropertyStart(name);
        return this;
    }

    /**
     * Ends an object.
     *
     * @return this writer
     */
    public Json endObject() {
        out.writeEndObject();
        return this;
    }

    /**
     * Ends an array.
     *
     * @return this writer
     */
    public Json endArray() {
        out.writeEndArray();
        return this;
    }

    /**
     * Writes a text.
     *
     * @param name its name
     * @param value the text
     * @return this writer
     */
    public Json put(String name, String value) {
        out.writeStringProperty(name, value);
        return this;
    }

    /**
     * Writes a whole number.
     *
     * @param name its name
     * @param value the number
     * @return this writer
     */
    public Json put(String name, long value) {
        out.writeNumberProperty(name, value);
        return this;
    }

    /**
     * Writes a number with ten digits; left out if it is not finite.
     *
     * @param name its name
     * @param value the number
     * @return this writer
     */
    public Json put(String name, double value) {
        if (Double.isFinite(value)) {
            out.writeName(name);
            out.writeNumber(CsvTable.tenDigits(value));
        }
        return this;
    }

    /**
     * Writes a time.
     *
     * @param name its name
     * @param value the time
     * @return this writer
     */
    public Json put(String name, Instant value) {
        return put(name, value.toString());
    }

    /**
     * Writes an object of texts.
     *
     * @param name its name
     * @param values the texts by name, in order
     * @return this writer
     */
    public Json texts(String name, Map<String, String> values) {
        object(name);
        values.forEach(this::put);
        return endObject();
    }

    /**
     * Writes an object of whole numbers.
     *
     * @param name its name
     * @param values the numbers by name, in order
     * @return this writer
     */
    public Json counts(String name, Map<String, ? extends Number> values) {
        object(name);
        values.forEach((key, count) -> put(key, count.longValue()));
        return endObject();
    }

    /**
     * Writes an array of texts.
     *
     * @param name its name
     * @param values the texts
     * @return this writer
     */
    public Json strings(String name, Collection<String> values) {
        out.writeArrayPropertyStart(name);
        values.forEach(out::writeString);
        out.writeEndArray();
        return this;
    }

    /**
     * Writes an array of texts, made one by one.
     *
     * @param name its name
     * @param numbers what they are made of
     * @param text makes one
     * @return this writer
     */
    public Json strings(String name, ImmutableIntArray numbers, IntFunction<String> text) {
        out.writeArrayPropertyStart(name);
        for (int i = 0; i < numbers.length(); i++) {
            out.writeString(text.apply(numbers.get(i)));
        }
        out.writeEndArray();
        return this;
    }

    /**
     * Writes a truth.
     *
     * @param name its name
     * @param value the truth
     * @return this writer
     */
    public Json put(String name, boolean value) {
        out.writeBooleanProperty(name, value);
        return this;
    }

    /**
     * Writes an array of whole numbers.
     *
     * @param name its name
     * @param values the numbers
     * @return this writer
     */
    public Json numbers(String name, Collection<Integer> values) {
        out.writeArrayPropertyStart(name);
        values.forEach(v -> out.writeNumber(v.intValue()));
        out.writeEndArray();
        return this;
    }

    /** Ends the line. */
    @Override
    public void close() {
        out.writeRaw('\n');
        out.close();
    }
}
