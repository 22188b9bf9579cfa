/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site.figures;

import java.util.Arrays;
import java.util.List;
import org.vigie.core.burst.Burst;
import org.vigie.core.burst.Kleinberg;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.Post;

/** Kleinberg's levels over the posts with one link of the simulated traffic. */
final class BurstsFigure {
    private BurstsFigure() {}

    static String draw() {
        String url = Simulation.findings().bursts().stream()
                .filter(burst -> burst.series().equals("url"))
                .max((a, b) -> Integer.compare(a.posts(), b.posts()))
                .map(burst -> Simulation.names().object(ObjectKind.URL, burst.object()))
                .orElseThrow();
        double[] days = Simulation.posts().stream()
                .filter(post -> post.urls().stream().anyMatch(u -> u.contains(url)))
                .map(Post::time)
                .mapToDouble(Simulation::day)
                .sorted()
                .toArray();
        double[] hours = Arrays.stream(days).map(day -> (day - days[0]) * 24).toArray();
        double last = StrictMath.ceil(hours[hours.length - 1]);
        List<Burst> bursts = Kleinberg.withDefaults().detect(hours);
        int levels = bursts.stream().mapToInt(Burst::level).max().orElse(1);

        int top = 110;
        double bottom = top + levels * 26.0;
        Svg svg = new Svg(
                top + levels * 26 + 60,
                "Bursts of one link",
                "Each tick is one of " + hours.length + " posts with one link, a headline that breaks and fades. Below,"
                        + " nested bars: level 1 is the whole time, higher levels are intervals in which posts came faster"
                        + " and faster.");
        svg.text(20, 24, "h", "A headline breaks: " + hours.length + " posts with its link");
        for (int hour = 0; hour <= last; hour++) {
            svg.line(x(hour / last), 80, x(hour / last), bottom, "l");
            svg.text(x(hour / last), bottom + 18, "s m", hour + " h");
        }
        StringBuilder ticks = new StringBuilder();
        for (double hour : hours) {
            ticks.append('M').append(Svg.n(x(hour / last))).append(" 40v40");
        }
        svg.path(ticks.toString(), "k");
        for (Burst burst : bursts) {
            double y = top + (burst.level() - 1) * 26.0;
            double from = x(burst.start() / last);
            svg.bar(from, y, Math.max(x(burst.end() / last) - from, 2), 18, burst.level() == 1 ? "box" : "boxb");
        }
        for (int level = 1; level <= levels; level++) {
            svg.text(20, top + (level - 1) * 26.0 + 14, "s", "level " + level);
        }
        svg.text(20, bottom + 44, "s", "At each level posts come at twice the rate of the level below.");
        return svg.finish();
    }

    /** The place of a share of the whole time. */
    private static double x(double share) {
        return 80 + share * 610;
    }
}
