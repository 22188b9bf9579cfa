/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.input;

/**
 * A row that could not be read. It is kept, so that nothing disappears, and it never stops a run.
 *
 * @param file the file's name
 * @param line the line on which the row starts, from 1; 0 when the format has no lines
 * @param reason why it was refused, in words for the person who will mend the file
 * @param content the row as it stands, cut to {@value #MAX_CONTENT} characters
 */
public record Reject(String file, long line, String reason, String content) {
    /** How much of a refused row is kept. */
    public static final int MAX_CONTENT = 10_000;

    /**
     * Cuts the content.
     *
     * @param file as {@link #file()}
     * @param line as {@link #line()}
     * @param reason as {@link #reason()}
     * @param content as {@link #content()}, of any length
     */
    public Reject {
        if (content.length() > MAX_CONTENT) {
            content = content.substring(0, MAX_CONTENT);
        }
    }
}
