/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.IOException;
import java.io.Writer;
import org.vigie.campaign.findings.Campaign;
import org.vigie.report.table.CsvTable;

/** Writes accounts.csv: see docs/formats/campaigns-csv.md. */
final class AccountsCsv implements ReportFormat {
    @Override
    public String file() {
        return "accounts.csv";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        CsvTable csv = new CsvTable(out, "account", "campaign", "posts", "all_posts", "share", "first", "lead");
        for (Campaign campaign : report.findings().campaigns()) {
            for (Campaign.Member m : campaign.members()) {
                csv.given(report.names().account(m.account())).own(campaign.id());
                csv.number(m.posts()).number(m.allPosts()).number(m.posts() / (double) m.allPosts());
                csv.time(m.first()).number(m.lead()).end();
            }
        }
    }
}
