/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Names;
import org.vigie.report.TestFindings;
import org.vigie.report.page.Comparison.Kind;

/** Geometry, and differences of texts. */
class PicturesTest {
    @Test
    void layoutIsTheSameEachTimeAndKeepsComponentsApart() {
        int[] component = new int[60];
        List<int[]> edges = new ArrayList<>();
        for (int v = 0; v < 60; v++) {
            component[v] = v < 40 ? 0 : 1;
            for (int u = v < 40 ? 0 : 40; u < v; u++) {
                edges.add(new int[] {u, v});
            }
        }
        Layout a = Layout.of(component, edges.toArray(int[][]::new));
        Layout b = Layout.of(component, edges.toArray(int[][]::new));
        assertThat(a.x).isEqualTo(b.x);
        assertThat(a.y).isEqualTo(b.y);
        double within = distance(a, 0, 39);
        for (int v = 40; v < 60; v++) {
            assertThat(distance(a, v, 0)).isFinite().isGreaterThan(20);
        }
        assertThat(within).isLessThan(400);
    }

    @Test
    void layoutTakesNothingAndSingles() {
        assertThat(Layout.of(new int[0], new int[0][]).x).isEmpty();
        assertThat(Layout.of(new int[] {0, 1, 2}, new int[0][]).x).hasSize(3).doesNotContain(Double.NaN);
    }

    @Test
    void scaleEndsAtRoundNumbers() {
        assertThat(List.of(1, 4, 5, 99, 101, 550, 7001).stream()
                        .map(Timeline::nice)
                        .toList())
                .containsExactly(4, 4, 8, 100, 200, 600, 8000);
    }

    @Test
    void comparisonMarksTheCommonPassageAndTheDifferences() {
        Comparison comparison = compare("Please share: the bridge closes on Monday", "RT the bridge closes on Tuesday");
        assertThat(text(comparison.representative(), Kind.COMMON)).isEqualTo("the bridge closes on ");
        List<Comparison.Segment> variant = comparison.variants().get(0).segments();
        assertThat(text(variant, Kind.ADDED)).isEqualTo("RT Tuesday ");
        assertThat(text(variant, Kind.MISSING)).isEqualTo("Please share: Monday ");
        assertThat(comparison.variants().get(0).row()).isEqualTo(1);
    }

    @Test
    void anotherLinkIsADifference() {
        List<Comparison.Segment> variant = compare(
                        "Closed today https://a.example/1 https://a.example/2 see you",
                        "Closed today https://a.example/1 https://a.example/3 see you")
                .variants()
                .get(0)
                .segments();
        assertThat(text(variant, Kind.MISSING)).isEqualTo("https://a.example/2 ");
        assertThat(text(variant, Kind.ADDED)).isEqualTo("https://a.example/3 ");
    }

    @Test
    void comparisonTakesHugeAndEmptyTexts() {
        assertThat(compare("a ".repeat(500_000), "b ".repeat(500_000)).variants())
                .hasSize(1);
        assertThat(compare("", "").variants()).isEmpty();
        assertThat(compare("\u65e5\u672c\u8a9e".repeat(1000), "\u65e5\u672c".repeat(1000))
                        .variants())
                .hasSize(1);
    }

    /** The first cluster of findings made by hand, of two texts in turn. */
    private static Comparison compare(String text, String other) {
        Findings findings = TestFindings.of(List.of("w", "x", "y", "z"), List.of(text, other), "tag", "a.example");
        View view = new View(findings, Names.plain(findings.corpus()), List.of(), "1", "run");
        return Comparison.of(findings.clusters().get(0), view);
    }

    private static String text(List<Comparison.Segment> segments, Kind kind) {
        return segments.stream()
                .filter(s -> s.kind() == kind)
                .map(Comparison.Segment::text)
                .collect(Collectors.joining());
    }

    private static double distance(Layout layout, int v, int u) {
        return Math.hypot(layout.x[v] - layout.x[u], layout.y[v] - layout.y[u]);
    }
}
