/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.vigie.core.stats.Decimal;

/**
 * Columns that a caller adds to the accounts and edges of an exported network. Examples are campaign, community, score,
 * p-value, and the times between which an account was active. Names of columns should be of letters, digits and
 * {@code . - _ :}, as GraphML asks; values may be anything.
 *
 * <p>Immutable; as thread-safe as the functions given.
 */
public final class ExportColumns {
    /** A column of text or of numbers. */
    record Column(String name, boolean numeric, IntFunction<String> value) {
        Column {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    /** The interval in which a node is shown. */
    record Interval(IntFunction<Optional<Instant>> start, IntFunction<Optional<Instant>> end) {
        Interval {
            Objects.requireNonNull(start, "start");
            Objects.requireNonNull(end, "end");
        }
    }

    final List<Column> nodes;
    final List<Column> edges;
    final Optional<Interval> interval;

    private ExportColumns(List<Column> nodes, List<Column> edges, Optional<Interval> interval) {
        this.nodes = nodes;
        this.edges = edges;
        this.interval = interval;
    }

    /**
     * Returns no columns.
     *
     * @return the empty attributes
     */
    public static ExportColumns none() {
        return new ExportColumns(List.of(), List.of(), Optional.empty());
    }

    /**
     * Adds a column of text to accounts.
     *
     * @param name the name of the column
     * @param value the value by index of the account; empty text for none
     * @return the attributes
     */
    public ExportColumns withText(String name, IntFunction<String> value) {
        return new ExportColumns(append(nodes, new Column(name, false, value)), edges, interval);
    }

    /**
     * Adds a column of numbers to accounts.
     *
     * @param name the name of the column
     * @param value the value by index of the account
     * @return the attributes
     */
    public ExportColumns withNumber(String name, IntToDoubleFunction value) {
        return new ExportColumns(append(nodes, new Column(name, true, number(value))), edges, interval);
    }

    /**
     * Adds a column of numbers to edges, such as a q-value.
     *
     * @param name the name of the column
     * @param value the value by index of the edge
     * @return the attributes
     */
    public ExportColumns withEdgeNumber(String name, IntToDoubleFunction value) {
        return new ExportColumns(nodes, append(edges, new Column(name, true, number(value))), interval);
    }

    /**
     * Adds a column of text to edges, such as the campaign of both accounts.
     *
     * @param name the name of the column
     * @param value the value by index of the edge; empty text for none
     * @return the attributes
     */
    public ExportColumns withEdgeText(String name, IntFunction<String> value) {
        return new ExportColumns(nodes, append(edges, new Column(name, false, value)), interval);
    }

    /**
     * Sets when accounts are shown in a dynamic view; without it an account is shown while one of its edges is.
     *
     * @param start the first time by index of the account
     * @param end the last time by index of the account
     * @return the attributes
     */
    public ExportColumns withInterval(IntFunction<Optional<Instant>> start, IntFunction<Optional<Instant>> end) {
        return new ExportColumns(nodes, edges, Optional.of(new Interval(start, end)));
    }

    private static IntFunction<String> number(IntToDoubleFunction value) {
        Objects.requireNonNull(value, "value");
        return i -> Decimal.format(value.applyAsDouble(i));
    }

    private static List<Column> append(List<Column> columns, Column column) {
        List<Column> result = new ArrayList<>(columns);
        result.add(column);
        return List.copyOf(result);
    }

    /** The columns that every export has for edges, then the caller's. */
    static List<Column> edgeColumns(CoordinationNetwork network, List<Column> more) {
        List<Column> result = new ArrayList<>();
        for (Map.Entry<String, IntToDoubleFunction> entry : List.<Map.Entry<String, IntToDoubleFunction>>of(
                Map.entry("co_actions", network::coActions),
                Map.entry("objects", network::objects),
                Map.entry("mean_delta", e -> network.meanDelta(e) / 1000),
                Map.entry("min_delta", e -> network.minDelta(e) / 1000.0),
                Map.entry("source_contents", network::sourceContents),
                Map.entry("target_contents", network::targetContents),
                Map.entry("symmetry", network::symmetry),
                Map.entry("lead", network::lead))) {
            result.add(new Column(entry.getKey(), true, number(entry.getValue())));
        }
        result.addAll(more);
        return result;
    }
}
