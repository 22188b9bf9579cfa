/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextComparisonTest {
    @Test
    void tellsPassagesDifferencesAndNegation() {
        String first = "RT @a: Les ÉLECTIONS se sont déroulées sans incident hier";
        String second = "Les élections ne se sont pas déroulées sans incident hier soir";
        TextComparison comparison = TextComparison.of(first, second);
        assertThat(comparison.passages()).hasSize(3);
        TextComparison.Passage passage = comparison.passages().get(0);
        assertThat(first.substring(passage.firstStart(), passage.firstEnd())).isEqualTo("Les ÉLECTIONS");
        assertThat(second.substring(passage.secondStart(), passage.secondEnd())).isEqualTo("Les élections");
        assertThat(comparison.differences())
                .containsExactly(
                        new TextComparison.Difference("", "ne", true),
                        new TextComparison.Difference("", "pas", true),
                        new TextComparison.Difference("", "soir", false));
        assertThat(comparison.negationDiffers()).isTrue();
        assertThat(TextComparison.of("He is guilty", "He isn't guilty").negationDiffers())
                .isTrue();
        assertThat(TextComparison.of("Он виновен", "Он не виновен").negationDiffers())
                .isTrue();
        assertThat(TextComparison.of("a b c d", "a b x d").negationDiffers()).isFalse();
    }

    @Test
    void seesAQuoteInsideALongerText() {
        String quote = "we will close the bridge at noon";
        TextComparison comparison =
                TextComparison.of(quote, "The mayor said: we will close the bridge at noon, and nobody asked why.");
        assertThat(comparison.containmentOfFirst()).isEqualTo(1);
        assertThat(comparison.containmentOfSecond()).isLessThan(0.6);
        assertThat(comparison.jaccard()).isLessThan(0.6);
        assertThat(TextComparison.of("", "").jaccard()).isZero();
        assertThat(TextComparison.of("x y ".repeat(5_000), "y x ".repeat(5_000)).passages())
                .isEmpty();
    }

    @Test
    void copiesTheListsItIsGiven() {
        List<TextComparison.Passage> passages = new ArrayList<>();
        List<TextComparison.Difference> differences = new ArrayList<>();
        TextComparison comparison = new TextComparison(1, 1, 1, passages, differences);
        passages.add(new TextComparison.Passage(0, 1, 0, 1));
        differences.add(new TextComparison.Difference("a", "b", false));
        assertThat(comparison.passages()).isEmpty();
        assertThat(comparison.differences()).isEmpty();
        List<TextComparison.Passage> own = comparison.passages();
        assertThatThrownBy(() -> own.add(new TextComparison.Passage(0, 1, 0, 1)))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
