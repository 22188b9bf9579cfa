/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.score;

import java.util.Arrays;
import org.vigie.core.internal.Checks;
import org.vigie.graph.community.Components;
import org.vigie.graph.community.Partition;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * Scores accounts by the weights of their edges to accounts that score high themselves. The scores are the leading
 * eigenvector of the weighted adjacency, each component on its own, scaled to a maximum of 1 there.
 *
 * <p>The iteration is on the adjacency plus a multiple of the identity, so that it does not oscillate on bipartite
 * components (a star, a pair). The result says whether it converged. Source: P. Bonacich, "Factoring and weighting
 * approaches to status scores and clique identification", 1972. Deviation: per component, so that small groups have
 * scores too.
 *
 * <p>O(e) per iteration. Deterministic. Immutable and thread-safe.
 */
public final class EigenvectorCentrality {
    private static final double SHIFT = 0.15;

    private final int iterations;
    private final double tolerance;

    private EigenvectorCentrality(int iterations, double tolerance) {
        this.iterations = iterations;
        this.tolerance = tolerance;
    }

    /**
     * Returns the measure with at most 2,000 iterations and a tolerance of 1e-7.
     *
     * @return the measure
     */
    public static EigenvectorCentrality withDefaults() {
        return new EigenvectorCentrality(2000, 1e-7);
    }

    /**
     * Returns this measure with another limit of iterations.
     *
     * @param value the most iterations, >= 1
     * @return the measure
     * @throws IllegalArgumentException if the number is below 1
     */
    public EigenvectorCentrality withIterations(int value) {
        Checks.atLeast("iterations", value, 1);
        return new EigenvectorCentrality(value, tolerance);
    }

    /**
     * Returns this measure with another tolerance.
     *
     * @param value the largest change of a score in the last iteration, in (0, 1)
     * @return the measure
     * @throws IllegalArgumentException if the tolerance is not in (0, 1)
     */
    public EigenvectorCentrality withTolerance(double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("tolerance must be in (0, 1) but was " + value);
        }
        return new EigenvectorCentrality(iterations, value);
    }

    /**
     * The scores and how they came about.
     *
     * @param scores the score by account, in [0, 1]
     * @param components the components, each of which has a maximum of 1
     * @param eigenvalues the leading eigenvalue by component
     * @param converged whether the last iteration changed every score by no more than the tolerance
     * @param iterations the number of iterations made
     */
    @SuppressWarnings("ArrayRecordComponent") // columns by account: a list of boxes would be ten times larger
    public record Result(
            double[] scores, Partition components, double[] eigenvalues, boolean converged, int iterations) {
        /**
         * Takes copies of the arrays.
         *
         * @param scores the score by account
         * @param components the components
         * @param eigenvalues the leading eigenvalue by component
         * @param converged whether the iteration converged
         * @param iterations the number of iterations made
         */
        public Result {
            scores = scores.clone();
            eigenvalues = eigenvalues.clone();
        }

        /**
         * Returns the score of every account.
         *
         * @return a new array by account, each in [0, 1]
         */
        @Override
        public double[] scores() {
            return scores.clone();
        }

        /**
         * Returns the leading eigenvalue of every component.
         *
         * @return a new array by component
         */
        @Override
        public double[] eigenvalues() {
            return eigenvalues.clone();
        }
    }

    /**
     * Scores every account.
     *
     * @param network the network
     * @return the scores
     */
    public Result score(CoordinationNetwork network) {
        int n = network.accountCount();
        Partition components = Components.of(network);
        int groups = components.groupCount();
        double[] eigenvalues = new double[groups];
        for (int v = 0; v < n; v++) {
            int c = components.group(v);
            eigenvalues[c] += network.strength(v) / components.size(c);
        }
        double[] shift = new double[groups];
        double[] x = new double[n];
        Arrays.fill(x, 1);
        double[] y = new double[n];
        double[] largest = new double[groups];
        boolean converged = n == 0;
        int done = 0;
        while (!converged && done < iterations) {
            done++;
            // A part of the eigenvalue breaks the tie with its negative; more would only slow the iteration down.
            for (int c = 0; c < groups; c++) {
                shift[c] = SHIFT * eigenvalues[c];
            }
            for (int v = 0; v < n; v++) {
                y[v] = shift[components.group(v)] * x[v];
            }
            for (int e = 0; e < network.edgeCount(); e++) {
                int u = network.source(e);
                int v = network.target(e);
                y[u] += network.weight(e) * x[v];
                y[v] += network.weight(e) * x[u];
            }
            Arrays.fill(largest, 0);
            for (int v = 0; v < n; v++) {
                int c = components.group(v);
                largest[c] = Math.max(largest[c], y[v]);
            }
            for (int c = 0; c < groups; c++) {
                eigenvalues[c] = largest[c] - shift[c];
            }
            double change = 0;
            for (int v = 0; v < n; v++) {
                double max = largest[components.group(v)];
                double scaled = max == 0 ? 0 : y[v] / max;
                change = Math.max(change, Math.abs(scaled - x[v]));
                x[v] = scaled;
            }
            converged = change <= tolerance;
        }
        return new Result(x, components, eigenvalues, converged, done);
    }
}
