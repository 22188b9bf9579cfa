/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.ArrayList;
import java.util.Collections;
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

    void write(CoordinationResult found, CsvWriter csv) {
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
        csv.writeRecord(header);
        CoordinationNetwork network = found.network();
        for (int e = 0; e < network.edgeCount(); e++) {
            int edge = e;
            List<String> row = new ArrayList<>(List.of(
                    network.account(network.source(e)),
                    network.account(network.target(e)),
                    Csv.number(network.weight(e)),
                    Csv.number(network.meanDelta(e) / MILLIS),
                    Integer.toString(network.sourceContents(e)),
                    Integer.toString(network.targetContents(e)),
                    Csv.number(network.symmetry(e)),
                    found.selection().kept(e) ? "1" : "0"));
            found.layers().ifPresent(m -> weights(m, edge, row));
            parts.forEach(s -> row.add(Csv.number(s.pValue(edge))));
            significance.ifPresent(s -> {
                row.add(Csv.number(s.pValue(edge)));
                row.add(Csv.number(s.qValue(edge)));
            });
            csv.writeRecord(row);
        }
    }

    private static void weights(Multiplex layers, int edge, List<String> row) {
        for (int i = 0; i < layers.layers().size(); i++) {
            OptionalInt e = layers.edgeIn(edge, i);
            row.add(e.isPresent() ? Csv.number(layers.layer(i).weight(e.getAsInt())) : "0");
        }
    }

    static List<List<String>> rows(CooRTweetNetwork network) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        for (CooRTweetNetwork.Edge e : network.edges()) {
            List<String> row = new ArrayList<>(List.of(e.from(), e.to()));
            row.addAll(values(e));
            rows.add(row);
        }
        return rows;
    }

    /** The edges of a network with the columns of a faster one beside its own; empty where that has no such edge. */
    static List<List<String>> rows(CooRTweetNetwork full, CooRTweetNetwork fast) {
        List<String> header = new ArrayList<>(HEADER.subList(0, ACCOUNTS));
        for (String suffix : List.of("_full", "_fast")) {
            HEADER.subList(ACCOUNTS, HEADER.size()).forEach(column -> header.add(column + suffix));
        }
        Map<List<String>, List<String>> fastValues = new HashMap<>();
        fast.edges().forEach(e -> fastValues.put(List.of(e.from(), e.to()), values(e)));
        List<String> none = Collections.nCopies(HEADER.size() - ACCOUNTS, "");
        List<List<String>> rows = new ArrayList<>(List.of(header));
        for (CooRTweetNetwork.Edge e : full.edges()) {
            List<String> accounts = List.of(e.from(), e.to());
            List<String> row = new ArrayList<>(accounts);
            row.addAll(values(e));
            row.addAll(fastValues.getOrDefault(accounts, none));
            rows.add(row);
        }
        return rows;
    }

    private static List<String> values(CooRTweetNetwork.Edge e) {
        return List.of(
                Integer.toString(e.weight()),
                Csv.number(e.avgTimeDelta()),
                Integer.toString(e.olderContents()),
                Integer.toString(e.newerContents()),
                Csv.number(e.symmetry()),
                e.aboveThreshold() ? "1" : "0");
    }
}
