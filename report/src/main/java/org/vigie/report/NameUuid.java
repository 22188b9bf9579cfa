/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;

/** UUIDs of version 5, made of a name (RFC 9562, 5.5): the same name has the same everywhere. */
final class NameUuid {
    /** That of STIX for observables. */
    static final UUID STIX = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");

    /** Our own: version 5 of {@code org.vigie} among domain names. */
    static final UUID VIGIE = of(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "org.vigie");

    private NameUuid() {}

    static UUID of(UUID space, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(16 + text.length);
        bytes.putLong(space.getMostSignificantBits()).putLong(space.getLeastSignificantBits());
        bytes.put(text);
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-1").digest(bytes.array()));
            long high = (digest.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
            long low = (digest.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** The UUID of an observable with one contributing property, as canonical JSON (RFC 8785) of it. */
    static UUID observable(String property, String value) {
        StringBuilder json = new StringBuilder("{\"").append(property).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int at = "\"\\\b\f\n\r\t".indexOf(c);
            if (at >= 0) {
                json.append('\\').append("\"\\bfnrt".charAt(at));
            } else if (c < ' ') {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return of(STIX, json.append("\"}").toString());
    }
}
