/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
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

    /** Letters set apart in any script, by any sign, with their vowel signs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "n\u2009o\u2009w\u2009 \u2009o\u2009r",
                "S\nO\nO\nN",
                "r.i.s.e u.p",
                "V/O/T/E",
                "Բ Ա Ր Ե Վ",
                "გ ა მ ა რ ჯ",
                "خ ب ر ع ا ج ل",
                "स मा चा र",
                "খ ব র আ জ",
                "ป ร ะ ท้"
            })
    void lettersSetApartAreNoLanguage(String text) {
        assertThat(tag(text)).isEqualTo("und");
        assertThat(IDENTIFIER.spans(text)).containsExactly(new LanguageSpan(0, text.length(), "und"));
    }

    @Test
    void ideographsSetApartAreReadAsOneWord() {
        assertThat(IDENTIFIER.identify("我 们 明 天 见")).isEqualTo(IDENTIFIER.identify("我们明天见"));
        assertThat(IDENTIFIER.identify("新\u3000年\u3000快\u3000乐").tag()).isEqualTo("zh");
        assertThat(IDENTIFIER.identify("字 ".repeat(5_000)).tag()).isEqualTo("und");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wwwww",
                "KKKKKK",
                "ааааа",
                "hhhh kkkk",
                "ههههههه",
                "חחחחח",
                "ㅋㅋㅋㅋ",
                "ㅎㅎ ㅠㅠ",
                "呵呵呵",
                "うううう",
                "хохохо",
                "ахахахах",
                "hahahhaha",
                "хаххаха",
                "jajajajaj",
                "χοχοχο",
                "हीहीही",
                "హహహహహహ",
                "ჰეჰეჰე",
                "ฮิฮิฮิ",
                "ワハハワハハワハハ",
                "huehuehue",
                "tralalatralalatralala",
                "加油加油加油"
            })
    void laughterAndShoutsAreNoWordsInAnyScript(String text) {
        assertThat(tag(text)).isEqualTo("und");
        String prose = "Merci beaucoup pour votre aide";
        assertThat(IDENTIFIER.identify(prose + " " + text).tag()).isEqualTo("fr");
        assertThat(IDENTIFIER.identify(prose + " " + text).probability())
                .isEqualTo(IDENTIFIER.identify(prose).probability());
    }

    @Test
    void aTextGoesOnAfterLaughterWithoutASpace() {
        assertThat(tag("呵哈".repeat(20) + "今天我们去公园玩吧")).isEqualTo("zh");
        assertThat(tag("xd안녕하세요")).isEqualTo("ko");
    }

    @ParameterizedTest
    @CsvSource({"mn, өөрөөр", "en, deeded the houses", "de, Mamma mia wie schön", "ja, ドキドキする"})
    void wordsOfFewLettersAreWords(String expected, String text) {
        assertThat(tag(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ha", "z", "哈", "merci", "加油", "хах", "(", "hu ", "12 km/"})
    void oneThingOverAndOverIsNoLanguageHoweverLong(String piece) {
        for (int length : List.of(127, 128, 129, 1_000, LanguageIdentifier.MAX_CHARACTERS + 1, 100_001)) {
            String text = piece.repeat(length / piece.length() + 1);
            String cut = piece.indexOf(' ') < 0 ? text.substring(0, length) : text; // half a word is another one
            assertThat(tag(cut)).as("%s %d", piece, length).isEqualTo("und");
            assertThat(IDENTIFIER.spans(cut)).containsExactly(new LanguageSpan(0, cut.length(), "und"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(T_T)",
                "O_o",
                "(o_O)",
                ">w<",
                "D:",
                "XP",
                "QAQ",
                "(´･ω･`)",
                "(；´Д｀)",
                "(=^･ω･^=)",
                "(ó﹏ò｡)",
                "இ_இ",
                "(ง'̀-'́)ง",
                "ヽ(´▽`)/",
                "ㅇㅅㅇ",
                "ᕙ(⇀‸↼‶)ᕗ",
                "m(_ _)m",
                "/\\_/\\\n( o.o )\n > ^ <"
            })
    void facesDrawnWithLettersAreNoLanguage(String face) {
        assertThat(tag(face)).isEqualTo("und");
        assertThat(tag("Thank you so much, see you tomorrow " + face)).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8 kg 3 cm 40 ml", "7 km/h 25 °C 9 mm", "＃東京 ＃大阪", "＠alice ＠bob", "5 кг 2 м"})
    void measuresAndFullWidthTagsAreNoLanguage(String text) {
        assertThat(tag(text)).isEqualTo("und");
    }

    @Test
    void shortWordsThatFollowNoNumberAreWords() {
        assertThat(tag("il a 3 ans")).isNotEqualTo("und");
        assertThat(tag("1 더하기 2는 3이다.")).isEqualTo("ko");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Правительство опять всех обмануло",
                "Η κυβέρνηση λέει πάλι ψέματα",
                "الحكومة تكذب علينا مرة أخرى",
                "הממשלה שוב משקרת לכולם"
            })
    void wrongBytesAreNoLanguageOfEastAsia(String text) {
        String swapped = new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.UTF_16BE);
        assertThat(tag(swapped)).as(swapped).isEqualTo("und");
        for (String encoding : List.of("GBK", "Big5")) {
            String wrong = new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName(encoding));
            assertThat(CAUTIOUS.identify(wrong).tag()).as(wrong).isEqualTo("und");
        }
    }

    /** UTF-8 that is read as UTF-16, with a byte more or less, as old editors did. */
    @Test
    void ideographsThatNobodyWritesAreNoChinese() {
        for (String text :
                List.of("the government hides facts", "le ministre a menti encore", "wir sind hier und bleiben")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (Charset wrong : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                assertThat(IDENTIFIER.identify(new String(bytes, wrong)).probability())
                        .isLessThan(0.5);
            }
        }
        assertThat(CAUTIOUS.identify("鏀垮簻姣忓ぉ閮藉湪璇磋皫").tag()).isEqualTo("und");
        assertThat(tag("\uFFFDひ\uFFFD湲\uFFFDﾐｰﾐｲ\uFFFDﾐｸ")).isEqualTo("und");
        assertThat(tag("今天天气很好，我们去公园吧\uFFFD")).isEqualTo("zh");
        assertThat(tag("Le ministre a menti \uFFFD tous les \uFFFDl\uFFFDves")).isEqualTo("fr");
        assertThat(CAUTIOUS.identify("關關雎鳩，在河之洲。窈窕淑女，君子好逑").tag()).isEqualTo("zh");
    }

    @Test
    void arabicLettersAtRandomAreUnsure() {
        assertThat(CAUTIOUS.identify("ضصثقفغعه شسيبلاتن").tag()).isEqualTo("und");
        assertThat(CAUTIOUS.identify("ظزو ةىلا ؤرئء غفضص").tag()).isEqualTo("und");
        assertThat(CAUTIOUS.identify("الحكومة تكذب علينا").tag()).isEqualTo("ar");
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
        "zh, 這首歌叫《ありがとうまたあした》，非常好聽",
        "ja, 「ありがとうまたあした」と発表した",
        "ja, 新曲「さくら」発売中",
        "en, The group (방탄소년단) will release a new album today",
        "ko, (속보) 대통령 BTS 만난다",
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
