/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NearDuplicateIndexTest {
    private static final NearDuplicates SEARCH = NearDuplicates.withDefaults().withThreshold(0.7);

    @Test
    void streamFindsWhatTheBatchFinds() {
        List<String> texts = NearDuplicatesTest.variants(21, 400);
        NearDuplicateIndex index = NearDuplicateIndex.of(SEARCH);
        Set<DuplicatePair> streamed = new TreeSet<>();
        for (int i = 0; i < texts.size(); i++) {
            List<DuplicateMatch> matches = index.add(i, texts.get(i), i);
            if (index.copies(i) == 1) {
                for (DuplicateMatch match : matches) {
                    streamed.add(new DuplicatePair((int) match.id(), i, match.jaccard()));
                }
            }
        }
        List<DuplicatePair> exact =
                SEARCH.withMethod(CandidateMethod.EXACT).detect(texts).pairs();
        assertThat(new HashSet<>(exact)).containsAll(streamed);
        assertThat(streamed.size()).isGreaterThan(exact.size() * 98 / 100);
        assertThat(index.size()).isEqualTo(SEARCH.detect(texts).distinct());
        assertThat(index.capped()).isZero();
    }

    @Test
    void whatIsAddedUnaskedIsFoundAsWhatWasAsked() throws IOException {
        List<String> texts = NearDuplicatesTest.variants(23, 400);
        NearDuplicateIndex asked = NearDuplicateIndex.of(SEARCH);
        NearDuplicateIndex unasked = NearDuplicateIndex.of(SEARCH);
        for (int i = 0; i < texts.size(); i++) {
            asked.add(i, texts.get(i), i);
            unasked.addUnasked(i, texts.get(i), i);
        }
        unasked.addUnasked(-1, " \t", 0);
        assertThat(unasked.size()).isEqualTo(asked.size());
        for (String text : texts) {
            assertThat(unasked.query(text, 3)).isEqualTo(asked.query(text, 3));
        }
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        asked.snapshot(expected);
        unasked.snapshot(bytes);
        assertThat(bytes.toByteArray()).isEqualTo(expected.toByteArray());
        assertThatThrownBy(() -> unasked.addUnasked(0, "whatever else", 0))
                .hasMessage("id must not be in the index yet but 0 was");
    }

    /** Two indices take turns, and hold every other half of the texts. */
    @Test
    void theFirstIsTheFirstOfAll() {
        List<String> texts = NearDuplicatesTest.variants(22, 400);
        NearDuplicateIndex older = NearDuplicateIndex.of(SEARCH);
        NearDuplicateIndex all = NearDuplicateIndex.of(SEARCH);
        NearDuplicateIndex first = NearDuplicateIndex.of(SEARCH);
        int found = 0;
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            if (i % 4 < 2) {
                older.add(i, text, i);
                continue;
            }
            int most = i % 3 == 0 ? 3 : 50;
            List<DuplicateMatch> here = all.query(text, most).matches();
            List<DuplicateMatch> answer =
                    here.isEmpty() ? older.query(text, most).matches() : here;
            OptionalLong expected = answer.isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(answer.get(0).id());
            assertThat(first.findFirst(text, most, older)).isEqualTo(expected);
            assertThat(first.addAndFindFirst(i, text, i, most, older)).isEqualTo(expected);
            all.add(i, text, i);
            found += expected.isPresent() ? 1 : 0;
            assertThat(first.copies(i)).isEqualTo(all.copies(i));
        }
        assertThat(found).isBetween(50, 199);
        assertThat(first.size()).isEqualTo(all.size());
        assertThat(first.addAndFindFirst(1_000, " ", 1, 1, older)).isEmpty();
        assertThat(first.copies(1_000)).isZero();
    }

    @Test
    void oneQuestionIsForIndicesOfOneSearch() {
        NearDuplicateIndex index = NearDuplicateIndex.of(SEARCH);
        NearDuplicateIndex other = NearDuplicateIndex.of(SEARCH.withSeed(5));
        assertThatThrownBy(() -> index.findFirst("alle sagen es", 1, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the search of both indices must be the same but was ")
                .hasMessageContaining("seed 5");
        assertThatThrownBy(() -> index.addAndFindFirst(1, "alle sagen es", 0, 1, other))
                .hasMessageContaining("must be the same");
        index.add(1, "alle sagen es", 0);
        assertThatThrownBy(() -> index.addAndFindFirst(1, "sonst nichts", 0, 1, index))
                .hasMessage("id must not be in the index yet but 1 was");
        assertThatThrownBy(() -> index.findFirst("sonst nichts", 0, index)).hasMessageContaining("most");
    }

    @Test
    void collapsesCopiesAndForgetsOldTexts() {
        NearDuplicateIndex index = NearDuplicateIndex.of(NearDuplicates.withDefaults());
        assertThat(index.add(1, "Das Wasser steigt am Hafen, bleibt zu Hause", 10))
                .isEmpty();
        assertThat(index.add(2, "DAS WASSER steigt am Hafen, bleibt zu Hause https://x.de", 20))
                .containsExactly(new DuplicateMatch(1, 1));
        assertThat(index.copies(1)).isEqualTo(2);
        assertThat(index.copies(2)).isZero();
        assertThat(index.add(3, "  ", 20)).isEmpty();
        assertThat(index.query("Das Wasser steigt am Hafen, bleibt zu Hausen!")
                        .get(0)
                        .jaccard())
                .isBetween(0.8, 0.99);
        assertThat(index.expireBefore(20)).isZero();
        assertThat(index.expireBefore(21)).isEqualTo(1);
        assertThat(index.query("Das Wasser steigt am Hafen, bleibt zu Hause")).isEmpty();
        assertThat(index.size()).isZero();
        assertThat(index.remove(1)).isFalse();
        index.add(1, "wieder da", 1);
        assertThatThrownBy(() -> index.add(1, "anders", 2)).hasMessage("id must not be in the index yet but 1 was");
        assertThat(index.remove(1)).isTrue();
    }

    @Test
    void severalThreadsMayUseIt() throws InterruptedException {
        NearDuplicateIndex index = NearDuplicateIndex.of(SEARCH);
        List<String> texts = NearDuplicatesTest.variants(4, 2_000);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int t = 0; t < 4; t++) {
            int first = t;
            threads.execute(() -> {
                for (int i = first; i < texts.size(); i += 4) {
                    index.add(i, texts.get(i), i);
                    index.query(texts.get(i));
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(index.size()).isEqualTo(SEARCH.detect(texts).distinct());
    }

    @Test
    void cohesionSplitsChains() {
        List<String> chain = new ArrayList<>();
        String[] words = "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
                .split(" ", -1);
        for (int i = 0; i + 8 <= words.length; i++) {
            chain.add(String.join(" ", List.of(words).subList(i, i + 8)));
        }
        NearDuplicates search = NearDuplicates.withDefaults().withThreshold(0.5).withMethod(CandidateMethod.EXACT);
        DuplicateReport loose = search.detect(chain);
        assertThat(loose.clusters()).hasSize(1);
        DuplicateReport tight = search.withCohesion().detect(chain);
        assertThat(tight.clusters()).hasSizeGreaterThan(1);
        for (DuplicateCluster cluster : tight.clusters()) {
            for (int member : cluster.members()) {
                assertThat(member == cluster.medoid()
                                || tight.pairs().stream()
                                        .anyMatch(pair -> pair.first() == Math.min(member, cluster.medoid())
                                                && pair.second() == Math.max(member, cluster.medoid())))
                        .isTrue();
            }
        }
    }

    @Test
    void findsRewordedTextsByTheirWords() {
        List<String> texts = List.of(
                "The minister secretly sold the old harbour to foreign investors last night",
                "Last night foreign investors got the old harbour: secretly sold, by the minister himself",
                "Apples and pears are cheap on the market square this week, come early");
        assertThat(NearDuplicates.withDefaults().detect(texts).clusters()).isEmpty();
        DuplicateReport report =
                NearDuplicates.withDefaults().withRewording(0.25).detect(texts);
        assertThat(report.pairs()).isEmpty();
        assertThat(report.rewordedPairs()).hasSize(1);
        assertThat(report.rewordedPairs().get(0).jaccard()).isGreaterThan(0.25);
        assertThat(report.clusters().get(0).type()).isEqualTo(ClusterType.REWORDED);
        assertThatThrownBy(() -> NearDuplicates.withDefaults().withRewording(Double.NaN))
                .hasMessage("wordThreshold must be in (0, 1] but was NaN");
    }

    @Test
    void linksClustersByVectorsThatTheCallerBrings() {
        List<String> texts = List.of(
                "The dam will hold, says the mayor",
                "The dam will hold, says the mayor",
                "La digue tiendra, dit le maire",
                "La digue tiendra, dit le maire",
                "Apples are cheap today",
                "Apples are cheap today");
        DuplicateReport report = NearDuplicates.withDefaults().detect(texts);
        Function<String, float[]> embedder =
                text -> text.startsWith("A") ? new float[] {0, 1} : new float[] {text.length(), 1};
        assertThat(report.linksByMeaning(texts, embedder, 0.9))
                .extracting(link -> link.first() + "-" + link.second())
                .containsExactly("0-1");
        assertThatThrownBy(() -> report.linksByMeaning(texts, embedder, 0))
                .hasMessage("threshold must be in (0, 1] but was 0.0");
        assertThatThrownBy(() -> report.linksByMeaning(List.of(), embedder, 0.5))
                .hasMessage("texts must be the 6 searched but were 0");
        assertThatThrownBy(() -> report.linksByMeaning(texts, text -> new float[text.length()], 0.5))
                .hasMessage("vectors must have the same length but had 33 and 30");
    }

    @Test
    void aFloodDoesNotMakeAnswersLong() {
        NearDuplicateIndex index = NearDuplicateIndex.of(NearDuplicates.withDefaults());
        String template =
                "Das Wasser steigt am Hafen und in der ganzen Altstadt, bleibt heute alle zu Hause und wartet, Nummer ";
        for (int i = 0; i < 200; i++) {
            index.add(i, template + (1000 + i), i);
        }
        NearDuplicateIndex.Answer answer = index.add(200, template + 1200, 200, 16);
        assertThat(answer.candidates()).isEqualTo(16);
        assertThat(answer.complete()).isFalse();
        assertThat(answer.matches()).hasSize(16);
        assertThat(index.add(201, template + 1003, 201, 1).matches()).contains(new DuplicateMatch(3, 1));
        NearDuplicateIndex.Answer all = index.query(template + 1300, 10_000);
        assertThat(all.complete()).isTrue();
        assertThat(all.matches()).hasSize(index.query(template + 1300).size()).hasSizeGreaterThan(150);
        assertThatThrownBy(() -> index.query("x", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("most");
    }

    /** A bucket holds 256 texts: those that came too late are left out of answers, which say so. */
    @Test
    void aFullBucketMakesAnAnswerIncomplete() {
        List<String> templates = List.of(
                "Das Wasser steigt am Hafen und in der ganzen Altstadt, bleibt heute alle zu Hause und wartet, Nummer ",
                "La digue ne tiendra pas cette nuit, quittez tous le port et la vieille ville sans attendre, numéro ",
                "Su seviyesi limanda ve eski şehirde yükseliyor, bugün herkes evinde kalsın ve beklesin, numara ");
        for (String template : templates) {
            NearDuplicateIndex index = NearDuplicateIndex.of(NearDuplicates.withDefaults());
            for (int i = 0; i < 256; i++) {
                NearDuplicateIndex.Answer answer = index.add(i, template + (1000 + i), i, 10_000);
                assertThat(answer.complete()).as(template + i).isTrue();
            }
            assertThat(index.capped()).isZero();
            assertThat(index.query(template + 2000, 10_000).complete()).isTrue();
            for (int i = 256; i < 400; i++) {
                index.add(i, template + (1000 + i), i);
            }
            assertThat(index.capped()).isPositive();
            NearDuplicateIndex.Answer answer = index.query(template + 2000, 10_000);
            assertThat(answer.complete()).isFalse();
            assertThat(index.add(400, template + 2001, 400, 10_000).complete()).isFalse();
            String elsewhere = "Apples and pears are cheap on the market square this week, come early, they say";
            assertThat(index.query(elsewhere, 10).complete()).isTrue();
            index.expireBefore(399);
            index.remove(399);
            index.remove(400);
            assertThat(index.query(template + 2000, 10_000).complete())
                    .as("all that were left out are gone")
                    .isTrue();
        }
    }

    /** Of two texts that come at once on two threads, one is told of the other. */
    @Test
    void threadsMissNoPair() throws InterruptedException {
        NearDuplicateIndex index = NearDuplicateIndex.of(NearDuplicates.withDefaults());
        AtomicInteger told = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 2; t++) {
            int mine = t;
            threads.add(new Thread(() -> {
                for (int i = 0; i < 500; i++) {
                    String text = "Post number " + i * 7919 + " of many that are long enough to be compared, they say, "
                            + (mine == 0 ? "today" : "todays");
                    told.addAndGet((int) index.add(2L * i + mine, text, i).stream()
                            .filter(match -> match.id() / 2 == (match.id() | 1) / 2)
                            .count());
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(index.size()).isEqualTo(1_000);
        assertThat(told.get()).isGreaterThanOrEqualTo(500);
    }
}
