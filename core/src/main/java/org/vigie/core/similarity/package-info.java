/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Signatures of sets: MinHash and SimHash, estimates of Jaccard and cosine. */
package org.vigie.core.similarity;
