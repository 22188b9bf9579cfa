/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RomaniserTest {
    private static String first(String line, String wanted) {
        Romaniser romaniser = new Romaniser(new SplittableRandom(1));
        String found = "";
        for (int i = 0; i < 200 && !found.equals(wanted); i++) {
            found = romaniser.romanise(line);
        }
        return found;
    }

    @Test
    void spellsAsPeopleDo() {
        assertThat(first("Привет, как дела?", "privet, kak dela?")).isEqualTo("privet, kak dela?");
        assertThat(first("आप कैसे हो", "aap kaise ho")).isEqualTo("aap kaise ho");
        assertThat(first("আমি তোমাকে", "ami tomake")).isEqualTo("ami tomake");
        assertThat(first("Καλημέρα τι κάνεις", "kalimera ti kaneis")).isEqualTo("kalimera ti kaneis");
        assertThat(first("안녕하세요", "annyeonghaseyo")).isEqualTo("annyeonghaseyo");
        assertThat(first("みなさん アメリカ", "minasan amerika")).isEqualTo("minasan amerika");
        assertThat(first("صباح", "sabah")).isEqualTo("sabah");
        assertThat(first("שלום", "shalum")).isEqualTo("shalum");
        assertThat(first("გამარჯობა", "gamarjoba")).isEqualTo("gamarjoba");
        assertThat(first("ሰላም", "selami")).isEqualTo("selami");
        assertThat(first("բարեւ", "bareu")).isEqualTo("bareu");
    }

    /** Half of a Japanese text is ideographs: each has one reading. */
    @Test
    void readsIdeographs() {
        Romaniser romaniser = new Romaniser(new SplittableRandom(1));
        assertThat(romaniser.romanise("漢字")).matches("[a-z]{2,}").isEqualTo(romaniser.romanise("漢字"));
    }

    @Test
    void leavesNoOtherLetters() {
        Romaniser romaniser = new Romaniser(new SplittableRandom(2));
        String line = "Привет हिन्दी العربية ひらがな漢字カタカナ 한국어 Ελλάδα 12:30!";
        for (int i = 0; i < 50; i++) {
            for (char c : romaniser.romanise(line).toCharArray()) {
                assertThat(Scripts.of(c)).isIn(Scripts.LATIN, Scripts.NONE);
            }
        }
        for (String noise : romaniser.noise(50)) {
            assertThat(noise).matches("([a-z]+ )+");
        }
    }

    @Test
    void accentsGo() {
        char[] word = "crèmeøđłıñẽж".toCharArray();
        Unaccented.apply(word, word.length);
        assertThat(new String(word)).isEqualTo("cremeodlineж");
    }
}
