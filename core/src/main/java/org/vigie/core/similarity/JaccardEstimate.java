/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.similarity;

/**
 * An estimate of the Jaccard of two sets from their signatures.
 *
 * @param jaccard the unbiased estimate; with 8- or 4-bit components it may fall a little below 0
 * @param standardError its standard error, that of independent components: for
 *     {@link SignatureAlgorithm#FAST_SIMILARITY} an upper bound
 */
public record JaccardEstimate(double jaccard, double standardError) {}
