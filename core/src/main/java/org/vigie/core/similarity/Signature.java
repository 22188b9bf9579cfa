/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.similarity;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.vigie.core.internal.Checks;

/**
 * The signature of a set, with all that says whether another one may be compared with it.
 *
 * <p>In full width, components have 31 bits, and signatures of sets merge into that of their union. After Ping Li and
 * Arnd Christian König, "b-bit minwise hashing", 2010, 8 or 4 bits of each component can be stored, which an estimate
 * needs. Deviation: the bits are those of a hash of the component. Two different elements are taken to agree with
 * probability {@code 2^-bits}, the limit for sets that are small against the hash range.
 *
 * <p>The bytes are described in docs/formats/signature.md. They hold the seed: who gets them can aim at its buckets.
 * Immutable and thread-safe.
 */
public final class Signature {
    private static final int MAGIC = 0x56534947; // "VSIG"
    private static final int FORMAT = 1;
    private static final int HEADER = 20;
    private static final int FULL_WIDTH = 32;
    private static final int MOST_COMPONENTS = 4096;

    private final MinHashVersion version;
    private final SignatureAlgorithm algorithm;
    private final long seed;
    private final int bits;
    private final int[] components;

    Signature(MinHashVersion version, SignatureAlgorithm algorithm, long seed, int[] components) {
        this(version, algorithm, seed, FULL_WIDTH, components);
    }

    private Signature(MinHashVersion version, SignatureAlgorithm algorithm, long seed, int bits, int[] components) {
        this.version = version;
        this.algorithm = algorithm;
        this.seed = seed;
        this.bits = bits;
        this.components = components;
    }

    /**
     * Tells the version.
     *
     * @return the version of the function that made it
     */
    public MinHashVersion version() {
        return version;
    }

    /**
     * Tells the algorithm.
     *
     * @return the algorithm that made it
     */
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    /**
     * Tells the seed.
     *
     * @return the seed it was made with
     */
    public long seed() {
        return seed;
    }

    /**
     * Tells the width of a component.
     *
     * @return 32, 8 or 4
     */
    public int bits() {
        return bits;
    }

    /**
     * Tells the number of components.
     *
     * @return how many components there are
     */
    public int size() {
        return components.length;
    }

    /**
     * Copies the components.
     *
     * @return a new array of the components, each in {@code [0, 2^31)}, or below {@code 2^bits} when compact
     */
    public int[] components() {
        return components.clone();
    }

    /**
     * Keeps the bits of each component that an estimate needs.
     *
     * @param newBits 8 or 4, less than {@link #bits()}
     * @return the compact signature, which can be compared with those of the same width but not merged
     * @throws IllegalArgumentException if the width is not 32 or the new one neither 8 nor 4
     */
    public Signature compact(int newBits) {
        if (bits != FULL_WIDTH || (newBits != 8 && newBits != 4)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "bits must go from 32 to 8 or 4 but were to go from %d to %d", bits, newBits));
        }
        int[] compact = new int[components.length];
        for (int i = 0; i < compact.length; i++) {
            compact[i] = (components[i] * 0x9e3779b1) >>> (32 - newBits);
        }
        return new Signature(version, algorithm, seed, newBits, compact);
    }

    /**
     * Merges with the signature of another set.
     *
     * @param other a comparable signature of full width
     * @return the signature of the union of both sets
     * @throws IllegalArgumentException if algorithm, version, seed or number of components differ, or the width is not
     *     32
     */
    public Signature merge(Signature other) {
        checkComparable(other);
        if (bits != FULL_WIDTH) {
            throw new IllegalArgumentException("bits must be 32 to merge but were " + bits);
        }
        int[] least = new int[components.length];
        for (int i = 0; i < least.length; i++) {
            least[i] = Math.min(components[i], other.components[i]);
        }
        return new Signature(version, algorithm, seed, least);
    }

    /**
     * Estimates the Jaccard of the two sets.
     *
     * @param other a comparable signature
     * @return the estimate with its standard error
     * @throws IllegalArgumentException if algorithm, version, seed, width or number of components differ
     */
    public JaccardEstimate jaccard(Signature other) {
        checkComparable(other);
        int equal = 0;
        for (int i = 0; i < components.length; i++) {
            equal += components[i] == other.components[i] ? 1 : 0;
        }
        double share = (double) equal / components.length;
        double chance = bits == FULL_WIDTH ? 0 : Math.scalb(1.0, -bits);
        return new JaccardEstimate(
                (share - chance) / (1 - chance), Math.sqrt(share * (1 - share) / components.length) / (1 - chance));
    }

    private void checkComparable(Signature other) {
        check("version", version, other.version);
        check("algorithm", algorithm, other.algorithm);
        check("seed", seed, other.seed);
        check("bits", bits, other.bits);
        check("number of components", components.length, other.components.length);
    }

    private static void check(String name, Object mine, Object theirs) {
        if (!mine.equals(theirs)) {
            throw new IllegalArgumentException(
                    name + " of both signatures must be the same but was " + mine + " and " + theirs);
        }
    }

    /**
     * Writes the signature.
     *
     * @return its bytes
     */
    public byte[] toBytes() {
        int payload = (components.length * bits + 7) / 8;
        ByteBuffer out = ByteBuffer.allocate(HEADER + payload + 4);
        out.putInt(MAGIC).put((byte) FORMAT).put((byte) version.code());
        out.put((byte) algorithm.code()).put((byte) bits).putLong(seed).putInt(components.length);
        if (bits == FULL_WIDTH) {
            for (int component : components) {
                out.putInt(component);
            }
        } else if (bits == 8) {
            for (int component : components) {
                out.put((byte) component);
            }
        } else {
            for (int i = 0; i < components.length; i += 2) {
                int low = i + 1 < components.length ? components[i + 1] : 0;
                out.put((byte) (components[i] << 4 | low));
            }
        }
        out.putInt(checksum(out.array(), out.position()));
        return out.array();
    }

    /**
     * Reads a signature.
     *
     * @param bytes what {@link #toBytes()} wrote
     * @return the signature
     * @throws IllegalArgumentException if the bytes are not a whole, undamaged signature of a known version
     */
    public static Signature fromBytes(byte[] bytes) {
        if (bytes.length < HEADER + 4) {
            throw new IllegalArgumentException("signature must have at least 24 bytes but had " + bytes.length);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        expect("magic number", MAGIC, in.getInt());
        expect("format", FORMAT, in.get());
        MinHashVersion version = MinHashVersion.of(in.get());
        SignatureAlgorithm algorithm = SignatureAlgorithm.of(in.get());
        int bits = in.get();
        if (bits != FULL_WIDTH && bits != 8 && bits != 4) {
            throw new IllegalArgumentException("bits must be 32, 8 or 4 but were " + bits);
        }
        long seed = in.getLong();
        int size = Checks.between("number of components", in.getInt(), 1, MOST_COMPONENTS);
        expect("length", HEADER + (size * bits + 7) / 8 + 4, bytes.length);
        expect("checksum", checksum(bytes, bytes.length - 4), in.getInt(bytes.length - 4));
        int[] components = new int[size];
        for (int i = 0; i < size; i++) {
            if (bits == FULL_WIDTH) {
                components[i] = Checks.between("component", in.getInt(), 0, Integer.MAX_VALUE);
            } else if (bits == 8) {
                components[i] = in.get() & 0xff;
            } else {
                components[i] = bytes[HEADER + i / 2] >> (i % 2 == 0 ? 4 : 0) & 0xf;
            }
        }
        return new Signature(version, algorithm, seed, bits, components);
    }

    private static void expect(String name, int expected, int found) {
        if (expected != found) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be %d but was %d", name, expected, found));
        }
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature that
                && version == that.version
                && algorithm == that.algorithm
                && seed == that.seed
                && bits == that.bits
                && Arrays.equals(components, that.components);
    }

    @Override
    public int hashCode() {
        return Objects.hash(version, algorithm, seed, bits, Arrays.hashCode(components));
    }

    @Override
    public String toString() {
        return "signature " + version + " " + algorithm + ", " + components.length + " components of " + bits + " bits";
    }
}
