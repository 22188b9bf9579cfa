/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.List;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/** Finds groups of accounts that come back to synchronous objects. */
final class SynchronyFinder {
    private final Corpus corpus;
    private final Parameters parameters;

    SynchronyFinder(Corpus corpus, Parameters parameters) {
        this.corpus = corpus;
        this.parameters = parameters;
    }

    List<Candidate> find(List<ObjectLayer> carried) {
        Synchrony synchrony = Synchrony.of(corpus, parameters.window(), parameters.interval(), parameters.seed());
        List<ObjectLayer> layers = carried.stream()
                .filter(l -> l.kind().feeds(ObjectKind.Use.SYNCHRONY))
                .toList();
        List<Sighting> objects =
                new ObjectTester(synchrony, parameters.alpha(), parameters.threads()).test(corpus, layers);
        return new GroupFinder(corpus, parameters).find(objects);
    }
}
