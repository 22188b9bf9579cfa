/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Set similarity at scale: MinHash signatures, locality-sensitive hashing, exact joins, disjoint sets. */
package org.vigie.core.similarity;
