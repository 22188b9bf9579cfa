/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link TextNormalizer#social()} promises of texts that are the same to Unicode or to a reader. */
class EquivalentTextsTest {
    /** The newest Unicode that JDK 17 knows. */
    private static final int KNOWN_UNICODE = 13;

    private static final TextNormalizer SOCIAL = TextNormalizer.social();
    private static final List<Normalizer2> CANONICAL =
            List.of(Normalizer2.getNFCInstance(), Normalizer2.getNFDInstance());
    private static final List<Normalizer2> COMPATIBLE =
            List.of(Normalizer2.getNFKCInstance(), Normalizer2.getNFKDInstance());
    private static final FoldTable TABLE = FoldTable.load("fold.bin");

    /** Oracle icu4j: every code point alone, in a word and twice is the same text in each normalisation form. */
    @Test
    void everyFormOfEveryCharacterIsTheSame() {
        List<String> wrong = new ArrayList<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            int age = UCharacter.getAge(c).getMajor();
            if (age == 0 || age > KNOWN_UNICODE || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                continue;
            }
            String s = Character.toString(c);
            for (String text : new String[] {s, "x" + s + "y", "ク" + s + "1", s + s}) {
                check(CANONICAL, text, wrong);
                // What looks like an ASCII letter or an apostrophe is that one, whatever NFKC says.
                if (c < 0x80 || !looksLikeAnother(TABLE.action(c))) {
                    check(COMPATIBLE, text, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What writers leave out, put in or write in two ways, in many languages. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The bridge is closed, they say | The  bridge , is closed they say!!!",
                "Don’t wait: vote now | dont wait – vote now...",
                "市长昨天说，大桥已经关闭。请绕行！ | 市长昨天说大桥已经关闭请绕行",
                "橋は閉鎖されました。 | 橋 は、閉鎖されました",
                "สะพาน ปิดแล้ว! | สะพานปิดแล้ว",
                "Où est-il ? | Où est il?",
                "«Мост закрыт», — сказал он | Мост закрыт сказал он",
                "الجسر مغلق، قالوا | الجسر مغلق قالوا",
                "الجِسْرُ مُغْلَقٌ | الجســر مغلق",
                "הַגֶּשֶׁר סָגוּר | הגשר סגור",
                "پل بسته است و کسی نمی‌آید | پل بسته است و كسي نميآيد",
                "२५ प्रतिशत | 25 प्रतिशत",
                "๒๕ บาท | 25 บาท",
                "25 % of 1,5 € | 25% of 1,5€",
                "Şi ţara | Și țara",
                "👍🏽 good 👍 | 👍🏿 good 👍🏻",
                "AT&amp;T isn&#39;t &lt;here&gt; | AT&T isn't <here>",
                "twice &amp;amp;quot;over&amp;quot; | twice \"over\"",
                "ｶﾞｷﾞｸﾞ ﾊﾟﾋﾟ | ガギグパピ",
                "Στην ΟΔΌΣ | στην οδός",
                "see bit.ly/3xY now | see now",
                "photo pic.twitter.com/aB1 | photo",
                "@\u200bsomeone Hello | hello",
                "請看@user的 | 請看的",
                "The v a c c i n e is here | The vaccine is here",
                "The v.a.c.c.i.n.e is here | The vaccine is here",
                "The v*a*c*c*i*n*e, is here | The vaccine is here",
                "T h e   v o t e   i s   o f f   i n   2 0 2 5 | The vote is off in 2025",
                "T-h-e v-o-t-e i-s o-f-f | The vote is off",
                "T🔥h🔥e🔥 🔥v🔥o🔥t🔥e🔥 🔥i🔥s🔥 🔥o🔥f🔥f | The vote is off",
                "Г о л о с о в а н и е   о т м е н е н о | Голосование отменено",
                "ا ل ج س ر   م غ ل ق | الجسر مغلق",
                "大🔥桥🔥已🔥经🔥关🔥闭 | 大桥已经关闭",
                "c o o o o l | coool",
                "За\u0301мок на мосту\u0301 закрыт | Замок на мосту закрыт",
                "Ї\u0301жак і е\u0308 | Їжак і ё",
                "カ゛キ゛ハ゜ と か゛ | ガギパ と が",
                "об`єкт, Hawai\u02bbi, п\u02bcять | об'єкт, Hawai'i, п’ять",
                "ارتفع ٢٥٪ | ارتفع 25%",
                "➊ ❷ ⓷ ➍ ⓿ ⓾ | 1 2 3 4 0 10",
                "L&#39;&Eacute;lection &times; 2&#150;3 | L'Élection × 2–3",
                "The gov&shy;ern&zwnj;ment | The government",
                "see https://a.example/b&nbsp;now | see now",
                "see &lt;https://a.example/?b=1&amp;c=2&gt;now | see now",
                "&quot;https://a.example/b&quot;is it | is it",
                "closed #Bridgehttps://t.co/a | closed #Bridge",
                "@some_onehttps://t.co/a closed | closed",
                "The bridge is closedpic.twitter.com/aB1 | The bridge is closed",
                "closed? @some_onepic.twitter.com/aB1 | closed",
                "\ufe6bsome_one hello \ufe5fvote | hello #vote",
                "🇹\u200b🇭\u200b🇪 🇻\u200b🇴\u200b🇹\u200b🇪 is off | The vote is off",
                "🇻 🇴 🇹 🇪  🇳 🇴 🇼 | vote now",
                "Vive la 🇫🇷🇫🇷🇫🇷 et 🇧🇪 | vive la 🇫🇷 et 🇧🇪",
                "ٱلْحُكُومَةُ | الحكومة",
                "یہ ھماری ہے | يه همارى هے",
                "װאָס ײַ ױס | וואָס ייַ ויס",
                "⼈⺠⻄⻑ | 人民西長",
                "น\u0e4d\u0e49า ລ\u0ecd\u0ec9າ | น้ำ ລ້ຳ",
                "2/ The bridge is closed | The bridge is closed",
                "RT @a: 12/ Closed | closed",
                "hi @ann-lee.bsky.social there | hi there",
                "hi @ann-lee@social.example there | hi there",
                "see http://[2001:db8::1]:8080/a here | see here",
                "see https://a.example/?a[]=1&b[x][0]=2 here | see here",
                "see example.com:8080/a here | see here",
                "see xn--e1afmkfd.xn--p1ai/a here | see here",
                "见 http://www.例子.中国/a 。 | 见",
                "see ~~https://a.example/x~~ here | see here",
            })
    void theSameTextInOtherSpelling(String text, String other) {
        String a = text.replace("\\u200b", "\u200b");
        assertThat(SOCIAL.normalize(a)).isEqualTo(SOCIAL.normalize(other.replace("\\\"", "\"")));
    }

    /** Three words of one letter in a row are usual in some languages, and digits alone are numbers. */
    @Test
    void fewLettersInARowAreWords() {
        assertThat(SOCIAL.normalize("Y a t il un pont? I a m")).isEqualTo("y a t il un pont i a m");
        assertThat(SOCIAL.normalize("1 2 3 4 5 6")).isEqualTo("1 2 3 4 5 6");
        assertThat(SOCIAL.normalize("plan a   b   c   d")).isEqualTo("plan abcd");
    }

    /** A flag is drawn where two of its letters are side by side. */
    @Test
    void flagsAreEmojiAndTheirLettersAloneAreLetters() {
        assertThat(SOCIAL.normalize("Go 🇫🇷 and 🇫🇷🇧🇪🇫🇷!")).isEqualTo("go🇫🇷and🇫🇷🇧🇪🇫🇷");
        assertThat(SOCIAL.withoutEmoji().normalize("Go 🇫🇷🇧🇪 now")).isEqualTo("go now");
        assertThat(SOCIAL.align("🇻\u200b🇴\u200b🇹\u200b🇪").residue().confusables())
                .isEqualTo(4);
        NormalizedText aligned = SOCIAL.align("a 🇫🇷 🇫🇷 b");
        assertThat(aligned.text()).isEqualTo("a🇫🇷b");
        assertThat(aligned.originalOf(1, 5)).isEqualTo("🇫🇷");
    }

    @Test
    void lettersThatAreJoinedStayWithTheirOriginals() {
        NormalizedText aligned = SOCIAL.align("No v-o-t-e u\ud83d\ude00");
        assertThat(aligned.text()).isEqualTo("no vote u\ud83d\ude00");
        assertThat(aligned.originalOf(3, 7)).isEqualTo("v-o-t-e");
    }

    @Test
    void whatIsStruckOrHeapedIsTheWord() {
        for (String text : new String[] {
            "The vote is off today",
            "Голосование сегодня отменено",
            "Đảng viên họp hôm nay",
            "Cầu cảng sẽ đóng vì bộ trưởng đã bán"
        }) {
            for (String mark :
                    new String[] {"\u0336", "\u0338", "\u0334", "\u20dd", "\u20e3", "\u0332", "\u0489", "\u035c"}) {
                StringBuilder struck = new StringBuilder();
                text.codePoints().forEach(c -> struck.appendCodePoint(c).append(mark));
                assertThat(SOCIAL.normalize(struck.toString())).isEqualTo(SOCIAL.normalize(text));
            }
        }
        StringBuilder heaped = new StringBuilder();
        Random random = new Random(4);
        for (char c : "the vote is off today".toCharArray()) {
            heaped.append(c);
            for (int i = 3 + random.nextInt(9); i > 0; i--) {
                heaped.append((char) (0x300 + random.nextInt(0x30)));
            }
        }
        assertThat(SOCIAL.normalize(heaped.toString())).isEqualTo("the vote is off today");
    }

    private static boolean looksLikeAnother(int action) {
        boolean apostrophe = action > 0 && FoldTable.length(action) == 1 && TABLE.unit(action, 0) == '\'';
        return FoldTable.isConfusable(action) || apostrophe;
    }

    private static void check(List<Normalizer2> forms, String text, List<String> wrong) {
        String normal = SOCIAL.normalize(text);
        for (Normalizer2 form : forms) {
            String other = SOCIAL.normalize(form.normalize(text));
            if (!other.equals(normal)) {
                wrong.add(escaped(text) + ": " + escaped(normal) + " but " + escaped(other));
            }
        }
    }

    @Test
    void everyCharacterIsBroughtToAFixedPoint() {
        List<String> wrong = new ArrayList<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            for (String text : new String[] {Character.toString(c), "e" + Character.toString(c) + "\u0301 1"}) {
                String once = SOCIAL.normalize(text);
                if (!SOCIAL.normalize(once).equals(once)) {
                    wrong.add(escaped(text) + ": " + escaped(once) + " then " + escaped(SOCIAL.normalize(once)));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Once found by the property below. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u015f$I\u2764\ufe0fI//(\u015f$\u4e2d", // no space beside a letter that is written without
                "ค\u0e4d\u0336\u0e49", // a tone in its place behind a stroke
                "ค\u0e4d\u0345\u0e49", // behind an iota below
                "\u0915\u3160\u0e4d\u0e49", // two marks behind a letter of Korean alone
                "\u00bd\u248812x.com/a" // the full stop of a number that a link cuts off
            })
    void whatWasNotTheSameTwiceIsNow(String text) {
        String once = SOCIAL.withoutEmoji().normalize(text);
        assertThat(escaped(SOCIAL.withoutEmoji().normalize(once))).isEqualTo(escaped(once));
    }

    /** Signs, invisible characters, marks and compatibility characters in any order. */
    @Property(tries = 5_000)
    void normalisingTwiceChangesNothing(@ForAll long seed) {
        String[] parts = {
            "a",
            "e",
            "ee",
            "rt",
            "RT ",
            "via",
            " ",
            "  ",
            "\u200b",
            "\u200d",
            "\u202e",
            "\u00ad",
            "\u0301",
            "\u0336",
            "\u0327",
            "\u20dd",
            "\u0345",
            "'",
            "\"",
            ".",
            ",",
            ":",
            "/",
            "//",
            "http",
            "https://",
            "www",
            "www.",
            "@",
            "#",
            "&",
            "&amp;",
            "&#39;",
            "&#x41;",
            "amp;",
            "(",
            ")",
            "[",
            "1",
            "12",
            "1/2",
            "1.",
            "\u0662",
            "\u00bd",
            "\u2474",
            "\u2488",
            "\u2026",
            "\ufb01",
            "\u00df",
            "\u0130",
            "I",
            "\u03a5",
            "\u03b1",
            "\u0391",
            "\u0430",
            "\u0435",
            "\u4e2d",
            "\u6587",
            "\u3042",
            "\uff76",
            "\uff9e",
            "\u0e01",
            "\u0e38",
            "\u0e49",
            "\u1100",
            "\u1161",
            "\u11a8",
            "\uac00",
            "\u314b",
            "\u3160",
            "\u09c7",
            "\u09be",
            "\u0915",
            "\u093c",
            "\u094d",
            "\u0640",
            "\u0627",
            "\u0653",
            "\u064e",
            "\u05d0",
            "\u05b8",
            "$",
            "%",
            "\u20ac",
            "-",
            "_",
            "\ud83d\ude00",
            "\ud83c\uddeb",
            "\ud83c\uddf7",
            "\u0e4d",
            "2/ ",
            "~",
            "[0]=",
            "\ud83c\udffd",
            "\ud83d",
            "\u2764\ufe0f",
            "bit.ly/",
            "x.com/a",
            "co",
            "\u00e9",
            "\u015f",
            "s",
            "\u1e9b",
            "\u1ea5",
            "\n"
        };
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int part = random.nextInt(14); part >= 0; part--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        for (TextNormalizer normalizer : new TextNormalizer[] {SOCIAL, SOCIAL.withoutEmoji()}) {
            String once = normalizer.normalize(text.toString());
            assertThat(escaped(normalizer.normalize(once)))
                    .as(escaped(text.toString()))
                    .isEqualTo(escaped(once));
            NormalizedText aligned = normalizer.align(text.toString());
            assertThat(aligned.text()).isEqualTo(once);
            for (int i = 0; i < once.length(); i++) {
                assertThat(aligned.originalStart(i)).isLessThan(aligned.originalEnd(i + 1));
            }
        }
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .forEach(c -> out.append(c > ' ' && c < 0x7f ? Character.toString(c) : String.format("<%x>", c)));
        return out.toString();
    }
}
