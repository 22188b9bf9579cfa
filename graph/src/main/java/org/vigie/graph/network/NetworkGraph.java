/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.network;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgrapht.GraphType;
import org.jgrapht.graph.AbstractGraph;
import org.jgrapht.graph.DefaultGraphType;
import org.jspecify.annotations.Nullable;

/** The read-only JGraphT view of a network. */
@SuppressWarnings("NullAway") // JGraphT says "no edge" and "no supplier" with null
final class NetworkGraph extends AbstractGraph<Integer, Integer> {
    private final CoordinationNetwork network;

    NetworkGraph(CoordinationNetwork network) {
        this.network = network;
    }

    @Override
    public Set<Integer> getAllEdges(Integer source, Integer target) {
        if (!containsVertex(source) || !containsVertex(target)) {
            return null;
        }
        Integer edge = getEdge(source, target);
        return edge == null ? Set.of() : Set.of(edge);
    }

    @Override
    public @Nullable Integer getEdge(Integer source, Integer target) {
        if (!containsVertex(source) || !containsVertex(target)) {
            return null;
        }
        var edge = network.findEdge(source, target);
        return edge.isPresent() ? edge.getAsInt() : null;
    }

    @Override
    public @Nullable Supplier<Integer> getVertexSupplier() {
        return null;
    }

    @Override
    public @Nullable Supplier<Integer> getEdgeSupplier() {
        return null;
    }

    @Override
    public boolean containsEdge(Integer edge) {
        return edge != null && edge >= 0 && edge < network.edgeCount();
    }

    @Override
    public boolean containsVertex(Integer account) {
        return account != null && account >= 0 && account < network.accountCount();
    }

    @Override
    public Set<Integer> edgeSet() {
        return new Range(network.edgeCount());
    }

    @Override
    public Set<Integer> vertexSet() {
        return new Range(network.accountCount());
    }

    @Override
    public int degreeOf(Integer account) {
        assertVertexExist(account);
        return network.degree(account);
    }

    @Override
    public Set<Integer> edgesOf(Integer account) {
        assertVertexExist(account);
        return Collections.unmodifiableSet(Arrays.stream(network.edgesOf(account))
                .boxed()
                .collect(Collectors.<Integer, Set<Integer>>toCollection(LinkedHashSet::new)));
    }

    @Override
    public int inDegreeOf(Integer account) {
        return degreeOf(account);
    }

    @Override
    public Set<Integer> incomingEdgesOf(Integer account) {
        return edgesOf(account);
    }

    @Override
    public int outDegreeOf(Integer account) {
        return degreeOf(account);
    }

    @Override
    public Set<Integer> outgoingEdgesOf(Integer account) {
        return edgesOf(account);
    }

    @Override
    public Integer getEdgeSource(Integer edge) {
        return network.source(edge);
    }

    @Override
    public Integer getEdgeTarget(Integer edge) {
        return network.target(edge);
    }

    @Override
    public double getEdgeWeight(Integer edge) {
        return network.weight(edge);
    }

    @Override
    public GraphType getType() {
        return new DefaultGraphType.Builder()
                .undirected()
                .weighted(true)
                .allowMultipleEdges(false)
                .allowSelfLoops(false)
                .allowCycles(true)
                .modifiable(false)
                .build();
    }

    @Override
    public Integer addEdge(Integer source, Integer target) {
        throw unmodifiable();
    }

    @Override
    public boolean addEdge(Integer source, Integer target, Integer edge) {
        throw unmodifiable();
    }

    @Override
    public Integer addVertex() {
        throw unmodifiable();
    }

    @Override
    public boolean addVertex(Integer account) {
        throw unmodifiable();
    }

    @Override
    public Integer removeEdge(Integer source, Integer target) {
        throw unmodifiable();
    }

    @Override
    public boolean removeEdge(Integer edge) {
        throw unmodifiable();
    }

    @Override
    public boolean removeVertex(Integer account) {
        throw unmodifiable();
    }

    @Override
    public void setEdgeWeight(Integer edge, double weight) {
        throw unmodifiable();
    }

    private static UnsupportedOperationException unmodifiable() {
        return new UnsupportedOperationException("a coordination network cannot be changed");
    }

    /** The ints below a bound as a set. */
    private static final class Range extends AbstractSet<Integer> {
        private final int size;

        Range(int size) {
            this.size = size;
        }

        @Override
        public boolean contains(Object o) {
            return o instanceof Integer i && i >= 0 && i < size;
        }

        @Override
        public Iterator<Integer> iterator() {
            return IntStream.range(0, size).iterator();
        }

        @Override
        public int size() {
            return size;
        }
    }
}
