/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.posts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Damages bytes as transfers, editors, careless programs and enemies do. */
final class Damage {
    private static final int MAX_CHANGES = 6;
    private static final int REPEATS = 200;
    private static final String[] TOKENS = {
        "\"",
        "\"\"",
        ",",
        ";",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "{",
        "}",
        "[",
        "]",
        ":",
        "\\",
        "\\\"",
        "\\u12",
        "\\ud800",
        "null",
        "NA",
        "NaN",
        "-1",
        "1e999",
        "\0",
        "\u001b[31m",
        "\ufeff",
        "\u202e",
        "<",
        "&",
        "&#x110000;",
        "sep=;\n",
        "[[",
        "{\"data\":[",
        "{\"data\":{",
        "\"meta\":{}",
        "{\"$date\":",
        "1.2E+18",
        "02/03/2024",
        "Thu, ",
        "13. Okt",
        "+99:99",
        "9999999999999999999",
        "'",
        "#",
        "@",
        "://",
        " ",
        "=\"",
        "\u001e",
        "\u0130",
        "id,account,time,text\n"
    };

    private Damage() {}

    /** A damaged copy; one in ten is gzip, damaged once more. */
    static byte[] of(byte[] sample, Random random) {
        byte[] bytes = sample;
        int copies = random.nextInt(3);
        for (int i = 0; i < copies; i++) {
            bytes = join(bytes, sample);
        }
        int changes = 1 + random.nextInt(MAX_CHANGES);
        for (int i = 0; i < changes; i++) {
            bytes = changed(bytes, random);
        }
        return random.nextInt(10) == 0 ? changed(gzip(bytes), random) : bytes;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt(256)};
        }
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 4 : REPEATS));
        byte[] before = Arrays.copyOf(bytes, at);
        byte[] after = Arrays.copyOfRange(bytes, at, bytes.length);
        byte[] rest = Arrays.copyOfRange(bytes, to, bytes.length);
        String token = TOKENS[random.nextInt(TOKENS.length)];
        return switch (random.nextInt(6)) {
            case 0 ->
                join(before, new byte[] {(byte) random.nextInt(256)}, Arrays.copyOfRange(bytes, at + 1, bytes.length));
            case 1 -> before;
            case 2 -> join(before, rest);
            case 3 -> join(Arrays.copyOf(bytes, to), after);
            case 4 -> join(before, token.getBytes(StandardCharsets.UTF_8), after);
            default -> join(before, token.repeat(REPEATS).getBytes(StandardCharsets.UTF_8), after);
        };
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
