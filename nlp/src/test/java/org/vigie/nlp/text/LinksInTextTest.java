/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which part of a text is a link, and where it ends. */
class LinksInTextTest {
    @Test
    void findsUrlsWithoutTrailingPunctuation() {
        TextEntities found =
                TextEntities.of("Lisez (https://exemple.fr/a_(b)), puis www.exemple.org/x. Et HTTP://A.B/c!");
        assertThat(found.urls()).containsExactly("https://exemple.fr/a_(b)", "www.exemple.org/x", "HTTP://A.B/c");
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
            "no.space/",
            "a.co:/x",
            "co.xn--/a"
        }) {
            assertThat(TextEntities.of(text).urls()).as(text).isEmpty();
        }
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://[2001:db8::1]/a",
                "http://[::1]:8080/a?b=c",
                "http://[::ffff:192.0.2.7]",
                "https://a.example/?a[]=1&b[x][0]=2",
                "https://a.example/?a[b-c_d]=",
                "example.com:8080/a",
                "xn--e1afmkfd.xn--p1ai/a",
                "http://www.例子.中国/a",
                "https://blog.例え.テスト/b",
                "https://user:pw@news.example/a"
            })
    void hostsPortsAndParametersOfEveryKindAreOfTheLink(String link) {
        for (String text :
                new String[] {"See " + link + ", now", "看" + link + "。終", "(" + link + ")", "[" + link + "]"}) {
            assertThat(TextEntities.of(text).urls()).as(text).containsExactly(link);
        }
    }

    /** Where people mark text up, the marks are not the link's. */
    @Test
    void markupIsNoLink() {
        for (String text : new String[] {
            "[read](%s) now",
            "[read](%s \"title\") now",
            "![image](%s)",
            "<%s>",
            "**%s**",
            "~~%s~~",
            "`%s`",
            "<a href=\"%s\">here</a>",
            "<a href='%s'>here</a>",
            "[url=%s]here[/url]",
            "[url]%s[/url]",
            "[%s[b]]",
            "<%s|here>",
            "{%s}",
            "%s~"
        }) {
            String link = "https://a.example/x";
            assertThat(TextEntities.of(String.format(text, link)).urls())
                    .as(text)
                    .containsExactly(link);
        }
        assertThat(TextEntities.of("http://[ http://[] http://[zz]/a http://[:: x")
                        .urls())
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
}
