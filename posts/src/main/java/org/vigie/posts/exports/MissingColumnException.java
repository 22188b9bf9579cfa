/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.io.IOException;

/** Says that a file lacks a column that is needed or that was asked for; the message lists those there are. */
public final class MissingColumnException extends IOException {
    private static final long serialVersionUID = 1L;

    MissingColumnException(String message) {
        super(message);
    }
}
