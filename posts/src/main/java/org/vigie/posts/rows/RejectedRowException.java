/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

/** Says that one row can't be used, and why; the reader counts the row, keeps it and goes on. */
public final class RejectedRowException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param reason why the row was refused
     */
    public RejectedRowException(String reason) {
        // Control flow for rows that adversaries can make plentiful: no stack trace.
        super(reason, null, false, false);
    }
}
