/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextEntitiesTest {
    @Test
    void findsUrlsWithoutTrailingPunctuation() {
        TextEntities found =
                TextEntities.of("Lisez (https://exemple.fr/a_(b)), puis www.exemple.org/x. Et HTTP://A.B/c!");
        assertThat(found.urls()).containsExactly("https://exemple.fr/a_(b)", "www.exemple.org/x", "HTTP://A.B/c");
    }

    @Test
    void foldsHashtagsAndMentionsOfAnyScriptInOrderOfFirstAppearance() {
        TextEntities found = TextEntities.of(
                "#Élection @Anna_1: #ВЫБОРЫ #élection \uff03選挙 @user@host.org @anna_1 #नमस्ते #2024 #a2");
        assertThat(found.hashtags()).isEqualTo(List.of("élection", "выборы", "選挙", "नमस्ते", "a2"));
        assertThat(found.mentions()).containsExactly("anna_1", "user@host.org");
    }

    @Test
    void looksNeitherInUrlsNorInWords() {
        TextEntities found = TextEntities.of("https://x.org/#frag/@who a#b me@mail.org # @ #123");
        assertThat(found.urls()).containsExactly("https://x.org/#frag/@who");
        assertThat(found.hashtags()).isEmpty();
        assertThat(found.mentions()).isEmpty();
    }

    @Test
    void endsAMentionWhereASentenceBegins() {
        assertThat(TextEntities.of("@bob.Then @eve.bsky.social, @al-").mentions())
                .containsExactly("bob", "eve.bsky.social", "al");
    }

    @Test
    void survivesLoneSurrogatesAndNothing() {
        assertThat(TextEntities.of("").urls()).isEmpty();
        TextEntities found = TextEntities.of("\ud800#a\udc00 @\ud83d #\ud83d\ude00 http://\udfff");
        assertThat(found.hashtags()).containsExactly("a");
        assertThat(found.mentions()).isEmpty();
    }

    @Test
    void lowerCasesAlikeInEveryLocale() {
        assertThat(TextEntities.of("#IŞIK @ISTANBUL").mentions()).containsExactly("istanbul");
        assertThat(TextEntities.of("#TITLE").hashtags()).containsExactly("title");
    }
}
