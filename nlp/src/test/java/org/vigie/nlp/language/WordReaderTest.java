/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.nlp.CountedText;

class WordReaderTest {
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        WordReader reader = new WordReader(text, 0, text.length());
        while (reader.next()) {
            words.add(new String(reader.word, 0, reader.length));
        }
        return words;
    }

    @Test
    void cutsWhereLettersEndOrTheScriptChanges() {
        assertThat(words("L'école, c'est 2 fois…")).containsExactly("l", "école", "c", "est", "fois");
        assertThat(words("brandИмя品牌ブランド")).containsExactly("brand", "имя", "品牌", "ブランド");
    }

    @Test
    void foldsCaseWithoutALocale() {
        assertThat(words("ISTANBUL İZMİR ÉTÉ ΩΜΕΓΑ")).containsExactly("istanbul", "izmir", "été", "ωμεγα");
    }

    @Test
    void shortensStretchedLetters() {
        assertThat(words("ouiiiiiii goooal balle")).containsExactly("oui", "goal", "balle");
        assertThat(words("哈哈哈哈")).containsExactly("哈哈");
    }

    @Test
    void composesAndDropsMarks() {
        assertThat(words("e\u0301te\u0301")).containsExactly("été");
        assertThat(words("ﬁn Ｆｕｌｌ")).containsExactly("fin", "full");
        assertThat(words("مــرحــبــاً")).containsExactly("مرحبا");
        assertThat(words("за\u0301мок")).containsExactly("замок");
    }

    @Test
    void leavesOutAddresses() {
        assertThat(words("see https://example.com/a?b=c now")).containsExactly("see", "now");
        assertThat(words("HTTP://X.ORG WWW.example.com ok")).containsExactly("ok");
        assertThat(words("write to jane.doe+x@example.org today")).containsExactly("write", "to", "today");
        assertThat(words("on example.com/page and example.org.")).containsExactly("on", "and");
        assertThat(words("@jane_doe #BreakingNews2026 go")).containsExactly("go");
        assertThat(words("the end.The start")).containsExactly("the", "end", "the", "start");
    }

    private static int signs(String text) {
        WordReader reader = new WordReader(text, 0, text.length());
        while (reader.next()) {
            assertThat(reader.length).isPositive();
        }
        return reader.signs;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '§',
            value = {
                "foo(a[i]) = {x}; ¦ 13",
                "npm install --save ¦ 2",
                "git commit -m fix ¦ 2",
                "find . -name x ¦ 1",
                "self.value = value ¦ 2",
                "a && b || c ¦ 4",
                "std::map ¦ 2",
                "SELECT count(*) FROM t ¦ 4",
                "cat /usr/lib ¦ 1",
                "some_name ¦ 2",
                "12:00:03 ¦ 2",
                "x**2 x^2 ¦ 4",
                "</div> ¦ 2"
            })
    void countsSignsOfCode(String code, int weight) {
        assertThat(signs(code)).isEqualTo(weight);
    }

    @Test
    void seesQueriesAndWordsOfCode() {
        assertThat(CodeSigns.query("SELECT a FROM b", 0, 15)).isEqualTo(8);
        assertThat(CodeSigns.query("SELECTED FROM b", 0, 15)).isZero();
        assertThat(CodeSigns.query("UPDATE YOUR APP NOW", 0, 19)).isZero();
        assertThat(CodeSigns.query("S", 1, 1)).isZero();
        assertThat(CodeSigns.weight("println".toCharArray(), 7)).isEqualTo(2);
        assertThat(CodeSigns.weight("printemps".toCharArray(), 9)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Oui (vraiment) ; non <3 *fort* !",
                "[VIDEO] Le ministre ment ! [EN DIRECT]",
                "Cher(e)s ami(e)s, député(e)s et étudiant(es)",
                "j`ai vu l`homme",
                "Le Monde | Actualités & culture &amp; sport",
                "Paris -- Londres - Rome -",
                "fin.Et puis p.m. etc...",
                "_vraiment_ **fort** ~non~",
                "il a dit : \"oui\", c'est-à-dire 3 > 2 ^^ :-) :/ ((((non :::: oui",
                "12:00 1821 -ci",
                "50 % et/ou 3 $ #tag @nom 20h30"
            })
    void seesNoCodeInPosts(String post) {
        assertThat(signs(post)).isZero();
    }

    @Test
    void composesInEveryScript() {
        assertThat(words("\u0438\u0306\u043E\u0433 \u0456\u0308\u0436\u0430")).containsExactly("йог", "їжа");
        assertThat(words("\u0627\u0653\u0628")).containsExactly("آب");
        assertThat(words("\u0995\u09C7\u09BE\u09A8")).containsExactly("কোন");
        assertThat(words("\u1112\u1161\u11AB\u1100\u1173\u11AF")).containsExactly("한글");
        assertThat(words("\u304B\u3099\u304F")).containsExactly("がく");
    }

    @Test
    void doesNotSeeWhatNobodySees() {
        assertThat(words("g\u200Bou\u200Dver\u2060ne\u00ADment\uFE0F \u202Bmenti\u202C\u200F"))
                .containsExactly("gouvernement", "menti");
        assertThat(words("f\u0336a\u0336u\u0336x\u0336 o\u0332u\u0332i\u0332")).containsExactly("faux", "oui");
    }

    @Test
    void readsStyledLetters() {
        assertThat(words("𝐁𝐨𝐧𝐣𝐨𝐮𝐫 𝓵𝓮 𝕞𝕠𝕟𝕕𝕖 𝙴𝙽𝚃𝙸𝙴𝚁"))
                .containsExactly("bonjour", "le", "monde", "entier");
        assertThat(words("Ⓕⓐⓤⓧ 🅵🅰🆄🆇 🄵🄰🅄🅇 ᶠᵃᵘᵗ")).containsExactly("faux", "faux", "faux", "faut");
        assertThat(words("ℋ𝑒 e\u0301t𝐞\u0301")).containsExactly("he", "été");
        assertThat(words("🇫🇷 😀 𝟏𝟐 ™")).isEmpty();
        WordReader reader = new WordReader("a 𝐥𝐞 b", 0, 8);
        assertThat(reader.next()).isTrue();
        assertThat(reader.next()).isTrue();
        assertThat(List.of(reader.start, reader.end)).containsExactly(2, 6);
    }

    @Test
    void unmasksWordsThatMixAlphabets() {
        assertThat(words("gоuvеrnеmеnt Тhe Αthens")).containsExactly("gouvernement", "the", "athens");
        assertThat(words("прaвительcтво зiрка")).containsExactly("правительство", "зірка");
        assertThat(words("PhET-симуляції SMSка iPhoneом"))
                .containsExactly("phet", "симуляції", "sms", "ка", "iphone", "ом");
        assertThat(words("𝐚б 𝐚а")).containsExactly("a", "б", "aa");
    }

    @Test
    void readsEveryApostrophe() {
        assertThat(words("l'été l’été lʼété Quʼil")).containsExactly("l", "été", "l", "été", "l", "été", "qu", "il");
        assertThat(words("oʻzbek sanʼat cʼhoar mbaʼe")).containsExactly("oʻzbek", "sanʼat", "cʼhoar", "mbaʼe");
    }

    /** Whatever is mixed, the reader gets to the end. */
    @Property
    void endsOnMixedAlphabets(
            @ForAll
                    @CharRange(from = 'a', to = 'e')
                    @Chars({'а', 'б', 'е', 'ο', 'δ', '\uD835', '\uDC1A', '\u0336', '\u0301', '\u200B', 'ʼ', 'ᶠ'})
                    String text) {
        CountedText counted = new CountedText(text);
        WordReader reader = new WordReader(counted, 0, text.length());
        while (reader.next()) {
            assertThat(counted.looks()).isLessThan(300L * (text.length() + 1));
        }
    }

    @Property
    void everyWordLiesInTheTextAndIsShort(@ForAll String text) {
        WordReader reader = new WordReader(text, 0, text.length());
        int last = 0;
        while (reader.next()) {
            assertThat(reader.start).isGreaterThanOrEqualTo(last);
            assertThat(reader.end).isGreaterThan(reader.start).isLessThanOrEqualTo(text.length());
            assertThat(reader.length).isBetween(1, WordReader.MAX_WORD);
            last = reader.end;
        }
    }

    /** The same characters as for the normaliser. */
    @Test
    void whatNobodySeesPartsNoWord() {
        for (int c : new int[] {0xad, 0x200b, 0x2060, 0xfeff, 0x61c, 0x180e, 0x206a, 0xfe0f}) {
            for (String word : List.of("Bonjour", "добрый", "שלום", "καλημέρα")) {
                String hidden = word.substring(0, 3) + Character.toString(c) + word.substring(3);
                WordReader plain = new WordReader(word, 0, word.length());
                WordReader reader = new WordReader(hidden, 0, hidden.length());
                assertThat(plain.next()).isTrue();
                assertThat(reader.next()).isTrue();
                assertThat(new String(reader.word, 0, reader.length))
                        .as(Integer.toHexString(c))
                        .isEqualTo(new String(plain.word, 0, plain.length));
                assertThat(reader.next()).isFalse();
            }
        }
    }
}
