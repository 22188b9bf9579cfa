/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.privacy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret for keyed digests: at least 16 bytes, told apart by a public id, never shown.
 *
 * <p>Partners who share a key get the same pseudonyms and keyed signatures; nobody else can link them to people or
 * texts. The id is the first 8 bytes of an HMAC of a fixed label under the key, in hexadecimal. Equal keys have equal
 * ids, and an id says nothing about its key. Source: H. Krawczyk, M. Bellare and R. Canetti, HMAC: keyed-hashing for
 * message authentication, RFC 2104, 1997.
 *
 * <p>Immutable and thread-safe; not serialisable on purpose.
 */
public final class SecretKey {
    /** The shortest key that is accepted, in bytes. */
    public static final int MIN_BYTES = 16;

    private static final int MAX_BYTES = 4096;
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec spec;
    private final String id;

    private SecretKey(byte[] bytes) {
        if (bytes.length < MIN_BYTES || bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "key must have " + MIN_BYTES + " to " + MAX_BYTES + " bytes but had " + bytes.length);
        }
        this.spec = new SecretKeySpec(bytes, ALGORITHM);
        byte[] digest = mac("org.vigie.key-id.v1").doFinal();
        this.id = HexFormat.of().formatHex(digest, 0, 8);
    }

    /**
     * Makes a key of given bytes.
     *
     * @param bytes 16 to 4,096 bytes; copied
     * @return the key
     * @throws IllegalArgumentException if there are fewer or more
     */
    public static SecretKey of(byte[] bytes) {
        return new SecretKey(bytes);
    }

    /**
     * Makes a new random key of 32 bytes from the platform's strong source. The one function here whose result differs
     * from call to call.
     *
     * @return the key
     */
    public static SecretKey random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new SecretKey(bytes);
    }

    /**
     * Reads a key from a file: the bytes as they are; of a text in UTF-8, without one line break at the end.
     *
     * <p>Where the file system has POSIX permissions, a file that its group or others may read or change is refused.
     *
     * @param file the file
     * @return the key
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if others may read or change the file, the key is not of 16 to 4,096 bytes, or
     *     it is weak. A weak key is one character, a short pattern or an order such as 123456, with less than 128 bits
     *     to guess
     */
    public static SecretKey fromFile(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Set<PosixFilePermission> granted = Files.getPosixFilePermissions(file);
            for (PosixFilePermission permission : granted) {
                if (permission.name().startsWith("GROUP_") || permission.name().startsWith("OTHERS_")) {
                    throw new IllegalArgumentException("key file must be closed to group and others (chmod 600 " + file
                            + ") but has " + PosixFilePermissions.toString(granted));
                }
            }
        }
        long size = Files.size(file);
        if (size > MAX_BYTES + 2) {
            throw new IllegalArgumentException("key file must have at most " + MAX_BYTES + " bytes but had " + size);
        }
        byte[] bytes = Files.readAllBytes(file);
        int length = bytes.length;
        if (length > 0 && bytes[length - 1] == '\n' && isText(bytes)) {
            length--;
            if (length > 0 && bytes[length - 1] == '\r') {
                length--;
            }
        }
        return new SecretKey(strong(Arrays.copyOf(bytes, length)));
    }

    /** Whether somebody may have typed it: in random bytes the last is no end of a line, whatever its number. */
    private static boolean isText(byte[] bytes) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.chars().allMatch(c -> !Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t');
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Keys that people type are checked; keys that a program makes are its own care. */
    private static byte[] strong(byte[] bytes) {
        if (bytes.length >= MIN_BYTES) {
            KeyStrength.require(bytes);
        }
        return bytes;
    }

    /**
     * Reads a key from a variable of an environment such as {@link System#getenv()}, as UTF-8.
     *
     * @param environment the variables
     * @param variable the name of the variable
     * @return the key
     * @throws IllegalArgumentException if the variable is not set, is no valid UTF-16, not of 16 to 4,096 bytes, or weak as
     *     {@link #fromFile} says
     */
    public static SecretKey fromEnvironment(Map<String, String> environment, String variable) {
        String value = environment.get(variable);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("environment variable " + variable + " must hold a key but is not set");
        }
        return new SecretKey(strong(utf8(value)));
    }

    /**
     * The public id of this key: 16 hexadecimal digits, equal for equal keys.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * HMAC-SHA-256 under this key.
     *
     * @param domain what the message is (for example {@code account}); digests of different domains cannot be linked
     * @param message the message
     * @return a new array of 32 bytes
     * @throws IllegalArgumentException if the domain has a lone surrogate
     */
    public byte[] digest(String domain, byte[] message) {
        Objects.requireNonNull(message, "message");
        return mac(domain).doFinal(message);
    }

    /** A code that has absorbed the length-prefixed domain, so that no domain is the beginning of another. */
    private Mac mac(String domain) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(spec);
            byte[] name = utf8(domain);
            mac.update(new byte[] {
                (byte) (name.length >>> 24), (byte) (name.length >>> 16), (byte) (name.length >>> 8), (byte) name.length
            });
            mac.update(name);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** UTF-8, with a lone surrogate refused: replaced by '?', two different identifiers would become one. */
    static byte[] utf8(String text) {
        try {
            ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("text must be valid UTF-16 but has a lone surrogate", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecretKey key && MessageDigest.isEqual(spec.getEncoded(), key.spec.getEncoded());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Names the id, never the key. */
    @Override
    public String toString() {
        return "SecretKey[id=" + id + "]";
    }
}
