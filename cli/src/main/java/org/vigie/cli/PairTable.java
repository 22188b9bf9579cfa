/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.util.List;
import java.util.Locale;
import org.vigie.campaign.coordination.CoordinationResult;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.EdgeEvidence;
import org.vigie.graph.compat.CooRTweetPairs;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.report.table.CsvTable;

/** Writes what proves edges: pairs of actions with CooRTweet's columns and both times. */
final class PairTable {
    private static final double MILLIS = 1000;
    private static final List<String> HEADER = List.of(
            "object_id",
            "content_id",
            "content_id_y",
            "time_delta",
            "account_id",
            "account_id_y",
            "timestamp_share",
            "timestamp_share_y");

    private final int limit;
    private long written;
    private long leftOut;
    private int cut;

    PairTable(int limit) {
        this.limit = limit;
    }

    /** Writes the pairs of the edges of the backbone, of each edge no more than the limit. */
    void write(CoordinationResult found, CsvTable csv) {
        EdgeEvidence evidence = found.evidence();
        Actions actions = found.actions();
        header(csv);
        CoordinationNetwork network = found.network();
        for (int e = 0; e < network.edgeCount(); e++) {
            if (found.selection().kept(e)) {
                int shown = evidence.between(
                        network.source(e),
                        network.target(e),
                        limit,
                        (first, second, delta) -> row(actions, first, second, delta, csv));
                written += shown;
                leftOut += network.coActions(e) - shown;
                cut += network.coActions(e) > shown ? 1 : 0;
            }
        }
    }

    static void write(CooRTweetPairs pairs, Actions actions, CsvTable csv) {
        header(csv);
        for (int i = 0; i < pairs.size(); i++) {
            row(actions, pairs.older(i), pairs.newer(i), pairs.delta(i), csv);
        }
    }

    private static void header(CsvTable csv) {
        HEADER.forEach(csv::own);
        csv.end();
    }

    private static void row(Actions actions, int first, int second, long delta, CsvTable csv) {
        csv.given(actions.objectName(actions.object(first)));
        csv.given(actions.contentName(actions.content(first)));
        csv.given(actions.contentName(actions.content(second)));
        csv.exact(delta / MILLIS);
        csv.given(actions.accountName(actions.account(first)));
        csv.given(actions.accountName(actions.account(second)));
        csv.exact(actions.millis(first) / MILLIS);
        csv.exact(actions.millis(second) / MILLIS).end();
    }

    /** What was written and what was not; empty if there was nothing to write. */
    String summary() {
        if (written == 0) {
            return "";
        }
        return String.format(Locale.ROOT, "%d pairs", written)
                + (cut == 0
                        ? ""
                        : String.format(
                                Locale.ROOT, ", %d more of %d edges left out (see --pair-limit)", leftOut, cut));
    }
}
