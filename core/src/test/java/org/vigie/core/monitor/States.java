/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Function;

/** What every saved state must stand. */
final class States {
    private States() {}

    /** The state in a file of hexadecimal digits. */
    static byte[] golden(String name) {
        String path = "/golden/monitor-state/" + name + ".hex";
        try (InputStream in = Objects.requireNonNull(States.class.getResourceAsStream(path), path)) {
            String digits = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every flipped bit, every shorter and one longer array, and a state of another magic, kind or version is refused. */
    static void assertDamageIsRefused(byte[] state, Function<byte[], ?> reader) {
        byte[] copy = state.clone();
        for (int bit = 0; bit < 8 * state.length; bit++) {
            copy[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> reader.apply(copy))
                    .as("bit %s of %s bytes", bit, state.length)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("bytes must be a saved ");
            copy[bit / 8] ^= (byte) (1 << bit % 8);
        }
        assertThat(reader.apply(copy)).isNotNull();
        for (int length = 0; length < state.length; length++) {
            byte[] shorter = Arrays.copyOf(state, length);
            assertThatThrownBy(() -> reader.apply(shorter))
                    .as("%s of %s bytes", length, state.length)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("bytes must be a ");
        }
        assertThatThrownBy(() -> reader.apply(Arrays.copyOf(state, state.length + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(" without damage but had the checksum ");
    }
}
