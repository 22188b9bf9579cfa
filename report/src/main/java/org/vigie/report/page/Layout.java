/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Places the vertices of a graph: each component by itself by attraction along edges and repulsion of all pairs
 * (T. Fruchterman and E. Reingold, "Graph Drawing by Force-directed Placement", 1991), then the components' discs side
 * by side, the largest in the middle. The generator is seeded and the arithmetic strict: one graph, one picture.
 */
final class Layout {
    private static final double SPACING = 26;
    private static final double GAP = 26;
    private static final double ASPECT = 1.7;
    private static final double GOLDEN_ANGLE = 2.399963229728653;

    final double[] x;
    final double[] y;

    private final int[][] edges;

    /** A component and its size. */
    private static final class Disc {
        final int[] vertices;
        final double radius;

        Disc(int[] vertices, double radius) {
            this.vertices = vertices;
            this.radius = radius;
        }
    }

    private Layout(int vertices, int[][] edges) {
        this.x = new double[vertices];
        this.y = new double[vertices];
        this.edges = edges;
    }

    /**
     * Places vertices 0 to n - 1.
     *
     * @param component the component of each vertex, from 0
     * @param edges pairs of vertices
     */
    static Layout of(int[] component, int[][] edges) {
        Layout layout = new Layout(component.length, edges);
        int components = Arrays.stream(component).max().orElse(-1) + 1;
        List<List<Integer>> members = new ArrayList<>();
        List<List<int[]>> inner = new ArrayList<>();
        for (int c = 0; c < components; c++) {
            members.add(new ArrayList<>());
            inner.add(new ArrayList<>());
        }
        for (int v = 0; v < component.length; v++) {
            members.get(component[v]).add(v);
        }
        for (int[] edge : layout.edges) {
            inner.get(component[edge[0]]).add(edge);
        }
        List<Disc> discs = new ArrayList<>();
        for (int c = 0; c < components; c++) {
            int[] vertices = members.get(c).stream().mapToInt(Integer::intValue).toArray();
            discs.add(layout.place(vertices, inner.get(c)));
        }
        layout.pack(discs);
        return layout;
    }

    private Disc place(int[] vertices, List<int[]> inner) {
        int n = vertices.length;
        double radius = 0.55 * SPACING * StrictMath.sqrt(n) + 4;
        if (n == 1) {
            return new Disc(vertices, radius);
        }
        int[] local = new int[x.length];
        SplittableRandom random = new SplittableRandom(n);
        double[] px = new double[n];
        double[] py = new double[n];
        for (int i = 0; i < n; i++) {
            local[vertices[i]] = i;
            double r = radius * StrictMath.sqrt((i + 0.5) / n);
            px[i] = r * StrictMath.cos(i * GOLDEN_ANGLE) + random.nextDouble();
            py[i] = r * StrictMath.sin(i * GOLDEN_ANGLE) + random.nextDouble();
        }
        int[] degree = new int[n];
        for (int[] edge : inner) {
            degree[local[edge[0]]]++;
            degree[local[edge[1]]]++;
        }
        int rounds = n > 600 ? 90 : 200;
        double[] dx = new double[n];
        double[] dy = new double[n];
        for (int round = 0; round < rounds; round++) {
            Arrays.fill(dx, 0);
            Arrays.fill(dy, 0);
            repel(px, py, dx, dy);
            for (int[] edge : inner) {
                int a = local[edge[0]];
                int b = local[edge[1]];
                attract(a, b, 2 / StrictMath.sqrt(Math.max(degree[a], degree[b])), px, py, dx, dy);
            }
            double heat = radius * 0.15 * (1 - (double) round / rounds) + 0.05;
            for (int i = 0; i < n; i++) {
                dx[i] -= px[i] * 0.02;
                dy[i] -= py[i] * 0.02;
                double length = StrictMath.sqrt(dx[i] * dx[i] + dy[i] * dy[i]) + 1e-9;
                double step = Math.min(heat, length);
                px[i] += dx[i] / length * step;
                py[i] += dy[i] / length * step;
            }
        }
        fit(vertices, px, py, radius);
        return new Disc(vertices, radius);
    }

    private static void repel(double[] px, double[] py, double[] dx, double[] dy) {
        for (int i = 0; i < px.length; i++) {
            for (int j = i + 1; j < px.length; j++) {
                double ex = px[i] - px[j];
                double ey = py[i] - py[j];
                double push = SPACING * SPACING / (ex * ex + ey * ey + 0.01);
                dx[i] += ex * push;
                dy[i] += ey * push;
                dx[j] -= ex * push;
                dy[j] -= ey * push;
            }
        }
    }

    /** Edges of hubs pull less each, or hubs and all around them fall into one point. */
    private static void attract(int a, int b, double strength, double[] px, double[] py, double[] dx, double[] dy) {
        double ex = px[a] - px[b];
        double ey = py[a] - py[b];
        double pull = strength * StrictMath.sqrt(ex * ex + ey * ey) / SPACING;
        dx[a] -= ex * pull;
        dy[a] -= ey * pull;
        dx[b] += ex * pull;
        dy[b] += ey * pull;
    }

    /** Centres a component and fills its disc; far vertices are drawn in, so that one leaf does not shrink the rest. */
    private void fit(int[] vertices, double[] px, double[] py, double radius) {
        double cx = Arrays.stream(px).average().orElse(0);
        double cy = Arrays.stream(py).average().orElse(0);
        double[] distances = new double[vertices.length];
        for (int i = 0; i < vertices.length; i++) {
            distances[i] = StrictMath.sqrt((px[i] - cx) * (px[i] - cx) + (py[i] - cy) * (py[i] - cy));
        }
        double[] sorted = distances.clone();
        Arrays.sort(sorted);
        double full = Math.max(1e-9, sorted[(int) (0.95 * (sorted.length - 1))]);
        for (int i = 0; i < vertices.length; i++) {
            double wanted = Math.min(1, distances[i] / full) * radius;
            double scale = distances[i] == 0 ? 0 : wanted / distances[i];
            x[vertices[i]] = (px[i] - cx) * scale;
            y[vertices[i]] = (py[i] - cy) * scale;
        }
    }

    private void pack(List<Disc> discs) {
        List<Disc> order = new ArrayList<>(discs);
        order.sort(Comparator.comparingDouble((Disc d) -> -d.radius).thenComparingInt(d -> d.vertices[0]));
        List<double[]> placed = new ArrayList<>();
        for (Disc disc : order) {
            double[] centre = centreFor(disc.radius, placed);
            placed.add(new double[] {centre[0], centre[1], disc.radius});
            for (int v : disc.vertices) {
                x[v] += centre[0];
                y[v] += centre[1];
            }
        }
    }

    private static double[] centreFor(double radius, List<double[]> placed) {
        for (int i = 0; ; i++) {
            double r = 7 * StrictMath.sqrt(i);
            double cx = r * StrictMath.cos(i * GOLDEN_ANGLE) * ASPECT;
            double cy = r * StrictMath.sin(i * GOLDEN_ANGLE);
            boolean free = true;
            for (double[] other : placed) {
                double ex = cx - other[0];
                double ey = cy - other[1];
                double least = radius + other[2] + GAP;
                if (ex * ex + ey * ey < least * least) {
                    free = false;
                    break;
                }
            }
            if (free) {
                return new double[] {cx, cy};
            }
        }
    }
}
