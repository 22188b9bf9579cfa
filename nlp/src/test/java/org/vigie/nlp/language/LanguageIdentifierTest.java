/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which language a text is in, how certain that is, and among which candidates. */
class LanguageIdentifierTest {
    private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.load();
    private static final LanguageIdentifier CAUTIOUS = IDENTIFIER.withMinProbability(0.5);

    private static String tag(String text) {
        return IDENTIFIER.identify(text).tag();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Le gouvernement a menti sur les chiffres, partagez avant que ce soit supprimé",
                "en | They do not want you to see this video, share it before it is deleted",
                "de | Die Regierung hat uns über die Zahlen belogen, bitte weiterleiten",
                "es | El gobierno nos ha mentido sobre las cifras, compártelo antes de que lo borren",
                "pt | O governo mentiu sobre os números, compartilhe antes que apaguem",
                "it | Il governo ha mentito sui numeri, condividete prima che venga cancellato",
                "nl | De regering heeft gelogen over de cijfers, deel dit voordat het wordt verwijderd",
                "sv | Regeringen har ljugit om siffrorna, dela innan det tas bort",
                "da | Regeringen har løjet om tallene, del det før det bliver slettet",
                "nb | Regjeringen har løyet om tallene, del dette før det blir slettet",
                "nn | Regjeringa har loge om tala, eg vonar at de deler dette før det vert sletta",
                "fi | Hallitus on valehdellut luvuista, jaa tämä ennen kuin se poistetaan",
                "et | Valitsus on numbrite kohta valetanud, jaga seda enne kui see kustutatakse",
                "hu | A kormány hazudott a számokról, oszd meg, mielőtt törlik",
                "pl | Rząd kłamał w sprawie liczb, udostępnij zanim to usuną",
                "cs | Vláda lhala o číslech, sdílejte to, než to smažou",
                "sk | Vláda klamala o číslach, zdieľajte to skôr, ako to vymažú",
                "sl | Vlada je lagala o številkah, delite, preden izbrišejo",
                "hr | Tijekom sljedećeg tjedna vlada će objaviti točan broj zaposlenika u općini",
                "ro | Guvernul a mințit despre cifre, distribuiți înainte să fie șters",
                "tr | Hükümet rakamlar hakkında yalan söyledi, silinmeden önce paylaşın",
                "az | Hökumət rəqəmlər barədə yalan danışıb, silinməmiş paylaşın",
                "vi | Chính phủ đã nói dối về các con số, hãy chia sẻ trước khi bị xóa",
                "id | Pemerintah telah berbohong soal angka, bagikan sebelum dihapus",
                "sw | Serikali imedanganya kuhusu takwimu, shiriki kabla haijafutwa",
                "af | Die regering het oor die syfers gelieg, deel dit voordat dit verwyder word",
                "cy | Mae'r llywodraeth wedi dweud celwydd am y ffigurau, rhannwch hyn",
                "ga | Tá an rialtas ag insint bréag faoi na figiúirí, roinn é seo",
                "eu | Gobernuak gezurra esan du zenbakiei buruz, partekatu ezabatu aurretik",
                "ca | El govern ha mentit sobre les xifres, compartiu-ho abans que ho esborrin",
                "lt | Vyriausybė melavo apie skaičius, pasidalykite, kol neištrynė",
                "lv | Valdība ir melojusi par skaitļiem, dalieties, pirms tas tiek izdzēsts",
                "sq | Qeveria ka gënjyer për shifrat, shpërndajeni para se të fshihet",
                "is | Ríkisstjórnin hefur logið um tölurnar, deilið áður en þessu verður eytt",
                "ru | Правительство солгало о цифрах, поделитесь, пока не удалили",
                "uk | Уряд збрехав про цифри, поширте, поки не видалили",
                "be | Урад схлусіў пра лічбы, падзяліцеся, пакуль не выдалілі",
                "bg | Правителството излъга за числата, споделете преди да го изтрият",
                "mk | Владата излажа за бројките, споделете пред да го избришат",
                "sr | Влада је лагала о бројкама, поделите пре него што обришу",
                "kk | Үкімет сандар туралы өтірік айтты, өшірілмей тұрып бөлісіңіз",
                "mn | Засгийн газар тоо баримтын талаар худал хэлсэн, устгахаас өмнө хуваалцаарай",
                "ar | كذبت الحكومة بشأن الأرقام، شاركوا هذا قبل أن يحذف",
                "fa | دولت درباره ارقام دروغ گفته است، پیش از حذف شدن به اشتراک بگذارید",
                "ur | حکومت نے اعداد و شمار کے بارے میں جھوٹ بولا ہے، حذف ہونے سے پہلے شیئر کریں",
                "hi | सरकार ने आंकड़ों के बारे में झूठ बोला है, हटाए जाने से पहले साझा करें",
                "mr | सरकारने आकड्यांबद्दल खोटे सांगितले आहे, हटवण्यापूर्वी शेअर करा",
                "bn | সরকার সংখ্যা নিয়ে মিথ্যা বলেছে, মুছে ফেলার আগে শেয়ার করুন",
                "el | Η κυβέρνηση είπε ψέματα για τους αριθμούς",
                "he | הממשלה שיקרה לגבי המספרים, שתפו לפני שימחקו",
                "yi | די רעגירונג האָט געזאָגט ליגנט װעגן די נומערן",
                "hy | Կառավարությունը ստել է թվերի մասին",
                "ka | მთავრობამ იცრუა ციფრების შესახებ",
                "th | รัฐบาลโกหกเรื่องตัวเลข แชร์ก่อนถูกลบ",
                "ko | 정부가 숫자에 대해 거짓말을 했습니다",
                "ja | 政府は数字について嘘をついた。削除される前に共有してください",
                "zh | 政府在数字上撒了谎，请在删除之前分享",
                "ta | அரசாங்கம் எண்களைப் பற்றி பொய் சொன்னது",
                "am | መንግስት ስለ ቁጥሮቹ ዋሽቷል",
            })
    void knowsEverydayPosts(String expected, String text) {
        assertThat(tag(text)).isEqualTo(expected);
    }

    /** Everyday words of languages whose sources are few or of other things, and of their neighbours. */
    @ParameterizedTest
    @CsvSource({
        "yi, מיין ברודער וואוינט אין א גרויסער שטאט",
        "yi, דער ראש הישיבה האט גערעדט צו די בחורים",
        "yi, אונזער שכן פארקויפט זיין אלטן וואגן",
        "he, אני לא מבין למה הוא מאחר",
        "he, ראש הממשלה נאם בכנסת",
        "ti, ሓወይ ኣብ ኣስመራ ይነብር",
        "ti, እቶም ተማሃሮ ተቓውሞ ኣስሚዖም",
        "am, ተማሪዎቹ ተቃውሞ አሰሙ",
        "am, ዛሬ ብዙ ዝናብ ዘነበ",
        "mr, काँग्रेसला मोठा धक्का",
        "mr, पुण्यात मुसळधार पाऊस",
        "hi, कांग्रेस को बड़ा झटका लगा",
        "hi, स्कूल कल से बंद रहेंगे",
        "ne, सरकारले नयाँ नीति ल्यायो"
    })
    void closeLanguagesOfAScriptAreToldApart(String tag, String text) {
        assertThat(IDENTIFIER.withMinProbability(0.9).identify(text).tag()).isEqualTo(tag);
    }

    @Test
    void chineseCarriesItsVariant() {
        assertThat(IDENTIFIER.identify("政府在数字上撒了谎，请在删除之前分享").languageTag()).isEqualTo("zh-Hans");
        assertThat(IDENTIFIER.identify("政府在數字上撒了謊，請在刪除之前分享").languageTag()).isEqualTo("zh-Hant");
        assertThat(IDENTIFIER.identify("中文").script()).isEqualTo("Hani");
        assertThat(IDENTIFIER.identify("政府在數字上撒了謊，請在刪除之前分享").tag()).isEqualTo("zh");
    }

    @Test
    void japaneseWithoutKanaIsJapanese() {
        assertThat(IDENTIFIER.identify("衆議院選挙").tag()).isEqualTo("ja");
        assertThat(IDENTIFIER.identify("衆議院選挙").script()).isEqualTo("Jpan");
        assertThat(IDENTIFIER.identify("電話番号").tag()).isEqualTo("ja");
        assertThat(IDENTIFIER.identify("東京電力福島第一原子力発電所事故").tag()).isEqualTo("ja");
    }

    @ParameterizedTest
    @ValueSource(strings = {"高", "援助", "生存", "会议室", "今年", "上海"})
    void shortTextsWithoutKanaAreRatherChinese(String text) {
        assertThat(IDENTIFIER.identify(text).tag()).isEqualTo("zh");
        assertThat(IDENTIFIER.withLanguages(Set.of("ja")).identify(text).tag()).isEqualTo("ja");
    }

    @Test
    void oneSyllableCanBeKorean() {
        assertThat(CAUTIOUS.identify("네").tag()).isEqualTo("ko");
    }

    /** Two syllables of kana or hangul are a word; one alone can be the hand of a face. */
    @Test
    void syllablesWithinAWordCountAsSeveralLetters() {
        assertThat(IDENTIFIER.identify("ねこ").probability()).isGreaterThan(0.95);
        assertThat(IDENTIFIER.identify("고양").probability()).isGreaterThan(0.95);
        assertThat(IDENTIFIER.identify("ね").probability()).isEqualTo(0.5);
    }

    @Test
    void serbianCarriesItsScript() {
        assertThat(IDENTIFIER.identify("Влада је лагала о бројкама").languageTag())
                .isEqualTo("sr-Cyrl");
        assertThat(IDENTIFIER
                        .withLanguages(Set.of("sr", "en"))
                        .identify("Vlada je lagala o brojkama")
                        .languageTag())
                .isEqualTo("sr-Latn");
    }

    @Test
    void candidatesRestrictTheAnswer() {
        LanguageIdentifier two = IDENTIFIER.withLanguages(Set.of("fr", "en"));
        assertThat(two.languages()).containsExactly("en", "fr");
        assertThat(two.identify("Il governo ha mentito sui numeri").tag()).isIn("fr", "en");
        assertThat(two.identify("Η κυβέρνηση είπε ψέματα").tag()).isEqualTo("und");
        assertThat(two.identify("Правительство солгало").tag()).isEqualTo("und");
    }

    @Test
    void oneCandidateIsTheAnswerInItsScript() {
        assertThat(IDENTIFIER.withLanguages(Set.of("yi")).identify("שלום עליכם").tag())
                .isEqualTo("yi");
        assertThat(IDENTIFIER
                        .withLanguages(Set.of("he"))
                        .identify("די רעגירונג האָט געזאָגט")
                        .tag())
                .isEqualTo("he");
        assertThat(IDENTIFIER
                        .withLanguages(Set.of("fr"))
                        .identify("Hello my friend")
                        .tag())
                .isEqualTo("fr");
        assertThat(IDENTIFIER.withLanguages(Set.of("he")).identify("Hello").tag())
                .isEqualTo("und");
        assertThat(IDENTIFIER.withLanguages(Set.of("zh")).identify("ひらがな").tag())
                .isEqualTo("und");
        assertThat(IDENTIFIER.withLanguages(Set.of("fr")).spans("Привет!"))
                .containsExactly(new LanguageSpan(0, 7, "und"));
    }

    @Test
    void relativesAreAlternatives() {
        LanguageGuess guess = IDENTIFIER.identify("vlada");
        assertThat(guess.alternatives())
                .extracting(LanguageGuess.Alternative::tag)
                .containsAnyOf("hr", "bs", "sl", "cs");
        assertThat(guess.alternatives())
                .isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
        assertThat(guess.probability()).isEqualTo(guess.alternatives().get(0).probability());
    }

    @Test
    void abstainsBelowTheProbability() {
        LanguageGuess open = IDENTIFIER.identify("radio");
        LanguageGuess closed = IDENTIFIER.withMinProbability(1).identify("radio");
        assertThat(open.isDetermined()).isTrue();
        assertThat(closed.tag()).isEqualTo("und");
        assertThat(closed.alternatives()).isEqualTo(open.alternatives());
        assertThat(CAUTIOUS.identify("Merci beaucoup pour votre aide").tag()).isEqualTo("fr");
    }

    @Test
    void knowsMoreThan130Languages() {
        assertThat(IDENTIFIER.languages()).hasSizeGreaterThan(130).contains("yi", "he", "nn", "nb", "zu");
    }

    @Test
    void rejectsWhatMakesNoSense() {
        assertThatThrownBy(() -> IDENTIFIER.withLanguages(Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("languages must be at least one but were none");
        assertThatThrownBy(() -> IDENTIFIER.withLanguages(Set.of("xx")))
                .hasMessage("language must be a known tag but was xx");
        assertThatThrownBy(() -> IDENTIFIER.withMinProbability(1.5))
                .hasMessage("minimum probability must be in [0, 1] but was 1.5");
        assertThatThrownBy(() -> IDENTIFIER.withMinProbability(Double.NaN))
                .hasMessage("minimum probability must be in [0, 1] but was NaN");
    }
}
