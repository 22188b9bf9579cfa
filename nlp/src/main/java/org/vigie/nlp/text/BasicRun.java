/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

/** The {@code basic} pass. */
final class BasicRun extends Run {
    BasicRun(CharSequence in, boolean align) {
        super(in, align);
        int n = in.length();
        int space = -1;
        for (int i = 0; i < n; ) {
            int c = in.charAt(i);
            int end = i + 1;
            if (c >= 0x80) {
                c = Character.codePointAt(in, i);
                end = i + Character.charCount(c);
            }
            if (isSpace(c)) {
                if (space < 0) {
                    space = i;
                }
                i = end;
                continue;
            }
            if (space >= 0 && length > 0) {
                append(' ', space, i);
            }
            space = -1;
            if (c < 0x80) {
                append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c), i, end);
            } else {
                appendCodePoint(Character.toLowerCase(c), i, end);
            }
            i = end;
        }
    }
}
