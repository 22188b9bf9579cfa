/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.IOException;
import java.io.Writer;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.TestedNetwork;
import org.vigie.core.file.Shown;
import org.vigie.report.table.EdgeTable;

/** Writes edges.csv: see docs/formats/edges-csv.md. */
final class EdgesCsv implements ReportFormat {
    @Override
    public String file() {
        return "edges.csv";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        TestedNetwork edges = report.edges();
        EdgeTable.tested(edges.network(), edges::p, edges::q)
                .withText(
                        "campaign",
                        e -> report.campaignOfEdge(e).map(Campaign::id).orElse(""))
                .write(out, Shown::cell);
    }
}
