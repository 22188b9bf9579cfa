/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

/**
 * Strings as Spark can carry them: it keeps UTF-8, in which half a surrogate pair becomes a question mark. Posts have such
 * halves, and they are part of what makes two texts the same. Strings without them stay as they are.
 */
final class SafeText {
    /** A code point that no text may have, before four hexadecimal digits. */
    private static final String ESCAPE = "\uDBFF\uDFFE";

    private SafeText() {}

    static String encode(String text) {
        boolean isPlain = !text.contains(ESCAPE);
        for (int i = 0; isPlain && i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                isPlain = isPair(text, i);
                i++;
            }
        }
        if (isPlain) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (isPair(text, i) && !text.startsWith(ESCAPE, i)) {
                out.append(text, i, i + 2);
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                out.append(ESCAPE).append(Integer.toHexString(text.charAt(i)));
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private static boolean isPair(String text, int i) {
        return i + 1 < text.length()
                && Character.isHighSurrogate(text.charAt(i))
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    static String decode(String text) {
        int from = text.indexOf(ESCAPE);
        if (from < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (; from >= 0; from = text.indexOf(ESCAPE, done)) {
            int digits = from + ESCAPE.length();
            out.append(text, done, from).append((char) Integer.parseInt(text.substring(digits, digits + 4), 16));
            done = digits + 4;
        }
        return out.append(text, done, text.length()).toString();
    }
}
