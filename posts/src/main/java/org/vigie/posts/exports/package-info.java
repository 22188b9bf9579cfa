/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Readers of posts: CSV, TSV, JSON Lines, JSON, with bad rows counted and kept.
 *
 * <p>{@link PostReader} reads a file and gives each post to a sink; its {@link ReadSummary} says what became of the
 * rows. An {@link Export} says by what a tool's file is recognised, and which column holds which {@link Field}. An
 * export of your own is one more value. {@link Times} says how times are read.
 */
package org.vigie.posts.exports;
