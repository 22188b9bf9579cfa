/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.IOException;
import java.io.Writer;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.TestedNetwork;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.report.table.CsvTable;

/** Writes edges.csv: see docs/formats/edges-csv.md. */
final class EdgesCsv implements ReportFormat {
    @Override
    public String file() {
        return "edges.csv";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        TestedNetwork edges = report.edges();
        CoordinationNetwork network = edges.network();
        CsvTable csv = new CsvTable(
                out,
                "account_a",
                "account_b",
                "objects",
                "co_actions",
                "mean_delta_seconds",
                "lead_a",
                "p",
                "q",
                "first",
                "last",
                "campaign");
        for (int e = 0; e < network.edgeCount(); e++) {
            csv.given(network.account(network.source(e))).given(network.account(network.target(e)));
            csv.number(network.objects(e)).number(network.coActions(e));
            csv.number(network.meanDelta(e) / 1000).number(network.lead(e));
            csv.number(edges.p(e)).number(edges.q(e)).time(network.first(e)).time(network.last(e));
            csv.own(report.campaignOfEdge(e).map(Campaign::id).orElse("")).end();
        }
    }
}
