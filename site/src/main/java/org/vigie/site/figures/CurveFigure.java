/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site.figures;

import org.vigie.core.search.Banding;

/** How likely a pair is to be compared, by its Jaccard: the S-curve of three bandings. */
final class CurveFigure {
    private CurveFigure() {}

    static String draw() {
        Banding chosen = Banding.forThreshold(0.8, 0.997);
        Banding equalError = new Banding(9, 13);
        Banding wide = Banding.forThreshold(0.5, 0.99);
        Svg svg = new Svg(
                340,
                "The S-curve of banding",
                "Probability that a pair becomes a candidate, against its Jaccard. The default for threshold 0.8 is near 1"
                        + " from 0.8 on; 9 bands of 13 rows would miss three pairs of five there.");
        Plot plot = new Plot(svg, 60, 30, 560, 250, 1, 1);
        for (int i = 0; i <= 10; i += 2) {
            plot.tickX(i / 10.0, Svg.n(i / 10.0));
            plot.tickY(i / 10.0, Svg.n(i / 10.0));
        }
        plot.axes("Jaccard of the pair", "probability that it becomes a candidate");
        svg.line(plot.x(0.8), 30, plot.x(0.8), 280, "d");
        svg.text(plot.x(0.8) + 5, 275, "s", "threshold 0.8");
        curve(svg, plot, wide, "lc");
        curve(svg, plot, chosen, "la");
        curve(svg, plot, equalError, "lb");
        svg.text(plot.x(0.18), plot.y(0.62), "h fc", label(wide, "for 0.5"));
        svg.text(plot.x(0.40), plot.y(0.86), "h fa", label(chosen, "default"));
        svg.text(plot.x(0.815), plot.y(0.30), "h fb", label(equalError, "too strict"));
        return svg.finish();
    }

    private static String label(Banding banding, String what) {
        return banding.bands() + " x " + banding.rows() + ", " + what;
    }

    private static void curve(Svg svg, Plot plot, Banding banding, String style) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i <= 100; i += 2) {
            path.append(i == 0 ? "M" : "L")
                    .append(Svg.n(plot.x(i / 100.0)))
                    .append(' ')
                    .append(Svg.n(plot.y(banding.candidateProbability(i / 100.0))));
        }
        svg.path(path.toString(), style);
    }
}
