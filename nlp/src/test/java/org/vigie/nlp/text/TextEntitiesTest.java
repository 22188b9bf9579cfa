/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.nlp.CountedText;

/** Hashtags and mentions, and the form that they are brought to. */
class TextEntitiesTest {
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
    void aHyphenIsOfANameWhereAHostFollows() {
        assertThat(TextEntities.of(
                                "@ann-lee.bsky.social @b-o_b-1@social.example, @ann-made.Then @eve-s @al-fa- @x--y.z")
                        .mentions())
                .containsExactly("ann-lee.bsky.social", "b-o_b-1@social.example", "ann", "eve", "al", "x");
        assertThat(TextEntities.cut("see @ann-lee.bsky.social")).isEqualTo("see ");
        assertThat(TextEntities.of("@ann-" + "a".repeat(80) + ".org").mentions())
                .containsExactly("ann");
    }

    /** What X takes for a part of a tag, between its words. */
    @Test
    void wordsOfATagMayBeJoined() {
        for (String tag : new String[] {
            "ラ・ラ・ランド", "ארה״ב", "בן־גוריון", "ג׳ירפה", "བོད་ཡིག", "col·lega", "می\u200cخواهم", "あ〜い", "あ～い", "ア゠イ"
        }) {
            for (String after : new String[] {"", " x", "・", "་ ", "〜！", "#"}) {
                assertThat(TextEntities.of("見 #" + tag + after).hashtags())
                        .as(tag + after)
                        .containsExactly(TextEntities.canonical(tag));
            }
        }
        assertThat(TextEntities.of("#・ #〜a #״").hashtags()).isEmpty();
    }

    @Test
    void marksThatShowNothingMakeNoOtherName() {
        for (String hidden : new String[] {"\ufe0f", "\ufe0e", "\u034f", "\u180b", "\udb40\udd00"}) {
            assertThat(TextEntities.of("#vo" + hidden + "te" + hidden + " @辻" + hidden)
                            .hashtags())
                    .containsExactly("vote");
            assertThat(TextEntities.canonical("辻" + hidden)).isEqualTo("辻");
        }
    }

    @Test
    void signsOfEveryWidthOpenNames() {
        TextEntities found = TextEntities.of("\ufe6bsmall_one \uff20wide_one @usual_one \ufe5fsmall \uff03wide #usual");
        assertThat(found.mentions()).containsExactly("small_one", "wide_one", "usual_one");
        assertThat(found.hashtags()).containsExactly("small", "wide", "usual");
        assertThat(TextEntities.of("#\u200bvote").hashtags()).containsExactly("vote");
        // The emoji of a box with the sign in it, alone and before a word.
        assertThat(TextEntities.of("#\ufe0f\u20e3 and #\ufe0f\u20e3one and #\u20e3 #1\u20e3")
                        .hashtags())
                .isEmpty();
    }

    @Test
    void namesMayBeGluedToScriptsWithoutSpaces() {
        for (String glued : new String[] {
            "拡散お願いします＠user_one首相が",
            "請看@user_one的",
            "보세요@user_one님",
            "ดู@user_oneครับ",
            "see @\u2066user_one\u2069 x",
            "@\u200buser_one"
        }) {
            assertThat(TextEntities.of(glued).mentions()).as(glued).containsExactly("user_one");
        }
        assertThat(TextEntities.of("転載です#選挙2024 见#话题#内容").hashtags()).containsExactly("選挙2024", "话题");
        assertThat(TextEntities.of("mail me@user or a#b").mentions()).isEmpty();
        assertThat(TextEntities.of("@人民日报 @Анна_1").mentions()).containsExactly("人民日报", "анна_1");
    }

    @Test
    void aSignAndDigitsAreNoHashtagAndStay() {
        for (String text :
                new String[] {"We are #1 today", "排名#1！", "#1", "top #٣ هنا", "#12#", "# #5 ##6", "\uff031。"}) {
            assertThat(TextEntities.of(text).hashtags()).as(text).isEmpty();
            assertThat(TextEntities.cut(text)).as(text).isEqualTo(text);
        }
        assertThat(TextEntities.cut("We are #1a today")).isEqualTo("We are  today");
        assertThat(TextEntities.of("#1 #2a #3 #vrai").hashtags()).containsExactly("2a", "vrai");
        assertThat(TextEntities.of("#话题#1 #1").hashtags()).containsExactly("话题");
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
    void bringsTagsToOneForm() {
        assertThat(TextEntities.canonical("ΣΑΣ İI \ud801\udc00 \ud800")).isEqualTo("σασ ii \ud801\udc28 \ud800");
        for (String[] same : new String[][] {
            {"İSTANBUL", "istanbul"}, {"CAFE\u0301", "café"}, {"ΟΔΟΣ", "οδος"}, {"ｔａｇ", "TAG"}, {"가", "\u1100\u1161"}
        }) {
            assertThat(TextEntities.canonical(same[0])).isEqualTo(TextEntities.canonical(same[1]));
            assertThat(TextEntities.of("#" + same[0]).hashtags()).containsExactly(TextEntities.canonical(same[1]));
        }
    }

    /** One rule: what the normaliser removes hides no name, no number and no word either. */
    @Test
    void whatNobodySeesIsTheSameEverywhere() {
        int invisible = 0;
        for (int c = 0x80; c <= Character.MAX_CODE_POINT; c++) {
            boolean removed = SpacedRun.TABLE.action(c) == FoldTable.REMOVE;
            assertThat(TextNormalizer.isInvisible(c)).isEqualTo(removed);
            if (UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
                assertThat(removed).as(Integer.toHexString(c)).isTrue();
            }
            if (removed && Character.getType(c) != Character.UNASSIGNED) {
                String hidden = Character.toString(c);
                assertThat(TextEntities.of("ok @" + hidden + "user_one").mentions())
                        .as(Integer.toHexString(c))
                        .containsExactly("user_one");
                assertThat(TextNormalizer.social().normalize("3." + hidden + "5"))
                        .as(Integer.toHexString(c))
                        .isEqualTo("3.5");
                invisible++;
            }
        }
        assertThat(invisible).isGreaterThan(400);
        for (int c : "a @#\u00e9\u0301\u4e2d ".codePoints().toArray()) {
            assertThat(TextNormalizer.isInvisible(c)).isFalse();
        }
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

    @Test
    void workGrowsWithTheText() {
        for (String unit : new String[] {
            "a.",
            "a.b/",
            "http:",
            "https://",
            "@",
            "#",
            "&",
            "&amp;",
            "amp;",
            "www.",
            "(",
            "é",
            "中",
            "/wiki/中",
            "a-",
            "@a.b",
            "#a",
            "#1",
            "#1#",
            "@\u200b",
            "#\u0301",
            "#e\u0301",
            "://",
            "http://a",
            "www.a",
            "中.a",
            "http://中",
            "&#35;",
            "@a@a",
            "a_",
            "@a-",
            "a-a.",
            "#a・",
            "・",
            "http://[",
            "http://[:",
            "a[",
            "[a",
            "[0]",
            "a.co:80",
            "中.中"
        }) {
            CountedText.assertLinear(unit, 100_000, 90, TextEntities::find);
            CountedText.assertLinear("&" + unit, 100_000, 90, TextEntities::rest);
            CountedText.assertLinear(unit, 100_000, 30, HtmlEntities::decode);
            String decoded = HtmlEntities.decode(unit.repeat(10)).toString();
            CountedText.assertLinear(decoded, 100_000, 90, TextEntities::find);
        }
    }
}
