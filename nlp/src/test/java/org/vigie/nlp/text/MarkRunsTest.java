/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.nlp.CountedText;

/** Runs of marks on one letter: what people write stays, a heap is cut. */
class MarkRunsTest {
    /** Putting marks in order takes the square of their number, so no long run of them may be put in order. */
    @Test
    void aHeapOfMarksIsCut() {
        for (String unit : new String[] {
            "\u0301", "\u0301\u0327", "\u0345\u0334", "\u0315\u0300\u05b0", "\u064b\u0670", "\u3099\u0301",
                    "\uff9e\u0301", "\uff9f",
            "\u0f73\u0f71", "\u0344", "\ud834\udd65\u0334", "\u093c\u094d", "\u20dd", "\u034f", "e\u0301",
                    "é\u0323\u0327"
        }) {
            CountedText.assertLinear(unit, 100_000, 3, MarkRuns::cut);
            String heap = unit.repeat(20_000);
            String nfkd = Normalizer2.getNFKDInstance().normalize(MarkRuns.cut("#" + heap));
            int run = 0;
            for (int c : nfkd.codePoints().toArray()) {
                run = UCharacter.getCombiningClass(c) == 0 ? 0 : run + 1;
                assertThat(run).as(unit).isLessThanOrEqualTo(4 * MarkRuns.LONGEST);
            }
            String canonical = TextEntities.canonical("a" + heap);
            assertThat(TextEntities.canonical(canonical)).as(unit).isEqualTo(canonical);
            assertThat(TextEntities.of("#a" + heap + " @b" + heap).hashtags()).hasSize(1);
        }
        assertThat(TextEntities.canonical("e" + "\u0327\u0301".repeat(16)))
                .isNotEqualTo(TextEntities.canonical("e" + "\u0327\u0301".repeat(15)));
        assertThat(TextEntities.canonical("e" + "\u0301".repeat(33) + "\u0327")).isEqualTo("é" + "\u0301".repeat(31));
    }

    /** Oracle: whatever starts with a character that is put in order counts as a mark. */
    @Test
    void everyCharacterThatIsPutInOrderIsInARun() {
        Normalizer2 nfkd = Normalizer2.getNFKDInstance();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if ((c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) || Character.getType(c) == 0) {
                continue;
            }
            String one = Character.toString(c);
            String parts = nfkd.normalize(one);
            if (UCharacter.getCombiningClass(parts.codePointAt(0)) != 0) {
                String run = one.repeat(MarkRuns.LONGEST);
                assertThat(MarkRuns.cut(run + one)).as(Integer.toHexString(c)).hasToString(run);
            }
        }
    }

    /** What people write comes out as it would without a limit. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Élection",
                "e\u0327\u0301",
                "ВЫБОРЫ",
                "नमस्ते",
                "ﾊﾞｶﾞ",
                "Ἀθῆναι",
                "ตั้งใจ",
                "한국",
                "İstanbul",
                "שָׁלוֹם",
                "གཙོ"
            })
    void fewMarksAreKept(String name) {
        assertThat(TextEntities.canonical(name + name))
                .isEqualTo(TextEntities.canonical(name).repeat(2));
        assertThat(MarkRuns.cut(name)).isSameAs(name);
    }
}
