/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.findings;

import com.google.common.primitives.ImmutableIntArray;
import org.vigie.nlp.duplicate.ClusterType;

/**
 * Near-duplicate texts that more than one account wrote.
 *
 * @param id its number in the report, from 1, the largest first
 * @param object its number as an object of {@link org.vigie.posts.ObjectKind#TEXT}
 * @param type how alike its texts are
 * @param medoid the row of the text that is most like all others
 * @param language the language of the medoid
 * @param rows the posts, in order of time, at least one
 * @param accounts how many accounts wrote them
 */
public record TextCluster(
        int id, int object, ClusterType type, int medoid, String language, ImmutableIntArray rows, int accounts) {

    /**
     * Returns the first post.
     *
     * @return its row
     */
    public int first() {
        return rows.get(0);
    }

    /**
     * Returns the last post.
     *
     * @return its row
     */
    public int last() {
        return rows.get(rows.length() - 1);
    }
}
