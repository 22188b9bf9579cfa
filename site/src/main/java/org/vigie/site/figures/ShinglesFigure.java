/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site.figures;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vigie.core.similarity.MinHash;
import org.vigie.nlp.text.Shingler;

/** Two texts, their shingles, and a short signature of each. */
final class ShinglesFigure {
    private static final String FIRST = "the bridge closes on monday";
    private static final String SECOND = "the bridge closes on sunday";
    private static final int K = 5;
    private static final int COMPONENTS = 24;

    private ShinglesFigure() {}

    static String draw() {
        Set<String> first = shingles(FIRST);
        Set<String> second = shingles(SECOND);
        Set<String> common = new LinkedHashSet<>(first);
        common.retainAll(second);
        Set<String> union = new HashSet<>(first);
        union.addAll(second);
        double jaccard = (double) common.size() / union.size();

        int[] a = signature(FIRST);
        int[] b = signature(SECOND);
        int agree = 0;
        for (int i = 0; i < COMPONENTS; i++) {
            agree += a[i] == b[i] ? 1 : 0;
        }
        String exact = String.format(Locale.ROOT, "%d of %d = %.2f", common.size(), union.size(), jaccard);
        String estimate = String.format(Locale.ROOT, "%d of %d = %.2f", agree, COMPONENTS, (double) agree / COMPONENTS);
        Svg svg = new Svg(
                330,
                "Shingles and signatures of two texts",
                "Two sentences cut into runs of five characters. Shared runs are marked: Jaccard " + exact
                        + ". Below, a signature of " + COMPONENTS
                        + " components of each; equal ones are marked: estimate "
                        + estimate + ".");
        row(svg, 24, FIRST, first, common);
        row(svg, 116, SECOND, second, common);
        svg.text(20, 222, "h", "Jaccard: shared shingles " + exact);
        slots(svg, 244, a, b);
        slots(svg, 268, b, a);
        svg.text(20, 316, "h", "Estimate: equal components " + estimate);
        return svg.finish();
    }

    private static Set<String> shingles(String text) {
        Set<String> shingles = new LinkedHashSet<>();
        for (int i = 0; i + K <= text.length(); i++) {
            shingles.add(text.substring(i, i + K));
        }
        return shingles;
    }

    private static int[] signature(String text) {
        long[] elements = Shingler.characters(K).shingles(text);
        return MinHash.withDefaults()
                .withComponents(COMPONENTS)
                .signature(elements)
                .components();
    }

    private static void row(Svg svg, double y, String text, Set<String> shingles, Set<String> common) {
        svg.text(20, y, "h", "\u201c" + text + "\u201d");
        List<String> all = new ArrayList<>(shingles);
        for (int i = 0; i < all.size(); i++) {
            double x = 20 + Math.floorMod(i, 12) * 57.0;
            double top = y + 10 + Math.floorDiv(i, 12) * 28.0;
            svg.box(x, top, 52, 22, common.contains(all.get(i)) ? "boxa" : "boxb");
            svg.text(x + 26, top + 15, "mono m", all.get(i).replace(' ', '\u00b7'));
        }
    }

    private static void slots(Svg svg, double y, int[] own, int[] other) {
        for (int i = 0; i < COMPONENTS; i++) {
            svg.box(20 + i * 28.4, y, 26, 20, own[i] == other[i] ? "boxa" : "boxb");
            svg.text(33 + i * 28.4, y + 14, "s m", String.format(Locale.ROOT, "%02x", own[i] & 0xff));
        }
    }
}
