/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.graph;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.network.CoordinationNetwork;

/**
 * Times whole runs of the co-action engine. Arguments: {@code campaign SIZE SECONDS} for traffic of the campaign simulator,
 * {@code simulated SIZE SECONDS} for made actions of the same kind without texts, {@code hot SIZE ACCOUNTS SECONDS LIMIT}
 * for one object, {@code hashtags FILE SECONDS LIMIT} or {@code texts FILE SECONDS LIMIT}; -1 seconds is no window, -1 no
 * limit, 0 the default limit. Peak memory is what the operating system says: run under {@code /usr/bin/time -v}.
 */
public final class CoActionRuns {
    private CoActionRuns() {}

    /**
     * One run.
     *
     * @param name the arguments
     * @param actions the number of actions
     * @param possiblePairs the number of pairs of actions on one object
     * @param pairs the number of pairs of different accounts in the window
     * @param edges the number of edges
     * @param limited the number of objects with a shortened window
     * @param wallSeconds elapsed time of the detection
     * @param cpuSeconds CPU time of the detection, which is single-threaded
     */
    public record Run(
            String name,
            int actions,
            long possiblePairs,
            long pairs,
            int edges,
            int limited,
            double wallSeconds,
            double cpuSeconds) {}

    /**
     * Runs once, cold.
     *
     * @param args as above
     */
    public static void main(String[] args) {
        Run run = run(args);
        System.out.printf(
                Locale.ROOT,
                "%s: %,d actions, %,d possible pairs, %,d in the window, %,d edges, %d limited: %.2f s, CPU %.2f s%n",
                run.name(),
                run.actions(),
                run.possiblePairs(),
                run.pairs(),
                run.edges(),
                run.limited(),
                run.wallSeconds(),
                run.cpuSeconds());
    }

    /**
     * Runs once.
     *
     * @param args as above
     * @return what was measured
     */
    public static Run run(String... args) {
        Actions actions = switch (args[0]) {
            case "campaign" -> Traffic.campaign(Integer.parseInt(args[1]), 1);
            case "simulated" -> Traffic.simulated(Integer.parseInt(args[1]), 1);
            case "hot" -> Traffic.hot(Integer.parseInt(args[1]), Integer.parseInt(args[2]), 1);
            case "hashtags" -> Traffic.hashtags(Path.of(args[1]));
            case "texts" -> Traffic.texts(Path.of(args[1]));
            default -> throw new IllegalArgumentException("unknown run " + args[0]);
        };
        boolean made = args[0].equals("simulated") || args[0].equals("campaign");
        int seconds = Integer.parseInt(args[args[0].equals("hot") ? 3 : 2]);
        long limit = made ? -1 : Long.parseLong(args[args.length - 1]);
        CoActions engine = CoActions.withDefaults();
        engine = seconds < 0 ? engine.withoutWindow() : engine.withWindow(Duration.ofSeconds(seconds));
        engine = limit == 0 ? engine : engine.withPairLimit(limit < 0 ? Long.MAX_VALUE : limit);
        long possible = 0;
        int[] counts = new int[actions.objectCount()];
        for (int r = 0; r < actions.size(); r++) {
            possible += counts[actions.object(r)]++;
        }
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        CoordinationNetwork network = engine.detect(actions);
        double elapsed = (System.nanoTime() - start) / 1e9;
        double used = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9;
        long pairs = network.population().shared().stream()
                .mapToLong(o -> o.coActions())
                .sum();
        return new Run(
                String.join(" ", args),
                actions.size(),
                possible,
                pairs,
                network.edgeCount(),
                network.population().limited().size(),
                elapsed,
                used);
    }

    /**
     * Returns how CPU time grows with the number of actions: 1 is in proportion.
     *
     * @param smaller a run
     * @param larger a run of the same kind with more actions
     * @return the exponent
     */
    public static double growthExponent(Run smaller, Run larger) {
        return Math.log(larger.cpuSeconds() / smaller.cpuSeconds())
                / Math.log((double) larger.actions() / smaller.actions());
    }
}
