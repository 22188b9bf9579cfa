/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.Writer;
import java.util.Map;
import org.vigie.posts.exports.ReadSummary;
import org.vigie.report.page.Clean;
import org.vigie.report.page.Shown;

/** Writes manifest.json: see docs/formats/manifest-json.md. */
final class Manifest {
    static final String SCHEMA = "vigie-manifest-1";

    private Manifest() {}

    static void write(Shown shown, ReportSource source, Map<String, OutputFolder.Written> outputs, Writer writer) {
        try (Json json = new Json(writer)) {
            json.object().put("schema", SCHEMA);
            json.put("vigie", shown.header().version())
                    .put("run", shown.header().run());
            CampaignsJson.parameters(json, shown.header().parameters());
            json.put("text_retention", shown.header().retention());
            shown.header().keyId().ifPresent(id -> json.put("pseudonym_key", id));
            json.array("inputs");
            for (ReadSummary input : shown.inputs()) {
                json.object().put("file", Clean.text(input.file())).put("sha256", input.sha256());
                json.put("bytes", input.bytes()).put("rows", input.rows()).put("rejects", input.rejects());
                json.endObject();
            }
            json.endArray();
            json.object("counts");
            json.put("posts", shown.traffic().posts())
                    .put("accounts", shown.traffic().accounts());
            json.put("candidates", shown.candidates())
                    .put("campaigns", shown.campaigns().size());
            json.put("clusters", shown.clusters().size())
                    .put("bursts", shown.bursts().size());
            json.put("edges", shown.network().edgeCount());
            json.put("rejects", source.rejects().size()).endObject();
            json.array("outputs");
            outputs.forEach((name, file) -> json.object()
                    .put("file", name)
                    .put("sha256", file.sha256())
                    .put("bytes", file.bytes())
                    .endObject());
            json.endArray();
            json.object("timings_seconds");
            source.timings().forEach((stage, time) -> json.put(stage, time.toMillis() / 1000.0));
            json.endObject().endObject();
        }
    }
}
