/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vigie.campaign.coordination.CoordinationResult;
import org.vigie.graph.backbone.Backbone;
import org.vigie.graph.backbone.ConfigurationNull;
import org.vigie.graph.backbone.DisparityFilter;
import org.vigie.graph.backbone.HypergeometricNull;
import org.vigie.graph.backbone.ShuffledNull;
import org.vigie.graph.backbone.Significance;
import org.vigie.graph.backbone.WeightQuantile;
import org.vigie.graph.compat.CooRTweetNetwork;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.Multiplex;
import org.vigie.report.table.CsvTable;

/** Marks the edges of the backbone and writes all edges with CooRTweet's columns. */
final class EdgeTable {
    private static final double MILLIS = 1000;
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

    enum Choice {
        NONE,
        QUANTILE,
        DISPARITY,
        HYPERGEOMETRIC,
        CONFIGURATION,
        SHUFFLED
    }

    private final Choice backbone;
    private final double alpha;
    private final WeightQuantile quantile;

    EdgeTable(Choice backbone, double alpha, WeightQuantile quantile) {
        this.backbone = backbone;
        this.alpha = alpha;
        this.quantile = quantile;
    }

    Backbone backbone() {
        ShuffledNull timing = ShuffledNull.withDefaults().withAlpha(alpha);
        return switch (backbone) {
            case NONE -> Backbone.all();
            case QUANTILE -> quantile;
            case DISPARITY -> DisparityFilter.withDefaults().withAlpha(alpha);
            case SHUFFLED -> timing;
            case HYPERGEOMETRIC -> Backbone.both(HypergeometricNull.withDefaults(), timing, alpha);
            case CONFIGURATION -> Backbone.both(ConfigurationNull.withDefaults(), timing, alpha);
        };
    }

    void write(CoordinationResult found, CsvTable csv) {
        Optional<Significance> significance = found.selection().significance();
        List<Significance> parts = significance.map(Significance::parts).orElse(List.of());
        List<String> header = new ArrayList<>(HEADER);
        found.layers().ifPresent(m -> m.layers().forEach(name -> header.add("weight_" + name)));
        if (parts.size() == 2) {
            header.addAll(List.of("p_objects", "p_timing"));
        }
        if (significance.isPresent()) {
            header.addAll(List.of("p_value", "q_value"));
        }
        header.forEach(csv::own);
        csv.end();
        CoordinationNetwork network = found.network();
        for (int e = 0; e < network.edgeCount(); e++) {
            int edge = e;
            csv.given(network.account(network.source(e))).given(network.account(network.target(e)));
            csv.exact(network.weight(e)).exact(network.meanDelta(e) / MILLIS);
            csv.number(network.sourceContents(e)).number(network.targetContents(e));
            csv.exact(network.symmetry(e)).own(found.selection().kept(e) ? "1" : "0");
            found.layers().ifPresent(m -> weights(m, edge, csv));
            parts.forEach(s -> csv.exact(s.pValue(edge)));
            significance.ifPresent(s -> csv.exact(s.pValue(edge)).exact(s.qValue(edge)));
            csv.end();
        }
    }

    private static void weights(Multiplex layers, int edge, CsvTable csv) {
        for (int i = 0; i < layers.layers().size(); i++) {
            OptionalInt e = layers.edgeIn(edge, i);
            csv.exact(e.isPresent() ? layers.layer(i).weight(e.getAsInt()) : 0);
        }
    }

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
