/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.nlp.duplicate.NearDuplicates;
import org.vigie.nlp.text.TextNormalizer;

/** Parts of a corpus, and a corpus of parts. */
class CorpusPartsTest {
    private static final List<Post> POSTS = Sample.traffic(1500);
    private static final Corpus WHOLE = Corpus.of(POSTS);

    private static Instant time(int row) {
        return Instant.ofEpochMilli(WHOLE.time(row));
    }

    /** Slices of different lengths that are the whole. */
    private static List<Corpus> slices() {
        List<Corpus> slices = new ArrayList<>();
        Instant[] cuts = {Instant.MIN, time(1), time(400), time(401), time(1200), Instant.MAX};
        for (int i = 1; i < cuts.length; i++) {
            slices.add(WHOLE.slice(cuts[i - 1], cuts[i]));
        }
        return slices;
    }

    @Test
    void slicesMergedAreTheWholeInAnyOrder() {
        List<Corpus> slices = slices();
        assertThat(slices.stream().mapToInt(Corpus::size).sum()).isEqualTo(WHOLE.size());
        Sample.assertSame(Corpus.merge(slices), WHOLE);
        Collections.reverse(slices);
        Sample.assertSame(Corpus.merge(slices), WHOLE);
        Collections.swap(slices, 0, 2);
        Sample.assertSame(Corpus.merge(slices), WHOLE);
        Sample.assertSame(
                Corpus.merge(List.of(Corpus.merge(slices.subList(0, 2)), Corpus.merge(slices.subList(2, 5)))), WHOLE);
    }

    @Test
    void partsThatWereReadApartAreTheWholeHoweverTheyInterleave() {
        List<Post> shuffled = Sample.shuffled(POSTS, 5);
        List<Corpus> parts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int part = i;
            parts.add(Corpus.of(IntStream.range(0, POSTS.size())
                    .filter(p -> p % 4 == part)
                    .mapToObj(shuffled::get)
                    .toList()));
        }
        Sample.assertSame(Corpus.merge(parts), WHOLE);
        Sample.assertSame(Corpus.merge(List.of(WHOLE)), WHOLE);
    }

    @Test
    void aSliceHasThePostsFromItsStartAndNoneAtItsEnd() {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            posts.add(Sample.post("p" + i, "a" + i, i / 2, "text number " + i).build());
        }
        Corpus corpus = Corpus.of(posts);
        Corpus slice = corpus.slice(Sample.START.plusSeconds(1), Sample.START.plusSeconds(3));
        assertThat(IntStream.range(0, slice.size()).mapToObj(slice::id)).containsExactly("p2", "p3", "p4", "p5");
        assertThat(slice.accounts()).isEqualTo(4);
        assertThat(slice.accountName(0)).as("numbers of its own").isEqualTo("a2");

        assertThat(corpus.slice(Instant.MIN, Instant.MAX).size()).isEqualTo(10);
        assertThat(corpus.slice(Sample.START, Sample.START).size()).isZero();
        assertThat(corpus.slice(Sample.START.plusSeconds(3), Sample.START).size())
                .isZero();
        assertThat(corpus.slice(Instant.MAX, Instant.MAX).size()).isZero();
        // Between two milliseconds: after the post of the first.
        Instant between = Sample.START.plusNanos(1);
        assertThat(corpus.slice(Instant.MIN, between).size()).isEqualTo(2);
        assertThat(corpus.slice(between, Instant.MAX).size()).isEqualTo(8);
    }

    @Test
    void aSliceOfOneKindOfPostsIsTheCorpusOfThem() {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            posts.add(Sample.post("p" + i, "a" + i % 17, i, "Words that are long enough, number " + i % 9)
                    .hashtags(List.of("tag" + i % 5))
                    .build());
        }
        Corpus slice = Corpus.of(posts).slice(Sample.START.plusSeconds(50), Sample.START.plusSeconds(120));
        Sample.assertSame(slice, Corpus.of(posts.subList(50, 120)));
    }

    @Test
    void whatPostsOutsideASliceSayOfAnAccountsAgeStillCounts() {
        Instant opened = Sample.START.minus(Duration.ofDays(9));
        Corpus corpus = Corpus.of(List.of(
                Sample.post("1", "a", 0, "").accountCreated(opened).build(),
                Sample.post("2", "a", 1, "").build()));
        assertThat(corpus.slice(Sample.START.plusSeconds(1), Instant.MAX).accountCreated(0))
                .contains(opened);
    }

    @Test
    void aPartWithoutTextTakesNoLanguages() {
        Corpus none = Corpus.of(List.of(Sample.post("0", "z", 0, "").build()));
        Corpus empty = Corpus.of(List.of());
        List<Post> all = new ArrayList<>(POSTS);
        all.add(Sample.post("0", "z", 0, "").build());
        Sample.assertSame(Corpus.merge(List.of(none, WHOLE)), Corpus.of(all));
        Sample.assertSame(Corpus.merge(List.of(empty, WHOLE, empty)), WHOLE);
    }

    @Test
    void thereAreLanguagesIfTheFirstPartHasThem() {
        Corpus first = Corpus.of(POSTS.subList(0, 700));
        Corpus without = Sample.corpus(Corpus.builder().withoutLanguages(), POSTS.subList(700, 1500));
        Sample.assertSame(Corpus.merge(List.of(first, without)), WHOLE);
        Corpus unknown = Corpus.merge(List.of(without, first));
        assertThat(IntStream.range(0, unknown.size()).mapToObj(unknown::language))
                .containsOnly("und");
    }

    @Test
    void refusesPartsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Corpus.merge(List.of()))
                .withMessage("there must be at least one corpus to merge");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Corpus.merge(List.of(WHOLE, WHOLE)))
                .withMessage("ids must be unique but '" + WHOLE.id(0) + "' came twice");
        Corpus links = Corpus.builder().withKinds(List.of(ObjectKind.URL)).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Corpus.merge(List.of(links, WHOLE)))
                .withMessage("kinds must be [url] but were [url, hashtag, repost, reply, mention, domain]");
        NearDuplicates other = NearDuplicates.withDefaults().withNormalizer(TextNormalizer.none());
        Corpus exact = Corpus.builder().withDuplicates(other).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Corpus.merge(List.of(WHOLE, exact)))
                .withMessageStartingWith("normalisers must be ");
    }
}
