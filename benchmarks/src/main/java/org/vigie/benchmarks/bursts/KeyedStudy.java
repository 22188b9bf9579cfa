/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.bursts;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.vigie.core.monitor.KeyedRateMonitors;
import org.vigie.core.monitor.RateMonitor;

/** What very many watched keys cost: memory a key, bytes a saved key, and alarms when nothing happens. */
public final class KeyedStudy {
    private static final int ROUNDS = 20;
    private static final int KEYS_A_BIN = 5_000;

    private KeyedStudy() {}

    /**
     * What a collection of keys costs.
     *
     * @param keys keys in memory
     * @param heapBytes heap a key, with its name
     * @param stateBytes saved bytes a key, with its name
     * @param bins bins judged
     * @param binsWithAlarm bins with an alarm although nothing happened
     */
    public record Cost(int keys, double heapBytes, double stateBytes, int bins, int binsWithAlarm) {}

    /**
     * Runs the study and prints Markdown.
     *
     * @param args the number of keys, 100000 by default
     */
    public static void main(String[] args) {
        int keys = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        System.out.println("| monitors | keys | heap, bytes a key | state, bytes a key | quiet bins with an alarm |");
        System.out.println("|---|---|---|---|---|");
        for (boolean profile : new boolean[] {false, true}) {
            Cost cost = cost(keys, profile);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.0f | %.0f | %d of %d |%n",
                    profile ? "with profiles" : "default",
                    cost.keys,
                    cost.heapBytes,
                    cost.stateBytes,
                    cost.binsWithAlarm,
                    cost.bins);
        }
    }

    /**
     * Fills a collection with quiet keys, each heard of in one bin of twenty.
     *
     * @param keys the number of keys
     * @param profile whether each has a profile
     * @return the cost
     */
    public static Cost cost(int keys, boolean profile) {
        Draw draw = new Draw(5);
        RateMonitor each = RateMonitor.withDefaults().withAlpha(0.001).withBaseline(0.05, 24);
        long before = used();
        KeyedRateMonitors monitors = KeyedRateMonitors.withDefaults()
                .withMonitor(profile ? each.withHourOfWeekProfile() : each)
                .withCapacity(keys);
        int alarmed = 0;
        int bins = ROUNDS * Math.max(1, keys / KEYS_A_BIN);
        for (int bin = 0; bin < bins; bin++) {
            Map<String, Long> counts = new LinkedHashMap<>();
            for (int k = 0; k < KEYS_A_BIN; k++) {
                counts.merge("#topic" + draw.below(keys), 1L, Long::sum);
            }
            alarmed += monitors.update(300.0 * bin, counts).isEmpty() ? 0 : 1;
        }
        long heap = used() - before;
        int size = monitors.size();
        return new Cost(size, (double) heap / size, (double) monitors.toBytes().length / size, bins, alarmed);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            runtime.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
