/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.vigie.graph.coaction.Actions;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectLayer;

/** The acts of a layer as actions under the numbers of the corpus; a content is a row. Names are numbers. */
final class LayerActions {
    private LayerActions() {}

    static Actions of(Corpus corpus, ObjectLayer layer) {
        IntFunction<String> number = Integer::toString;
        return of(corpus, layer, number, number, number);
    }

    static Actions of(
            Corpus corpus,
            ObjectLayer layer,
            IntFunction<String> account,
            IntFunction<String> object,
            IntFunction<String> post) {
        int[] rows = IntStream.range(0, layer.acts()).map(layer::row).toArray();
        return Actions.ofIds(
                        IntStream.of(rows).map(corpus::account).toArray(),
                        layer.objectOfActs(),
                        rows,
                        IntStream.of(rows).mapToLong(corpus::time).toArray(),
                        account,
                        object,
                        post)
                .withAccountCount(corpus.accounts());
    }
}
