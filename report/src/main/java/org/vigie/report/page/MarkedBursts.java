/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vigie.campaign.findings.SeriesBurst;

/** The strongest bursts. Of those that lie within one another in one series only the strongest is kept. */
final class MarkedBursts {
    private static final int MOST = 10;

    private MarkedBursts() {}

    static List<SeriesBurst> of(List<SeriesBurst> bursts) {
        List<SeriesBurst> sorted = bursts.stream()
                .sorted(Comparator.comparingDouble((SeriesBurst b) -> -b.weight()))
                .toList();
        List<SeriesBurst> kept = new ArrayList<>();
        for (SeriesBurst burst : sorted) {
            if (kept.size() == MOST) {
                break;
            }
            if (kept.stream().noneMatch(k -> isSameSeries(k, burst) && isNested(k, burst))) {
                kept.add(burst);
            }
        }
        return kept;
    }

    private static boolean isSameSeries(SeriesBurst a, SeriesBurst b) {
        return a.kind().equals(b.kind()) && a.object() == b.object() && a.measure() == b.measure();
    }

    private static boolean isNested(SeriesBurst a, SeriesBurst b) {
        return !a.start().isAfter(b.end()) && !b.start().isAfter(a.end());
    }
}
