/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.network;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The columns of the edges: one primitive array per attribute, grown together, so that an edge costs no object. */
final class EdgeColumns {
    int size;
    int[] source;
    int[] target;
    double[] weight;
    int[] coActions;
    int[] objects;
    long[] sumDelta;
    long[] minDelta;
    int[] sourceContents;
    int[] targetContents;
    int[] twiceLead;
    long[] first;
    long[] last;

    EdgeColumns(int capacity) {
        source = new int[capacity];
        target = new int[capacity];
        weight = new double[capacity];
        coActions = new int[capacity];
        objects = new int[capacity];
        sumDelta = new long[capacity];
        minDelta = new long[capacity];
        sourceContents = new int[capacity];
        targetContents = new int[capacity];
        twiceLead = new int[capacity];
        first = new long[capacity];
        last = new long[capacity];
    }

    void resize(int capacity) {
        source = Arrays.copyOf(source, capacity);
        target = Arrays.copyOf(target, capacity);
        weight = Arrays.copyOf(weight, capacity);
        coActions = Arrays.copyOf(coActions, capacity);
        objects = Arrays.copyOf(objects, capacity);
        sumDelta = Arrays.copyOf(sumDelta, capacity);
        minDelta = Arrays.copyOf(minDelta, capacity);
        sourceContents = Arrays.copyOf(sourceContents, capacity);
        targetContents = Arrays.copyOf(targetContents, capacity);
        twiceLead = Arrays.copyOf(twiceLead, capacity);
        first = Arrays.copyOf(first, capacity);
        last = Arrays.copyOf(last, capacity);
    }

    void trim() {
        if (source.length != size) {
            resize(size);
        }
    }

    /** Appends the given edge of other columns. */
    void append(EdgeColumns from, int edge) {
        source[size] = from.source[edge];
        target[size] = from.target[edge];
        weight[size] = from.weight[edge];
        coActions[size] = from.coActions[edge];
        objects[size] = from.objects[edge];
        sumDelta[size] = from.sumDelta[edge];
        minDelta[size] = from.minDelta[edge];
        sourceContents[size] = from.sourceContents[edge];
        targetContents[size] = from.targetContents[edge];
        twiceLead[size] = from.twiceLead[edge];
        first[size] = from.first[edge];
        last[size] = from.last[edge];
        size++;
    }

    EdgeColumns select(IntPredicate kept) {
        int[] retained = IntStream.range(0, size).filter(kept).toArray();
        EdgeColumns result = new EdgeColumns(retained.length);
        for (int e : retained) {
            result.append(this, e);
        }
        return result;
    }

    void append(Edge edge) {
        source[size] = edge.source();
        target[size] = edge.target();
        weight[size] = edge.weight();
        coActions[size] = edge.coActions();
        objects[size] = edge.objects();
        sumDelta[size] = edge.sumDelta();
        minDelta[size] = edge.minDelta();
        sourceContents[size] = edge.sourceContents();
        targetContents[size] = edge.targetContents();
        twiceLead[size] = edge.twiceLead();
        first[size] = edge.first();
        last[size] = edge.last();
        size++;
    }

    Edge edge(int e) {
        return new Edge(
                source[e],
                target[e],
                weight[e],
                coActions[e],
                objects[e],
                sumDelta[e],
                minDelta[e],
                sourceContents[e],
                targetContents[e],
                twiceLead[e],
                first[e],
                last[e]);
    }

    /** Whether edges come by source and then target, each pair once. */
    boolean isSorted() {
        for (int e = 1; e < size; e++) {
            if (key(e - 1) >= key(e)) {
                return false;
            }
        }
        return true;
    }

    EdgeColumns sorted() {
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> Long.compare(key(a), key(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        EdgeColumns result = new EdgeColumns(size);
        for (int e : order) {
            result.append(this, e);
        }
        return result;
    }

    private long key(int edge) {
        return ((long) source[edge] << 32) | target[edge];
    }

    boolean sameAs(EdgeColumns that) {
        return Arrays.equals(source, that.source)
                && Arrays.equals(target, that.target)
                && Arrays.equals(weight, that.weight)
                && Arrays.equals(coActions, that.coActions)
                && Arrays.equals(objects, that.objects)
                && Arrays.equals(sumDelta, that.sumDelta)
                && Arrays.equals(minDelta, that.minDelta)
                && Arrays.equals(sourceContents, that.sourceContents)
                && Arrays.equals(targetContents, that.targetContents)
                && Arrays.equals(twiceLead, that.twiceLead)
                && Arrays.equals(first, that.first)
                && Arrays.equals(last, that.last);
    }
}
