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
import org.junit.jupiter.api.Test;

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

    @Test
    void countsSignsOfCode() {
        WordReader code = new WordReader("foo(a[i]) = {x};\n", 0, 17);
        while (code.next()) {
            assertThat(code.length).isPositive();
        }
        assertThat(code.signs).isEqualTo(7);
        WordReader prose = new WordReader("Oui (vraiment) ; non <3 *fort* !", 0, 31);
        while (prose.next()) {
            assertThat(prose.length).isPositive();
        }
        assertThat(prose.signs).isZero();
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
}
