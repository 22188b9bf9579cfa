/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Instant;
import java.util.List;
import org.vigie.nlp.duplicate.ClusterType;

/**
 * A group of near-duplicate texts.
 *
 * @param id its number in the report, from 1, the largest first
 * @param type how alike its texts are
 * @param text the representative text, as published
 * @param language the language of the representative text
 * @param posts the posts, in order of time, as ids
 * @param accounts how many accounts wrote them
 * @param first the time of the first post
 * @param last the time of the last post
 */
public record TextCluster(
        int id,
        ClusterType type,
        String text,
        String language,
        List<String> posts,
        int accounts,
        Instant first,
        Instant last) {}
