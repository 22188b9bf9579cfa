/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.vigie.campaign.SeriesBurst;
import org.vigie.campaign.TextCluster;
import org.vigie.posts.PostSource.Reject;
import org.vigie.report.page.Clean;
import org.vigie.report.page.Shown;
import org.vigie.report.page.Shown.ShownPost;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.nlp.duplicate.ClusterType;

/** Writes the tables: see docs/formats. */
final class CsvFiles {
    private static final String TRIGGERS = "=+-@\t\r";

    private CsvFiles() {}

    static void clusters(Shown shown, Writer writer) throws IOException {
        CsvWriter csv = csv(writer);
        csv.writeRecord("cluster", "type", "language", "post_id", "account", "time", "text");
        for (TextCluster cluster : shown.clusters()) {
            for (String id : cluster.posts()) {
                ShownPost post = shown.posts().get(id);
                if (post != null) {
                    csv.writeRecord(
                            Integer.toString(cluster.id()),
                            label(cluster.type()),
                            cluster.language(),
                            safe(post.id()),
                            safe(post.account()),
                            post.time().toString(),
                            safe(post.text()));
                }
            }
        }
        csv.flush();
    }

    static void bursts(Shown shown, Writer writer) throws IOException {
        CsvWriter csv = csv(writer);
        csv.writeRecord("series", "key", "level", "start", "end", "weight", "posts", "accounts", "measure");
        for (SeriesBurst burst : shown.bursts()) {
            csv.writeRecord(
                    burst.series(),
                    safe(burst.key()),
                    Integer.toString(burst.level()),
                    burst.start().toString(),
                    burst.end().toString(),
                    number(burst.weight()),
                    Integer.toString(burst.posts()),
                    Integer.toString(burst.accounts()),
                    burst.measure().label());
        }
        csv.flush();
    }

    static void edges(Shown shown, Writer writer) throws IOException {
        CsvWriter csv = csv(writer);
        CoordinationNetwork network = shown.network();
        csv.writeRecord(
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
            csv.writeRecord(
                    safe(network.account(network.source(e))),
                    safe(network.account(network.target(e))),
                    Integer.toString(network.objects(e)),
                    Integer.toString(network.coActions(e)),
                    number(network.meanDelta(e) / 1000),
                    number(network.lead(e)),
                    number(shown.edgeP().get(e)),
                    number(shown.edgeQ().get(e)),
                    java.time.Instant.ofEpochMilli(network.first(e)).toString(),
                    java.time.Instant.ofEpochMilli(network.last(e)).toString(),
                    shown.campaignOfEdge(e));
        }
        csv.flush();
    }

    /** Without the refused rows' own words where texts or names are withheld: they were never understood. */
    static void rejects(List<Reject> rejects, boolean whole, Writer writer) throws IOException {
        CsvWriter csv = csv(writer);
        csv.writeRecord("file", "line", "reason", "content");
        for (Reject reject : rejects) {
            csv.writeRecord(
                    safe(Clean.text(reject.file())),
                    Long.toString(reject.line()),
                    safe(Clean.text(whole ? reject.reason() : withoutQuotes(reject.reason()))),
                    whole ? safe(Clean.text(reject.content())) : "");
        }
        csv.flush();
    }

    private static String withoutQuotes(String reason) {
        int from = reason.indexOf('\'');
        int to = reason.lastIndexOf('\'');
        return from < 0 || to <= from ? reason : reason.substring(0, from + 1) + "\u2026" + reason.substring(to);
    }

    /** A spreadsheet must not take a cell for a formula. */
    static String safe(String cell) {
        return !cell.isEmpty() && TRIGGERS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    static String label(ClusterType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Json.number(value).toString() : "";
    }

    private static CsvWriter csv(Writer writer) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
    }
}
