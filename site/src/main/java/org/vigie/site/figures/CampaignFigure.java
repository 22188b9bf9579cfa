/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site.figures;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.campaign.findings.Campaign;
import org.vigie.posts.Names;
import org.vigie.posts.Post;

/** The posts of a campaign's accounts beside those of as many others. */
final class CampaignFigure {
    private static final int ROW = 9;

    private CampaignFigure() {}

    static String draw() {
        Names names = Simulation.names();
        Campaign campaign = Simulation.findings().campaigns().get(0);
        List<String> members =
                campaign.members().stream().map(m -> names.account(m.account())).toList();
        Set<String> everyone = new HashSet<>();
        Simulation.findings()
                .campaigns()
                .forEach(c -> c.members().forEach(m -> everyone.add(names.account(m.account()))));
        Map<String, Integer> posts = new HashMap<>();
        Simulation.posts().forEach(post -> posts.merge(post.account(), 1, Integer::sum));
        // Accounts about as active; the order of hash codes is as good as a draw, and always the same.
        List<String> others = posts.entrySet().stream()
                .filter(entry -> entry.getValue() >= 5 && entry.getValue() <= 15)
                .map(Map.Entry::getKey)
                .filter(account -> !everyone.contains(account))
                .sorted(Comparator.comparingInt(String::hashCode).thenComparing(Comparator.naturalOrder()))
                .limit(members.size())
                .toList();

        int height = 60 + members.size() * ROW * 2 + 70;
        Svg svg = new Svg(
                height,
                "What a campaign looks like",
                "A row for each account, a dot for each post, over 14 days. The dots of " + members.size()
                        + " campaign accounts stand above one another in a few waves; those of " + others.size()
                        + " other accounts do not.");
        Set<String> marked = new HashSet<>();
        campaign.rows().stream().forEach(row -> marked.add(names.post(row)));
        svg.text(20, 24, "h fb", "accounts of campaign " + campaign.id());
        svg.text(690, 24, "s e", "orange: its posts; grey: other posts of the same accounts");
        rows(svg, 40, members, marked);
        double second = 40 + members.size() * ROW + 28.0;
        svg.text(20, second - 8, "h", "as many other accounts");
        rows(svg, second + 8, others, marked);
        double bottom = second + 8 + members.size() * ROW;
        for (int day = 0; day <= Simulation.DAYS; day += 2) {
            svg.line(x(day), bottom - 4, x(day), bottom + 2, "k");
            svg.text(x(day), bottom + 16, "s m", "day " + day);
        }
        return svg.finish();
    }

    private static void rows(Svg svg, double top, List<String> accounts, Set<String> marked) {
        StringBuilder plain = new StringBuilder();
        StringBuilder coloured = new StringBuilder();
        for (Post post : Simulation.posts()) {
            int row = accounts.indexOf(post.account());
            if (row >= 0) {
                (marked.contains(post.id()) ? coloured : plain)
                        .append('M')
                        .append(Svg.n(x(Simulation.day(post.time()))))
                        .append(' ')
                        .append(Svg.n(top + row * ROW))
                        .append("h0");
            }
        }
        svg.path(plain.toString(), "dots");
        if (!coloured.isEmpty()) {
            svg.path(coloured.toString(), "dotsb");
        }
    }

    private static double x(double day) {
        return 30 + day / Simulation.DAYS * 660;
    }
}
