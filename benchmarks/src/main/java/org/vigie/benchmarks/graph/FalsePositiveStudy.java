/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.graph;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.vigie.graph.backbone.ConfigurationNull;
import org.vigie.graph.backbone.HypergeometricNull;
import org.vigie.graph.backbone.ShuffledNull;
import org.vigie.graph.backbone.Significance;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * What the null models call on data without coordination in time (real actions, times permuted inside accounts) and how
 * many edges of planted rings they find. Arguments: CooRTweet's folder, a file of posts, the number of copies.
 */
public final class FalsePositiveStudy {
    private static final double ALPHA = 0.05;
    private static final int RING = 8;
    private static final int MOST_RING_COPIES = 10;

    private FalsePositiveStudy() {}

    /**
     * A number for each null.
     *
     * @param shuffled the time-shuffled null
     * @param configuration the configuration null
     * @param hypergeometric the hypergeometric null
     * @param joint neither the configuration nor the shuffled null explains the edge: the default
     * @param jointHypergeometric neither the hypergeometric nor the shuffled null does
     */
    public record ByNull(
            double shuffled, double configuration, double hypergeometric, double joint, double jointHypergeometric) {
        private static ByNull of(double[] values) {
            return new ByNull(values[0], values[1], values[2], values[3], values[4]);
        }
    }

    /**
     * False positives on shuffled copies.
     *
     * @param data the data
     * @param window the window in seconds
     * @param edges the mean number of edges of a copy
     * @param share the mean share of its edges with q at most 0.05
     * @param calledOnReal the edges with q at most 0.05 on the data as they are
     */
    public record Calibration(String data, int window, long edges, ByNull share, ByNull calledOnReal) {}

    /**
     * Edges of planted rings that are found.
     *
     * @param data the data
     * @param objects the objects on which the ring acts together
     * @param found the mean share of the ring's edges with q at most 0.05
     */
    public record Power(String data, int objects, ByNull found) {}

    /**
     * Prints two tables in Markdown.
     *
     * @param args as above
     */
    public static void main(String[] args) {
        Map<String, Actions> data = data(Path.of(args[0]), Path.of(args[1]));
        int copies = Integer.parseInt(args[2]);
        String nulls = "shuffled | configuration | hypergeometric | both (default) | hypergeometric and shuffled |";
        System.out.println("| data | window | edges a copy | " + nulls + " calls on the real data, default |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (Calibration c : calibrations(data, copies)) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d s | %,d | %s | %.0f |%n",
                    c.data(),
                    c.window(),
                    c.edges(),
                    cells(c.share()),
                    c.calledOnReal().joint());
        }
        System.out.println("\n| data | objects | " + nulls);
        System.out.println("|---|---|---|---|---|---|---|");
        for (Power p : powers(data, Math.min(copies, MOST_RING_COPIES))) {
            System.out.printf("| %s | %d | %s |%n", p.data(), p.objects(), cells(p.found()));
        }
    }

    private static String cells(ByNull n) {
        return String.format(
                Locale.ROOT,
                "%.3f | %.3f | %.3f | %.3f | %.3f",
                n.shuffled(),
                n.configuration(),
                n.hypergeometric(),
                n.joint(),
                n.jointHypergeometric());
    }

    /**
     * Reads the data of the study.
     *
     * @param cooRTweet CooRTweet's folder
     * @param posts a file of posts
     * @return urls, hashtags and texts
     */
    public static Map<String, Actions> data(Path cooRTweet, Path posts) {
        Map<String, Actions> data = new LinkedHashMap<>();
        data.put("urls", CooRTweetParity.input(cooRTweet));
        data.put("hashtags", Traffic.hashtags(posts));
        data.put("texts", Traffic.texts(posts));
        return data;
    }

    /**
     * Measures false positives.
     *
     * @param data actions by name
     * @param copies the number of shuffled copies
     * @return the shares by data and window
     */
    public static List<Calibration> calibrations(Map<String, Actions> data, int copies) {
        List<Calibration> result = new ArrayList<>();
        data.forEach((name, actions) -> {
            for (int window : new int[] {10, 60, 300}) {
                CoActions engine = engine(window);
                double[] share = new double[5];
                long edges = 0;
                for (int copy = 0; copy < copies; copy++) {
                    List<Significance> results = test(engine, actions.shuffledWithinAccounts(1000 + copy));
                    int count = results.get(0).network().edgeCount();
                    edges += count;
                    for (int i = 0; i < share.length; i++) {
                        share[i] += results.get(i).count(ALPHA) / (double) Math.max(1, count) / copies;
                    }
                }
                double[] called = test(engine, actions).stream()
                        .mapToDouble(s -> s.count(ALPHA))
                        .toArray();
                result.add(new Calibration(name, window, edges / copies, ByNull.of(share), ByNull.of(called)));
            }
        });
        return result;
    }

    private static CoActions engine(int window) {
        return CoActions.withDefaults().withWindow(Duration.ofSeconds(window)).withMinParticipation(0);
    }

    private static List<Significance> test(CoActions engine, Actions actions) {
        Significance shuffled = ShuffledNull.withDefaults().test(engine, actions);
        Significance configuration = ConfigurationNull.withDefaults().test(shuffled.network());
        Significance hypergeometric = HypergeometricNull.withDefaults().test(shuffled.network());
        return List.of(
                shuffled, configuration, hypergeometric, configuration.and(shuffled), hypergeometric.and(shuffled));
    }

    /**
     * Measures power: eight new accounts, as active as others, also act together within 20 seconds on some objects that
     * others use (window 60 seconds).
     *
     * @param data actions by name
     * @param copies the number of shuffled copies that a ring is planted in
     * @return the shares by data and number of objects
     */
    public static List<Power> powers(Map<String, Actions> data, int copies) {
        List<Power> result = new ArrayList<>();
        data.forEach((name, actions) -> {
            for (int objects : new int[] {2, 3, 4, 6, 10}) {
                double[] found = new double[5];
                for (int copy = 0; copy < copies; copy++) {
                    List<Significance> results = test(engine(60), planted(actions, objects, copy));
                    for (int i = 0; i < found.length; i++) {
                        CoordinationNetwork backbone = results.get(i).backbone(ALPHA);
                        int ring = 0;
                        for (int e = 0; e < backbone.edgeCount(); e++) {
                            ring += backbone.account(backbone.source(e)).startsWith("ring ")
                                            && backbone.account(backbone.target(e))
                                                    .startsWith("ring ")
                                    ? 1
                                    : 0;
                        }
                        found[i] += ring / (RING * (RING - 1) / 2.0) / copies;
                    }
                }
                result.add(new Power(name, objects, ByNull.of(found)));
            }
        });
        return result;
    }

    private static Actions planted(Actions actions, int objects, int copy) {
        SplittableRandom random = new SplittableRandom(copy);
        Actions background = actions.shuffledWithinAccounts(2000 + copy);
        Actions.Builder builder = Actions.builder();
        for (int r = 0; r < background.size(); r++) {
            builder.add(
                    background.accountName(background.account(r)),
                    background.objectName(background.object(r)),
                    background.contentName(background.content(r)),
                    background.millis(r));
        }
        for (int i = 0; i < RING * 15; i++) {
            int like = random.nextInt(background.size());
            builder.add(
                    "ring " + i % RING,
                    background.objectName(background.object(like)),
                    "own " + i,
                    background.millis(random.nextInt(background.size())));
        }
        for (int o = 0; o < objects; o++) {
            int like = random.nextInt(background.size());
            for (int a = 0; a < RING; a++) {
                builder.add(
                        "ring " + a,
                        background.objectName(background.object(like)),
                        "together " + o + " " + a,
                        background.millis(like) + random.nextInt(20_000));
            }
        }
        return builder.build();
    }
}
