/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest by which files are known. For Vigie's own modules only. */
public final class Digests {
    private Digests() {}

    /**
     * Begins a digest.
     *
     * @return a new SHA-256
     */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
