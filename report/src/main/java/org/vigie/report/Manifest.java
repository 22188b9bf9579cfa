/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.Writer;
import java.util.Map;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Names;
import org.vigie.posts.exports.ReadSummary;

/** Writes manifest.json: see docs/formats/manifest-json.md. It comes last, because it lists the other files. */
final class Manifest implements ReportFormat {
    static final String FILE = "manifest.json";
    static final String SCHEMA = "vigie-manifest-1";

    private final Map<String, OutputFolder.Written> outputs;

    Manifest(Map<String, OutputFolder.Written> outputs) {
        this.outputs = outputs;
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public void write(Report report, Writer out) {
        Findings findings = report.findings();
        Provenance provenance = report.provenance();
        try (Json json = new Json(out)) {
            json.object().put("schema", SCHEMA);
            json.put("vigie", report.version()).put("run", report.run());
            json.texts("parameters", findings.parameters());
            CampaignsJson.names(json, report.names());
            json.array("inputs");
            for (ReadSummary input : provenance.inputs()) {
                json.object().put("file", Names.clean(input.file())).put("sha256", input.sha256());
                json.put("bytes", input.bytes()).put("rows", input.rows()).put("rejects", input.rejects());
                json.endObject();
            }
            json.endArray();
            json.object("counts");
            json.put("posts", findings.traffic().posts())
                    .put("accounts", findings.traffic().accounts());
            json.put("candidates", findings.candidates())
                    .put("campaigns", findings.campaigns().size());
            json.put("clusters", findings.clusters().size())
                    .put("bursts", findings.bursts().size());
            json.put("edges", findings.edges().network().edgeCount());
            json.put("rejects", provenance.rejects().size()).endObject();
            json.array("outputs");
            outputs.forEach((name, file) -> json.object()
                    .put("file", name)
                    .put("sha256", file.sha256())
                    .put("bytes", file.bytes())
                    .endObject());
            json.endArray();
            json.object("timings_seconds");
            provenance.timings().forEach((stage, time) -> json.put(stage, time.toMillis() / 1000.0));
            json.endObject().endObject();
        }
    }
}
