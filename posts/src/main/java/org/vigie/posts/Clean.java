/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

/** Makes text safe for every output: what JSON, XML or HTML cannot carry becomes U+FFFD. */
final class Clean {
    private static final char REPLACEMENT = '\uFFFD';

    private Clean() {}

    /** Replaces lone surrogates, U+FFFE, U+FFFF and controls other than tab and line breaks. */
    static String text(String text) {
        int bad = firstBad(text, 0);
        if (bad < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int from = 0;
        while (bad >= 0) {
            out.append(text, from, bad).append(REPLACEMENT);
            from = bad + 1;
            bad = firstBad(text, from);
        }
        return out.append(text, from, text.length()).toString();
    }

    private static int firstBad(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x7F) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c) || c >= 0xFFFE || isControl(c)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isControl(char c) {
        return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
    }

    /** The first code points of a text, with an ellipsis if there were more. */
    static String head(String text, int codePoints) {
        if (text.length() <= codePoints || text.codePointCount(0, text.length()) <= codePoints) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, codePoints)) + "\u2026";
    }
}
