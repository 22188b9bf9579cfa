/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site.figures;

import java.util.List;

/** How a text becomes a language: the steps, and what the model sees of one word. It depends on no model. */
final class LanguageFigure {
    private static final String WORD = "prensa";
    private static final int LONGEST = 5;

    private LanguageFigure() {}

    static String draw() {
        Svg svg = new Svg(
                290,
                "From a text to a language",
                "A text is read as words; its script is found; a script of one language decides by itself, and for others"
                        + " a model adds up the weights of runs of one to five letters and of whole words; the sums become"
                        + " a probability for each language, or no answer.");
        List<String[]> steps = List.of(
                new String[] {"words", "without names, links"},
                new String[] {"script", "of most letters"},
                new String[] {"model", "of this script"},
                new String[] {"answer", "language, probability"});
        for (int i = 0; i < steps.size(); i++) {
            double x = 20 + i * 180.0;
            svg.box(x, 20, 140, 44, i == 3 ? "boxb" : "boxa");
            svg.text(x + 70, 38, "h m", steps.get(i)[0]);
            svg.text(x + 70, 54, "s m", steps.get(i)[1]);
            if (i > 0) {
                svg.arrow(x - 40, 42, x - 3, 42);
            }
        }
        svg.path("M270 64V84Q270 94 280 94H620Q630 94 630 84V67", "d");
        svg.text(450, 88, "s m", "one language writes it alone, as Greek");
        svg.text(20, 132, "h", "What the model sees of the word \u201c" + WORD + "\u201d");
        String bounded = "\u00b7" + WORD + "\u00b7";
        for (int n = 1; n <= LONGEST; n++) {
            double y = 146 + (n - 1) * 27.0;
            svg.text(20, y + 15, "s", n == 1 ? "1 letter" : n + " letters");
            for (int i = n == 1 ? 1 : 0; i + n <= bounded.length() - (n == 1 ? 1 : 0); i++) {
                double x = 90 + i * 62.0;
                svg.box(x, y, 56, 22, "box");
                svg.text(x + 28, y + 15, "mono m", bounded.substring(i, i + n));
            }
        }
        svg.box(600, 146, 100, 22, "box");
        svg.text(650, 161, "mono m", bounded);
        svg.text(650, 188, "s m", "the whole word");
        svg.text(650, 214, "s m", "each has a weight");
        svg.text(650, 230, "s m", "for each language");
        return svg.finish();
    }
}
