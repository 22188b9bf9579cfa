/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.nlp.text.Shingler;
import org.vigie.nlp.text.TextNormalizer;

class NearDuplicatesTest {
    private static final String[] WORDS =
            ("le port ferme ce soir à cause du vent fort et la mer monte vite sur les quais "
                            + "people say that trains stop early because snow fell on every road near town wieder einmal")
                    .split(" ");

    @Test
    void findsCopiesAndNearCopies() {
        DuplicateReport report = NearDuplicates.withDefaults()
                .detect(List.of(
                        "The bridge over the river will be closed on Monday morning",
                        "Quite another text about apples, pears and plums",
                        "THE BRIDGE over the river will be closed on Monday morning",
                        "The bridge over the river will be closed on Monday morning!!, again",
                        "",
                        "   ",
                        "Quite another text about apples, pears and plums"));

        assertThat(report.pairs()).hasSize(1);
        assertThat(report.pairs().get(0).first()).isZero();
        assertThat(report.pairs().get(0).second()).isEqualTo(3);
        assertThat(report.clusters()).hasSize(2);
        assertThat(report.clusters().get(0).members()).containsExactly(0, 2, 3);
        assertThat(report.clusters().get(0).type()).isEqualTo(ClusterType.COPYPASTA);
        assertThat(report.clusters().get(1).members()).containsExactly(1, 6);
        assertThat(report.clusters().get(1).type()).isEqualTo(ClusterType.IDENTICAL);
        assertThat(report.clusterOf(4)).isEqualTo(-1);
        assertThat(report.clusterOf(5)).isEqualTo(-1);
        assertThat(report.firstCopyOf(6)).isEqualTo(1);
        assertThat(report.firstCopyOf(5)).isEqualTo(-1);
        assertThat(report.distinct()).isEqualTo(3);
    }

    @Test
    void exactFindsWhatComparingEveryPairFindsAndLshNearlyAll() {
        List<String> texts = variants(7, 300);
        NearDuplicates search = NearDuplicates.withDefaults()
                .withNormalizer(TextNormalizer.basic())
                .withThreshold(0.7);
        List<DuplicatePair> expected = new ArrayList<>();
        DuplicateReport exact = search.withMethod(CandidateMethod.EXACT).detect(texts);
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                if (exact.firstCopyOf(i) == i && exact.firstCopyOf(j) == j) {
                    double jaccard = jaccard(texts.get(i), texts.get(j));
                    if (jaccard >= 0.7) {
                        expected.add(new DuplicatePair(i, j, jaccard));
                    }
                }
            }
        }
        assertThat(expected).hasSizeGreaterThan(200);
        assertThat(exact.pairs()).isEqualTo(expected);

        DuplicateReport lsh = search.detect(texts);
        assertThat(expected).containsAll(lsh.pairs());
        assertThat(lsh.pairs().size()).isGreaterThan(expected.size() * 99 / 100);
    }

    @Test
    void reportsTheSameOnAnyNumberOfThreads() {
        List<String> texts = variants(3, 5_000);
        DuplicateReport one = NearDuplicates.withDefaults().withThreads(1).detect(texts);
        DuplicateReport four = NearDuplicates.withDefaults().withThreads(4).detect(texts);
        assertThat(four.pairs()).isEqualTo(one.pairs());
        assertThat(four.clusters()).hasToString(one.clusters().toString());
    }

    @Test
    void collapsesAFloodOfOneText() {
        List<String> texts = Collections.nCopies(1_000_000, "Vote now, vote often, says the flood");
        DuplicateReport report = NearDuplicates.withDefaults().detect(texts);
        assertThat(report.clusters()).hasSize(1);
        assertThat(report.clusters().get(0).size()).isEqualTo(1_000_000);
        assertThat(report.pairs()).isEmpty();
        assertThat(report.distinct()).isEqualTo(1);
    }

    @Test
    void reportsOfDistinctNormalisedTextsAreThoseOfTheRows() {
        List<String> rows = DuplicateGoldenTest.posts(5, 800);
        TextNormalizer normalizer = TextNormalizer.social();
        Set<String> distinct = new HashSet<>(List.of("a text that no row has", "and another"));
        rows.forEach(row -> distinct.add(normalizer.normalize(row)));
        distinct.remove("");
        for (long order = 0; order < 3; order++) {
            List<String> normalized = new ArrayList<>(distinct);
            Collections.shuffle(normalized, new Random(order));
            int[] textOf = rows.stream()
                    .mapToInt(row -> normalized.indexOf(normalizer.normalize(row)))
                    .toArray();
            List<String> decoded = decodedEachTime(normalized);
            NearDuplicates search = NearDuplicates.withDefaults().withSeed(order);
            for (NearDuplicates each : List.of(
                    search,
                    search.withMethod(CandidateMethod.EXACT).withThreads(3),
                    search.withThreshold(0.5).withCohesion(),
                    search.withRewording(0.6))) {
                assertThat(DuplicateGoldenTest.describe(each.detectDistinct(decoded, textOf)))
                        .isEqualTo(DuplicateGoldenTest.describe(each.detect(rows)));
            }
        }
    }

    private static List<String> decodedEachTime(List<String> texts) {
        List<byte[]> bytes = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return new String(bytes.get(index), StandardCharsets.UTF_8);
            }

            @Override
            public int size() {
                return bytes.size();
            }
        };
    }

    @Test
    void normalisedTextsAreTakenAsTheyAre() {
        DuplicateReport report = NearDuplicates.withDefaults()
                .detectDistinct(List.of("Some Text", "some text"), new int[] {1, 0, -1, 1});
        assertThat(report.texts()).isEqualTo(4);
        assertThat(report.distinct()).isEqualTo(2);
        assertThat(report.firstCopyOf(3)).isZero();
        assertThat(report.firstCopyOf(2)).isEqualTo(-1);
        assertThat(report.clusters()).hasSize(1);
        assertThat(report.clusters().get(0).members()).containsExactly(0, 3);
    }

    @Test
    void oneThreadIsTheCaller() {
        List<String> texts = variants(8, 3_000);
        Set<Thread> seen = new HashSet<>();
        NearDuplicates.withDefaults().withThreads(1).withRewording(0.7).detect(new AbstractList<>() {
            @Override
            public String get(int index) {
                seen.add(Thread.currentThread());
                return texts.get(index);
            }

            @Override
            public int size() {
                return texts.size();
            }
        });
        assertThat(seen).containsExactly(Thread.currentThread());
    }

    @Test
    void rejectsRowsWithoutAText() {
        NearDuplicates search = NearDuplicates.withDefaults();
        assertThatThrownBy(() -> search.detectDistinct(List.of("one", "two"), new int[] {0, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("text of a row must be in [-1, 1] but that of row 1 was 2");
        assertThatThrownBy(() -> search.detectDistinct(List.of(), new int[] {-2}))
                .hasMessage("text of a row must be in [-1, -1] but that of row 0 was -2");
    }

    @Test
    void normalisesMoreRowsThanItHoldsAtOnce() {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < 70_000; row++) {
            rows.add("Text number " + row % 35_001);
        }
        DuplicateReport report = NearDuplicates.withDefaults().withThreshold(1).detect(rows);
        assertThat(report.distinct()).isEqualTo(35_001);
        for (int row = 0; row < 70_000; row++) {
            assertThat(report.firstCopyOf(row)).isEqualTo(row % 35_001);
        }
    }

    @Test
    void keepsShortTextsApart() {
        DuplicateReport report = NearDuplicates.withDefaults()
                .withNormalizer(TextNormalizer.basic())
                .detect(List.of("no", "yes", "ok", "\ud800", "\udc00", "a", "b"));
        assertThat(report.pairs()).isEmpty();
        assertThat(report.clusters()).isEmpty();
    }

    @Test
    void textsWithoutWordsAreNoPairsOfWords() {
        DuplicateReport report =
                NearDuplicates.withDefaults().withShingler(Shingler.words(1)).detect(List.of("?!", "...", "-- --"));
        assertThat(report.pairs()).isEmpty();
    }

    @Test
    void tellsItsProgress() {
        List<Long> steps = new ArrayList<>();
        NearDuplicates.withDefaults().withProgress(steps::add).detect(variants(1, 3_000));
        assertThat(steps).isSorted();
        assertThat(steps.get(steps.size() - 1)).isGreaterThan(3_000);
    }

    @Test
    void rejectsWhatItCannotDo() {
        NearDuplicates search = NearDuplicates.withDefaults();
        assertThatThrownBy(() -> search.withThreshold(1.7)).hasMessage("threshold must be in (0, 1] but was 1.7");
        assertThatThrownBy(() -> search.withThreshold(Double.NaN))
                .hasMessage("threshold must be in (0, 1] but was NaN");
        assertThatThrownBy(() -> search.withRecall(1)).hasMessage("recall must be in (0, 1) but was 1.0");
        assertThatThrownBy(() -> search.withThreads(0)).hasMessage("threads must be at least 1 but was 0");
    }

    static List<String> variants(long seed, int count) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (i > 5 && random.nextInt(3) > 0) {
                String[] words = texts.get(random.nextInt(Math.min(i, 40))).split(" ");
                words[random.nextInt(words.length)] = WORDS[random.nextInt(WORDS.length)];
                texts.add(String.join(" ", words));
            } else {
                StringBuilder text = new StringBuilder();
                for (int w = 8 + random.nextInt(12); w > 0; w--) {
                    text.append(WORDS[random.nextInt(WORDS.length)]).append(w > 1 ? " " : "");
                }
                texts.add(text.toString());
            }
        }
        return texts;
    }

    private static double jaccard(String a, String b) {
        Set<String> x = cut(a);
        Set<String> union = new HashSet<>(x);
        Set<String> y = cut(b);
        union.addAll(y);
        return (double) (x.size() + y.size() - union.size()) / union.size();
    }

    private static Set<String> cut(String text) {
        String normal = TextNormalizer.basic().normalize(text);
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + 5 <= normal.length(); i++) {
            shingles.add(normal.substring(i, i + 5));
        }
        if (shingles.isEmpty()) {
            shingles.add(normal);
        }
        return shingles;
    }

    @Test
    void presetsAreRightInEveryScript() {
        for (String[] copy : new String[][] {
            {
                "The harbour office will close its doors on Monday morning at nine",
                "The harbour office closes its doors on Monday morning at nine"
            },
            {"市政府昨天宣布大桥将于下周一早上九点关闭维修", "市政府昨天宣布大桥将于下周二早上九点关闭维修"},
            {"市役所は橋を月曜日の朝九時から閉鎖すると発表しました", "市役所は橋を火曜日の朝九時から閉鎖すると発表しました"},
            {"สะพานจะปิดในเช้าวันจันทร์เวลาเก้าโมงเพื่อซ่อมแซม", "สะพานจะปิดในเช้าวันจันทร์เวลาเก้าโมงเพื่อซ่อมแซมใหญ่"}
        }) {
            assertThat(NearDuplicates.copies()
                            .withThreshold(0.7)
                            .detect(List.of(copy))
                            .pairs())
                    .as(copy[0])
                    .hasSize(1);
        }
        for (String[] reworded : new String[][] {
            {"Vaccines make you ill and nobody tells you", "Nobody tells you this, but vaccines will make you very ill"
            },
            {"政府每天都在欺骗人民和媒体", "人民和媒体每天都被政府欺骗了"},
            {"政府は毎日国民をだましている", "毎日国民は政府にだまされている"}
        }) {
            List<String> texts = List.of(reworded[0], reworded[1], "A quite different text on apples 苹果 りんご");
            assertThat(NearDuplicates.rewordings().detect(texts).pairs())
                    .as(reworded[0])
                    .hasSize(1);
            assertThat(NearDuplicates.copies().detect(texts).pairs()).isEmpty();
        }
    }

    @Test
    void namesEveryOption() {
        assertThat(NearDuplicates.withDefaults())
                .hasToString("social v2, char:5 v1 seed 0, threshold 0.8, lsh with recall 0.997, seed 0, no rewording,"
                        + " connected clusters");
        assertThat(NearDuplicates.rewordings().withRewording(0.25))
                .hasToString("social v2, char:script4 v1 seed 0, threshold 0.15, exact, seed 0, rewording from 0.25,"
                        + " cohesive clusters");
        assertThat(NearDuplicates.copies().toString()).contains("char:script v1");
    }
}
