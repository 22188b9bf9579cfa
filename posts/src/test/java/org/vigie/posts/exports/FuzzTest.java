/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mutations of an input of every export: a reader throws {@link IOException} or accounts for every row, whatever comes.
 * More with {@code -Dvigie.fuzz=10000}; a failure names its seed.
 */
class FuzzTest {
    private static final int MUTATIONS = Integer.getInteger("vigie.fuzz", 80);
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
        "\\u12",
        "null",
        "NA",
        "-1",
        "1e999",
        "\0",
        "\u001b[31m",
        "\ufeff",
        "\ud800",
        "\u202e",
        "<",
        "&",
        "&#x110000;",
        "sep=;\n",
        "[[",
        "{\"data\":[",
        "{\"data\":{",
        "\"meta\":{}",
        "1.2E+18",
        "02/03/2024",
        "Thu, ",
        "+99:99",
        "9999999999999999999",
        "'",
        "#",
        "@",
        "://",
        " "
    };

    static List<Sample> samples() {
        return Sample.all();
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("samples")
    void nothingButTheDocumentedExceptionAndNoRowIsLost(Sample sample) {
        for (int i = 0; i < MUTATIONS; i++) {
            long seed = 31L * sample.input().hashCode() + i;
            byte[] input = mutated(sample.input(), new Random(seed));
            try {
                assertThat(Reading.of(Reading.READER, input)).isNotNull(); // which checks that the counts agree
            } catch (IOException e) {
                assertThat(e.getMessage()).as("seed %d of %s", seed, sample).startsWith("posts.csv: ");
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                throw new AssertionError(
                        "seed " + seed + " of " + sample + ": " + new String(input, StandardCharsets.UTF_8), e);
            }
        }
    }

    private static byte[] mutated(String sample, Random random) {
        byte[] bytes = sample.repeat(1 + random.nextInt(3)).getBytes(StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(6);
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
        int to = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 4 : 200));
        byte[] before = Arrays.copyOf(bytes, at);
        byte[] after = Arrays.copyOfRange(bytes, at, bytes.length);
        String token = TOKENS[random.nextInt(TOKENS.length)];
        return switch (random.nextInt(6)) {
            case 0 ->
                join(before, new byte[] {(byte) random.nextInt(256)}, Arrays.copyOfRange(bytes, at + 1, bytes.length));
            case 1 -> before;
            case 2 -> join(before, Arrays.copyOfRange(bytes, to, bytes.length));
            case 3 -> join(Arrays.copyOf(bytes, to), after);
            case 4 -> join(before, token.getBytes(StandardCharsets.UTF_8), after);
            default -> join(before, token.repeat(200).getBytes(StandardCharsets.UTF_8), after);
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
