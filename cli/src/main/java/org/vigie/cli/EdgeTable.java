/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.vigie.graph.backbone.Backbone;
import org.vigie.graph.backbone.ConfigurationNull;
import org.vigie.graph.backbone.DisparityFilter;
import org.vigie.graph.backbone.HypergeometricNull;
import org.vigie.graph.backbone.ShuffledNull;
import org.vigie.graph.backbone.Significance;
import org.vigie.graph.backbone.WeightQuantile;
import org.vigie.graph.coaction.EdgeEvidence;
import org.vigie.graph.compat.CooRTweetNetwork;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.Multiplex;

/** Marks the edges of the backbone and writes all edges with CooRTweet's columns. */
final class EdgeTable {
    private static final double MILLIS = 1000;
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

    /** A network whose edges were tested: by p_value, and by the parts whose larger it is. */
    record Tested(
            CoordinationNetwork network,
            IntPredicate kept,
            Optional<Significance> significance,
            Optional<Significance> objects,
            Optional<Significance> timing) {}

    private final Choice backbone;
    private final double alpha;
    private final WeightQuantile quantile;

    EdgeTable(Choice backbone, double alpha, WeightQuantile quantile) {
        this.backbone = backbone;
        this.alpha = alpha;
        this.quantile = quantile;
    }

    Tested test(CoordinationNetwork network, Supplier<EdgeEvidence> evidence) {
        Backbone.Selection selection = choice().select(network, evidence);
        List<Significance> parts =
                selection.significance().map(Significance::parts).orElse(List.of());
        return new Tested(
                network,
                selection::kept,
                selection.significance(),
                parts.stream().findFirst(),
                parts.stream().skip(1).findFirst());
    }

    private Backbone choice() {
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

    void write(Tested tested, Optional<Multiplex> layers, CsvWriter csv) {
        List<String> header = new ArrayList<>(HEADER);
        layers.ifPresent(m -> m.layers().forEach(name -> header.add("weight_" + name)));
        if (tested.objects().isPresent()) {
            header.addAll(List.of("p_objects", "p_timing"));
        }
        if (tested.significance().isPresent()) {
            header.addAll(List.of("p_value", "q_value"));
        }
        csv.writeRecord(header);
        CoordinationNetwork network = tested.network();
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
                    tested.kept().test(e) ? "1" : "0"));
            layers.ifPresent(m -> weights(m, edge, row));
            tested.objects().ifPresent(s -> row.add(Csv.number(s.pValue(edge))));
            tested.timing().ifPresent(s -> row.add(Csv.number(s.pValue(edge))));
            tested.significance().ifPresent(s -> {
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
            rows.add(List.of(
                    e.from(),
                    e.to(),
                    Integer.toString(e.weight()),
                    Csv.number(e.avgTimeDelta()),
                    Integer.toString(e.olderContents()),
                    Integer.toString(e.newerContents()),
                    Csv.number(e.symmetry()),
                    e.aboveThreshold() ? "1" : "0"));
        }
        return rows;
    }
}
