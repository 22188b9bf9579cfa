/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

/**
 * A text in an index that is a near-duplicate of a text that was asked for.
 *
 * @param id the id of the first text that was added with these characters
 * @param jaccard the exact Jaccard of the two shingle sets; 1 for copies
 */
public record DuplicateMatch(long id, double jaccard) {}
