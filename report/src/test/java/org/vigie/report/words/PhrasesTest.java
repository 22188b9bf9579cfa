/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class PhrasesTest {
    private static Phrases book(String... lines) {
        return Phrases.read(new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void valuesStayNumbersAndWordsFollow() {
        Phrases phrases = book(
                "# a comment",
                "{0} [row was|rows were] refused in {1}",
                "{0#} {0|ligne refusée|lignes refusées} dans {1}",
                "share {0}",
                "part {0#}");
        assertThat(phrases.translate("1 row was refused in a.csv")).contains("1 ligne refusée dans a.csv");
        assertThat(phrases.translate("0 rows were refused in a {1}"))
                .as("a value is no place")
                .contains("0 ligne refusée dans a {1}");
        assertThat(phrases.translate("12345 rows were refused in a")).contains("12\u202f345 lignes refusées dans a");
        assertThat(phrases.translate("1,234,567 rows were refused in a"))
                .contains("1\u202f234\u202f567 lignes refusées dans a");
        assertThat(phrases.translate("share -0.25")).contains("part \u22120,25");
        assertThat(phrases.translate("share NaN")).contains("part NaN");
        assertThat(phrases.translate(" rows were refused in a"))
                .as("a place is not empty")
                .isEmpty();
        assertThat(phrases.translate("1 row was refused in ")).isEmpty();
        assertThat(phrases.translate("x: 1 rows were refused in a"))
                .as("a count is a number")
                .isEmpty();
        assertThat(phrases.translate("something else")).isEmpty();
    }

    @Test
    void aPhraseInAPhraseIsTranslatedOrNothingIs() {
        Phrases phrases =
                book("warning: {0}", "attention : {0*}", "no {0}", "pas de {0}", "{0} (see {1})", "{0*} (voir {1})");
        assertThat(phrases.translate("warning: no rows")).contains("attention\u00a0: pas de rows");
        assertThat(phrases.translate("no rows (see help)")).contains("pas de rows (voir help)");
        assertThat(phrases.translate("warning: no rows (see help)"))
                .contains("attention\u00a0: pas de rows (voir help)");
        assertThat(phrases.translate("warning: other")).isEmpty();
        String deep = "warning: ".repeat(1000) + "no rows";
        assertThat(phrases.translate(deep)).as("no sentence is that deep").isEmpty();
    }

    @Test
    void wordsThatAreJoinedAreTriedLast() {
        Phrases phrases = book("{0} or {1}", "{0} ou {1}", "{0}: {1}", "{0} : {1*}", "cut it or not", "coupez ou pas");
        assertThat(phrases.translate("a.csv: cut it or not")).contains("a.csv\u00a0: coupez ou pas");
        assertThat(phrases.translate("--a or --b")).contains("--a ou --b");
    }

    @Test
    void frenchIsSet() {
        assertThat(French.typeset("l'eau : « oui » ; non ? 5 %, d'--on 'x' a:b"))
                .isEqualTo("l\u2019eau\u00a0: «\u00a0oui\u00a0»\u202f; non\u202f? 5\u00a0%, d\u2019--on 'x' a:b");
    }

    @Test
    void whatIsDoubtedHasFrench() {
        assertThat(Phrases.ofDoubts().translate("1 post has a time in the future"))
                .contains("1 publication est datée du futur");
        assertThat(Phrases.ofDoubts().translate("repeated headers")).contains("en-têtes répétés");
        assertThat(Phrases.ofDoubts()
                        .translate(
                                "9,963 of 131,893 texts have replacement characters: the file, or what it was made of,"
                                        + " has another encoding")
                        .orElse(""))
                .startsWith("9\u202f963 textes sur 131\u202f893 contiennent des caractères de remplacement");
    }

    @Test
    void aPhraseWithoutFrenchIsRefused() {
        assertThatThrownBy(() -> book("a", "b", "c")).hasMessage("a phrase must have its French but the last has none");
    }
}
