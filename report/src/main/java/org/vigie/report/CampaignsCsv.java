/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;
import org.vigie.campaign.findings.Campaign;
import org.vigie.posts.Technique;
import org.vigie.report.page.Messages;
import org.vigie.report.page.Title;
import org.vigie.report.page.Why;
import org.vigie.report.table.CsvTable;

/** Writes campaigns.csv: see docs/formats/campaigns-csv.md. */
final class CampaignsCsv implements ReportFormat {
    @Override
    public String file() {
        return "campaigns.csv";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        Messages words = Messages.of(report.locale());
        Why why = new Why(report.findings(), words);
        CsvTable csv = new CsvTable(
                out,
                "campaign",
                "state",
                "title",
                "why",
                "score",
                "p",
                "q",
                "accounts",
                "posts",
                "texts",
                "objects",
                "first",
                "peak",
                "last",
                "languages",
                "techniques");
        for (Campaign c : report.findings().campaigns()) {
            csv.own(c.id()).own(c.state().label()).given(Title.of(c, report.names(), words));
            csv.own(why.campaign(c)).number(c.score()).number(c.pValue()).number(c.qValue());
            csv.number(c.members().size()).number(c.rows().length());
            csv.number(c.texts().size()).number(c.objects().size());
            csv.time(c.first()).time(c.peak()).time(c.last());
            csv.own(c.languages().entrySet().stream()
                    .map(e -> e.getKey() + " " + e.getValue())
                    .collect(Collectors.joining("; ")));
            csv.own(c.techniques().stream().map(Technique::id).collect(Collectors.joining("; ")))
                    .end();
        }
    }
}
