/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
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

    @Test
    void tellsWhatAWordIsMadeOf() {
        assertThat("aÉ9_選\u0301\u093f\u20dd".codePoints()).allMatch(TextEntities::isWordPart);
        assertThat(" -.@#\u200d\ud800".codePoints()).noneMatch(TextEntities::isWordPart);
    }

    @Test
    void lowerCasesEachCharacterOnItsOwn() {
        assertThat(TextEntities.lowerCase("ΣΑΣ İI \ud801\udc00 \ud800")).isEqualTo("σασ ii \ud801\udc28 \ud800");
    }

    @Test
    void copiesTheListsItIsGiven() {
        List<String> given = new ArrayList<>(List.of("a"));
        TextEntities entities = new TextEntities(given, given, given);
        given.add("b");
        assertThat(entities.urls()).containsExactly("a");
        assertThat(entities.hashtags()).containsExactly("a");
        assertThat(entities.mentions()).containsExactly("a");
        List<String> urls = TextEntities.of("www.a.org").urls();
        assertThatThrownBy(() -> urls.add("b")).isInstanceOf(UnsupportedOperationException.class);
    }
}
