/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.core.search.DisjointSets;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * The geometry of the network: accounts as dots, campaigns as colours, the strongest edges as lines.
 *
 * @param accounts how many accounts have an edge
 * @param drawn how many of them are drawn
 * @param apart how many accounts of campaigns have no edge, and so no dot
 */
record NetworkPicture(
        String viewBox,
        List<Lines> lines,
        List<Dot> dots,
        List<Label> labels,
        int accounts,
        int drawn,
        int apart,
        List<Row> table) {
    private static final int MAX_ACCOUNTS = 1_200;
    private static final int MAX_OTHERS = 250;
    private static final int MAX_EDGES = 5_000;
    private static final double MARGIN = 30;
    /** How far a name stands above its dot. */
    private static final double ABOVE = 12;
    /** What a name such as C12 takes. */
    private static final double LABEL_WIDTH = 46;

    private static final double LABEL_HEIGHT = 24;

    private static final double MIN_WIDTH = 700;
    private static final double MIN_HEIGHT = 320;

    /** All edges of one colour as one path. */
    record Lines(String css, String path) {}

    /** An account. */
    record Dot(String x, String y, String radius, String css, String title) {}

    /** A campaign's name. */
    record Label(String x, String y, String text, String css) {}

    /**
     * A row of the table behind the picture: a campaign, the lines between two of them, or the rest.
     *
     * @param campaign its name; empty for the rest
     * @param other the name of the other one; empty unless the lines are between two
     * @param accounts how many accounts; 0 for lines between two campaigns, whose accounts are counted there
     */
    record Row(String campaign, String other, int accounts, int edges, double meanObjects) {
        boolean isBetween() {
            return !other.isEmpty();
        }
    }

    /** Whether lines join accounts that have no campaign in common: they have no colour. */
    boolean hasUnowned() {
        return table.stream().anyMatch(r -> r.edges > 0 && (r.isBetween() || r.campaign.isEmpty()));
    }

    static NetworkPicture of(View view) {
        CoordinationNetwork network = view.edges().network();
        int[] chosen = choose(view);
        int[] place = new int[network.accountCount()];
        Arrays.fill(place, -1);
        for (int i = 0; i < chosen.length; i++) {
            place[chosen[i]] = i;
        }
        int[] edges = IntStream.range(0, network.edgeCount())
                .filter(e -> place[network.source(e)] >= 0 && place[network.target(e)] >= 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer e) -> -network.objects(e))
                        .thenComparing(e -> e))
                .mapToInt(Integer::intValue)
                .toArray();
        int[][] pairs = Arrays.stream(edges)
                .mapToObj(e -> new int[] {place[network.source(e)], place[network.target(e)]})
                .toArray(int[][]::new);
        Layout layout = Layout.of(components(chosen.length, pairs), pairs);
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            int c = view.campaign(chosen[i]);
            double radius = c < 0 ? 3 : 3.5 + 0.8 * StrictMath.log(1 + network.degree(chosen[i]));
            dots.add(new Dot(
                    Svg.number(layout.x[i]),
                    Svg.number(layout.y[i]),
                    Svg.number(radius),
                    c < 0 ? "none" : Svg.css(c),
                    network.account(chosen[i]) + (c < 0 ? "" : " \u00B7 " + view.id(c))));
        }
        return new NetworkPicture(
                viewBox(layout),
                lines(view, edges, place, layout),
                dots,
                labels(view, chosen, layout),
                network.accountCount(),
                chosen.length,
                apart(view),
                table(view));
    }

    /** Accounts of campaigns first, then those with most edges. */
    private static int[] choose(View view) {
        CoordinationNetwork network = view.edges().network();
        int members = (int) IntStream.range(0, network.accountCount())
                .filter(v -> view.campaign(v) >= 0)
                .count();
        return IntStream.range(0, network.accountCount())
                .boxed()
                .sorted(Comparator.comparing((Integer v) -> view.campaign(v) < 0)
                        .thenComparing(v -> -network.degree(v))
                        .thenComparing(v -> v))
                .limit(Math.min(MAX_ACCOUNTS, members + (long) MAX_OTHERS))
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    private static int apart(View view) {
        BitSet members = new BitSet();
        view.findings().campaigns().forEach(c -> c.members().forEach(m -> members.set(m.account())));
        for (int v = 0; v < view.edges().network().accountCount(); v++) {
            members.clear(view.account(v));
        }
        return members.cardinality();
    }

    private static int[] components(int vertices, int[][] edges) {
        DisjointSets sets = DisjointSets.of(vertices);
        for (int[] edge : edges) {
            sets.union(edge[0], edge[1]);
        }
        int[] component = new int[vertices];
        int components = 0;
        for (int v = 0; v < vertices; v++) {
            int first = sets.find(v); // the smallest of its component, so it has its number already
            component[v] = first == v ? components++ : component[first];
        }
        return component;
    }

    private static List<Lines> lines(View view, int[] edges, int[] place, Layout layout) {
        Map<String, StringBuilder> paths = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(MAX_EDGES, edges.length); i++) {
            int e = edges[i];
            int s = place[view.edges().network().source(e)];
            int t = place[view.edges().network().target(e)];
            int c = view.campaignOfEdge(e);
            paths.computeIfAbsent(c < 0 ? "none" : Svg.css(c), k -> new StringBuilder())
                    .append('M')
                    .append(Svg.number(layout.x[s]))
                    .append(' ')
                    .append(Svg.number(layout.y[s]))
                    .append('L')
                    .append(Svg.number(layout.x[t]))
                    .append(' ')
                    .append(Svg.number(layout.y[t]));
        }
        List<Lines> lines = new ArrayList<>();
        paths.forEach((css, path) -> lines.add(new Lines(css, path.toString())));
        return lines;
    }

    private static List<Label> labels(View view, int[] chosen, Layout layout) {
        List<Label> labels = new ArrayList<>();
        List<Integer> named = new ArrayList<>();
        for (int c = 0; c < view.findings().campaigns().size(); c++) {
            int campaign = c;
            int[] dots = IntStream.range(0, chosen.length)
                    .filter(i -> view.campaign(chosen[i]) == campaign)
                    .toArray();
            if (dots.length > 0) {
                int at = named(dots, layout.x, layout.y, named);
                named.add(at);
                labels.add(
                        new Label(Svg.number(layout.x[at]), Svg.number(layout.y[at] - ABOVE), view.id(c), Svg.css(c)));
            }
        }
        return labels;
    }

    /**
     * The dot of a campaign that is nearest to its middle: the middle itself may be among dots of another one. Dots whose
     * name would cover one that is there already, as in a campaign within a larger one, come after all others.
     */
    static int named(int[] dots, double[] x, double[] y, List<Integer> others) {
        double middleX = IntStream.of(dots).mapToDouble(i -> x[i]).average().orElseThrow();
        double middleY = IntStream.of(dots).mapToDouble(i -> y[i]).average().orElseThrow();
        return IntStream.of(dots)
                .boxed()
                .min(Comparator.comparing((Integer i) -> others.stream()
                                .anyMatch(o ->
                                        Math.abs(x[i] - x[o]) < LABEL_WIDTH && Math.abs(y[i] - y[o]) < LABEL_HEIGHT))
                        .thenComparingDouble(i -> square(x[i] - middleX) + square(y[i] - middleY)))
                .orElseThrow();
    }

    private static double square(double number) {
        return number * number;
    }

    private static String viewBox(Layout layout) {
        double left = Arrays.stream(layout.x).min().orElse(0) - MARGIN;
        double right = Arrays.stream(layout.x).max().orElse(0) + MARGIN;
        double top = Arrays.stream(layout.y).min().orElse(0) - MARGIN;
        double bottom = Arrays.stream(layout.y).max().orElse(0) + MARGIN;
        double padX = Math.max(0, MIN_WIDTH - (right - left)) / 2;
        double padY = Math.max(0, MIN_HEIGHT - (bottom - top)) / 2;
        return Svg.number(left - padX) + " " + Svg.number(top - padY) + " " + Svg.number(right - left + 2 * padX) + " "
                + Svg.number(bottom - top + 2 * padY);
    }

    /** Edges are of the campaign that both ends are in, else between those of either end, else of the rest. */
    private static List<Row> table(View view) {
        CoordinationNetwork network = view.edges().network();
        int groups = view.findings().campaigns().size();
        int[] accounts = new int[groups + 1];
        for (int v = 0; v < network.accountCount(); v++) {
            int c = view.campaign(v);
            accounts[c < 0 ? groups : c]++;
        }
        Sums[] own = Stream.generate(Sums::new).limit(groups + 1L).toArray(Sums[]::new);
        Map<Pair, Sums> between = new HashMap<>();
        for (int e = 0; e < network.edgeCount(); e++) {
            int c = view.campaignOfEdge(e);
            int source = view.campaign(network.source(e));
            int target = view.campaign(network.target(e));
            Sums sums = c >= 0
                    ? own[c]
                    : source < 0 || target < 0
                            ? own[groups]
                            : between.computeIfAbsent(
                                    new Pair(Math.min(source, target), Math.max(source, target)), k -> new Sums());
            sums.edges++;
            sums.objects += network.objects(e);
        }
        List<Row> rows = new ArrayList<>();
        for (int c = 0; c < groups; c++) {
            rows.add(own[c].row(view.id(c), "", accounts[c]));
        }
        between.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparingInt(Pair::first).thenComparingInt(Pair::second)))
                .forEach(e -> rows.add(e.getValue().row(view.id(e.getKey().first), view.id(e.getKey().second), 0)));
        rows.add(own[groups].row("", "", accounts[groups]));
        return rows;
    }

    /** Two campaigns by their indices, the smaller one first. */
    private record Pair(int first, int second) {}

    /** What is added up for a row. */
    private static final class Sums {
        private int edges;
        private double objects;

        Row row(String campaign, String other, int accounts) {
            return new Row(campaign, other, accounts, edges, edges == 0 ? 0 : objects / edges);
        }
    }
}
