/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.graph;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vigie.core.stats.FalseDiscovery;
import org.vigie.graph.backbone.DisparityFilter;
import org.vigie.graph.backbone.HypergeometricNull;
import org.vigie.graph.backbone.Significance;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.coaction.EdgeWeight;
import org.vigie.graph.community.Components;
import org.vigie.graph.community.Leiden;
import org.vigie.graph.community.Louvain;
import org.vigie.graph.network.CoordinationNetwork;
import org.vigie.graph.network.NetworkBuilder;
import org.vigie.graph.score.EigenvectorCentrality;
import org.vigie.graph.score.NodeMeasures;

/**
 * Compares backbones, node measures and communities with reference values of other tools. Arguments: the folder of
 * CooRTweet's data and the folder of the reference values.
 */
public final class MethodParity {
    private static final int ACCOUNTS = 769;

    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<Modularity> modularities = new ArrayList<>();
    private final Path cooRTweet;
    private final Path methods;

    private MethodParity(Path cooRTweet, Path methods) {
        this.cooRTweet = cooRTweet;
        this.methods = methods;
    }

    /**
     * One set of values.
     *
     * @param what the values
     * @param equal how many were found or are equal
     * @param expected how many there should be
     * @param worst the largest difference, relative where the name says so
     */
    public record Comparison(String what, long equal, long expected, double worst) {}

    /**
     * Communities of one network.
     *
     * @param tag the network
     * @param leiden the modularity with the default seed
     * @param leidenMean the mean of 20 seeds
     * @param leidenBest the best of 20 seeds
     * @param leidenReference the best of 20 reference runs
     * @param louvainBest the best of 20 seeds
     * @param louvainReference the best of 20 reference runs
     */
    public record Modularity(
            String tag,
            double leiden,
            double leidenMean,
            double leidenBest,
            double leidenReference,
            double louvainBest,
            double louvainReference) {}

    /**
     * The comparison.
     *
     * @param comparisons values that should be equal
     * @param modularities values that should be as good
     */
    public record Outcome(List<Comparison> comparisons, List<Modularity> modularities) {}

    /**
     * Runs the comparison and prints it.
     *
     * @param args the two folders
     */
    public static void main(String[] args) {
        Outcome outcome = compare(Path.of(args[0]), Path.of(args[1]));
        outcome.comparisons()
                .forEach(c -> System.out.printf(
                        Locale.ROOT,
                        "%-46s %7d of %7d, largest difference %.3g%n",
                        c.what(),
                        c.equal(),
                        c.expected(),
                        c.worst()));
        outcome.modularities()
                .forEach(m -> System.out.printf(
                        Locale.ROOT,
                        "%s Leiden: default %.4f, mean of 20 %.4f, best %.4f, reference %.4f; Louvain best %.4f,"
                                + " reference %.4f%n",
                        m.tag(),
                        m.leiden(),
                        m.leidenMean(),
                        m.leidenBest(),
                        m.leidenReference(),
                        m.louvainBest(),
                        m.louvainReference()));
    }

    /**
     * Compares everything.
     *
     * @param cooRTweet the folder of CooRTweet's data
     * @param methods the folder of the reference values
     * @return what was found
     */
    public static Outcome compare(Path cooRTweet, Path methods) {
        MethodParity parity = new MethodParity(cooRTweet, methods);
        parity.bipartite(CooRTweetParity.input(cooRTweet));
        for (String tag : List.of("russian_tw60_mp2", "russian_tw300_mp2")) {
            parity.disparity(tag);
        }
        Table communities = Table.read(methods.resolve("COMMUNITIES.csv"));
        for (int i = 0; i < communities.size(); i++) {
            String tag = communities.text(i, "tag");
            CoordinationNetwork network = edges(
                    tag.contains("tw10_")
                            ? parity.cooRTweet.resolve("edges_" + tag + ".csv.gz")
                            : methods.resolve("disparity_" + tag + ".csv.gz"));
            parity.nodes(network, tag);
            parity.communities(network, communities, i);
        }
        return new Outcome(List.copyOf(parity.comparisons), List.copyOf(parity.modularities));
    }

    static CoordinationNetwork edges(Path path) {
        Table table = Table.read(path);
        Map<String, Integer> ids = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (int r = 0; r < table.size(); r++) {
            for (String column : List.of("account_id", "account_id_y")) {
                if (ids.putIfAbsent(table.text(r, column), names.size()) == null) {
                    names.add(table.text(r, column));
                }
            }
        }
        NetworkBuilder builder = CoordinationNetwork.builder(names);
        for (int r = 0; r < table.size(); r++) {
            builder.edge(
                    ids.get(table.text(r, "account_id")),
                    ids.get(table.text(r, "account_id_y")),
                    table.number(r, "weight"));
        }
        return builder.build();
    }

    private static Map<String, Integer> byEnds(CoordinationNetwork network) {
        Map<String, Integer> result = new HashMap<>();
        for (int e = 0; e < network.edgeCount(); e++) {
            result.put(key(network.account(network.source(e)), network.account(network.target(e))), e);
        }
        return result;
    }

    private static String key(String a, String b) {
        return a.compareTo(b) < 0 ? a + " " + b : b + " " + a;
    }

    private void report(String what, long compared, long expected, double worst) {
        comparisons.add(new Comparison(what, compared, expected, worst));
    }

    private static Actions select(Actions actions, Set<Integer> accounts, Set<Integer> objects, int alone) {
        Actions.Builder builder = Actions.builder();
        for (int i = 0; i < alone; i++) {
            builder.add("alone " + i, "own " + i, "own content " + i, 0);
        }
        for (int r = 0; r < actions.size(); r++) {
            if (accounts.contains(actions.account(r)) && objects.contains(actions.object(r))) {
                // The reference looks at incidences alone: contents made apart, so that nobody is an object's author.
                builder.add(
                        actions.accountName(actions.account(r)),
                        actions.objectName(actions.object(r)),
                        "content " + r,
                        actions.millis(r));
            }
        }
        return builder.build();
    }

    /** Accounts with 10 distinct objects or more, then objects with 2 such accounts or more. */
    private static Actions supported(Actions actions, int alone) {
        Map<Integer, Set<Integer>> objectsOf = new HashMap<>();
        for (int r = 0; r < actions.size(); r++) {
            objectsOf.computeIfAbsent(actions.account(r), k -> new HashSet<>()).add(actions.object(r));
        }
        objectsOf.values().removeIf(o -> o.size() < 10);
        Map<Integer, Integer> accountsOf = new HashMap<>();
        objectsOf.values().forEach(set -> set.forEach(o -> accountsOf.merge(o, 1, Integer::sum)));
        accountsOf.values().removeIf(m -> m < 2);
        return select(actions, objectsOf.keySet(), accountsOf.keySet(), alone);
    }

    private void bipartite(Actions all) {
        Actions actions = supported(all, 0);
        CoActions engine =
                CoActions.withDefaults().withoutWindow().withMinParticipation(0).withPairLimit(Long.MAX_VALUE);
        // Five of the reference's 769 accounts share no object with another; it counts them among the documents.
        int alone = ACCOUNTS - actions.accountCount();
        CoordinationNetwork cosine = engine.withWeight(EdgeWeight.TFIDF_COSINE).detect(supported(all, alone));
        Map<String, Integer> ends = byEnds(cosine);
        Table table = Table.read(methods.resolve("tfidf_cosine_russian_minsup10.csv.gz"));
        double worst = 0;
        int found = 0;
        for (int r = 0; r < table.size(); r++) {
            Integer e = ends.get(key(table.text(r, "account_id"), table.text(r, "account_id_y")));
            if (e != null) {
                found++;
                worst = Math.max(worst, Math.abs(cosine.weight(e) / table.number(r, "cosine") - 1));
            }
        }
        report("TF-IDF cosine", found, Math.max(table.size(), cosine.edgeCount()), worst);
        Significance svn = HypergeometricNull.withDefaults().test(engine.detect(actions));
        long tests = ACCOUNTS * (ACCOUNTS - 1) / 2;
        double[] p = new double[cosine.edgeCount()];
        Arrays.setAll(p, svn::pValue);
        double[] q = FalseDiscovery.benjaminiHochberg(p, tests);
        table = Table.read(methods.resolve("svn_hypergeom_russian_minsup10.csv.gz"));
        worst = 0;
        found = 0;
        int called = 0;
        for (int r = 0; r < table.size(); r++) {
            Integer e = ends.get(key(table.text(r, "account_id"), table.text(r, "account_id_y")));
            if (e != null) {
                found++;
                worst = Math.max(worst, Math.abs(svn.pValue(e) / table.number(r, "p_value") - 1));
                called += q[e] <= 0.01 == (table.number(r, "bh_0.01") == 1) ? 1 : 0;
            }
        }
        report("SVN p-value (relative)", found, Math.max(table.size(), cosine.edgeCount()), worst);
        long bonferroni = 0;
        for (int e = 0; e < cosine.edgeCount(); e++) {
            bonferroni += svn.pValue(e) * tests <= 0.01 ? 1 : 0;
        }
        report("SVN decisions, Benjamini-Hochberg at 0.01", called, table.size(), 0);
        report("SVN edges, Benjamini-Hochberg at 0.01", count(q, 0.01), 9_798, 0);
        report("SVN edges, Bonferroni at 0.01", bonferroni, 796, 0);
    }

    private static long count(double[] q, double alpha) {
        return Arrays.stream(q).filter(x -> x <= alpha).count();
    }

    private void disparity(String tag) {
        Path path = methods.resolve("disparity_" + tag + ".csv.gz");
        Table table = Table.read(path);
        CoordinationNetwork network = edges(path);
        double[] alphas = DisparityFilter.withDefaults().alphas(network);
        Map<String, Integer> ends = byEnds(network);
        double worst = 0;
        for (int r = 0; r < table.size(); r++) {
            double alpha = alphas[ends.get(key(table.text(r, "account_id"), table.text(r, "account_id_y")))];
            worst = Math.max(worst, Math.abs(alpha - table.number(r, "alpha_min")));
        }
        report("disparity " + tag, table.size(), network.edgeCount(), worst);
    }

    private void nodes(CoordinationNetwork network, String tag) {
        Table table = Table.read(methods.resolve("nodes_" + tag + ".csv.gz"));
        Map<String, Integer> row = new HashMap<>();
        for (int r = 0; r < table.size(); r++) {
            row.put(table.text(r, "account_id"), r);
        }
        EigenvectorCentrality.Result eigen =
                EigenvectorCentrality.withDefaults().withTolerance(1e-11).score(network);
        int leading = 0;
        for (int c = 1; c < eigen.eigenvalues().length; c++) {
            leading = eigen.eigenvalues()[c] > eigen.eigenvalues()[leading] * (1 + 1e-9) ? c : leading;
        }
        int[] coreness = NodeMeasures.coreness(network);
        var components = Components.of(network);
        int exact = 0;
        double worst = 0;
        for (int v = 0; v < network.accountCount(); v++) {
            int r = row.get(network.account(v));
            exact += coreness[v] == table.number(r, "coreness")
                            && network.degree(v) == table.number(r, "degree")
                            && network.strength(v) == table.number(r, "strength")
                            && components.size(components.group(v)) == table.number(r, "component_size")
                    ? 1
                    : 0;
            // The reference scores the component of the largest eigenvalue only and gives the others zero.
            if (components.group(v) == leading) {
                worst = Math.max(worst, Math.abs(eigen.scores()[v] - table.number(r, "eigen")));
            }
        }
        report("coreness, degree, strength, size " + tag, exact, table.size(), 0);
        report(
                "eigenvector " + tag + (eigen.converged() ? "" : " (not converged)"),
                components.size(leading),
                components.size(leading),
                worst);
    }

    private void communities(CoordinationNetwork network, Table table, int i) {
        double best = -1;
        double mean = 0;
        double bestLouvain = -1;
        for (int seed = 1; seed <= 20; seed++) {
            double q = Leiden.withDefaults().withSeed(seed).detect(network).modularity();
            best = Math.max(best, q);
            mean += q / 20;
            bestLouvain = Math.max(
                    bestLouvain,
                    Louvain.withDefaults().withSeed(seed).detect(network).modularity());
        }
        double one = Leiden.withDefaults().detect(network).modularity();
        modularities.add(new Modularity(
                table.text(i, "tag"),
                one,
                mean,
                best,
                table.number(i, "leiden_Q"),
                bestLouvain,
                table.number(i, "louvain_best_Q")));
        report(
                "transitivity " + table.text(i, "tag"),
                1,
                1,
                Math.abs(NodeMeasures.transitivity(network) - table.number(i, "transitivity")));
    }
}
