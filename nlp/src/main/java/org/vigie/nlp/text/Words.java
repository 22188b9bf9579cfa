/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

/** What counts as part of a word, a hashtag or a user name, in any script. */
final class Words {
    private Words() {}

    static boolean isWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || codePoint == '_' || isMark(codePoint);
    }

    private static boolean isMark(int codePoint) {
        return (1 << Character.getType(codePoint)
                        & (1 << Character.NON_SPACING_MARK
                                | 1 << Character.COMBINING_SPACING_MARK
                                | 1 << Character.ENCLOSING_MARK))
                != 0;
    }

    /** Zero-width joiners belong to words of Persian and of Indic scripts. */
    static int endOfTag(CharSequence text, int from, int to) {
        int i = from;
        while (i < to) {
            int c = Character.codePointAt(text, i);
            boolean joiner = (c == '\u200c' || c == '\u200d' || c == '\u00b7') && i > from;
            if (!isWord(c) && !joiner) {
                break;
            }
            i += Character.charCount(c);
        }
        while (i > from && !isWord(Character.codePointBefore(text, i))) {
            i--;
        }
        return i;
    }

    /** A user name, perhaps with a host: {@code user}, {@code user@host.org}, {@code user.host.org}. */
    static int endOfMention(CharSequence text, int from, int to) {
        boolean host = false;
        int i = from;
        while (i < to) {
            int c = Character.codePointAt(text, i);
            if (!isWord(c)) {
                // A host goes on in lower case: "@name.Then a sentence without its space" ends at the dot.
                boolean joins = c == '.' || c == '@' || (c == '-' && host);
                if (!joins || i == from || i + 1 >= to || !isHostStart(text.charAt(i + 1))) {
                    break;
                }
                host = true;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    private static boolean isHostStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
