/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.Writer;
import java.util.Map;
import org.vigie.campaign.findings.Findings;
import org.vigie.core.file.Shown;
import org.vigie.posts.Names;
import org.vigie.posts.exports.ReadSummary;
import org.vigie.report.table.Json;

/** Writes manifest.json: see docs/formats/manifest-json.md. It comes last, because it lists the other files. */
final class Manifest implements ReportFormat {
    static final String FILE = "manifest.json";
    static final String SCHEMA = "vigie-manifest-1";

    private final Map<String, DigestedFile.Written> outputs;
    private final long rejects;

    Manifest(Map<String, DigestedFile.Written> outputs, long rejects) {
        this.outputs = outputs;
        this.rejects = rejects;
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public void write(Report report, Writer out) {
        Findings findings = report.findings();
        Provenance provenance = report.provenance();
        try (Json json = Json.indented(out)) {
            json.object().put("schema", SCHEMA);
            json.put("vigie", report.version()).put("run", report.run());
            json.texts("parameters", findings.parameters());
            CampaignsJson.names(json, report.names());
            json.array("inputs");
            provenance.inputs().forEach(input -> input(json, input));
            json.endArray().strings("warnings", report.warnings());
            json.object("counts");
            json.put("posts", findings.traffic().posts())
                    .put("accounts", findings.traffic().accounts());
            json.put("candidates", findings.candidates())
                    .put("campaigns", findings.campaigns().size());
            json.put("clusters", findings.clusters().size())
                    .put("bursts", findings.bursts().size());
            json.put("edges", findings.edges().network().edgeCount());
            json.put("rejects", rejects).endObject();
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

    /** Its rows are its posts, its rejects and what was set aside. */
    private static void input(Json json, ReadSummary input) {
        json.object().put("file", Shown.name(input.file())).put("sha256", input.sha256());
        json.put("bytes", input.bytes()).put("export", input.export());
        json.put("encoding", input.encoding()).put("separator", input.separator());
        json.put("date_format", input.dateFormat());
        json.put("rows", input.rows()).put("posts", input.posts()).put("rejects", input.rejects());
        json.counts("set_aside", input.setAside());
        json.strings("warnings", input.warnings().stream().map(Names::clean).toList());
        json.endObject();
    }
}
