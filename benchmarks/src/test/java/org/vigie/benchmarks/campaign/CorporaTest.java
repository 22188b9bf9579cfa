/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.posts.Post;

/** The corpora of the studies: repeatable, honest where they say so, and copies that change one thing. */
final class CorporaTest {
    private static final Phrases PHRASES = new Phrases();
    private static final List<Post> BACKGROUND = Scene.simulated(2000, 3);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void audiencesAreHonestAndTheSameForTheSameSeed(Audience audience) {
        Scene scene = new Scene(BACKGROUND, PHRASES, 5);
        audience.playIn(scene);
        assertThat(scene.posts().size()).isGreaterThan(BACKGROUND.size() + 200);
        assertThat(scene.labels().accounts().values()).containsOnly("");
        assertThat(scene.posts()).extracting(Post::id).doesNotHaveDuplicates();
        Scene again = new Scene(BACKGROUND, PHRASES, 5);
        audience.playIn(again);
        assertThat(again.posts()).isEqualTo(scene.posts());
    }

    @Test
    void phrasesAreOfManyLanguages() {
        assertThat(PHRASES.languages()).contains("ar", "de", "en", "es", "fr", "it", "ja", "pt", "uk");
    }

    @Test
    void copiesChangeOneThing() {
        List<Post> times = Copies.withTimesShuffled(BACKGROUND, 1);
        assertThat(times).isNotEqualTo(BACKGROUND).extracting(Post::id).isEqualTo(ids(BACKGROUND));
        assertThat(byAccount(times)).isEqualTo(byAccount(BACKGROUND));
        List<Post> accounts = Copies.withAccountsPermuted(BACKGROUND, 1);
        assertThat(accounts)
                .extracting(Post::text)
                .isEqualTo(BACKGROUND.stream().map(Post::text).toList());
        assertThat(accounts)
                .extracting(Post::time)
                .isEqualTo(BACKGROUND.stream().map(Post::time).toList());
        assertThat(accounts)
                .extracting(Post::account)
                .isNotEqualTo(BACKGROUND.stream().map(Post::account).toList());
        assertThat(accounts.stream().map(Post::account).sorted().toList())
                .isEqualTo(BACKGROUND.stream().map(Post::account).sorted().toList());
        List<Post> inLanguages =
                Copies.withAccountsPermuted(BACKGROUND, post -> post.language().orElse(""), 1);
        for (int i = 0; i < BACKGROUND.size(); i++) {
            String account = inLanguages.get(i).account();
            String language = BACKGROUND.get(i).language().orElse("");
            assertThat(BACKGROUND)
                    .anyMatch(p -> p.account().equals(account)
                            && p.language().orElse("").equals(language));
        }
    }

    @Test
    void aSampleIsPartOfThePostsAndTheSameForTheSameSeed() {
        List<Post> half = Copies.sampled(BACKGROUND, 0.5, 1);
        assertThat(half.size()).isBetween(900, 1100);
        assertThat(BACKGROUND).containsAll(half);
        assertThat(ids(Copies.sampled(BACKGROUND, 0.5, 1))).isEqualTo(ids(half));
        assertThat(ids(Copies.sampled(BACKGROUND, 0.5, 2))).isNotEqualTo(ids(half));
        assertThat(Copies.sampled(BACKGROUND, 1, 1)).hasSameSizeAs(BACKGROUND);
    }

    @Test
    void pairsOfPostsAndLabelsAreFound() throws IOException {
        for (String name : List.of("b.csv.gz", "b.truth.csv", "a.csv.gz", "a.truth.csv", "c.csv.gz", "d.truth.csv")) {
            Files.createFile(folder.resolve(name));
        }
        assertThat(LabelledFile.in(folder)).extracting(LabelledFile::name).containsExactly("a", "b");
        assertThat(LabelledFile.in(folder.resolve("none"))).isEmpty();
    }

    private static List<String> ids(List<Post> posts) {
        return posts.stream().map(Post::id).toList();
    }

    private static Object byAccount(List<Post> posts) {
        return posts.stream()
                .collect(Collectors.groupingBy(
                        Post::account,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                l -> l.stream().map(Post::time).sorted().toList())));
    }
}
