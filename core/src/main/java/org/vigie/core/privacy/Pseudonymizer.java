/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.privacy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;

/**
 * Keyed pseudonyms: the same identifier of the same field gets the same short name under the same key. Without the key,
 * nobody can tie a name to an identifier, or to the name of the identifier in another field.
 *
 * <p>A pseudonym is a prefix of HMAC-SHA-256 (RFC 2104) over the field and the identifier, in the URL-safe alphabet of
 * RFC 4648 without padding. 16 characters (96 bits) by default: among a hundred million identifiers the chance of any
 * collision is below one in ten million million. A plain hash would not do: account names can be enumerated.
 *
 * <p>Deterministic; immutable and thread-safe.
 */
public final class Pseudonymizer {
    private static final int DEFAULT_BYTES = 12;

    private final SecretKey key;
    private final int bytes;

    private Pseudonymizer(SecretKey key, int bytes) {
        this.key = key;
        this.bytes = bytes;
    }

    /**
     * A pseudonymizer with names of 16 characters.
     *
     * @param key the key
     * @return the pseudonymizer
     */
    public static Pseudonymizer withKey(SecretKey key) {
        return new Pseudonymizer(key, DEFAULT_BYTES);
    }

    /**
     * Sets the length of the digest that a name carries.
     *
     * @param newBytes in [8, 32]; a name has 4 characters for each 3 bytes
     * @return a new pseudonymizer
     * @throws IllegalArgumentException if the length is not in [8, 32]
     */
    public Pseudonymizer withBytes(int newBytes) {
        if (newBytes < 8 || newBytes > 32) {
            throw new IllegalArgumentException("bytes must be in [8, 32] but was " + newBytes);
        }
        return new Pseudonymizer(key, newBytes);
    }

    /**
     * The pseudonym of an identifier.
     *
     * @param field what the identifier is, for example {@code account}; part of the digest
     * @param identifier the identifier, taken as it is (normalise before)
     * @return the pseudonym, of the same length for every identifier
     * @throws IllegalArgumentException if the field or the identifier has a lone surrogate
     */
    public String pseudonym(String field, String identifier) {
        Objects.requireNonNull(field, "field");
        byte[] digest = key.digest("org.vigie.pseudonym.v1/" + field, SecretKey.utf8(identifier));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, bytes));
    }

    /**
     * The id of the key, to be stored beside pseudonyms.
     *
     * @return the id
     */
    public String keyId() {
        return key.id();
    }

    /** Names the id of the key, never the key. */
    @Override
    public String toString() {
        return "Pseudonymizer[keyId=" + key.id() + ", bytes=" + bytes + "]";
    }
}
