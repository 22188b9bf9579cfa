/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site.figures;

import java.util.Locale;

/** A drawing that grows; numbers have one decimal, colours follow the reader's choice of light or dark. */
final class Svg {
    static final int WIDTH = 720;

    private static final String STYLE = """
            <style>
            svg { --paper: #ffffff; --ink: #1f2430; --soft: #5d6675; --line: #c9cfd9; --fill: #eef1f6;
              --a: #1d5fbf; --b: #c2410c; --c: #15803d; --af: #dbe7fb; --bf: #fde3d3; }
            @media (prefers-color-scheme: dark) { svg { --paper: #14171d; --ink: #e6e9ef; --soft: #a3adbd;
              --line: #414a59; --fill: #222833; --a: #7eb0ff; --b: #ff9a5c; --c: #6fd08c; --af: #1f3557; --bf: #57301a; } }
            text { font: 13px system-ui, sans-serif; fill: var(--ink); }
            .s { font-size: 11.5px; fill: var(--soft); } .h { font-weight: 600; } .m { text-anchor: middle; }
            .e { text-anchor: end; } .fa { fill: var(--a); } .fb { fill: var(--b); } .fc { fill: var(--c); }
            .box { fill: var(--fill); stroke: var(--line); } .boxa { fill: var(--af); stroke: var(--a); }
            .boxb { fill: var(--bf); stroke: var(--b); }
            .l { stroke: var(--line); fill: none; } .d { stroke: var(--soft); stroke-dasharray: 4 4; fill: none; }
            .k { stroke: var(--ink); fill: none; }
            .la { stroke: var(--a); stroke-width: 2; fill: none; } .lb { stroke: var(--b); stroke-width: 2; fill: none; }
            .lc { stroke: var(--c); stroke-width: 2; fill: none; }
            .dots { stroke: var(--soft); stroke-width: 3; stroke-linecap: round; opacity: .55; }
            .dotsa { stroke: var(--a); stroke-width: 5; stroke-linecap: round; }
            .dotsb { stroke: var(--b); stroke-width: 5; stroke-linecap: round; }
            .mono { font: 12px ui-monospace, monospace; }
            </style>
            """;

    private final StringBuilder out = new StringBuilder(4_096);

    /**
     * A drawing as wide as all others.
     *
     * @param title what it shows, in a few words, for those who cannot see it
     * @param description what is to be seen in it
     */
    Svg(int height, String title, String description) {
        out.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\""
                        .formatted(WIDTH, height, WIDTH, height));
        out.append(" aria-labelledby=\"t d\">\n<title id=\"t\">").append(escape(title));
        out.append("</title>\n<desc id=\"d\">")
                .append(escape(description))
                .append("</desc>\n")
                .append(STYLE);
        out.append("<rect width=\"100%\" height=\"100%\" fill=\"var(--paper)\"/>\n");
    }

    void text(double x, double y, String style, String words) {
        out.append("<text x=\"%s\" y=\"%s\"".formatted(n(x), n(y)))
                .append(style.isEmpty() ? "" : " class=\"" + style + "\"")
                .append('>')
                .append(escape(words))
                .append("</text>\n");
    }

    void box(double x, double y, double width, double height, String style) {
        out.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"4\" class=\"%s\"/>\n"
                .formatted(n(x), n(y), n(width), n(height), style));
    }

    void bar(double x, double y, double width, double height, String style) {
        out.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" class=\"%s\"/>\n"
                .formatted(n(x), n(y), n(width), n(height), style));
    }

    void line(double x1, double y1, double x2, double y2, String style) {
        path("M" + n(x1) + " " + n(y1) + "L" + n(x2) + " " + n(y2), style);
    }

    /** A line with a head at its end. */
    void arrow(double x1, double y1, double x2, double y2) {
        double length = StrictMath.hypot(x2 - x1, y2 - y1);
        double ux = (x2 - x1) / length * 7;
        double uy = (y2 - y1) / length * 7;
        path(
                "M" + n(x1) + " " + n(y1) + "L" + n(x2) + " " + n(y2) + "M" + n(x2 - ux - uy / 2) + " "
                        + n(y2 - uy + ux / 2) + "L" + n(x2) + " " + n(y2) + "L" + n(x2 - ux + uy / 2) + " "
                        + n(y2 - uy - ux / 2),
                "k");
    }

    void path(String path, String style) {
        out.append("<path d=\"")
                .append(path)
                .append("\" class=\"")
                .append(style)
                .append("\"/>\n");
    }

    void circle(double x, double y, double radius, String style) {
        out.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" class=\"%s\"/>\n".formatted(n(x), n(y), n(radius), style));
    }

    /** A number as it stands in the file. */
    static String n(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    String finish() {
        return out + "</svg>\n";
    }
}
