/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

/**
 * What was read of one input.
 *
 * @param file the file's name, without its folder
 * @param sha256 the SHA-256 of its bytes as stored, in hexadecimal
 * @param bytes its length as stored
 * @param rows rows seen, rejects included
 * @param rejects rows refused
 * @param encoding the encoding of the text, such as UTF-8
 * @param separator what separates columns: a sign, {@code tab} or {@code space}; {@code JSON} if there are no columns
 */
public record RowSummary(
        String file, String sha256, long bytes, long rows, long rejects, String encoding, String separator) {}
