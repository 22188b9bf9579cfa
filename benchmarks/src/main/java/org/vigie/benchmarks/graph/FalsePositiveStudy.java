/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.graph;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
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

    private FalsePositiveStudy() {}

    /**
     * Prints two tables in Markdown.
     *
     * @param args as above
     */
    public static void main(String[] args) {
        Map<String, Actions> data = new LinkedHashMap<>();
        data.put("urls", CooRTweetParity.input(Path.of(args[0])));
        data.put("hashtags", Traffic.hashtags(Path.of(args[1])));
        data.put("texts", Traffic.texts(Path.of(args[1])));
        int copies = Integer.parseInt(args[2]);
        System.out.println("| data | window | edges | shuffled null | configuration | hypergeometric |");
        System.out.println("|---|---|---|---|---|---|");
        data.forEach((name, actions) -> {
            for (int window : new int[] {10, 60, 300}) {
                calibration(name, actions, window, copies);
            }
        });
        System.out.println("\n| data | objects of the ring | shuffled null | configuration | hypergeometric |");
        System.out.println("|---|---|---|---|---|");
        data.forEach((name, actions) -> {
            for (int objects : new int[] {2, 3, 4, 6, 10}) {
                power(name, actions, objects, Math.min(copies, 3));
            }
        });
    }

    private static void calibration(String name, Actions actions, int window, int copies) {
        CoActions engine = engine(window);
        double[] share = new double[3];
        long edges = 0;
        for (int copy = 0; copy < copies; copy++) {
            Significance[] results = test(engine, actions.shuffledWithinAccounts(1000 + copy));
            edges += results[0].network().edgeCount();
            for (int i = 0; i < share.length; i++) {
                share[i] += results[i].count(ALPHA)
                        / (double) Math.max(1, results[i].network().edgeCount())
                        / copies;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d s | %d | %.5f | %.5f | %.5f |%n",
                name,
                window,
                edges / copies,
                share[0],
                share[1],
                share[2]);
    }

    private static CoActions engine(int window) {
        return CoActions.withDefaults().withWindow(Duration.ofSeconds(window)).withMinParticipation(0);
    }

    private static Significance[] test(CoActions engine, Actions actions) {
        Significance shuffled = ShuffledNull.withDefaults().test(engine, actions);
        CoordinationNetwork network = shuffled.network();
        return new Significance[] {
            shuffled,
            ConfigurationNull.withDefaults().test(network),
            HypergeometricNull.withDefaults().test(network)
        };
    }

    /** Eight new accounts, as active as others, also act together within 20 seconds on some objects that others use. */
    private static void power(String name, Actions actions, int objects, int copies) {
        double[] found = new double[3];
        for (int copy = 0; copy < copies; copy++) {
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
            Significance[] results = test(engine(60), builder.build());
            for (int i = 0; i < found.length; i++) {
                CoordinationNetwork backbone = results[i].backbone(ALPHA);
                int ring = 0;
                for (int e = 0; e < backbone.edgeCount(); e++) {
                    ring += backbone.account(backbone.source(e)).startsWith("ring ")
                                    && backbone.account(backbone.target(e)).startsWith("ring ")
                            ? 1
                            : 0;
                }
                found[i] += ring / (RING * (RING - 1) / 2.0) / copies;
            }
        }
        System.out.printf(
                Locale.ROOT, "| %s | %d | %.3f | %.3f | %.3f |%n", name, objects, found[0], found[1], found[2]);
    }
}
