/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Languages without a label that share half of their words with one that has: they get no name. */
class CloseNeighboursTest {
    private static final LanguageIdentifier LANGUAGES = LanguageIdentifier.withDefaults();

    @ParameterizedTest
    @CsvSource({
        "Bhojpuri, हमनी के गाँव में अबहीं ले पानी नइखे आइल बा",
        "Maithili, अहाँ सभ गोटे सँ हमर निवेदन अछि",
        "Rajasthani, म्हारै गांव में आज पाणी कोनी आयो",
        "Konkani, आमच्या गांवांत आयज उदक ना आसा",
        "South Azerbaijani, بیزیم شهرده بوگون سو یوخدور",
        "Western Punjabi, ساڈے پنڈ وچ اج پانی نہیں آیا",
        "Kazakh in Arabic letters, ءبىزدىڭ اۋىلدا بۇگىن سۋ جوق",
        "Bashkir, беҙҙең ауылда бөгөн һыу юҡ",
        "Rusyn, тота влада про людей нич не зробила тыж",
        "Scots, the bairns dinna ken whit tae dae the nicht",
        "Neapolitan, 'o paese nuoste nun tene ll'acqua aiere e oggi",
        "Silesian, godŏm po ślōnsku ale żŏdyn niy słuchŏ",
        "Nigerian Pidgin, abeg wetin dey happen for dis kontri",
    })
    void areNotTakenForTheirNeighbours(String language, String text) {
        LanguageGuess guess = LANGUAGES.identify(text);
        assertThat(guess.tag().equals("ba") || guess.probability() < 0.7)
                .as(language + ": " + guess)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "hi, हमारे गाँव में आज पानी नहीं आया",
        "mr, आमच्या गावात आज पाणी आले नाही",
        "ne, हाम्रो गाउँमा आज पानी आएन",
        "fa, امروز در شهر ما آب نیست",
        "ur, ہمارے گاؤں میں آج پانی نہیں آیا",
        "ug, بىزنىڭ يېزىدا بۈگۈن سۇ يوق",
        "tt, безнең авылда бүген су юк",
        "uk, ця влада нічого не зробила для людей",
        "uz, бизнинг қишлоқда бугун сув йўқ",
        "tg, дар деҳаи мо имрӯз об нест",
        "en, the children do not know what to do tonight",
        "it, il nostro paese non ha acqua da ieri",
        "pl, w naszej wsi nie ma dzisiaj wody",
        "is, það er ekkert vatn í þorpinu okkar í dag",
        "fo, tað er einki vatn í bygdini hjá okkum í dag",
    })
    void neighboursKeepTheirNames(String tag, String text) {
        LanguageGuess guess = LANGUAGES.identify(text);
        assertThat(guess.tag()).as(guess.toString()).isEqualTo(tag);
        assertThat(guess.probability()).isGreaterThan(0.7);
    }
}
