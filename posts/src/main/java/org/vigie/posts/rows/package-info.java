/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Rows of tables and of JSON, whatever they hold: one pass, linear time, bounded memory, bad rows counted and kept. */
package org.vigie.posts.rows;
