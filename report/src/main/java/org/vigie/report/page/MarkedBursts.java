/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.campaign.findings.SeriesBurst;

/** The strongest bursts. Of those of one series that overlap, as levels do, the strongest stands for all. */
final class MarkedBursts {
    private static final int MOST = 10;

    /** A burst, and the highest level of those that it stands for. */
    record Marked(SeriesBurst burst, int level) {}

    private MarkedBursts() {}

    static List<Marked> of(List<SeriesBurst> bursts) {
        List<SeriesBurst> sorted = bursts.stream()
                .sorted(Comparator.comparingDouble((SeriesBurst b) -> -b.weight()))
                .toList();
        List<SeriesBurst> kept = new ArrayList<>();
        for (SeriesBurst burst : sorted) {
            if (kept.size() == MOST) {
                break;
            }
            if (kept.stream().noneMatch(k -> isSameSeries(k, burst) && overlap(k, burst))) {
                kept.add(burst);
            }
        }
        return kept.stream().map(k -> new Marked(k, level(k, bursts))).toList();
    }

    private static int level(SeriesBurst burst, List<SeriesBurst> bursts) {
        return bursts.stream()
                .filter(b -> isSameSeries(b, burst) && overlap(b, burst))
                .mapToInt(SeriesBurst::level)
                .max()
                .orElse(burst.level());
    }

    private static boolean isSameSeries(SeriesBurst a, SeriesBurst b) {
        return a.kind().equals(b.kind()) && a.object() == b.object() && a.measure() == b.measure();
    }

    private static boolean overlap(SeriesBurst a, SeriesBurst b) {
        return !a.start().isAfter(b.end()) && !b.start().isAfter(a.end());
    }
}
