/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

/** An object inside a row: its path, and where it stands behind the row's start. */
record Inside(String path, int from, int to, int level) {}
