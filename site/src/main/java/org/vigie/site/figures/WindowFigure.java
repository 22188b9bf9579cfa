/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site.figures;

import java.time.Duration;
import java.util.List;
import org.vigie.graph.coaction.Actions;
import org.vigie.graph.coaction.CoActions;
import org.vigie.graph.network.CoordinationNetwork;

/** Acts on two objects, the window that sweeps over them, and the network that results. */
final class WindowFigure {
    private static final int WINDOW = 60;
    private static final String ACCOUNTS = "ABCDE";

    /** Seconds at which each account acts. */
    private static final List<int[]> FIRST =
            List.of(new int[] {0, 20}, new int[] {1, 45}, new int[] {2, 70}, new int[] {3, 190}, new int[] {4, 290});

    private static final List<int[]> SECOND =
            List.of(new int[] {1, 30}, new int[] {0, 60}, new int[] {4, 150}, new int[] {2, 235}, new int[] {3, 275});

    private WindowFigure() {}

    static String draw() {
        Svg svg = new Svg(
                330,
                "Co-actions within a window",
                "Five accounts act on two links. Accounts whose acts on one link are at most 60 seconds apart are joined."
                        + " A and B are together on both links, so their edge weighs 2.");
        Actions.Builder actions = Actions.builder();
        lane(svg, 110, "link 1", FIRST, actions);
        lane(svg, 240, "link 2", SECOND, actions);
        CoordinationNetwork network = CoActions.withDefaults()
                .withWindow(Duration.ofSeconds(WINDOW))
                .withMinParticipation(1)
                .detect(actions.build());
        network(svg, network);
        return svg.finish();
    }

    private static void lane(Svg svg, double y, String object, List<int[]> acts, Actions.Builder actions) {
        svg.text(20, y + 4, "h", object);
        svg.line(70, y, 440, y, "l");
        for (int seconds = 0; seconds <= 300; seconds += 60) {
            svg.line(x(seconds), y - 4, x(seconds), y + 4, "l");
            svg.text(x(seconds), y + 38, "s m", seconds + " s");
        }
        int[] start = acts.get(0);
        svg.box(x(start[1]), y - 8, x(WINDOW) - x(0), 16, "boxa");
        svg.text(x(start[1]), y - 62, "s", "window of the first act");
        svg.line(x(start[1]), y - 57, x(start[1]), y - 10, "d");
        for (int i = 0; i < acts.size(); i++) {
            int[] act = acts.get(i);
            for (int j = i + 1; j < acts.size() && acts.get(j)[1] - act[1] <= WINDOW; j++) {
                double from = x(act[1]);
                double to = x(acts.get(j)[1]);
                svg.path(
                        "M" + Svg.n(from) + " " + Svg.n(y - 9) + "Q" + Svg.n((from + to) / 2) + " "
                                + Svg.n(y - 16 - (to - from) * 0.6) + " " + Svg.n(to) + " " + Svg.n(y - 9),
                        "lb");
            }
            svg.circle(x(act[1]), y, 8, "box");
            svg.text(x(act[1]), y + 4, "s m", name(act[0]));
            actions.add(name(act[0]), object, object + name(act[0]), 1_000L * act[1]);
        }
    }

    private static String name(int account) {
        return ACCOUNTS.substring(account, account + 1);
    }

    private static double x(int seconds) {
        return 80 + seconds * 1.15;
    }

    private static void network(Svg svg, CoordinationNetwork network) {
        svg.text(490, 40, "h", "the network");
        for (int e = 0; e < network.edgeCount(); e++) {
            double[] from = place(network.account(network.source(e)));
            double[] to = place(network.account(network.target(e)));
            int weight = (int) network.weight(e);
            svg.line(from[0], from[1], to[0], to[1], weight > 1 ? "lb" : "k");
            svg.text(
                    (from[0] + to[0]) / 2 + (weight > 1 ? 0 : 8),
                    (from[1] + to[1]) / 2 - 5,
                    weight > 1 ? "h fb" : "s",
                    Integer.toString(weight));
        }
        for (int account = 0; account < ACCOUNTS.length(); account++) {
            double[] place = place(name(account));
            svg.circle(place[0], place[1], 14, "box");
            svg.text(place[0], place[1] + 5, "h m", name(account));
        }
        svg.text(490, 285, "s", "a number is an edge\u2019s co-actions;");
        svg.text(490, 301, "s", "one is often chance, two less often");
    }

    private static double[] place(String account) {
        return switch (account) {
            case "A" -> new double[] {520, 90};
            case "B" -> new double[] {660, 90};
            case "C" -> new double[] {590, 165};
            case "D" -> new double[] {590, 235};
            default -> new double[] {680, 200};
        };
    }
}
