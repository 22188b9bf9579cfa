/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Posts, the corpus that holds them in columns, and the names of its numbers. */
package org.vigie.posts;
