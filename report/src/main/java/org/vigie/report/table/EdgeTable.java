/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.table;

import java.io.IOException;
import java.io.Writer;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.ExportColumns;
import org.vigie.graph.network.NetworkFormat;

/**
 * The one table of edges, whichever command found them: see docs/formats/edges-csv.md. The columns of every network come
 * first, then p and q, then what only the caller has.
 *
 * <p>Sums, means and shares are exact. Probabilities have ten digits, since their last ones may differ between machines.
 * Immutable; as thread-safe as the functions given.
 */
public final class EdgeTable {
    private final CoordinationNetwork network;
    private final ExportColumns columns;

    private EdgeTable(CoordinationNetwork network, ExportColumns columns) {
        this.network = network;
        this.columns = columns;
    }

    /**
     * A table of edges that no test was made of: p and q are empty.
     *
     * @param network the network
     * @return the table
     */
    public static EdgeTable untested(CoordinationNetwork network) {
        return tested(network, e -> Double.NaN, e -> Double.NaN);
    }

    /**
     * A table of tested edges.
     *
     * @param network the network
     * @param p the p-value by index of the edge; empty where it is not finite
     * @param q the q-value by index of the edge; empty where it is not finite
     * @return the table
     */
    public static EdgeTable tested(CoordinationNetwork network, IntToDoubleFunction p, IntToDoubleFunction q) {
        return new EdgeTable(network, ExportColumns.none())
                .withProbability("p", p)
                .withProbability("q", q);
    }

    /**
     * Adds a column of text after the others.
     *
     * @param name the name of the column
     * @param value the value in Vigie's own words by index of the edge; empty text for none
     * @return the table
     */
    public EdgeTable withText(String name, IntFunction<String> value) {
        return new EdgeTable(network, columns.withEdgeText(name, value));
    }

    /**
     * Adds a column of exact numbers after the others.
     *
     * @param name the name of the column
     * @param value the value by index of the edge
     * @return the table
     */
    public EdgeTable withNumber(String name, IntToDoubleFunction value) {
        return new EdgeTable(network, columns.withEdgeNumber(name, value));
    }

    /**
     * Adds a column of probabilities after the others.
     *
     * @param name the name of the column
     * @param value the value by index of the edge; empty where it is not finite
     * @return the table
     */
    public EdgeTable withProbability(String name, IntToDoubleFunction value) {
        return withText(name, e -> {
            double probability = value.applyAsDouble(e);
            return Double.isFinite(probability) ? CsvTable.tenDigits(probability) : "";
        });
    }

    /**
     * Writes the table.
     *
     * @param out where to, buffered; whoever gave it flushes and closes it
     * @param rule what is written for the name of an account
     * @throws IOException if the output throws it
     */
    public void write(Writer out, UnaryOperator<String> rule) throws IOException {
        NetworkFormat.CSV.write(network.withNames(v -> rule.apply(network.account(v))), columns, out);
    }
}
