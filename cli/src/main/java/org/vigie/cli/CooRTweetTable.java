/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.graph.compat.CooRTweetNetwork;
import org.vigie.report.table.CsvTable;

/** Writes edges as CooRTweet does, in its names and order; all other edges are an {@link org.vigie.report.table.EdgeTable}. */
final class CooRTweetTable {
    /** The columns that name the accounts come first. */
    private static final int ACCOUNTS = 2;

    private static final List<String> HEADER = List.of(
            "account_id",
            "account_id_y",
            "weight",
            "avg_time_delta",
            "n_content_id",
            "n_content_id_y",
            "edge_symmetry_score",
            "weight_threshold");

    private CooRTweetTable() {}

    /** The edges of a network, with the columns of a faster one, if any, beside its own: empty where that has no such edge. */
    static void write(CooRTweetNetwork network, Optional<CooRTweetNetwork> fast, CsvTable csv) {
        List<String> values = HEADER.subList(ACCOUNTS, HEADER.size());
        HEADER.subList(0, ACCOUNTS).forEach(csv::own);
        values.forEach(column -> csv.own(fast.isPresent() ? column + "_full" : column));
        fast.ifPresent(f -> values.forEach(column -> csv.own(column + "_fast")));
        csv.end();
        Map<List<String>, CooRTweetNetwork.Edge> fastEdges = new HashMap<>();
        fast.ifPresent(f -> f.edges().forEach(e -> fastEdges.put(List.of(e.from(), e.to()), e)));
        for (CooRTweetNetwork.Edge e : network.edges()) {
            csv.given(e.from()).given(e.to());
            write(e, csv);
            CooRTweetNetwork.Edge faster = fastEdges.get(List.of(e.from(), e.to()));
            if (faster != null) {
                write(faster, csv);
            } else if (fast.isPresent()) {
                values.forEach(column -> csv.own(""));
            }
            csv.end();
        }
    }

    private static void write(CooRTweetNetwork.Edge e, CsvTable csv) {
        csv.number(e.weight()).exact(e.avgTimeDelta());
        csv.number(e.olderContents()).number(e.newerContents()).exact(e.symmetry());
        csv.own(e.aboveThreshold() ? "1" : "0");
    }
}
