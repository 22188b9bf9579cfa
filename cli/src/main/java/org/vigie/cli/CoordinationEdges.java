/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.util.List;
import java.util.OptionalInt;
import org.vigie.campaign.coordination.CoordinationResult;
import org.vigie.graph.backbone.Backbone;
import org.vigie.graph.backbone.Significance;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.Multiplex;
import org.vigie.report.table.EdgeTable;

/** What {@code vigie coordination} adds to the table of edges. */
final class CoordinationEdges {
    /** The nulls of a test of two, in the order in which they are joined. */
    private static final List<String> PARTS = List.of("p_objects", "p_timing");

    private CoordinationEdges() {}

    static EdgeTable table(CoordinationResult found) {
        CoordinationNetwork network = found.network();
        Backbone.Selection selection = found.selection();
        EdgeTable table = selection
                .significance()
                .map(s -> EdgeTable.tested(network, s::pValue, s::qValue))
                .orElseGet(() -> EdgeTable.untested(network))
                .withText("backbone", e -> selection.kept(e) ? "1" : "0");
        List<Significance> parts =
                selection.significance().map(Significance::parts).orElse(List.of());
        for (int i = 0; i < parts.size(); i++) {
            table = table.withProbability(PARTS.get(i), parts.get(i)::pValue);
        }
        return found.layers().isPresent() ? weights(table, found.layers().get()) : table;
    }

    private static EdgeTable weights(EdgeTable table, Multiplex layers) {
        EdgeTable all = table;
        for (int i = 0; i < layers.layers().size(); i++) {
            int layer = i;
            all = all.withNumber("weight_" + layers.layers().get(i), edge -> {
                OptionalInt e = layers.edgeIn(edge, layer);
                return e.isPresent() ? layers.layer(layer).weight(e.getAsInt()) : 0;
            });
        }
        return all;
    }
}
