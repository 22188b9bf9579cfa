/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.vigie.core.file.WholeFile;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes {@code position.json}, which nobody meets half written. */
final class PositionFile {
    static final String FILE = "position.json";

    private static final JsonFactory FACTORY = new JsonFactory();

    private PositionFile() {}

    static void write(Path folder, Position position) throws IOException {
        WholeFile.write(folder.resolve(FILE), out -> out.write(json(position).getBytes(StandardCharsets.UTF_8)));
    }

    private static String json(Position position) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeNumberProperty("version", 1);
            out.writeNumberProperty("posts", position.posts());
            position.lastId().ifPresent(v -> out.writeStringProperty("last_id", v));
            position.lastTime().ifPresent(v -> out.writeStringProperty("last_time", v.toString()));
            position.clock().ifPresent(v -> out.writeStringProperty("clock", v.toString()));
            position.cursor().ifPresent(v -> out.writeStringProperty("cursor", v));
            out.writeNumberProperty("alerts", position.alerts());
            out.writeObjectPropertyStart("counts");
            position.counts().forEach((name, count) -> out.writeNumberProperty(name, count.longValue()));
            out.writeEndObject();
            out.writeEndObject();
        }
        return text.append('\n').toString();
    }
}
