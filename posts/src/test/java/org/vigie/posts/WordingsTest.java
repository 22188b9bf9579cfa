/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WordingsTest {
    private static final String FIRST =
            "Don't let them say it was announced for years: the new lamps are in a depot unpaid.";
    private static final String SECOND =
            "Do not let them tell you it was planned for years: the new lamps sit in a depot unpaid.";
    private static final String OTHER =
            "We took the early ferry on Saturday and had the whole deck to ourselves until noon.";

    private static List<Post> posts(String... idMinutesText) {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < idMinutesText.length; i += 3) {
            int minutes = Integer.parseInt(idMinutesText[i + 1]);
            posts.add(Sample.post(idMinutesText[i], "by-" + idMinutesText[i], 60L * minutes, idMinutesText[i + 2])
                    .build());
        }
        return posts;
    }

    /** The ids of each object's posts. */
    private static List<List<String>> wordings(Corpus corpus) {
        ObjectLayer layer = corpus.layer(ObjectKind.WORDING);
        List<List<String>> ids = new ArrayList<>();
        for (int o = 0; o < layer.objects(); o++) {
            List<String> of = new ArrayList<>();
            for (int row : layer.rows(o)) {
                of.add(corpus.id(row));
            }
            ids.add(of);
        }
        return ids;
    }

    @Test
    void nearlyTheSameInOtherWordsIsOneObjectAndOtherThingsAreNot() {
        Corpus corpus = Corpus.of(posts("a", "0", FIRST, "b", "30", SECOND, "c", "40", OTHER));
        assertThat(corpus.duplicates().clusters()).isEmpty();
        assertThat(wordings(corpus)).containsExactly(List.of("a", "b"), List.of("c"));
        assertThat(corpus.objectName(ObjectKind.WORDING, 0)).isEqualTo("a");
    }

    @Test
    void anObjectLastsTwoHoursFromItsFirstPost() {
        Corpus corpus = Corpus.of(posts("a", "0", FIRST, "b", "120", SECOND, "c", "121", FIRST));
        assertThat(wordings(corpus)).containsExactly(List.of("a", "b"), List.of("c"));
    }

    @Test
    void whatIsNotSpecificOrRepeatedIsOnNone() {
        List<Post> posts = posts("a", "0", "good morning", "b", "1", "good morning you", "c", "2", FIRST);
        posts.add(Sample.post("d", "fan", 180, SECOND).repostOf("x").build());
        assertThat(wordings(Corpus.of(posts))).containsExactly(List.of("c"));
    }

    @Test
    void oneFormWithOtherNumbersIsAnotherMessage() {
        String form =
                "%s: line %d is %d minutes late because of a fallen branch, the next one leaves at %d past the hour";
        Corpus corpus = Corpus.of(posts(
                "a",
                "0",
                String.format(Locale.ROOT, form, "Alder Quay", 7, 23, 40),
                "b",
                "1",
                String.format(Locale.ROOT, form, "Brack Street", 16, 5, 40),
                "c",
                "2",
                String.format(Locale.ROOT, form, "Alder Quay, now", 7, 24, 40),
                "d",
                "3",
                FIRST + " 48 90",
                "e",
                "4",
                SECOND + " 52"));
        assertThat(wordings(corpus)).containsExactly(List.of("a", "c"), List.of("b"), List.of("d", "e"));
    }

    @Test
    void theOrderOfPostsChangesNothing() {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String text = (i % 3 == 0 ? FIRST : i % 3 == 1 ? SECOND : OTHER) + (i % 7 == 0 ? " " + i * i * 31 : "");
            posts.add(Sample.post(String.format(Locale.ROOT, "p%03d", i), "a" + i % 11, 180L * i, text)
                    .build());
        }
        List<List<String>> wordings = wordings(Corpus.of(posts));
        Collections.reverse(posts);
        assertThat(wordings(Corpus.of(posts))).isEqualTo(wordings);
    }

    /** More posts than are signed at once, of many wordings, some copied. */
    private static List<Post> manyPosts() {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            String subject = Integer.toString(i % 97 * 7_919 + 40_000, 36);
            String tail = i % 5 == 0 ? "" : " and " + Integer.toString(i % 1_013 * 104_729, 36);
            String text = (i % 3 == 0 ? FIRST : SECOND).replace("lamps", subject + " " + subject + "s") + tail;
            posts.add(Sample.post("p" + i, "a" + i % 701, 3L * i, text).build());
        }
        return posts;
    }

    @Test
    void isTheSameOnAnyNumberOfThreads() {
        List<List<List<String>>> found = new ArrayList<>();
        for (int threads = 1; threads <= 3; threads++) {
            CorpusBuilder builder = Corpus.builder().withThreads(threads);
            manyPosts().forEach(builder::post);
            found.add(wordings(builder.build()));
        }
        assertThat(found.get(0)).hasSizeGreaterThan(8).anyMatch(ids -> ids.size() > 20);
        assertThat(found.get(1)).isEqualTo(found.get(0));
        assertThat(found.get(2)).isEqualTo(found.get(0));
    }

    @Test
    void floodOfVariantsIsComparedWithABoundedNumber() {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            String text =
                    FIRST.substring(0, 40) + " " + Integer.toString(i * 7_919, 36) + " " + OTHER.substring(i % 40);
            posts.add(Sample.post("p" + i, "a" + i, i, text).build());
        }
        assertThat(wordings(Corpus.of(posts)).stream().mapToInt(List::size).sum())
                .isEqualTo(3_000);
    }

    @Test
    void whatCrowdsCallOutIsTooShort() {
        Corpus corpus = Corpus.of(posts(
                "a", "0", "what a save in minute 47, my heart", "b", "1", "what a save in minute 18, oh my heart"));
        assertThat(wordings(corpus)).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void nobodyElseMayCallAKindSo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Corpus.builder().withKinds(List.of(ObjectKind.of("wording", Post::urls))));
    }
}
