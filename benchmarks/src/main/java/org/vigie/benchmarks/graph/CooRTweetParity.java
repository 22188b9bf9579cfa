/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.graph;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.compat.CooRTweet;
import org.vigie.graph.compat.CooRTweetNetwork;
import org.vigie.graph.compat.CooRTweetPairs;

/**
 * Compares every edge, pair, statistic and threshold with CooRTweet's own output, and times the detection. Argument: the
 * folder with its input and outputs. Exits with 1 if anything differs.
 */
public final class CooRTweetParity {
    private final List<String> differences = new ArrayList<>();
    private final Path folder;
    private final Actions actions;

    private CooRTweetParity(Path folder) {
        this.folder = folder;
        this.actions = input(folder);
    }

    /**
     * One setting.
     *
     * @param tag its name in the reference
     * @param pairs the number of pairs
     * @param edges the number of edges
     * @param seconds the least time of 15 runs in this process
     * @param reference CooRTweet's CPU seconds
     */
    public record Run(String tag, int pairs, int edges, double seconds, double reference) {
        /**
         * Returns how many times as fast as CooRTweet it was.
         *
         * @return the ratio
         */
        public double speedup() {
            return reference / seconds;
        }
    }

    /**
     * The comparison.
     *
     * @param runs every setting
     * @param differences what differs, empty if everything is equal
     */
    public record Outcome(List<Run> runs, List<String> differences) {}

    /**
     * Runs the comparison and prints it.
     *
     * @param args the folder
     */
    public static void main(String[] args) {
        Outcome outcome = compare(Path.of(args[0]));
        outcome.runs()
                .forEach(r -> System.out.printf(
                        Locale.ROOT,
                        "%-24s %5d pairs %5d edges  %.4f s, %.0f times as fast%n",
                        r.tag(),
                        r.pairs(),
                        r.edges(),
                        r.seconds(),
                        r.speedup()));
        outcome.differences().stream().limit(40).forEach(System.out::println);
        int count = outcome.differences().size();
        System.out.println(count == 0 ? "everything is equal" : count + " differences");
        if (count > 0) {
            System.exit(1);
        }
    }

    /**
     * Compares everything.
     *
     * @param folder the folder with the package's input and outputs
     * @return what was found
     */
    public static Outcome compare(Path folder) {
        CooRTweetParity parity = new CooRTweetParity(folder);
        List<Run> runs = parity.runs();
        for (String tag : List.of("russian_tw10_mp2", "russian_tw60_mp2")) {
            CooRTweetPairs pairs = engine(tag).detect(parity.actions);
            parity.pairs(Table.read(folder.resolve("pairs_" + tag + ".csv.gz")), pairs, tag);
            CooRTweetNetwork network = pairs.network(0.5);
            for (boolean full : new boolean[] {false, true}) {
                parity.accounts(network, tag, full);
                parity.groups(network, tag, full);
            }
        }
        parity.thresholds(Table.read(folder.resolve("THRESHOLDS.csv")));
        parity.fast();
        return new Outcome(runs, List.copyOf(parity.differences));
    }

    private List<Run> runs() {
        Table summary = Table.read(folder.resolve("SUMMARY.csv"));
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < summary.size(); i++) {
            String tag = summary.text(i, "tag");
            long best = Long.MAX_VALUE;
            CooRTweet engine = engine(tag);
            CooRTweetPairs pairs = engine.detect(actions);
            CooRTweetNetwork network = pairs.network(0.5);
            for (int run = 0; run < 15; run++) {
                long start = System.nanoTime();
                pairs = engine.detect(actions);
                network = pairs.network(0.5);
                best = Math.min(best, System.nanoTime() - start);
            }
            double theirs = summary.number(i, "cpu_detect") + summary.number(i, "cpu_net");
            runs.add(new Run(tag, pairs.size(), network.edges().size(), best / 1e9, theirs));
            check(pairs.size() == (int) summary.number(i, "pairs"), tag, "pairs");
            edges(Table.read(folder.resolve("edges_" + tag + ".csv.gz")), network, tag);
        }
        return runs;
    }

    static Actions input(Path folder) {
        Table input = Table.read(folder.resolve("input_russian.csv.gz"));
        Actions.Builder builder = Actions.builder();
        for (int r = 0; r < input.size(); r++) {
            builder.add(
                    input.text(r, "account_id"),
                    input.text(r, "object_id"),
                    input.text(r, "content_id"),
                    Long.parseLong(input.text(r, "timestamp_share")) * 1000);
        }
        return builder.build();
    }

    private static CooRTweet engine(String tag) {
        String rest = tag.substring(tag.indexOf("_tw") + 3);
        int mp = rest.indexOf("_mp");
        return CooRTweet.withDefaults()
                .withWindow(Duration.ofSeconds(Long.parseLong(rest.substring(0, mp))))
                .withMinParticipation(rest.charAt(mp + 3) - '0')
                .withRemoveLoops(!tag.endsWith("_loops"));
    }

    private void check(boolean equal, String tag, String what) {
        if (!equal) {
            differences.add(tag + ": different " + what);
        }
    }

    private static boolean close(double a, double b) {
        return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
    }

    private void edges(Table table, CooRTweetNetwork network, String tag) {
        Map<List<String>, CooRTweetNetwork.Edge> byEnds = byEnds(network);
        check(table.size() == byEnds.size(), tag, "number of edges");
        for (int r = 0; r < table.size(); r++) {
            // The orientation too: the package's group statistics hang on it.
            CooRTweetNetwork.Edge e = byEnds.get(List.of(table.text(r, "account_id"), table.text(r, "account_id_y")));
            check(
                    e != null
                            && e.weight() == table.number(r, "weight")
                            && close(e.avgTimeDelta(), table.number(r, "avg_time_delta"))
                            && e.olderContents() == table.number(r, "n_content_id")
                            && e.newerContents() == table.number(r, "n_content_id_y")
                            && close(e.symmetry(), table.number(r, "edge_symmetry_score")),
                    tag,
                    "edge " + r);
        }
    }

    private static Map<List<String>, CooRTweetNetwork.Edge> byEnds(CooRTweetNetwork network) {
        Map<List<String>, CooRTweetNetwork.Edge> result = new HashMap<>();
        for (CooRTweetNetwork.Edge e : network.edges()) {
            result.put(List.of(e.from(), e.to()), e);
        }
        return result;
    }

    private void pairs(Table table, CooRTweetPairs pairs, String tag) {
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        for (int r = 0; r < table.size(); r++) {
            expected.add(String.join(
                    " ",
                    table.text(r, "object_id"),
                    table.text(r, "content_id"),
                    table.text(r, "content_id_y"),
                    table.text(r, "time_delta"),
                    table.text(r, "account_id"),
                    table.text(r, "account_id_y")));
        }
        for (int i = 0; i < pairs.size(); i++) {
            int p = pairs.older(i);
            int q = pairs.newer(i);
            actual.add(String.join(
                    " ",
                    actions.objectName(actions.object(p)),
                    actions.contentName(actions.content(p)),
                    actions.contentName(actions.content(q)),
                    Long.toString(pairs.delta(i) / 1000),
                    actions.accountName(actions.account(p)),
                    actions.accountName(actions.account(q))));
        }
        expected.sort(null);
        actual.sort(null);
        check(expected.equals(actual), tag, "pairs");
    }

    private void accounts(CooRTweetNetwork network, String tag, boolean full) {
        String name = (full ? "account_stats_full_q0.5_" : "account_stats_none_") + tag + ".csv.gz";
        Table table = Table.read(folder.resolve(name));
        List<CooRTweetNetwork.AccountStatistics> statistics = network.accountStatistics(full);
        check(table.size() == statistics.size(), name, "number of rows");
        for (int r = 0; r < Math.min(table.size(), statistics.size()); r++) {
            CooRTweetNetwork.AccountStatistics s = statistics.get(r);
            check(
                    s.account().equals(table.text(r, "account_id"))
                            && close(s.avgTimeDelta(), table.number(r, "avg_time_delta"))
                            && close(s.avgSymmetry(), table.number(r, "avg_edge_symmetry_score"))
                            && s.uniqueShares() == table.number(r, "unique_shares_count"),
                    name,
                    "row " + r);
        }
    }

    private void groups(CooRTweetNetwork network, String tag, boolean full) {
        String name = (full ? "group_stats_full_q0.5_" : "group_stats_none_q0.5_") + tag + ".csv.gz";
        Table table = Table.read(folder.resolve(name));
        Map<String, Integer> byObject = new HashMap<>();
        network.groupStatistics(full).forEach(g -> byObject.put(g.object(), g.accounts()));
        check(table.size() == byObject.size(), name, "number of rows");
        for (int r = 0; r < table.size(); r++) {
            Integer accounts = byObject.get(table.text(r, "object_id"));
            check(accounts != null && accounts == table.number(r, "num_accounts"), name, "row " + r);
        }
    }

    private void thresholds(Table table) {
        Map<String, CooRTweetPairs> byTag = new HashMap<>();
        for (int r = 0; r < table.size(); r++) {
            String tag = table.text(r, "tag");
            CooRTweetNetwork network =
                    byTag.computeIfAbsent(tag, t -> engine(t).detect(actions)).network(table.number(r, "edge_weight"));
            long over = network.edges().stream()
                    .filter(CooRTweetNetwork.Edge::aboveThreshold)
                    .count();
            check(
                    close(network.threshold(), table.number(r, "threshold")) && over == table.number(r, "edges_over"),
                    tag,
                    "threshold at " + table.text(r, "edge_weight"));
        }
    }

    private void fast() {
        CooRTweetPairs all = engine("russian_tw60_mp2").detect(actions);
        CooRTweetNetwork full = all.network(0.5);
        CooRTweetNetwork fast = all.faster(Duration.ofSeconds(10)).network(0.5);
        Map<List<String>, CooRTweetNetwork.Edge> fulls = byEnds(full);
        Map<List<String>, CooRTweetNetwork.Edge> fasts = byEnds(fast);
        Table table = Table.read(folder.resolve("fastnet_sub0_russian_tw60_mp2_fast10_q0.5.csv.gz"));
        int fastEdges = 0;
        check(table.size() == full.edges().size(), "fast network", "number of edges");
        for (int r = 0; r < table.size(); r++) {
            List<String> ends = List.of(table.text(r, "from"), table.text(r, "to"));
            List<String> swapped = List.of(ends.get(1), ends.get(0));
            CooRTweetNetwork.Edge f = fulls.getOrDefault(ends, fulls.get(swapped));
            check(same(table, r, f, "_full"), "fast network", "full edge " + r);
            CooRTweetNetwork.Edge g = fasts.getOrDefault(ends, fasts.get(swapped));
            boolean absent = table.text(r, "weight_fast").isEmpty();
            fastEdges += absent ? 0 : 1;
            check(absent ? g == null : same(table, r, g, "_fast"), "fast network", "fast edge " + r);
        }
        check(fastEdges == fast.edges().size(), "fast network", "number of fast edges");
        Table above = Table.read(folder.resolve("fastnet_sub2_russian_tw60_mp2_fast10_q0.5.csv.gz"));
        check(
                above.size()
                        == fast.edges().stream()
                                .filter(CooRTweetNetwork.Edge::aboveThreshold)
                                .count(),
                "fast network",
                "number of edges above the threshold");
        Set<Set<String>> context = new HashSet<>();
        full.context(fast).forEach(e -> context.add(Set.of(e.from(), e.to())));
        Table around = Table.read(folder.resolve("fastnet_sub3_russian_tw60_mp2_fast10_q0.5.csv.gz"));
        check(around.size() == context.size(), "fast network", "number of edges of the context");
        for (int r = 0; r < around.size(); r++) {
            List<String> ends = List.of(around.text(r, "from"), around.text(r, "to"));
            check(context.contains(Set.copyOf(ends)), "fast network", "context edge " + r);
        }
    }

    private static boolean same(Table table, int r, CooRTweetNetwork.Edge e, String suffix) {
        return e != null
                && e.weight() == table.number(r, "weight" + suffix)
                && close(e.avgTimeDelta(), table.number(r, "avg_time_delta" + suffix))
                && e.olderContents() == table.number(r, "n_content_id" + suffix)
                && e.newerContents() == table.number(r, "n_content_id_y" + suffix)
                && close(e.symmetry(), table.number(r, "edge_symmetry_score" + suffix))
                && (e.aboveThreshold() ? 1 : 0) == table.number(r, "weight_threshold" + suffix);
    }
}
