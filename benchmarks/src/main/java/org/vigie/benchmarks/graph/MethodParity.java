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

    private MethodParity() {}

    /**
     * Runs the comparison.
     *
     * @param args the two folders
     */
    public static void main(String[] args) {
        Path methods = Path.of(args[1]);
        bipartite(CooRTweetParity.input(Path.of(args[0])), methods);
        for (String tag : List.of("russian_tw60_mp2", "russian_tw300_mp2")) {
            disparity(methods, tag);
        }
        Table communities = Table.read(methods.resolve("COMMUNITIES.csv"));
        for (int i = 0; i < communities.size(); i++) {
            String tag = communities.text(i, "tag");
            if (tag.contains("tw10_")) {
                CoordinationNetwork network = edges(Path.of(args[0]).resolve("edges_" + tag + ".csv.gz"));
                nodes(network, methods, tag);
                communities(network, communities, i);
            } else {
                CoordinationNetwork network = edges(methods.resolve("disparity_" + tag + ".csv.gz"));
                nodes(network, methods, tag);
                communities(network, communities, i);
            }
        }
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

    private static void report(String what, int compared, int expected, double worst) {
        System.out.printf(Locale.ROOT, "%-40s %7d of %7d, largest difference %.3g%n", what, compared, expected, worst);
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

    private static void bipartite(Actions all, Path methods) {
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
        System.out.printf(
                Locale.ROOT,
                "  accounts %d, objects %d, tests %d, BH edges at 0.01 %d, decisions equal %d, Bonferroni %d%n",
                cosine.population().accounts(),
                svn.network().population().objects(),
                tests,
                Arrays.stream(q).filter(x -> x <= 0.01).count(),
                called,
                bonferroni);
    }

    private static void disparity(Path methods, String tag) {
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

    private static void nodes(CoordinationNetwork network, Path methods, String tag) {
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

    private static void communities(CoordinationNetwork network, Table table, int i) {
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
        System.out.printf(
                Locale.ROOT,
                "%s Leiden: default %.4f, mean of 20 %.4f, best %.4f, reference %.4f; Louvain best %.4f, reference %.4f;"
                        + " transitivity %.12f, reference %s%n",
                table.text(i, "tag"),
                one,
                mean,
                best,
                table.number(i, "leiden_Q"),
                bestLouvain,
                table.number(i, "louvain_best_Q"),
                NodeMeasures.transitivity(network),
                table.text(i, "transitivity"));
    }
}
