/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import java.util.Arrays;
import java.util.Locale;

/**
 * A normalised text that knows which part of the original each of its characters came from.
 *
 * <p>Offsets are half-open and count UTF-16 units. Immutable and thread-safe.
 */
public final class NormalizedText {
    private final String original;
    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final TextResidue residue;

    NormalizedText(String original, String text, int[] starts, int[] ends, TextResidue residue) {
        this.original = original;
        this.text = text;
        this.starts = Arrays.copyOf(starts, text.length());
        this.ends = Arrays.copyOf(ends, text.length());
        this.residue = residue;
    }

    /**
     * Gives the text that was normalised.
     *
     * @return the original
     */
    public String original() {
        return original;
    }

    /**
     * Gives the normalised text.
     *
     * @return what {@link TextNormalizer#normalize(String)} returns for the original
     */
    public String text() {
        return text;
    }

    /**
     * Gives what was stripped or repaired on the way.
     *
     * @return the counts
     */
    public TextResidue residue() {
        return residue;
    }

    /**
     * Finds where the original of a passage starts.
     *
     * @param start offset of the first unit of the passage in {@link #text()}
     * @return offset of its first unit in {@link #original()}
     * @throws IndexOutOfBoundsException if the offset is not one of {@link #text()}
     */
    public int originalStart(int start) {
        return starts[check(start)];
    }

    /**
     * Finds where the original of a passage ends.
     *
     * @param end offset after the last unit of the passage in {@link #text()}, at least 1
     * @return offset after its last unit in {@link #original()}
     * @throws IndexOutOfBoundsException if the offset is not one of {@link #text()}
     */
    public int originalEnd(int end) {
        return ends[check(end - 1)];
    }

    /**
     * Gives a passage as the author wrote it.
     *
     * @param start offset of its first unit in {@link #text()}
     * @param end offset after its last unit in {@link #text()}, greater than {@code start}
     * @return the part of the original that it came from
     * @throws IndexOutOfBoundsException if the offset is not one of {@link #text()}
     */
    public String originalOf(int start, int end) {
        return original.substring(originalStart(start), originalEnd(end));
    }

    private int check(int index) {
        if (index >= 0 && index < starts.length) {
            return index;
        }
        throw new IndexOutOfBoundsException(
                String.format(Locale.ROOT, "offset must lie within [0, %d] but was %d", starts.length, index));
    }
}
