/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.nlp.CountedText;

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
    void bringsTagsToOneForm() {
        assertThat(TextEntities.canonical("ΣΑΣ İI \ud801\udc00 \ud800")).isEqualTo("σασ ii \ud801\udc28 \ud800");
        for (String[] same : new String[][] {
            {"İSTANBUL", "istanbul"}, {"CAFE\u0301", "café"}, {"ΟΔΟΣ", "οδος"}, {"ｔａｇ", "TAG"}, {"가", "\u1100\u1161"}
        }) {
            assertThat(TextEntities.canonical(same[0])).isEqualTo(TextEntities.canonical(same[1]));
            assertThat(TextEntities.of("#" + same[0]).hashtags()).containsExactly(TextEntities.canonical(same[1]));
        }
    }

    /** Where a link stands before what no link has, it ends there, and so does what the normaliser cuts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "，速看",
                "。",
                "、次",
                "！快看",
                "？",
                "：详情",
                "；",
                "（图）",
                "）",
                "」",
                "』",
                "】",
                "》",
                "…",
                "“看",
                "”",
                "速看",
                "です",
                "カタカナ",
                "ｶﾅ",
                "보기",
                "에서",
                "ที่นี่",
                "ລາວ",
                "နေ့",
                "ខ្មែរ",
                "،",
                "؟",
                "؛",
                "۔",
                "।",
                "॥",
                "։",
                "\u1362",
                "😡",
                "❗",
                "👇🏽",
                "\u200b",
                "\u200btext",
                "\u200d",
                "\u200e",
                "\u2060",
                "\ufeff",
                "\u3000",
                "\u00a0",
                "»",
                "›",
                "’",
                "”.",
                ".",
                ",",
                "!",
                "?",
                ";",
                ":",
                "'",
                "\"",
                ")",
                ").",
                "...",
                "!!!",
                ">",
                "<br>",
                "|",
                "]",
                "}",
                "—",
                "–",
                "−",
                "•",
                "→",
                "️",
                "привет",
                "γεια",
                "שלום",
                "الحكومة",
                "हिन्दी"
            })
    void aLinkEndsAtItsLastCharacter(String tail) {
        String link = "https://news.example/a1b2";
        assertThat(TextEntities.of("See " + link + tail).urls()).containsExactly(link);
        assertThat(TextEntities.cut("See " + link + tail)).isEqualTo("See " + tail);
        assertThat(TextNormalizer.social().normalize("See " + link + tail))
                .isEqualTo(TextNormalizer.social().normalize("See " + tail));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example/a1b2", "http://news.example", "HTTPS://News.Example/A?b=c&d=e#f",
                        "www.news.example/a",
                "bit.ly/3xYzAb", "pic.twitter.com/x1", "youtu.be/a-b_c", "https://fr.wikipedia.org/wiki/Élection",
                "https://ru.wikipedia.org/wiki/Россия", "https://zh.wikipedia.org/wiki/中国", "https://x.org/?q=選挙",
                        "https://президент.рф/новости",
                "https://例え.jp/a", "https://x.org/a_(b)", "https://web.archive.org/web/2020/https://x.org/a",
                        "https://x.org/a,b;c"
            })
    void aLinkIsFoundWhereverItStands(String link) {
        for (String before : new String[] {"", "See ", "こちら", "보기", "ที่นี่", "(", "：", "😀", "—"}) {
            for (String after : new String[] {"", " end", ". End", "。終", "😀"}) {
                assertThat(TextEntities.of(before + link + after).urls())
                        .as(before + link + after)
                        .containsExactly(link);
                assertThat(TextNormalizer.social().normalize(before + link + after))
                        .as(before + link + after)
                        .isEqualTo(TextNormalizer.social().normalize(before + " " + after));
            }
        }
    }

    @Test
    void noWordsAreLinks() {
        for (String text : new String[] {
            "a.b c",
            "3.5/4",
            "and/or",
            "e.g./i.e.",
            "me@mail.org/x",
            "v1.2/3",
            "example.com",
            "http://",
            "https:// x",
            "www.",
            "no.space/"
        }) {
            assertThat(TextEntities.of(text).urls()).as(text).isEmpty();
        }
    }

    /** A platform shortens texts in the middle of a link: what is left of it would be the link of many texts. */
    @Test
    void whatIsLeftOfALinkThatWasCutIsNone() {
        for (String cut : new String[] {
            "http://t…", "https://t.co/…", "https://t.co/aB1…", "https://t.co/aB1...", "http://t", "https://"
        }) {
            String text = "The harbour is closed " + cut;
            assertThat(TextEntities.of(text).urls()).as(text).isEmpty();
        }
        assertThat(TextEntities.of("See https://t.co/aB1cD2eF3g… and https://t.co/aB1")
                        .urls())
                .containsExactly("https://t.co/aB1cD2eF3g", "https://t.co/aB1");
        assertThat(TextEntities.of("See http://localhost:8080/a").urls()).containsExactly("http://localhost:8080/a");
    }

    @Test
    void namesInPathsAndHostsOfAnyScriptAreLinks() {
        for (String link : new String[] {
            "t.me/+aB1",
            "tiktok.com/@user/video/1",
            "example.org/?p=1",
            "example.org/#part",
            "https://例え.テスト",
            "https://例え.テスト/a"
        }) {
            assertThat(TextEntities.of("See " + link + "。終").urls()).containsExactly(link);
        }
        assertThat(TextEntities.of("and/- or example.org/ or example.org/@").urls())
                .isEmpty();
    }

    @Test
    void linksGluedToEachOtherAreTwo() {
        assertThat(TextEntities.of("https://t.co/ahttps://t.co/b").urls())
                .containsExactly("https://t.co/a", "https://t.co/b");
        assertThat(TextEntities.of("readhttps://t.co/a").urls()).containsExactly("https://t.co/a");
    }

    /** Posts whose text was cut and joined again: a platform puts the link of a picture behind the last word. */
    @Test
    void linksGluedToNamesAndWordsAreLinks() {
        for (String link : new String[] {"https://t.co/aB1", "pic.twitter.com/aB1"}) {
            for (String before : new String[] {"closed", "closed?", "closed…", "2024", "مغلق", "閉鎖"}) {
                TextEntities found = TextEntities.of("It is " + before + link);
                assertThat(found.urls()).as(before + link).containsExactly(link);
                assertThat(TextEntities.cut("It is " + before + link)).isEqualTo("It is " + before);
            }
            for (String tag : new String[] {"bridge", "мост", "橋", "جسر", "สะพาน", "a1"}) {
                TextEntities found = TextEntities.of("Closed #" + tag + link + " today");
                assertThat(found.urls()).as(tag + link).containsExactly(link);
                assertThat(found.hashtags()).as(tag + link).containsExactly(tag);
            }
            TextEntities found = TextEntities.of("Closed @some_one" + link + " today");
            assertThat(found.urls()).containsExactly(link);
            assertThat(found.mentions()).containsExactly("some_one");
        }
        assertThat(TextEntities.of("#http #httpd #picture @pic.twitter @https_one")
                        .hashtags())
                .containsExactly("http", "httpd", "picture");
        assertThat(TextEntities.of("See mypic.example.com/a").urls()).containsExactly("mypic.example.com/a");
    }

    /** References that stand for a sign which no link has end it, in texts that are not decoded yet too. */
    @Test
    void aLinkEndsBeforeAReference() {
        for (String tail :
                new String[] {"&nbsp;more", "&quot;and", "&gt;more", "&lt;br", "&#10;more", "&hellip;", "&#8217;s"}) {
            String text = "See https://news.example/?a=1&amp;b=2" + tail;
            assertThat(TextEntities.of(text).urls()).as(tail).containsExactly("https://news.example/?a=1&b=2");
            assertThat(TextNormalizer.social().normalize(text))
                    .as(tail)
                    .isEqualTo(TextNormalizer.social().normalize("See " + tail));
        }
        assertThat(TextEntities.of("https://news.example/caf&eacute;?a=1&b=2;c").urls())
                .containsExactly("https://news.example/caf\u00e9?a=1&b=2;c");
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

    /** Names of HTML 4 in both cases, and numbers of windows-1252, as browsers read them. */
    @Test
    void decodesWhatBrowsersDecode() {
        assertThat(HtmlEntities.decode("&Eacute;t&eacute; &Uuml;ber &ordm; &times; &yuml;"))
                .hasToString("\u00c9t\u00e9 \u00dcber \u00ba \u00d7 \u00ff");
        assertThat(HtmlEntities.decode("a&#150;b &#146; &#x80; &#129;")).hasToString("a\u2013b \u2019 \u20ac \u0081");
        assertThat(HtmlEntities.decode("&zwnj;&zwj;&lrm;&rlm;&shy;&nbsp;"))
                .hasToString("\u200c\u200d\u200e\u200f\u00ad\u00a0");
        assertThat(HtmlEntities.decode("&EACUTE; &nosuch; &times &;")).hasToString("&EACUTE; &nosuch; &times &;");
    }

    @Test
    void decodesCharacterReferences() {
        assertThat(TextEntities.of("https://x.org/?a=1&amp;b=2 it&#39;s &#x27; &amp;#35;tag")
                        .urls())
                .containsExactly("https://x.org/?a=1&b=2");
        assertThat(TextEntities.of("it&#39;s &#x27;x&#x27;").hashtags()).isEmpty();
        assertThat(TextEntities.of("&amp;amp;#35;tag &; &#; &#xfffffff; &amp").hashtags())
                .containsExactly("tag");
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
            "a_"
        }) {
            CountedText.assertLinear(unit, 100_000, 90, TextEntities::find);
            CountedText.assertLinear("&" + unit, 100_000, 90, TextEntities::rest);
            CountedText.assertLinear(unit, 100_000, 30, HtmlEntities::decode);
            String decoded = HtmlEntities.decode(unit.repeat(10)).toString();
            CountedText.assertLinear(decoded, 100_000, 90, TextEntities::find);
        }
    }

    /** Putting marks in order takes the square of their number, so no long run of them may be put in order. */
    @Test
    void aHeapOfMarksIsCut() {
        for (String unit : new String[] {
            "\u0301", "\u0301\u0327", "\u0345\u0334", "\u0315\u0300\u05b0", "\u064b\u0670", "\u3099\u0301",
                    "\uff9e\u0301", "\uff9f",
            "\u0f73\u0f71", "\u0344", "\ud834\udd65\u0334", "\u093c\u094d", "\u20dd", "\u034f", "e\u0301",
                    "é\u0323\u0327"
        }) {
            CountedText.assertLinear(unit, 100_000, 3, MarkRuns::cut);
            String heap = unit.repeat(20_000);
            String nfkd = Normalizer2.getNFKDInstance().normalize(MarkRuns.cut("#" + heap));
            int run = 0;
            for (int c : nfkd.codePoints().toArray()) {
                run = UCharacter.getCombiningClass(c) == 0 ? 0 : run + 1;
                assertThat(run).as(unit).isLessThanOrEqualTo(4 * MarkRuns.LONGEST);
            }
            String canonical = TextEntities.canonical("a" + heap);
            assertThat(TextEntities.canonical(canonical)).as(unit).isEqualTo(canonical);
            assertThat(TextEntities.of("#a" + heap + " @b" + heap).hashtags()).hasSize(1);
        }
        assertThat(TextEntities.canonical("e" + "\u0327\u0301".repeat(16)))
                .isNotEqualTo(TextEntities.canonical("e" + "\u0327\u0301".repeat(15)));
        assertThat(TextEntities.canonical("e" + "\u0301".repeat(33) + "\u0327")).isEqualTo("é" + "\u0301".repeat(31));
    }

    /** Oracle: whatever starts with a character that is put in order counts as a mark. */
    @Test
    void everyCharacterThatIsPutInOrderIsInARun() {
        Normalizer2 nfkd = Normalizer2.getNFKDInstance();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if ((c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) || Character.getType(c) == 0) {
                continue;
            }
            String one = Character.toString(c);
            String parts = nfkd.normalize(one);
            if (UCharacter.getCombiningClass(parts.codePointAt(0)) != 0) {
                String run = one.repeat(MarkRuns.LONGEST);
                assertThat(MarkRuns.cut(run + one)).as(Integer.toHexString(c)).hasToString(run);
            }
        }
    }

    /** What people write comes out as it would without a limit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Élection",
                "e\u0327\u0301",
                "ВЫБОРЫ",
                "नमस्ते",
                "ﾊﾞｶﾞ",
                "Ἀθῆναι",
                "ตั้งใจ",
                "한국",
                "İstanbul",
                "שָׁלוֹם",
                "གཙོ"
            })
    void fewMarksAreKept(String name) {
        assertThat(TextEntities.canonical(name + name))
                .isEqualTo(TextEntities.canonical(name).repeat(2));
        assertThat(MarkRuns.cut(name)).isSameAs(name);
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
}
