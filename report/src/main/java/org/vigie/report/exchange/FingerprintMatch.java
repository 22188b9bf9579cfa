/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.exchange;

import org.vigie.core.similarity.JaccardEstimate;

/**
 * Two findings that are probably of the same campaign.
 *
 * @param left the one
 * @param right the other
 * @param texts how many texts they have in common, reworded or not
 * @param links how many links
 * @param domains how many registered domains; they support and never decide
 * @param hashtags how many hashtags; they support and never decide
 * @param overlap the share of the smaller one's texts and links that they have in common, in (0, 1]
 * @param jaccard how alike all their texts are, or their links if one has no text, with the standard error
 */
public record FingerprintMatch(
        Fingerprint left,
        Fingerprint right,
        int texts,
        int links,
        int domains,
        int hashtags,
        double overlap,
        JaccardEstimate jaccard) {}
