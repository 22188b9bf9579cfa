/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectLayerTest {
    private final List<Post> posts = new ArrayList<>();

    private void tags(String account, long second, String... tags) {
        posts.add(post(account, second, "").hashtags(List.of(tags)).build());
    }

    private Post.Builder post(String account, long second, String text) {
        return Sample.post("p" + (100 + posts.size()), account, second, text);
    }

    private ObjectLayer hashtags() {
        return Corpus.of(posts).layer(ObjectKind.HASHTAG);
    }

    @Test
    void keepsTheRarestObjectOfEachPost() {
        for (int i = 0; i < 6; i++) {
            tags("loud" + i, i, "news");
        }
        for (int i = 0; i < 4; i++) {
            tags("push" + i, 10 + i, "News", "claim", "only" + i);
        }
        Corpus corpus = Corpus.of(posts);
        ObjectLayer all = corpus.layer(ObjectKind.HASHTAG);
        assertThat(Sample.objects(corpus, ObjectKind.HASHTAG))
                .containsExactly(
                        "news[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]",
                        "claim[6, 7, 8, 9]",
                        "only0[6]",
                        "only1[7]",
                        "only2[8]",
                        "only3[9]");
        assertThat(all.accountsOfObjects()).containsExactly(10, 4, 1, 1, 1, 1);

        ObjectLayer carried = all.carried(4);
        assertThat(carried.objects()).as("numbers stay").isEqualTo(6);
        assertThat(carried.rows(0)).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(carried.rows(1)).containsExactly(6, 7, 8, 9);
        assertThat(carried.acts(2)).isZero();
        assertThat(carried.acts()).isEqualTo(10);
        assertThat(carried.objectsOfAccounts()).containsOnly(1);
        assertThat(carried.objectOfActs()).containsExactly(0, 0, 0, 0, 0, 0, 1, 1, 1, 1);
        assertThat(carried.kind()).isEqualTo(ObjectKind.HASHTAG);
    }

    @Test
    void objectsOfTheSamePostsNeverLink() {
        for (int wave = 0; wave < 3; wave++) {
            for (int i = 0; i < 8; i++) {
                tags("a" + i, wave * 300 + i, "one", "two", "three");
            }
        }
        ObjectLayer carried = hashtags().carried(4);
        assertThat(carried.acts()).isEqualTo(24);
        assertThat(carried.acts(0)).as("the earliest of equals").isEqualTo(24);
    }

    @Test
    void aPostTouchesAnObjectOnce() {
        tags("a", 0, "İstanbul", "ISTANBUL", "istanbul", "", "istanbul");
        posts.add(post("b", 1, "")
                .urls(List.of("http://www.x.org/", "https://x.org?utm_source=b"))
                .build());
        Corpus corpus = Corpus.of(posts);
        assertThat(Sample.objects(corpus, ObjectKind.HASHTAG)).containsExactly("istanbul[0]");
        assertThat(Sample.objects(corpus, ObjectKind.URL)).containsExactly("x.org[1]");
    }

    @Test
    void aRepostCountsAsARepostOnly() {
        String text = "The harbour bridge will be closed on Sunday morning.";
        for (int i = 0; i < 5; i++) {
            posts.add(post("a" + i, i, text)
                    .urls(List.of("x.org"))
                    .hashtags(List.of("bridge"))
                    .mentions(List.of("mayor"))
                    .repostOf(i < 4 ? "origin" : "")
                    .build());
        }
        posts.add(post("z", 9, text).replyTo("origin").build());
        Corpus corpus = Corpus.of(posts);
        assertThat(corpus.layer(ObjectKind.REPOST).rows(0)).containsExactly(0, 1, 2, 3);
        assertThat(corpus.layer(ObjectKind.REPLY).rows(0)).containsExactly(5);
        assertThat(corpus.layer(ObjectKind.URL).rows(0)).containsExactly(4);
        assertThat(corpus.layer(ObjectKind.HASHTAG).rows(0)).containsExactly(4);
        assertThat(corpus.layer(ObjectKind.MENTION).rows(0)).containsExactly(4);
        assertThat(corpus.layer(ObjectKind.TEXT).rows(0)).containsExactly(4, 5);
        assertThat(corpus.duplicates().clusters().get(0).size())
                .as("a repost is a near-duplicate all the same")
                .isEqualTo(6);
    }

    @Test
    void shortTextsTieNobodyTogether() {
        for (int i = 0; i < 5; i++) {
            posts.add(post("a" + i, i, "x".repeat(Corpus.MIN_TEXT_LENGTH - 1)).build());
        }
        for (int i = 0; i < 5; i++) {
            posts.add(post("b" + i, i, "y".repeat(Corpus.MIN_TEXT_LENGTH)).build());
        }
        Corpus corpus = Corpus.of(posts);
        ObjectLayer texts = corpus.layer(ObjectKind.TEXT);
        assertThat(texts.acts()).isEqualTo(5);
        for (int act = 0; act < texts.acts(); act++) {
            assertThat(corpus.hasOwnText(texts.row(act))).isTrue();
            assertThat(corpus.accountName(corpus.account(texts.row(act)))).startsWith("b");
        }
    }

    @Test
    void keepsTheActsOfSomeAccounts() {
        tags("a", 0, "x", "y");
        tags("b", 1, "x");
        tags("a", 2, "x");
        tags("c", 3, "y", "z");
        BitSet accounts = new BitSet();
        accounts.set(0);
        accounts.set(2);
        ObjectLayer some = hashtags().ofAccounts(accounts);
        assertThat(some.objects()).isEqualTo(3);
        assertThat(some.rows(0)).containsExactly(0, 2);
        assertThat(some.rows(1)).containsExactly(0, 3);
        assertThat(some.rows(2)).containsExactly(3);
        assertThat(some.objectsOfAccounts()).containsExactly(2, 0, 2);
    }

    @Test
    void actsAreNumberedObjectByObject() {
        tags("a", 0, "x", "y");
        tags("b", 1, "y");
        ObjectLayer layer = hashtags();
        assertThat(layer.start(0)).isZero();
        assertThat(layer.start(1)).isEqualTo(1);
        assertThat(layer.start(2)).isEqualTo(layer.acts()).isEqualTo(3);
        assertThat(layer.row(2)).isEqualTo(1);
        assertThatThrownBy(() -> layer.start(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> layer.acts(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> layer.row(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> layer.rows(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void whatItHandsOutIsACopy() {
        tags("a", 0, "x");
        tags("b", 1, "x");
        ObjectLayer layer = hashtags();
        layer.rows(0)[0] = 7;
        layer.objectOfActs()[0] = 7;
        layer.accountsOfObjects()[0] = 7;
        layer.objectsOfAccounts()[0] = 7;
        assertThat(layer.rows(0)).containsExactly(0, 1);
        assertThat(layer.objectOfActs()).containsExactly(0, 0);
        assertThat(layer.accountsOfObjects()).containsExactly(2);
        assertThat(layer.objectsOfAccounts()).containsExactly(1, 1);
    }
}
