/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.IOException;
import java.io.Writer;
import org.vigie.campaign.findings.SeriesBurst;
import org.vigie.report.table.CsvTable;

/** Writes bursts.csv: see docs/formats/bursts-csv.md. */
final class BurstsCsv implements ReportFormat {
    @Override
    public String file() {
        return "bursts.csv";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        CsvTable csv =
                new CsvTable(out, "series", "key", "level", "start", "end", "weight", "posts", "accounts", "measure");
        for (SeriesBurst burst : report.findings().bursts()) {
            csv.own(burst.series()).given(report.key(burst)).number(burst.level());
            csv.time(burst.start()).time(burst.end()).number(burst.weight());
            csv.number(burst.posts())
                    .number(burst.accounts())
                    .own(burst.measure().label())
                    .end();
        }
    }
}
