/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.graph.coaction.Actions;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

class LayerActionsTest {
    @Test
    void actionsAreTheActsUnderTheNumbersOfTheCorpus() {
        Corpus corpus = new Scene()
                .tags("quiet", 0)
                .tags("a", 1, "x", "y")
                .tags("b", 2, "y")
                .tags("a", 3, "y")
                .tags("late", 4)
                .corpus();
        ObjectLayer layer = corpus.layer(ObjectKind.HASHTAG);
        Actions actions = LayerActions.of(corpus, layer);
        assertThat(actions.size()).isEqualTo(layer.acts());
        assertThat(actions.accountCount())
                .as("those without an act too")
                .isEqualTo(corpus.accounts())
                .isEqualTo(4);
        int[] objects = layer.objectOfActs();
        for (int a = 0; a < actions.size(); a++) {
            int row = layer.row(a);
            assertThat(actions.account(a)).isEqualTo(corpus.account(row));
            assertThat(actions.object(a)).isEqualTo(objects[a]);
            assertThat(actions.content(a)).isEqualTo(row);
            assertThat(actions.millis(a)).isEqualTo(corpus.time(row));
        }
        // No finder sees a name.
        assertThat(actions.accountName(2)).isEqualTo("2");
        assertThat(actions.objectName(1)).isEqualTo("1");
        assertThat(actions.contentName(3)).isEqualTo("3");
    }

    @Test
    void namesMayBeGiven() {
        Corpus corpus = new Scene().tags("a", 1, "x").corpus();
        Actions actions = LayerActions.of(
                corpus, corpus.layer(ObjectKind.HASHTAG), a -> "account" + a, o -> "object" + o, p -> "post" + p);
        assertThat(actions.accountName(0)).isEqualTo("account0");
        assertThat(actions.objectName(0)).isEqualTo("object0");
        assertThat(actions.contentName(0)).isEqualTo("post0");
    }
}
