/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.nlp.duplicate.ClusterType;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.report.table.CsvTable;

/** Writes clusters.csv: see docs/formats/clusters-csv.md. */
final class ClustersCsv implements ReportFormat {
    @Override
    public String file() {
        return "clusters.csv";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        Corpus corpus = report.findings().corpus();
        Names names = report.names();
        CsvTable csv = new CsvTable(out, "cluster", "type", "language", "post_id", "account", "time", "text");
        for (TextCluster cluster : report.findings().clusters()) {
            for (int i = 0; i < cluster.rows().length(); i++) {
                int row = cluster.rows().get(i);
                csv.number(cluster.id()).own(label(cluster.type())).own(cluster.language());
                csv.given(names.post(row)).given(names.account(corpus.account(row)));
                csv.time(corpus.time(row)).given(names.text(row)).end();
            }
        }
    }

    /** The name of a type in files. */
    static String label(ClusterType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
