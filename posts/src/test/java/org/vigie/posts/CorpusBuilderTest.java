/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.vigie.nlp.duplicate.NearDuplicates;

class CorpusBuilderTest {
    private static Post post(String id) {
        return Sample.post(id, "a", 0, "Some words of post " + id).build();
    }

    @Test
    void theCorpusIsTheSameForAnyNumberOfThreads() {
        // Several batches of wordings, and the same text in many of them.
        List<Post> posts = new ArrayList<>(Sample.traffic(2_000));
        for (int i = 0; i < 3000; i++) {
            posts.add(Sample.post(
                            "extra" + i,
                            "e" + i % 40,
                            i,
                            (i % 2 == 0 ? "BONJOUR " : "Bonjour ") + "à tous, numéro " + i % 700)
                    .build());
        }
        Corpus one = Sample.corpus(Corpus.builder().withThreads(1), posts);
        Sample.assertSame(Sample.corpus(Corpus.builder().withThreads(2), posts), one);
        Sample.assertSame(Sample.corpus(Corpus.builder().withThreads(4), Sample.shuffled(posts, 9)), one);
    }

    @Test
    void aSourceIsALambda() throws IOException {
        List<Map<String, String>> mine = List.of(
                Map.of("id", "1", "who", "a", "what", "first"), Map.of("id", "2", "who", "b", "what", "second"));
        List<PostSource.Reject> rejects = new ArrayList<>();
        PostSource source = sink -> {
            for (Map<String, String> row : mine) {
                sink.post(Post.builder(row.get("id"), row.get("who"), Instant.EPOCH, row.get("what"))
                        .build());
            }
            sink.reject(new PostSource.Reject("mine", 3, "no id", "x".repeat(20_000)));
        };
        Corpus corpus = Corpus.builder().read(source).build();
        assertThat(corpus.size()).isEqualTo(2);
        assertThat(Names.plain(corpus).text(1)).isEqualTo("second");

        // Who wants the rejects wraps the builder.
        CorpusBuilder builder = Corpus.builder();
        source.read(new PostSource.Sink() {
            @Override
            public boolean post(Post post) {
                return builder.post(post);
            }

            @Override
            public void reject(PostSource.Reject reject) {
                rejects.add(reject);
            }
        });
        assertThat(builder.size()).isEqualTo(2);
        assertThat(rejects).singleElement().satisfies(r -> {
            assertThat(r.line()).isEqualTo(3);
            assertThat(r.content()).hasSize(PostSource.Reject.MAX_CONTENT);
        });
    }

    @Test
    void aSourceThatFailsSaysSo() {
        PostSource broken = sink -> {
            throw new IOException("the line went dead");
        };
        assertThatThrownBy(() -> Corpus.builder().read(broken))
                .isInstanceOf(IOException.class)
                .hasMessage("the line went dead");
    }

    @Test
    void aPostThatFailsIsNotTakenAndLeavesTheBuilderAsItWas() {
        ObjectKind fragile = ObjectKind.of("fragile", p -> {
            if (p.text().contains("bad")) {
                throw new IllegalArgumentException("bad");
            }
            return List.of("x");
        });
        CorpusBuilder builder = Corpus.builder().withKinds(List.of(ObjectKind.HASHTAG, fragile));
        assertThat(builder.post(post("1"))).isTrue();
        Post bad = Sample.post("2", "b", 0, "bad").hashtags(List.of("tag")).build();
        assertThatIllegalArgumentException().isThrownBy(() -> builder.post(bad)).withMessage("bad");
        Post never = Post.builder("3", "c", Instant.MAX, "").build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.post(never))
                .withMessage("time must be in the years 1 to 9999 but was " + Instant.MAX);
        Post inAnotherUnit = Sample.post("3", "c", 0, "")
                .accountCreated(Instant.ofEpochMilli(1_772_000_000_000_000_000L))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.post(inAnotherUnit))
                .withMessageStartingWith("accountCreated must be in the years 1 to 9999 but was +56");
        assertThat(builder.size()).isEqualTo(1);
        assertThat(builder.post(post("2"))).isTrue();
        assertThat(builder.post(post("3"))).isTrue();
        Corpus corpus = builder.build();
        assertThat(corpus.size()).isEqualTo(3);
        assertThat(corpus.accounts()).isEqualTo(1);
        assertThat(corpus.layer(fragile).rows(0)).containsExactly(0, 1, 2);
        assertThat(corpus.layer(ObjectKind.HASHTAG).objects()).isZero();
    }

    @Test
    void optionsComeBeforeTheFirstPost() {
        CorpusBuilder builder = Corpus.builder();
        assertThat(builder.size()).isZero();
        builder.withThreads(1).post(post("1"));
        List<Runnable> options = List.of(
                () -> builder.withThreads(2),
                () -> builder.withKinds(List.of()),
                () -> builder.withDuplicates(NearDuplicates.withDefaults()),
                builder::withoutLanguages);
        for (Runnable option : options) {
            assertThatIllegalStateException()
                    .isThrownBy(option::run)
                    .withMessage("options must be set before the first post");
        }
    }

    @Test
    void buildsOnce() {
        CorpusBuilder builder = Corpus.builder();
        builder.post(post("1"));
        Corpus corpus = builder.build();
        assertThatIllegalStateException().isThrownBy(builder::build).withMessage("the corpus was made already");
        assertThatIllegalStateException()
                .isThrownBy(() -> builder.post(post("2")))
                .withMessage("the corpus was made already");
        assertThat(corpus.size()).isEqualTo(1);
    }

    @Test
    void kindsHaveDifferentNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Corpus.builder().withKinds(List.of(ObjectKind.URL, ObjectKind.of("url", p -> List.of()))))
                .withMessage("kinds must have different names but two are url");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Corpus.builder().withKinds(List.of(ObjectKind.of("text", p -> List.of("x")))))
                .withMessage("kinds must have different names but two are text");
        assertThatIllegalArgumentException()
                .as("the kind of texts is what it is")
                .isThrownBy(() -> Corpus.builder().withKinds(List.of(ObjectKind.TEXT.withUses())));
        assertThat(Corpus.builder()
                        .withKinds(List.of(ObjectKind.DOMAIN, ObjectKind.TEXT))
                        .build()
                        .kinds())
                .containsExactly(ObjectKind.TEXT, ObjectKind.DOMAIN);
    }

    @Test
    void refusesThreadsBelowOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Corpus.builder().withThreads(0))
                .withMessage("threads must be at least 1 but was 0");
    }

    @Test
    void nearDuplicatesAreSearchedOnNoMoreThreads() {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        NearDuplicates search =
                NearDuplicates.withDefaults().withThreads(4).withProgress(done -> seen.add(Thread.currentThread()));
        Sample.corpus(Corpus.builder().withDuplicates(search).withThreads(1), Sample.traffic(1000))
                .duplicates();
        assertThat(seen).containsExactly(Thread.currentThread());
    }

    @Test
    void withoutLanguagesAllAreUnknown() {
        Corpus corpus = Sample.corpus(Corpus.builder().withoutLanguages(), Sample.traffic(50));
        for (int r = 0; r < corpus.size(); r++) {
            assertThat(corpus.language(r)).isEqualTo("und");
        }
    }

    /** A window that moves on: each look at it is the corpus of the posts that are in it, whatever came before and after. */
    @Test
    void aSnapshotIsTheCorpusOfThePostsFromATimeOn() {
        List<Post> posts = Sample.traffic(1500);
        List<Post> order = new ArrayList<>(posts.subList(0, 700));
        order.addAll(Sample.shuffled(posts.subList(700, 1500), 3)); // some come late
        CorpusBuilder builder = Corpus.builder();
        List<Corpus> snapshots = new ArrayList<>();
        List<List<Post>> windows = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            assertThat(builder.post(order.get(i))).isTrue();
            if (i % 250 == 249) {
                Instant from = posts.get(i / 2).time();
                snapshots.add(builder.snapshot(from));
                windows.add(order.subList(0, i + 1).stream()
                        .filter(post -> !post.time().isBefore(from))
                        .toList());
            }
        }
        for (int i = 0; i < snapshots.size(); i++) {
            assertThat(windows.get(i).size()).isBetween(50, order.size());
            Sample.assertSame(snapshots.get(i), Corpus.of(windows.get(i)));
        }
        Sample.assertSame(builder.snapshot(Instant.MIN), Corpus.of(posts));
        assertThat(builder.snapshot(Instant.MAX).size()).isZero();
        Sample.assertSame(builder.build(), Corpus.of(posts));
    }

    @Test
    void whatLeftSaysNothingOfWhatIsLeft() {
        Instant opened = Sample.START.minusSeconds(900);
        List<Post> posts = List.of(
                Sample.post("1", "a", 0, "WHERE have they all gone to, ladies?")
                        .accountCreated(opened)
                        .build(),
                Sample.post("2", "a", 1, "where have they all gone to, ladies?").build(),
                Sample.post("3", "b", 1, "")
                        .accountCreated(opened.plusSeconds(5))
                        .build(),
                Sample.post("4", "b", 2, "")
                        .accountCreated(opened.plusSeconds(9))
                        .build());
        CorpusBuilder builder = Corpus.builder();
        posts.forEach(builder::post);
        for (int second = 0; second < 3; second++) {
            Instant from = Sample.START.plusSeconds(second);
            Corpus expected = Corpus.of(
                    posts.stream().filter(p -> !p.time().isBefore(from)).toList());
            Sample.assertSame(builder.snapshot(from), expected);
            Sample.assertSame(builder.snapshot(from), expected);
        }
        assertThat(builder.post(posts.get(0))).as("its id is known").isFalse();
        builder.build();
        assertThatIllegalStateException().isThrownBy(() -> builder.snapshot(Instant.MIN));
    }
}
