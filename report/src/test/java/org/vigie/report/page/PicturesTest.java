/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.TextCluster;
import org.vigie.nlp.duplicate.ClusterType;
import org.vigie.report.page.Comparison.Kind;

/** Geometry, differences of texts and cleaning. */
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

    @Test
    void cleaningKeepsTextAndReplacesWhatCannotBeCarried() {
        String good = "caf\u00e9 \ud83d\ude00\n\t\u202e \u0627\u0644";
        assertThat(Clean.text(good)).isSameAs(good);
        assertThat(Clean.text("\u0000a\ud800b\udc00\ufffe\u0085")).isEqualTo("\ufffda\ufffdb\ufffd\ufffd\ufffd");
        assertThat(Clean.head("\ud83d\ude00\ud83d\ude00\ud83d\ude00", 2)).isEqualTo("\ud83d\ude00\ud83d\ude00\u2026");
        assertThat(Clean.head("ab", 2)).isEqualTo("ab");
    }

    private static Comparison compare(String text, String other) {
        Shown.ShownPost a = new Shown.ShownPost("1", "x", Instant.EPOCH, text);
        Shown.ShownPost b = new Shown.ShownPost("2", "y", Instant.EPOCH, other);
        TextCluster cluster = new TextCluster(
                1, ClusterType.COPYPASTA, text, "en", List.of("1", "2"), 2, Instant.EPOCH, Instant.EPOCH);
        return Comparison.of(cluster, Map.of("1", a, "2", b));
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
