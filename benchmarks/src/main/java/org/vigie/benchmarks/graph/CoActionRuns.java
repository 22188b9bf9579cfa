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
 * Times whole runs of the co-action engine. Arguments: {@code simulated SIZE SECONDS}, {@code hot SIZE ACCOUNTS SECONDS
 * LIMIT} or {@code hashtags FILE SECONDS LIMIT} and {@code texts FILE SECONDS LIMIT}; -1 seconds is no window, -1 no
 * limit. Peak memory is what the operating system says: run under {@code /usr/bin/time -v}.
 */
public final class CoActionRuns {
    private CoActionRuns() {}

    /**
     * Runs once, cold.
     *
     * @param args as above
     */
    public static void main(String[] args) {
        Actions actions = switch (args[0]) {
            case "simulated" -> Traffic.simulated(Integer.parseInt(args[1]), 1);
            case "hot" -> Traffic.hot(Integer.parseInt(args[1]), Integer.parseInt(args[2]), 1);
            case "hashtags" -> Traffic.hashtags(Path.of(args[1]));
            case "texts" -> Traffic.texts(Path.of(args[1]));
            default -> throw new IllegalArgumentException("unknown run " + args[0]);
        };
        int seconds = Integer.parseInt(args[args[0].equals("hot") ? 3 : 2]);
        long limit = args[0].equals("simulated") ? -1 : Long.parseLong(args[args.length - 1]);
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
        System.out.printf(
                Locale.ROOT,
                "%s: %,d actions, %,d possible pairs, %,d in the window, %s, %d limited: %.2f s, CPU %.2f s%n",
                String.join(" ", args),
                actions.size(),
                possible,
                pairs,
                network,
                network.population().limited().size(),
                elapsed,
                used);
    }
}
