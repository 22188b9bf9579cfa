/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.IOException;
import java.io.Writer;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.TestedNetwork;
import org.vigie.graph.network.ExportColumns;
import org.vigie.graph.network.NetworkFormat;

/** Writes the network for tools that draw and measure: see docs/formats/network-gexf.md. */
final class NetworkFile implements ReportFormat {
    private final String file;
    private final NetworkFormat format;

    NetworkFile(String file, NetworkFormat format) {
        this.file = file;
        this.format = format;
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        TestedNetwork edges = report.edges();
        ExportColumns columns = ExportColumns.none()
                .withText("campaign", v -> report.campaign(v).map(Campaign::id).orElse(""))
                .withEdgeNumber("p", edges::p)
                .withEdgeNumber("q", edges::q);
        format.write(edges.network(), columns, out);
    }
}
