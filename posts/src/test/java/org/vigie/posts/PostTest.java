/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostTest {
    private static Post.Builder post(String text) {
        return Post.builder("1", "a", Instant.EPOCH, text);
    }

    @Test
    void anotherIdAccountOrTimeChangesNothingElse() {
        Post whole = post("What it says")
                .language("en")
                .urls(List.of("https://a.example/"))
                .hashtags(List.of("tag"))
                .mentions(List.of("b"))
                .repostOf("r")
                .replyTo("s")
                .platform("p")
                .accountCreated(Instant.EPOCH)
                .attribute("image", "0f")
                .build();
        assertThat(whole.withId("2").id()).isEqualTo("2");
        assertThat(whole.withAccount("b").account()).isEqualTo("b");
        assertThat(whole.withAccount("b").withAccount(whole.account())).isEqualTo(whole);
        Instant later = whole.time().plusSeconds(1);
        assertThat(whole.withTime(later).time()).isEqualTo(later);
        assertThat(whole.withTime(later).withTime(whole.time())).isEqualTo(whole);
        assertThat(whole.withId("2").withId("1")).isEqualTo(whole);
        assertThatThrownBy(() -> whole.withId("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ownWordsAreNeitherRepeatedNorQuotedNorShort() {
        assertThat(post("My own words, twenty of them").build().hasOwnText()).isTrue();
        assertThat(post("Nineteen characters").build().hasOwnText()).isFalse();
        assertThat(post("Twenty characters, !").build().hasOwnText()).isTrue();
        assertThat(post("RT @someone: not my own words at all").build())
                .matches(p -> !p.hasOwnText())
                .matches(Post::isRepost);
        assertThat(post("My own words, twenty of them").repostOf("7").build())
                .matches(p -> !p.hasOwnText())
                .matches(Post::isRepost);
        assertThat(post("\u00ab Les mots de quelqu'un d'autre \u00bb").build())
                .matches(p -> !p.hasOwnText())
                .matches(p -> !p.isRepost());
    }

    @Test
    void nullIsRefusedByItsName() {
        assertThatThrownBy(() -> Post.builder("1", "a", null, "text").build())
                .isInstanceOf(NullPointerException.class)
                .hasMessage("time");
        assertThatThrownBy(() -> Post.builder("1", "a", Instant.EPOCH, null).build())
                .isInstanceOf(NullPointerException.class)
                .hasMessage("text");
    }
}
