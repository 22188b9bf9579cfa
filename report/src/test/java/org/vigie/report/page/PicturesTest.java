/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.SharedObject;
import org.vigie.campaign.findings.Findings;
import org.vigie.campaign.findings.SeriesBurst;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
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

    /** An edge is of the campaign that both ends are in, be it the second of one, or it is said to be between two. */
    @Test
    void edgesHaveACampaignOrStandBetweenTwo() {
        Findings all = TestFindings.of(
                List.of("a", "b", "c", "d"), List.of("The lamps stay dark tonight"), "tag", "u.example");
        Campaign base = all.campaigns().get(0);
        Findings two = TestFindings.withCampaigns(
                all,
                List.of(
                        CampaignChanges.of(base).members(0, 1).campaign(),
                        CampaignChanges.of(base).id("C2").members(1, 2).campaign()));
        View view = new View(two, Names.plain(two.corpus()), List.of(), "test", "0".repeat(64));
        NetworkPicture picture = NetworkPicture.of(view);
        assertThat(picture.table())
                .containsExactly(
                        new NetworkPicture.Row("C1", "", 2, 1, 2),
                        new NetworkPicture.Row("C2", "", 1, 1, 2),
                        new NetworkPicture.Row("C1", "C2", 0, 1, 2),
                        new NetworkPicture.Row("", "", 0, 0, 0));
        assertThat(picture.hasUnowned()).isTrue();
        StringWriter page = new StringWriter();
        ReportPage.write(view, Locale.FRENCH, page);
        assertThat(page.toString())
                .contains(
                        "<th scope=\"row\">Traits entre C1 et C2</th><td class=\"num\">–</td><td class=\"num\">1</td>")
                .contains("Un trait gris n’est d’aucune campagne");
        View one = new View(all, Names.plain(all.corpus()), List.of(), "test", "0".repeat(64));
        assertThat(NetworkPicture.of(one).hasUnowned()).isFalse();
        assertThat(NetworkPicture.of(one).apart()).isZero();
    }

    /** Who has no line has no dot, so the picture must not look as if it had all. */
    @Test
    void accountsWithoutALineAreCounted() {
        Findings all = TestFindings.of(
                List.of("a", "b", "c", "d"), List.of("The lamps stay dark tonight"), "tag", "u.example");
        Findings apart = TestFindings.withCampaigns(TestFindings.nothing(all.corpus()), all.campaigns());
        View view = new View(apart, Names.plain(all.corpus()), List.of(), "test", "0".repeat(64));
        assertThat(NetworkPicture.of(view).apart()).isEqualTo(3);
        StringWriter page = new StringWriter();
        ReportPage.write(view, Locale.ENGLISH, page);
        assertThat(page.toString())
                .contains("3 accounts of campaigns have no dot: they never did the same as another within hours.");
    }

    /** The middle of a campaign may be among the dots of another one. */
    @Test
    void aCampaignsNameStandsAboveADotOfItsOwn() {
        Findings all = TestFindings.of(
                List.of("a", "b", "c", "d"), List.of("The lamps stay dark tonight"), "tag", "u.example");
        NetworkPicture picture =
                NetworkPicture.of(new View(all, Names.plain(all.corpus()), List.of(), "test", "0".repeat(64)));
        NetworkPicture.Label label = picture.labels().get(0);
        assertThat(picture.dots())
                .anyMatch(dot -> dot.x().equals(label.x())
                        && Math.abs(Double.parseDouble(dot.y()) - Double.parseDouble(label.y()) - 12) < 0.11);
    }

    /** A campaign may lie within a larger one, so that both have one middle. */
    @Test
    void namesOfCampaignsCoverNoOther() {
        double[] x = {20, 15, 25, 90, 20};
        double[] y = {0, 0, 0, 0, 30};
        assertThat(NetworkPicture.named(new int[] {1, 2, 3}, x, y, List.of()))
                .as("nearest to the middle")
                .isEqualTo(2);
        assertThat(NetworkPicture.named(new int[] {1, 2, 3}, x, y, List.of(0)))
                .as("beside it")
                .isEqualTo(3);
        assertThat(NetworkPicture.named(new int[] {1, 2, 4}, x, y, List.of(0)))
                .as("below it")
                .isEqualTo(4);
        assertThat(NetworkPicture.named(new int[] {1, 2}, x, y, List.of(0)))
                .as("no place is free")
                .isEqualTo(1);
    }

    @Test
    void onlyMomentsAreShaded() {
        Instant start = Instant.parse("2019-01-01T00:00:00Z");
        Timeline.Axis axis =
                new Timeline.Axis(start.toEpochMilli(), Duration.ofDays(7).toMillis(), 300);
        List<SeriesBurst> bursts = List.of(burst(start, 3 * 365), burst(start.plus(Duration.ofDays(400)), 30));
        assertThat(Timeline.bands(bursts, axis))
                .as("three of six years are no moment")
                .containsExactly(new Timeline.Band("190.5", "14.3", 2));
    }

    private static SeriesBurst burst(Instant start, int days) {
        Instant end = start.plus(Duration.ofDays(days));
        return new SeriesBurst(Optional.empty(), 0, 2, start, end, 1, 0, 10, 3, SeriesBurst.Measure.POSTS);
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
    void disguisedLettersAreToldApartFromOtherWords() {
        Comparison comparison = compare("Stop the election now, friends", "Stop the el\u0435ction now, fri\u200Bends");
        List<Comparison.Segment> variant = comparison.variants().get(0).segments();
        assertThat(text(variant, Kind.ADDED) + text(variant, Kind.MISSING))
                .as("nothing seems deleted and put in again as it was")
                .isEmpty();
        assertThat(text(variant, Kind.ALIKE)).isEqualTo("el\u0435ction fri\u200Bends");
        assertThat(text(comparison.representative(), Kind.COMMON)).isEqualTo("Stop the ");
        assertThat(comparison.swaps()).containsExactly(new Disguise.Swap(0x435, 'e'), new Disguise.Swap(0x200B, -1));
        assertThat(Disguise.words(comparison.swaps(), Messages.of(Locale.ENGLISH)))
                .isEqualTo("\u0435 U+0435 (Cyrillic) for e U+0065 (Latin); U+200B, which is invisible");
        assertThat(Disguise.words(comparison.swaps(), Messages.of(Locale.FRENCH)))
                .isEqualTo("\u0435 U+0435 (cyrillique) au lieu de e U+0065 (latin)\u202f; U+200B, qui est invisible");
    }

    /** What the normaliser takes away because nobody sees it is told here too, whatever its kind in Unicode. */
    @Test
    void everythingInvisibleIsADisguise() {
        for (int c : new int[] {0xAD, 0x200B, 0x3164, 0x115F, 0xFE01, 0xE0041}) {
            Comparison comparison =
                    compare("Stop the friends now", "Stop the fri" + Character.toString(c) + "ends now");
            assertThat(comparison.swaps()).as(Integer.toHexString(c)).containsExactly(new Disguise.Swap(c, -1));
        }
    }

    @Test
    void theOriginalMayBeTheDisguisedOne() {
        Comparison comparison = compare("\u0421est tr\u00e8s bien ainsi", "Cest tres bien ainsi");
        List<Comparison.Segment> variant = comparison.variants().get(0).segments();
        assertThat(text(variant, Kind.ALIKE)).isEqualTo("Cest ");
        assertThat(text(variant, Kind.ADDED)).as("an accent can be seen").isEqualTo("tres ");
        assertThat(comparison.swaps()).containsExactly(new Disguise.Swap('c', 0x441));
    }

    @Test
    void aWordThatLooksOtherwiseIsNoDisguise() {
        List<Comparison.Segment> variant = compare("мы идём в наш dom", "мы идём в наш дом")
                .variants()
                .get(0)
                .segments();
        assertThat(text(variant, Kind.ALIKE)).isEmpty();
        assertThat(text(variant, Kind.ADDED)).isEqualTo("дом ");
        assertThat(text(variant, Kind.MISSING)).isEqualTo("dom ");
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
    void wordingsOfAMessageAreComparedWithTheFirst() {
        String first = "Don't let them say it was announced for years: the new lamps are in a depot unpaid.";
        String second = "Do not let them tell you it was planned for years: the new lamps sit in a depot unpaid.";
        Findings findings = TestFindings.of(List.of("w", "x", "y", "z"), List.of(first, second), "tag", "a.example");
        View view = new View(findings, Names.plain(findings.corpus()), List.of(), "1", "run");
        SharedObject wording = new SharedObject(ObjectKind.WORDING, 0, 2, 3, 2);
        Comparison comparison = Comparison.of(wording, ImmutableIntArray.of(0, 1), view, Messages.of(Locale.ENGLISH));
        assertThat(comparison.about()).isEqualTo("2 accounts \u00b7 3 posts \u00b7 undetermined");
        assertThat(comparison.isWithheld()).isFalse();
        assertThat(text(comparison.representative(), Kind.COMMON)).isEqualTo("for years: the new lamps ");
        assertThat(text(comparison.variants().get(0).segments(), Kind.ADDED)).contains("planned");
    }

    /** The first cluster of findings made by hand, of two texts in turn. */
    private static Comparison compare(String text, String other) {
        Findings findings = TestFindings.of(List.of("w", "x", "y", "z"), List.of(text, other), "tag", "a.example");
        View view = new View(findings, Names.plain(findings.corpus()), List.of(), "1", "run");
        return Comparison.of(findings.clusters().get(0), view, Messages.of(Locale.ENGLISH));
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
