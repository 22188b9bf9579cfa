/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import com.google.common.primitives.ImmutableIntArray;
import java.io.Writer;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.IntFunction;
import org.vigie.report.table.CsvTable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** JSON with two spaces' indentation and line feeds. Not thread-safe. */
final class Json implements AutoCloseable {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator out;

    Json(Writer writer) {
        this.out = FACTORY.createGenerator(new Indented(), writer);
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

    Json object() {
        out.writeStartObject();
        return this;
    }

    Json object(String name) {
        out.writeObjectPropertyStart(name);
        return this;
    }

    Json array(String name) {
        out.writeArrayPropertyStart(name);
        return this;
    }

    Json endObject() {
        out.writeEndObject();
        return this;
    }

    Json endArray() {
        out.writeEndArray();
        return this;
    }

    Json put(String name, String value) {
        out.writeStringProperty(name, value);
        return this;
    }

    Json put(String name, long value) {
        out.writeNumberProperty(name, value);
        return this;
    }

    /** A number; left out if it is not finite. */
    Json put(String name, double value) {
        if (Double.isFinite(value)) {
            out.writeName(name);
            out.writeNumber(CsvTable.tenDigits(value));
        }
        return this;
    }

    Json put(String name, Instant value) {
        return put(name, value.toString());
    }

    /** An object of texts. */
    Json texts(String name, Map<String, String> values) {
        object(name);
        values.forEach(this::put);
        return endObject();
    }

    /** An object of whole numbers. */
    Json counts(String name, Map<String, ? extends Number> values) {
        object(name);
        values.forEach((key, count) -> put(key, count.longValue()));
        return endObject();
    }

    /** An array of texts. */
    Json strings(String name, Collection<String> values) {
        out.writeArrayPropertyStart(name);
        values.forEach(out::writeString);
        out.writeEndArray();
        return this;
    }

    /** An array of texts, made one by one. */
    Json strings(String name, ImmutableIntArray numbers, IntFunction<String> text) {
        out.writeArrayPropertyStart(name);
        for (int i = 0; i < numbers.length(); i++) {
            out.writeString(text.apply(numbers.get(i)));
        }
        out.writeEndArray();
        return this;
    }

    Json numbers(String name, Collection<Integer> values) {
        out.writeArrayPropertyStart(name);
        values.forEach(v -> out.writeNumber(v.intValue()));
        out.writeEndArray();
        return this;
    }

    @Override
    public void close() {
        out.writeRaw('\n');
        out.close();
    }
}
