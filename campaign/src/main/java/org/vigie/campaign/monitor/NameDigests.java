/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import org.vigie.core.file.Digests;

/** Names as numbers that nobody reads a name from: what the state keeps of accounts, ids and keys. Not thread-safe. */
final class NameDigests {
    private final MessageDigest sha = Digests.sha256();

    /** The first 16 bytes of the SHA-256 of a name. */
    byte[] of(String name) {
        return Arrays.copyOf(sha.digest(bytes(name)), 16);
    }

    /** The first 8 bytes of the SHA-256 of a name. */
    long number(String name) {
        return ByteBuffer.wrap(sha.digest(bytes(name))).getLong();
    }

    /** Any string at all: UTF-8 has no form for a lone surrogate. */
    private static byte[] bytes(String name) {
        byte[] bytes = new byte[2 * name.length()];
        for (int i = 0; i < name.length(); i++) {
            bytes[2 * i] = (byte) (name.charAt(i) >> 8);
            bytes[2 * i + 1] = (byte) name.charAt(i);
        }
        return bytes;
    }
}
