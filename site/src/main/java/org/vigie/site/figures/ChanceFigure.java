/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.vigie.campaign.findings.Campaign;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.Post;

/** How many close pairs of acts chance would give, and how many there are. */
final class ChanceFigure {
    private static final int DRAWS = 2_000;
    private static final long WINDOW = Duration.ofMinutes(10).toSeconds();
    private static final long INTERVAL = Duration.ofHours(2).toSeconds();

    private ChanceFigure() {}

    static String draw() {
        Campaign.SharedObject link = Simulation.findings().campaigns().stream()
                .map(Campaign::objects)
                .flatMap(List::stream)
                .filter(object -> object.kind().equals(ObjectKind.URL))
                .findFirst()
                .orElseThrow();
        long[] acts = firstActs(Simulation.names().object(link.kind(), link.object()));
        int observed = closePairs(acts);
        int[] drawn = new int[DRAWS];
        SplittableRandom random = new SplittableRandom(1);
        for (int draw = 0; draw < DRAWS; draw++) {
            long[] moved = new long[acts.length];
            for (int i = 0; i < acts.length; i++) {
                moved[i] = Math.floorDiv(acts[i], INTERVAL) * INTERVAL + random.nextLong(INTERVAL);
            }
            drawn[draw] = closePairs(moved);
        }
        Arrays.sort(drawn);
        int bin = Math.max(1, observed / 60);
        Map<Integer, Integer> counts = new TreeMap<>();
        Arrays.stream(drawn).forEach(pairs -> counts.merge(pairs / bin, 1, Integer::sum));
        int highest = counts.values().stream().mapToInt(Integer::intValue).max().orElse(1);

        Svg svg = new Svg(
                320,
                "Close pairs by chance and observed",
                "A histogram of the number of pairs within ten minutes in " + DRAWS + " draws, from " + drawn[0]
                        + " to " + drawn[DRAWS - 1] + ", and far to the right the observed number, " + observed + ".");
        Plot plot = new Plot(svg, 60, 40, 620, 200, observed * 1.12, highest * 1.1);
        for (int value = 0; value <= highest; value += 100) {
            plot.tickY(value, Integer.toString(value));
        }
        int step = observed > 150 ? 50 : 20;
        for (int value = 0; value <= observed * 1.1; value += step) {
            plot.tickX(value, Integer.toString(value));
        }
        plot.axes("pairs of acts within 10 minutes", "draws");
        counts.forEach((key, count) -> {
            double left = plot.x(key * bin);
            double top = plot.y(count);
            svg.bar(left, top, Math.max(1, plot.x((key + 1) * bin) - left - 0.5), 240 - top, "boxa");
        });
        svg.text(
                plot.x(drawn[DRAWS - 1]) + 12,
                plot.y(highest * 0.75),
                "fa",
                "by chance: " + drawn[0] + " to " + drawn[DRAWS - 1]);
        svg.line(plot.x(observed), 60, plot.x(observed), 240, "lb");
        svg.text(plot.x(observed) + 6, 56, "h fb e", "observed: " + observed);
        svg.text(
                60,
                300,
                "s",
                acts.length + " acts on one link of a simulated campaign. " + DRAWS
                        + " draws move each act to any moment of its own two hours.");
        return svg.finish();
    }

    /** The first act of each account in each interval, in seconds, sorted. */
    private static long[] firstActs(String url) {
        Map<String, Instant> first = new HashMap<>();
        List<Long> acts = new ArrayList<>();
        for (Post post : Simulation.posts()) {
            if (post.urls().stream().anyMatch(u -> u.contains(url))
                    && first.putIfAbsent(
                                    post.account() + Math.floorDiv(post.time().getEpochSecond(), INTERVAL), post.time())
                            == null) {
                acts.add(post.time().getEpochSecond());
            }
        }
        return acts.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static int closePairs(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        int pairs = 0;
        int from = 0;
        for (int i = 0; i < sorted.length; i++) {
            while (sorted[i] - sorted[from] > WINDOW) {
                from++;
            }
            pairs += i - from;
        }
        return pairs;
    }
}
