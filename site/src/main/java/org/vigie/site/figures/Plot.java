/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site.figures;

/** A rectangle with two linear axes. */
final class Plot {
    private final Svg svg;
    private final double left;
    private final double top;
    private final double width;
    private final double height;
    private final double maxX;
    private final double maxY;

    Plot(Svg svg, double left, double top, double width, double height, double maxX, double maxY) {
        this.svg = svg;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.maxX = maxX;
        this.maxY = maxY;
        svg.path("M" + Svg.n(left) + " " + Svg.n(top) + "V" + Svg.n(top + height) + "H" + Svg.n(left + width), "k");
    }

    double x(double value) {
        return left + value / maxX * width;
    }

    double y(double value) {
        return top + height - value / maxY * height;
    }

    void tickX(double value, String label) {
        svg.line(x(value), top + height, x(value), top + height + 4, "k");
        svg.text(x(value), top + height + 18, "s m", label);
    }

    void tickY(double value, String label) {
        svg.line(left - 4, y(value), left, y(value), "k");
        svg.text(left - 8, y(value) + 4, "s e", label);
    }

    void axes(String across, String up) {
        svg.text(left + width, top + height + 36, "s e", across);
        svg.text(left + 6, top - 8, "s", up);
    }
}
