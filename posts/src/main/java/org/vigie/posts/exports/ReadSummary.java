/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/**
 * What was read of one file.
 *
 * @param file the file's name, without its folder
 * @param sha256 the SHA-256 of its bytes as stored, in hexadecimal
 * @param bytes its length as stored
 * @param rows rows seen, rejects included
 * @param rejects rows refused
 */
public record ReadSummary(String file, String sha256, long bytes, long rows, long rejects) {}
