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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.CRC32C;

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

    /** Eight bytes that no field should have, and some that a few may. */
    private static final long[] ABSURD = {
        Double.doubleToLongBits(Double.NaN),
        Double.doubleToLongBits(Double.POSITIVE_INFINITY),
        Double.doubleToLongBits(Double.NEGATIVE_INFINITY),
        Double.doubleToLongBits(-1),
        Double.doubleToLongBits(-1e300),
        Double.doubleToLongBits(1e300),
        -1L,
        Long.MIN_VALUE,
        Long.MIN_VALUE + 1,
        Long.MAX_VALUE,
        0x7fffffff7fffffffL,
        0x8000000080000000L,
        0,
        1
    };

    /**
     * Writes absurd values over each place of a state, with the checksum made right. Each outcome is refused, with a
     * message that says what must be, or is a state that can be lived with.
     *
     * @return how many were refused
     */
    static int mutate(byte[] state, Consumer<byte[]> reader) {
        int refused = 0;
        for (int at = 6; at + 4 < state.length; at++) {
            for (long value : ABSURD) {
                byte[] copy = state.clone();
                ByteBuffer.wrap(copy)
                        .put(
                                at,
                                ByteBuffer.allocate(8).putLong(0, value).array(),
                                0,
                                Math.min(8, state.length - 4 - at));
                CRC32C sum = new CRC32C();
                sum.update(copy, 0, copy.length - 4);
                ByteBuffer.wrap(copy).putInt(copy.length - 4, (int) sum.getValue());
                try {
                    reader.accept(copy);
                } catch (IllegalArgumentException e) {
                    assertThat(e).hasMessageContaining(" must ");
                    refused++;
                } catch (RuntimeException | AssertionError e) {
                    throw new AssertionError("byte " + at + ", value " + Long.toHexString(value), e);
                }
            }
        }
        return refused;
    }
}
