/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no text of any language, texts that quote others, and letters that decide. */
class NoLanguageTest {
    private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.withDefaults();
    private static final LanguageIdentifier CAUTIOUS = IDENTIFIER.withMinProbability(0.7);

    private static String tag(String text) {
        return IDENTIFIER.identify(text).tag();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R E A D  T H I S",
                "С Л У Ш А Й",
                "l-i-s-t-e-n n-o-w",
                "e e e e e",
                "Δ Ε Λ Τ Α",
                "א ב ג ד",
                "wow wow wow",
                "oui oui oui oui",
                "да да да да",
                "haha haha haha",
                "XD XD",
                ":D",
                ":-P ;D xD",
                "ლ(ಠ益ಠლ)"
            })
    void isNoLanguage(String text) {
        assertThat(tag(text)).isEqualTo("und");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "12345",
                "😀🔥🔥",
                "https://example.com/le-gouvernement",
                "@alice #vote2026",
                "...!!!",
                "\uD83D",
                "1 + 1 = 2"
            })
    void nothingCanBeSaidWithoutLetters(String text) {
        LanguageGuess guess = IDENTIFIER.identify(text);
        assertThat(guess.tag()).isEqualTo("und");
        assertThat(guess.probability()).isZero();
        assertThat(guess.alternatives()).isEmpty();
        assertThat(guess.isDetermined()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asdfghjkl",
                "sdkjfh skdjfh",
                "xkcdqz",
                "hahahahaha",
                "d41d8cd98f00b204e9800998ecf8427e",
                "aGVsbG8gd29ybGQ=",
                "{\"id\": 12, \"name\": \"Bob\"}",
                "if (x == null) return foo;",
                "<div class=\"a\">text</div>",
                "zzzzzzzz",
                "12:30",
                "π"
            })
    void abstainsOnWhatIsNoLanguage(String text) {
        assertThat(CAUTIOUS.identify(text).tag()).isEqualTo("und");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git commit -m fix",
                "docker run --rm -it -p 8080:80 nginx",
                "SELECT * FROM users WHERE id = 3;",
                "self.value = value",
                "/usr/share/doc/readme.txt",
                "java.lang.NullPointerException: null"
            })
    void codeIsNoLanguage(String text) {
        assertThat(CAUTIOUS.identify(text).tag()).isEqualTo("und");
    }

    @ParameterizedTest
    @ValueSource(strings = {"¯\\_(ツ)_/¯", "(づ｡◕‿‿◕｡)づ", "ಠ_ಠ", "ʕ•ᴥ•ʔ", "(╯°□°)╯︵ ┻━┻"})
    void facesAreNoLanguage(String face) {
        assertThat(CAUTIOUS.identify(face).tag()).isEqualTo("und");
        assertThat(IDENTIFIER
                        .withMinProbability(0.5)
                        .identify("Merci beaucoup pour votre aide " + face)
                        .tag())
                .isEqualTo("fr");
    }

    @Test
    void bytesInTheWrongOrderAreNoLanguage() {
        byte[] bytes = "Bonjour à tous, voici la suite".getBytes(StandardCharsets.UTF_16LE);
        assertThat(tag(new String(bytes, StandardCharsets.ISO_8859_1))).isEqualTo("und");
        assertThat(tag(new String(bytes, StandardCharsets.UTF_16BE))).isEqualTo("und");
    }

    @Test
    void aWordSaysNoMoreByBeingSaidAgain() {
        LanguageGuess once = IDENTIFIER.identify("merci le");
        LanguageGuess often = IDENTIFIER.identify("merci le merci le merci le merci le");
        assertThat(often.probability()).isEqualTo(once.probability());
    }

    @ParameterizedTest
    @CsvSource({
        "zh, 昨晚我們一起看了電影「もののけ姫」，大家都覺得很好看",
        "zh, 这家店的招牌上写着「おいしい」，其实味道一般",
        "zh, 她的韓文名字是「민지」，大家都這樣叫她",
        "ja, 昨日の会議で新しい計画を発表した",
        "ja, 首相が辞任を表明",
        "ko, 오늘 大統領 기자회견",
        "ko, 그 때 그 집",
        "zh, 我 爱 你 们",
        "sd, سنڌ جي ماڻهن کي پاڻي ڏيو",
        "ba, Беҙҙең ҡала бик матур"
    })
    void lettersDecide(String expected, String text) {
        assertThat(tag(text)).isEqualTo(expected);
    }

    /** Letters of another script that stand alone say nothing about how many of this one are a face's. */
    @Test
    void lettersAloneCountInTheirOwnScript() {
        for (String word : List.of("ខ្មែរ", "ಕನ್ನಡ", "ประเทศ", "ქართული", "հայերեն")) {
            LanguageGuess plain = IDENTIFIER.identify(word);
            assertThat(plain.isDetermined()).as(word).isTrue();
            assertThat(IDENTIFIER.identify("A " + word + " B b c")).as(word).isEqualTo(plain);
        }
        assertThat(IDENTIFIER.identify("ಠ ಠ ಠ ಠ").probability())
                .isLessThan(IDENTIFIER.identify("ಕನ್ನಡ").probability());
    }
}
