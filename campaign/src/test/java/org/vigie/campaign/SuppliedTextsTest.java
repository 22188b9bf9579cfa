/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;

class SuppliedTextsTest {
    /** Rows 0 to 3 are text 0, with three posts of one link; rows 4 to 8 are text 1, with four of one; row 9 is none. */
    private static final int[] TEXTS = {0, 0, 0, 0, 1, 1, 1, 1, 1, -1};

    private static Corpus corpus() {
        Scene scene = new Scene();
        for (int row = 0; row < TEXTS.length; row++) {
            boolean isWithout = row == 3 || row == 8;
            scene.add(scene.post("a" + row, row, "")
                    .urls(isWithout ? List.of() : List.of("https://x.org/page", "https://x.org/" + row)));
        }
        return scene.corpus();
    }

    private static BitSet set(int... members) {
        BitSet set = new BitSet();
        for (int m : members) {
            set.set(m);
        }
        return set;
    }

    @Test
    void moreThanThreeQuartersOfTheirPostsHaveOneLink() {
        BitSet asked = set(0, 1);
        assertThat(SuppliedTexts.among(corpus(), asked, TEXTS)).isEqualTo(set(1));
        assertThat(asked).isEqualTo(set(0, 1));
        assertThat(SuppliedTexts.among(corpus(), set(0), TEXTS)).isEqualTo(set());
        assertThat(SuppliedTexts.among(corpus(), set(1, 70), TEXTS)).isEqualTo(set(1));
    }

    @Test
    void withoutLinksNoneIs() {
        Corpus corpus = Corpus.builder().withKinds(List.of(ObjectKind.HASHTAG)).build();
        assertThat(SuppliedTexts.among(corpus, set(0), new int[0])).isEqualTo(set());
    }

    @Test
    void everyRowHasANumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SuppliedTexts.among(corpus(), set(0), new int[3]))
                .withMessage("texts of rows must be as many as rows, 10, but were 3");
    }
}
