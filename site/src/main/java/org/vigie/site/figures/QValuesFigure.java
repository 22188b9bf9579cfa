/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site.figures;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.vigie.core.stats.FalseDiscovery;

/** Sorted p-values of many tests, and the line below which Benjamini and Hochberg keep them. */
final class QValuesFigure {
    private static final int TESTS = 60;
    private static final int REAL = 9;
    private static final double ALPHA = 0.05;

    private QValuesFigure() {}

    static String draw() {
        SplittableRandom random = new SplittableRandom(7);
        double[] p = new double[TESTS];
        for (int i = 0; i < TESTS; i++) {
            p[i] = i < REAL ? random.nextDouble() * 0.006 : random.nextDouble();
        }
        Arrays.sort(p);
        double[] q = FalseDiscovery.benjaminiHochberg(p);
        long kept = Arrays.stream(q).filter(v -> v <= ALPHA).count();
        long single = Arrays.stream(p).filter(v -> v <= ALPHA).count();

        Svg svg = new Svg(
                330,
                "p-values and q-values",
                "The smallest p-values of 60 tests in rising order. " + single
                        + " are at most 0.05 by themselves; after" + " correction " + kept
                        + " remain, those up to the last one below a rising line.");
        int shown = 20;
        Plot plot = new Plot(svg, 60, 40, 520, 200, shown + 1, 0.2);
        for (double tick : new double[] {0, 0.05, 0.1, 0.15, 0.2}) {
            plot.tickY(tick, Double.toString(tick));
        }
        for (int rank = 5; rank <= shown; rank += 5) {
            plot.tickX(rank, Integer.toString(rank));
        }
        plot.axes("rank among 60 tests", "p-value");
        svg.line(plot.x(0), plot.y(ALPHA), plot.x(shown + 1), plot.y(ALPHA), "d");
        svg.text(plot.x(shown + 1) + 6, plot.y(ALPHA) + 4, "s", "0.05 for each test");
        svg.line(plot.x(0), plot.y(0), plot.x(shown + 1), plot.y(ALPHA * (shown + 1) / TESTS), "la");
        svg.text(plot.x(shown + 1) + 6, plot.y(ALPHA * (shown + 1) / TESTS) + 4, "s fa", "0.05 x rank / 60");
        for (int i = 0; i < shown; i++) {
            if (p[i] <= 0.2) {
                svg.circle(plot.x(i + 1), plot.y(p[i]), 5, q[i] <= ALPHA ? "boxb" : "box");
            }
        }
        svg.text(
                60,
                300,
                "s",
                "Of 60 tests, " + REAL + " have something to find. p at most 0.05: " + single + ". q at most 0.05: "
                        + kept + " (filled).");
        return svg.finish();
    }
}
