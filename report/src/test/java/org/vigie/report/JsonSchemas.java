/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks JSON against JSON Schemas. */
final class JsonSchemas {
    private static final String OASIS =
            "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/";

    private JsonSchemas() {}

    static JsonNode parse(String json) {
        return JsonMapper.shared().readTree(json);
    }

    /** A schema that stands alone. */
    static Schema of(Path file, SpecificationVersion version) {
        return SchemaRegistry.withDefaultDialect(version).getSchema(read(file), InputFormat.JSON);
    }

    /** The schemas of STIX 2.1 by the folder that holds sdos, sros, observables and common; nothing is fetched. */
    static SchemaRegistry oasis(Path folder) throws IOException {
        Map<String, String> schemas = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(f -> f.toString().endsWith(".json"))
                    .forEach(f ->
                            schemas.put(OASIS + folder.relativize(f).toString().replace('\\', '/'), read(f)));
        }
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas));
    }

    /** What an object of STIX breaks of its type's schema. */
    static List<String> faults(SchemaRegistry oasis, Path folder, JsonNode object) {
        String type = object.get("type").asString();
        for (String kind : List.of("sdos", "sros", "observables", "common")) {
            if (Files.exists(folder.resolve(kind).resolve(type + ".json"))) {
                return faults(oasis.getSchema(SchemaLocation.of(OASIS + kind + "/" + type + ".json")), object);
            }
        }
        String core = object.has("created") ? "core" : "cyber-observable-core";
        return faults(oasis.getSchema(SchemaLocation.of(OASIS + "common/" + core + ".json")), object);
    }

    static List<String> faults(Schema schema, JsonNode json) {
        return schema
                .validate(json, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
