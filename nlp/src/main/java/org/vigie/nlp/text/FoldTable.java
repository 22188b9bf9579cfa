/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import java.text.Normalizer;

/** What the social pass does with each code point from 0x80 on. */
final class FoldTable {
    /** Copy the code point. */
    static final int COPY = 0;
    /** Leave it out: invisible. */
    static final int REMOVE = -1;
    /** White space. */
    static final int SPACE = -2;
    /** A combining mark of no script of its own. */
    static final int MARK = -3;
    /** Emoji: copied or left out, by option. */
    static final int EMOJI = -4;
    /** A conjoining jamo. */
    static final int JAMO = -5;

    private FoldTable() {}

    /** One of the actions above, or a positive reference to a replacement. */
    static int action(int c) {
        if (Run.isSpace(c) || c == 0x2800) {
            return SPACE;
        }
        if ((c >= 0x300 && c <= 0x36f)
                || (c >= 0x1ab0 && c <= 0x1aff)
                || (c >= 0x1dc0 && c <= 0x1dff)
                || (c >= 0x20d0 && c <= 0x20ff)) {
            return MARK;
        }
        int type = Character.getType(c);
        if (type == Character.FORMAT || type == Character.CONTROL || (c >= 0xfe00 && c <= 0xfe0f)) {
            return REMOVE;
        }
        if (c >= 0x1100 && c <= 0x11ff) {
            return JAMO;
        }
        if (type == Character.OTHER_SYMBOL && (c >= 0x1f000 || (c >= 0x2600 && c <= 0x27bf))) {
            return EMOJI;
        }
        return replacement(c).equals(Character.toString(c)) ? COPY : c;
    }

    /** The replacement that a positive action stands for. */
    static String replacement(int action) {
        String s = Character.toString(action);
        if (Character.getType(action) == Character.SURROGATE) {
            return s;
        }
        StringBuilder b = new StringBuilder();
        Normalizer.normalize(s, Normalizer.Form.NFKC)
                .codePoints()
                .map(x -> Character.toLowerCase(Character.toUpperCase(x)))
                .forEach(b::appendCodePoint);
        return b.toString();
    }
}
