/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import java.util.Arrays;

/** One pass over one text: the output buffer and, where asked for, the alignment of each output unit. */
abstract class Run {
    private static final int[] UNALIGNED = {};

    final CharSequence in;
    char[] out;
    int length;
    int[] starts = UNALIGNED;
    int[] ends = UNALIGNED;
    private final boolean align;

    Run(CharSequence in, boolean align) {
        this.in = in;
        this.align = align;
        out = new char[in.length() + 8];
        if (align) {
            starts = new int[out.length];
            ends = new int[out.length];
        }
    }

    /** Appends a unit that came from {@code [start, end)} of the input. */
    final void append(char unit, int start, int end) {
        if (length == out.length) {
            grow();
        }
        if (align) {
            starts[length] = start;
            ends[length] = end;
        }
        out[length++] = unit;
    }

    private void grow() {
        int size = (int) Math.min(Integer.MAX_VALUE - 8L, out.length * 2L);
        out = Arrays.copyOf(out, size);
        if (align) {
            starts = Arrays.copyOf(starts, size);
            ends = Arrays.copyOf(ends, size);
        }
    }

    final void appendCodePoint(int codePoint, int start, int end) {
        if (codePoint < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            append((char) codePoint, start, end);
        } else {
            append(Character.highSurrogate(codePoint), start, end);
            append(Character.lowSurrogate(codePoint), start, end);
        }
    }

    /** Takes {@code [from, to)} out of the output. */
    final void cut(int from, int to) {
        System.arraycopy(out, to, out, from, length - to);
        if (align) {
            System.arraycopy(starts, to, starts, from, length - to);
            System.arraycopy(ends, to, ends, from, length - to);
        }
        length -= to - from;
    }

    /** Takes single units out of the output. */
    final void drop(boolean[] dropped) {
        int to = 0;
        for (int i = 0; i < length; i++) {
            if (!dropped[i]) {
                out[to] = out[i];
                if (align) {
                    starts[to] = starts[i];
                    ends[to] = ends[i];
                }
                to++;
            }
        }
        length = to;
    }

    final String text() {
        return new String(out, 0, length);
    }

    final NormalizedText aligned(TextResidue residue) {
        return new NormalizedText(in.toString(), text(), starts, ends, residue);
    }

    /** White space of Unicode and the four separator controls: what other tools' {@code \s} and trims take for it. */
    static boolean isSpace(int c) {
        if (c < 0x80) {
            return c == ' ' || (c >= 0x09 && c <= 0x0d) || (c >= 0x1c && c <= 0x1f);
        }
        if (c < 0x1680) {
            return c == 0x85 || c == 0xa0;
        }
        return c == 0x1680
                || (c >= 0x2000 && c <= 0x200a)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202f
                || c == 0x205f
                || c == 0x3000;
    }

    /**
     * Whether a capital Nu or Upsilon stands among Greek letters. These two look like N and Y, but in lower case like v
     * and u. In a Latin word they are a disguise. In a Greek one they must become what they become in lower case.
     */
    final boolean isGreekCapital(int c, int start, int end) {
        return (c == '\u039d' || c == '\u03a5')
                && ((start > 0 && isGreek(in.charAt(start - 1))) || (end < in.length() && isGreek(in.charAt(end))));
    }

    /** Greek or an accent. */
    private static boolean isGreek(char c) {
        return (c >= 0x300 && c < 0x400) || (c >= 0x1f00 && c < 0x2000);
    }

    /** A look-alike inside a word of ASCII letters is a disguise; in a word of its own script it is at home. */
    final boolean besideAscii(int start, int end) {
        return (start > 0 && Links.isAsciiLetter(in.charAt(start - 1)))
                || (end < in.length() && Links.isAsciiLetter(in.charAt(end)));
    }
}
