/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Closes changed lines of fingerprints anew, as anybody can: what is wrong besides must still be seen. */
final class Closing {
    private Closing() {}

    static String of(String changed) {
        List<String> lines =
                changed.lines().filter(line -> !line.contains("\"sha256\"")).toList();
        String before = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        long revocations =
                lines.stream().filter(line -> line.startsWith("{\"revoked\"")).count();
        long heads = lines.stream().filter(line -> line.contains("\"schema\"")).count();
        return before
                + "{\"fingerprints\":%d,\"revocations\":%d,\"sha256\":\"%s\"}\n"
                        .formatted(lines.size() - heads - revocations, revocations, sum(before));
    }

    static String sum(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
