/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * Rows of tables and of JSON, whatever they hold: one pass, linear time, bounded memory, bad rows counted and kept.
 *
 * <p>{@link RowReader} reads a file and hands out each {@link Row}, whose cells are asked for by the name of a column.
 * Fields of JSON are named by dotted paths. Posts are read by the package {@code org.vigie.posts.exports}, which stands
 * on this one; use this one for other tables.
 */
package org.vigie.posts.rows;
