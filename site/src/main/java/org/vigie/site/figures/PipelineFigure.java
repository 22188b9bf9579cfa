/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site.figures;

/** What happens to posts, from the file to the report. */
final class PipelineFigure {
    private PipelineFigure() {}

    static String draw() {
        Svg svg = new Svg(
                330,
                "From posts to campaigns",
                "Posts are read and normalised; languages and near-duplicates are found; every post becomes acts on"
                        + " objects; accounts that share much of their own posts form groups; a group is tested against"
                        + " people alike; what passes is a campaign with its evidence, which a person reviews.");
        step(svg, 20, 30, "posts", "tables, JSON, exports", "box");
        step(svg, 200, 30, "normalise", "each text, one pass", "box");
        step(svg, 380, 5, "language", "tag and probability", "box");
        step(svg, 380, 65, "near-duplicates", "clusters of texts", "box");
        step(svg, 560, 30, "objects", "text, link, hashtag ...", "box");
        svg.arrow(160, 52, 197, 52);
        svg.arrow(340, 47, 377, 30);
        svg.arrow(340, 57, 377, 84);
        svg.arrow(520, 30, 557, 46);
        svg.arrow(520, 84, 557, 58);

        step(svg, 560, 150, "groups", "share much, alone", "boxa");
        step(svg, 380, 150, "test", "against people alike", "boxa");
        step(svg, 200, 150, "campaigns", "what passes, corrected", "boxb");
        step(svg, 20, 150, "report", "evidence, p, q, posts", "box");
        svg.arrow(630, 74, 630, 147);
        svg.arrow(557, 172, 523, 172);
        svg.arrow(377, 172, 343, 172);
        svg.arrow(197, 172, 163, 172);
        svg.text(644, 114, "s", "own");
        svg.text(644, 129, "s", "posts");

        step(svg, 560, 250, "bursts", "of each object", "box");
        step(svg, 380, 250, "network", "who acts with whom", "box");
        step(svg, 20, 250, "a person", "confirms or dismisses", "box");
        svg.path("M700 74V235Q700 245 690 245H662", "d");
        svg.path("M557 272H523", "d");
        svg.path("M377 272H190Q180 272 180 262V195", "d");
        svg.arrow(90, 194, 90, 247);
        svg.text(190, 264, "s", "describe; do not decide");
        return svg.finish();
    }

    private static void step(Svg svg, double x, double y, String name, String what, String style) {
        svg.box(x, y, 140, 44, style);
        svg.text(x + 70, y + 18, "h m", name);
        svg.text(x + 70, y + 34, "s m", what);
    }
}
