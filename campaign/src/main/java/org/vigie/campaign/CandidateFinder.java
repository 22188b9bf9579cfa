/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.List;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectLayer;

/**
 * Looks for one kind of evidence that accounts act together. It sees numbers and no names, and must give the same
 * candidates for the same corpus, on any number of threads.
 */
@FunctionalInterface
public interface CandidateFinder {
    /**
     * Finds candidates.
     *
     * @param corpus the posts
     * @param carried for each kind of the corpus, in its order, the objects that enough accounts act on, two for texts and three for others ({@link
     *     ObjectLayer#carried})
     * @param known what the finders before found; a group of mostly the same accounts need not be found again
     * @return the candidates
     */
    List<Candidate> find(Corpus corpus, List<ObjectLayer> carried, List<Candidate> known);
}
