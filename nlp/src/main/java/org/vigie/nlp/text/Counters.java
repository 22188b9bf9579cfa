/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

/** The numbers that people and programs put before the posts of a thread. */
final class Counters {
    /** No counter is longer. */
    static final int LONGEST = 12;

    private Counters() {}

    /** {@code 1/5}, {@code (1/5)}, {@code 1.}, {@code 1)}, {@code [1]}, {@code 1:} and the like, with numbers of up to four digits. */
    static boolean isCounter(char[] out, int length) {
        int i = 0;
        boolean bracket = out[0] == '(' || out[0] == '[';
        if (bracket) {
            i++;
        }
        int first = digits(out, length, i);
        if (first == i) {
            return false;
        }
        i = first;
        boolean slash = i < length && out[i] == '/';
        if (slash) {
            int second = digits(out, length, i + 1);
            if (second == i + 1) {
                return false;
            }
            i = second;
        }
        boolean closed = i < length && (out[i] == ')' || out[i] == ']' || out[i] == '.' || out[i] == ':');
        if (closed) {
            i++;
        }
        return i == length && (slash || closed);
    }

    /** Whether a token numbers a post of a thread whose length is not said ({@code 3/}); not in {@link NormalizerVersion#V1}. */
    static boolean isOpen(char[] out, int length) {
        int end = digits(out, length, 0);
        return end > 0 && end + 1 == length && out[end] == '/';
    }

    private static int digits(char[] out, int length, int from) {
        int i = from;
        while (i < length && i < from + 4 && out[i] >= '0' && out[i] <= '9') {
            i++;
        }
        return i;
    }
}
