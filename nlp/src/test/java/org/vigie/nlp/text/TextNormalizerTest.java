/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.nlp.CountedText;

class TextNormalizerTest {
    private static final TextNormalizer SOCIAL = TextNormalizer.social();
    private static final FoldTable TABLE = FoldTable.load("fold.bin");

    @Test
    void basicLowersEachCharacterAndJoinsWhiteSpace() {
        TextNormalizer basic = TextNormalizer.basic();
        assertThat(basic.normalize(" \tUn  CHAT\u00a0\u2003noir\n\u001c")).isEqualTo("un chat noir");
        assertThat(basic.normalize("ISTANBUL ΣΑΣ \ud801\udc00 \ud800")).isEqualTo("istanbul σασ \ud801\udc28 \ud800");
        assertThat(basic.normalize("\u200b x")).isEqualTo("\u200b x");
        assertThat(basic.normalize("   ")).isEmpty();
        assertThat(TextNormalizer.none().normalize(" A ")).isEqualTo(" A ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RT @anna: Le pont est fermé | le pont est fermé",
                "Vois https://x.org/a?b=c#d et www.y.fr/z. Merci | vois et merci",
                "#Élection et ＃選挙 | élection et選挙",
                "Lisez “ceci” – ‘cela’… | lisez ceci cela",
                "(3/10) Il neige!!! | il neige",
                "12. Il neige | il neige",
                "12 chats | 12 chats",
                "1000000 euros | 1000000 euros",
                "Nooooon | noon",
                "Lien https://x.org/a第二回 | lien第二回",
                "Une nouvelle via @journal | une nouvelle",
                "écrire à a@b.fr | écrire à a b fr",
                "STRASSE Straße | strasse strasse",
                "ﬁn ｆｕｌｌ ℌ ² | fin full h 2",
                "İstanbul ISPARTA ılık | istanbul isparta ilik",
                "한국어 | 한국어",
            })
    void undoesWhatPostsCarry(String text, String expected) {
        assertThat(SOCIAL.normalize(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h\u200btt\u2060ps://evil.example/x",
                "\uff48ttps://evil.example/x",
                "http\u0455://evil.example/x",
                "HTTPS://evil.example",
                "www\u200d.evil.example",
                "@\uff41nna https://t.co/x"
            })
    void hiddenCharactersDoNotSaveAUrl(String text) {
        assertThat(SOCIAL.normalize(text + " vrai")).isEqualTo("vrai");
    }

    /** The fourth target: homoglyphs, zero-width characters and changed case leave the text as it was. */
    @Property(tries = 300)
    void obfuscationLeavesTheSameText(@ForAll long seed) {
        Random random = new Random(seed);
        String original = "Tous les électeurs du quartier sont convoqués demain matin, says the Town Council of Exeter";
        Map<Character, String> twins = Map.ofEntries(
                Map.entry('a', "\u0430\u0251\u03b1"),
                Map.entry('c', "\u0441\u03f2"),
                Map.entry('d', "\u0501"),
                Map.entry('e', "\u0435"),
                Map.entry('h', "\u04bb"),
                Map.entry('i', "\u0456"),
                Map.entry('j', "\u0458"),
                Map.entry('n', "\u0578"),
                Map.entry('o', "\u043e\u03bf\u0585"),
                Map.entry('p', "\u0440"),
                Map.entry('q', "\u051b"),
                Map.entry('s', "\u0455"),
                Map.entry('u', "\u057d\u028b"),
                Map.entry('v', "\u03bd\u0475"),
                Map.entry('w', "\u051d"),
                Map.entry('x', "\u0445"),
                Map.entry('y', "\u0443"),
                Map.entry('T', "\u0422\u03a4"),
                Map.entry('E', "\u0415\u0395"),
                Map.entry('C', "\u0421"));
        StringBuilder hidden = new StringBuilder();
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            String twin = twins.getOrDefault(c, "");
            char out = c;
            if (random.nextInt(10) < 3 && !twin.isEmpty()) {
                out = twin.charAt(random.nextInt(twin.length()));
            } else if (random.nextInt(5) == 0) {
                out = Character.toUpperCase(c);
            } else if (c < 0x80 && Character.isLetter(c) && random.nextInt(10) == 0) {
                // mathematical bold
                hidden.appendCodePoint(Character.isUpperCase(c) ? 0x1d400 + c - 'A' : 0x1d41a + c - 'a');
                continue;
            }
            hidden.append(out);
            if (c == ' ') {
                hidden.append("\u200b\u200c\u200d\u2060\ufeff\u00ad\u202e\u2066".charAt(random.nextInt(8)));
            }
        }
        String normalized = SOCIAL.normalize(hidden.toString());
        assertThat(normalized).isEqualTo(SOCIAL.normalize(original));
        assertThat(SOCIAL.align(hidden.toString()).residue().obfuscation()).isPositive();
    }

    /** The fourth target in other scripts: a tenth of the letters swapped for ASCII twins, any case, hidden characters. */
    @Property(tries = 100)
    void obfuscationLeavesTheSameTextInEveryScript(@ForAll long seed) {
        Random random = new Random(seed);
        SpoofChecker spoof = new SpoofChecker.Builder().build();
        Map<String, Character> ascii = new HashMap<>();
        for (char c = 'A'; c <= 'z'; c++) {
            // l and I look alike, so a twin of either may become the other.
            if (Character.isLetter(c) && "lIO".indexOf(c) < 0) {
                ascii.put(spoof.getSkeleton(String.valueOf(c)), c);
            }
        }
        for (String original : new String[] {
            "Завтра все избиратели района голосуют в новой школе, без документов никого не пускают",
            "Задача Задонска: Защита 33 зданий",
            "Уперше за рік міст через річку відкрито для їхніх машин, повідомляє мерія",
            "Οι ψηφοφόροι της συνοικίας καλούνται αύριο το πρωί, λέει το δημοτικό συμβούλιο της Νέας Υόρκης",
            "Հայաստանի ընտրողները վաղը առավոտյան կգնան նոր դպրոց",
            "Yarın sabah bütün seçmenler okula çağrıldı, ığdır belediyesi böyle diyor",
            "Cử tri của quận sẽ đi bầu vào sáng mai tại trường mới"
        }) {
            StringBuilder hidden = new StringBuilder();
            for (int i = 0; i < original.length(); i++) {
                char c = original.charAt(i);
                // N and Y for a Greek capital are what only the neighbours tell apart, and those are swapped here.
                boolean ambiguous = "\u03bd\u03c5".indexOf(c) >= 0;
                if (random.nextInt(4) == 0 && !ambiguous && Character.toLowerCase(Character.toUpperCase(c)) == c) {
                    c = Character.toUpperCase(c);
                }
                Character twin = ascii.get(spoof.getSkeleton(String.valueOf(c)));
                boolean swapped = twin != null && "\u039d\u03a5".indexOf(c) < 0 && random.nextInt(10) == 0;
                hidden.append(swapped ? (char) twin : c);
                if (c == ' ') {
                    hidden.append("\u200b\u200c\u200d\u2060\ufeff\u00ad\u202e\u2066".charAt(random.nextInt(8)));
                }
            }
            assertThat(SOCIAL.normalize(hidden.toString())).isEqualTo(SOCIAL.normalize(original));
        }
    }

    @Test
    void anAlphabetInCapitalsIsTheSameText() {
        for (String text : new String[] {
            "съешь же ещё этих мягких французских булок да выпей чаю",
            "ξεσκεπάζω την ψυχοφθόρα βδελυγμία, νύχτα υπό νερό",
            "ժիր աղջիկ բարձր լեռ",
            "pijamalı hasta yağız şoföre çabucak güvendi",
            "příliš žluťoučký kůň úpěl ďábelské ódy"
        }) {
            assertThat(SOCIAL.normalize(text.toUpperCase(Locale.ROOT))).isEqualTo(SOCIAL.normalize(text));
        }
        assertThat(SOCIAL.normalize("\u039dew \u03a5ork")).isEqualTo("new york");
    }

    @Test
    void lettersInStyleAreLetters() {
        assertThat(SOCIAL.normalize("ᴛʜᴇ ʙʀɪᴅɢᴇ ɪꜱ ᴄʟᴏꜱᴇᴅ")).isEqualTo("the bridge is closed");
        assertThat(SOCIAL.normalize("🅿🅾🆁🆃 🅟🅞🅡🅣")).isEqualTo("port port");
    }

    @Test
    void countsWhatItStrips() {
        TextResidue residue = SOCIAL.align(
                        "RT @a: 2/3 Br\u0435aking\u200b ne\u0301\u0302\u0303\u0304ws sooooo bad https://x.y via @b")
                .residue();
        assertThat(residue).isEqualTo(new TextResidue(1, 1, 1, 1, 2, 1, 1, 3, 1));
        assertThat(residue.template()).isEqualTo(3);
        assertThat(residue.obfuscation()).isEqualTo(5);
    }

    @Test
    void lettersOfAnAlphabetAtHomeAreNoDisguise() {
        TextResidue residue =
                SOCIAL.align("Мост через реку закрыт, Η γέφυρα είναι κλειστή").residue();
        assertThat(residue.obfuscation()).isZero();
    }

    @Test
    void composesAndDecomposesToTheSame() {
        for (String text : new String[] {
            "Événement à Noël", "Ёлка и ёж, йод", "Tiếng Việt rất đẹp", "がぎぐ パン", "한국어 각", "Ύδωρ και ΐ", "Å Ç Ñ"
        }) {
            assertThat(SOCIAL.normalize(Normalizer.normalize(text, Normalizer.Form.NFD)))
                    .isEqualTo(SOCIAL.normalize(text));
        }
    }

    @Test
    void alignsEachPassageWithTheWordsOfTheAuthor() {
        String original = "RT @x: Le  P\u041eNT\u200b est ferme\u0301 ﬁn https://a.b";
        NormalizedText aligned = SOCIAL.align(original);
        assertThat(aligned.text()).isEqualTo("le pont est fermé fin");
        int pont = aligned.text().indexOf("pont");
        assertThat(aligned.originalOf(pont, pont + 4)).isEqualTo("P\u041eNT");
        int ferme = aligned.text().indexOf("fermé");
        assertThat(aligned.originalOf(ferme, ferme + 5)).isEqualTo("ferme\u0301");
        assertThat(aligned.originalOf(
                        aligned.text().length() - 3, aligned.text().length() - 1))
                .isEqualTo("ﬁ");
        assertThat(aligned.originalOf(2, 3)).isEqualTo("  ");
        assertThatThrownBy(() -> aligned.originalStart(21))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("offset must lie within [0, 21] but was 21");
    }

    @Property(tries = 500)
    void alignmentAscendsAndStaysInside(@ForAll String text) {
        for (TextNormalizer normalizer :
                new TextNormalizer[] {SOCIAL, SOCIAL.withoutEmoji(), TextNormalizer.basic(), TextNormalizer.none()}) {
            NormalizedText aligned = normalizer.align(text);
            assertThat(aligned.text()).isEqualTo(normalizer.normalize(text));
            for (int i = 0; i < aligned.text().length(); i++) {
                assertThat(aligned.originalStart(i))
                        .isBetween(i == 0 ? 0 : aligned.originalStart(i - 1), text.length());
                assertThat(aligned.originalEnd(i + 1)).isBetween(aligned.originalStart(i) + 1, text.length());
            }
        }
    }

    @Test
    void keepsLoneSurrogatesAndDropsEmojiByOption() {
        assertThat(SOCIAL.normalize("a\ud800 \udc00b")).isEqualTo("a\ud800 \udc00b");
        assertThat(SOCIAL.normalize("vu 😂😂😂 là")).isEqualTo("vu😂là");
        assertThat(SOCIAL.withoutEmoji().normalize("vu 😂😂😂 là")).isEqualTo("vu là");
        assertThat(SOCIAL.withoutEmoji().normalize("😂")).isEmpty();
        assertThat(SOCIAL.normalize("\u200b\u202e")).isEmpty();
        assertThat(SOCIAL.normalize("\u0301\u0301")).isEmpty();
    }

    @Test
    void workGrowsWithTheText() {
        for (String unit : new String[] {
            "a",
            "@",
            "#",
            "e\u0301",
            "https://",
            "1/",
            "rt ",
            "\ud800",
            " ",
            "via @x ",
            "a.b/",
            "www.",
            "http:",
            "&amp;",
            "amp;",
            "&",
            "&www.",
            "(www.",
            "(\u200b",
            "1.\u200b",
            "h\u200bttp:\u200b/",
            "e\u0301\u0327\u0334",
            "\u200b",
            "(1/2",
            "\u1112\u1161\u11ab",
            "ﾞ",
            "中",
            "/wiki/中",
            "ก\u0e48",
            "क\u093c\u094d",
            "😂",
            "a-",
            "٣",
            "@a.b",
            "...",
            "Ν\u0301",
            "\ufb03",
            "①"
        }) {
            int length = unit.equals("@") ? 10_000_000 : 1_000_000;
            String text = unit.repeat(length / unit.length());
            int growth = unit.equals("\ufb03") ? 3 : 1; // one character for three letters
            assertThat(SOCIAL.normalize(text)).as(unit).hasSizeLessThanOrEqualTo(growth * text.length());
            CountedText.assertLinear(
                    unit,
                    200_000,
                    40,
                    counted -> SocialRun.of(counted, true, false).text());
            CountedText.assertLinear(
                    unit,
                    200_000,
                    40,
                    counted -> SocialRun.of(counted, false, true).aligned(TextResidue.NONE));
            CountedText.assertLinear(unit, 200_000, 40, counted -> new FirstSocialRun(counted, true, false).text());
            CountedText.assertLinear(unit, 200_000, 3, counted -> new BasicRun(counted, false).text());
        }
    }

    /** The resource must be what the generator makes of the Unicode data of the icu4j that tests run with. */
    @Test
    void tableIsWhatTheGeneratorMakes() throws Exception {
        Map<Integer, FoldTableGenerator.Entry> expected = new HashMap<>();
        FoldTableGenerator.entries().forEach(entry -> expected.put(entry.codePoint(), entry));
        for (int c = 0x80; c <= Character.MAX_CODE_POINT; c++) {
            int action = TABLE.action(c);
            FoldTableGenerator.Entry entry = expected.get(c);
            if (entry == null || entry.action() < 0) {
                assertThat(action).isEqualTo(entry == null ? FoldTable.COPY : entry.action());
            } else {
                assertThat(replacement(action)).isEqualTo(entry.replacement());
                assertThat(FoldTable.isConfusable(action)).isEqualTo(entry.confusable());
            }
        }
    }

    /** Oracle: what icu4j takes for the twin of an ASCII letter becomes that letter. */
    @Test
    void twinsOfLettersBecomeThem() {
        SpoofChecker spoof = new SpoofChecker.Builder().build();
        int checked = 0;
        for (char letter = 'a'; letter <= 'z'; letter++) {
            String skeleton = spoof.getSkeleton(String.valueOf(letter));
            for (int c = 0x80; c < 0x1e000; c++) {
                boolean folded = c < 0x590 || (c >= 0x13a0 && c < 0x13ff) || (c >= 0x1d400 && c < 0x1d6a4);
                if (folded
                        && "lo".indexOf(letter) < 0
                        && Character.isLetter(c)
                        && c != '\u017f'
                        && spoof.getSkeleton(Character.toString(c)).equals(skeleton)) {
                    assertThat(replacement(TABLE.action(c)))
                            .as(Integer.toHexString(c))
                            .isEqualTo(String.valueOf(letter));
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(300);
    }

    private static String replacement(int action) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < FoldTable.length(action); i++) {
            text.append(TABLE.unit(action, i));
        }
        return text.toString();
    }
}
