/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Readers of posts: CSV, TSV, JSON Lines, JSON, with bad rows counted and kept. */
package org.vigie.posts.exports;
