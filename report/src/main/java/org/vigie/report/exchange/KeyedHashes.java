/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.core.privacy.SecretKey;
import org.vigie.core.similarity.MinHash;
import org.vigie.core.similarity.MinHashVersion;
import org.vigie.core.similarity.Signature;
import org.vigie.core.similarity.SignatureAlgorithm;
import org.vigie.nlp.text.NormalizerVersion;
import org.vigie.nlp.text.Shingler;
import org.vigie.nlp.text.ShinglerVersion;
import org.vigie.nlp.text.TextNormalizer;

/**
 * Hashes under a key that is derived of the partners' key. Each kind of thing has a domain of its own, so that a link
 * and a hashtag of the same letters have unlike hashes.
 *
 * <p>A text is normalised and cut into shingles as near-duplicates are. The hash of each shingle goes through
 * HMAC-SHA-256 before it becomes an element of the set that is signed. Without the key nobody can compute the elements
 * of a guessed text. So a signature can't be told from that of any other text.
 */
final class KeyedHashes {
    /** What must be the same for two fingerprints to be compared. */
    static final String METHOD = "vigie-fingerprint-1";

    private static final String DERIVATION = "org.vigie.fingerprint.v1";
    private static final int OBJECT_BYTES = 12;
    private static final int MAC_BYTES = 16;
    private static final int BITS = 8;
    /** Texts with fewer shingles are too common to tell anything. */
    private static final int LEAST_SHINGLES = 16;

    private static final TextNormalizer NORMALIZER = TextNormalizer.social().withVersion(NormalizerVersion.V2);
    private static final Shingler SHINGLER = Shingler.forScript().withVersion(ShinglerVersion.V1);
    private static final MinHash TEXT = MinHash.withDefaults()
            .withComponents(128)
            .withAlgorithm(SignatureAlgorithm.CLASSIC)
            .withVersion(MinHashVersion.V1);
    private static final MinHash WHOLE = TEXT.withComponents(256);

    private final SecretKey key;

    KeyedHashes(SecretKey shared) {
        this.key = SecretKey.of(shared.digest(DERIVATION, new byte[0]));
    }

    /** The id of the derived key: it can't be tied to that of pseudonyms under the same key. */
    String keyId() {
        return key.id();
    }

    /** The keyed shingles of a text; empty if it has too few. */
    long[] elements(String text) {
        long[] shingles = SHINGLER.shingles(NORMALIZER.normalize(text));
        if (shingles.length < LEAST_SHINGLES) {
            return new long[0];
        }
        byte[] message = new byte[8];
        for (int i = 0; i < shingles.length; i++) {
            ByteBuffer.wrap(message).putLong(shingles[i]);
            shingles[i] = ByteBuffer.wrap(key.digest("shingle", message)).getLong();
        }
        return shingles;
    }

    static Signature text(long[] elements) {
        return TEXT.signature(elements).compact(BITS);
    }

    static Optional<Signature> whole(List<long[]> texts) {
        long[] all = texts.stream().flatMapToLong(Arrays::stream).toArray();
        return all.length == 0
                ? Optional.empty()
                : Optional.of(WHOLE.signature(all).compact(BITS));
    }

    /** A link, domain or hashtag. */
    String object(String kind, String name) {
        return hash(kind, name, OBJECT_BYTES);
    }

    /** Of which campaign of which run a fingerprint is; no two of one run have anything in common that shows it. */
    String origin(String run, String campaign) {
        return hash("origin", run + "\n" + campaign, OBJECT_BYTES);
    }

    String mac(String content) {
        return hash("mac", METHOD + "\n" + content, MAC_BYTES);
    }

    private String hash(String kind, String text, int bytes) {
        return Fingerprint.base64(Arrays.copyOf(key.digest(kind, text.getBytes(StandardCharsets.UTF_8)), bytes));
    }
}
