/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

/** What counts as part of a word, a hashtag or a user name, in any script: the one rule for all that reads texts. */
final class Words {
    private static final int LONGEST_LABEL = 63;

    private Words() {}

    static boolean isWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || codePoint == '_' || isMark(codePoint);
    }

    static boolean isMark(int codePoint) {
        return (1 << Character.getType(codePoint)
                        & (1 << Character.NON_SPACING_MARK
                                | 1 << Character.COMBINING_SPACING_MARK
                                | 1 << Character.ENCLOSING_MARK))
                != 0;
    }

    /**
     * Signs inside tags, as X has them: zero-width joiners of Persian and of Indic scripts, the middle dots of Catalan and
     * Japanese, the hyphen and marks of Hebrew, the points between syllables of Tibetan.
     */
    private static final String TAG_JOINERS =
            "\u00b7\u05be\u05f3\u05f4\u0f0b\u0f0c\u200c\u200d\u301c\uff5e\u30a0\u30fb";

    static int endOfTag(CharSequence text, int from, int to) {
        int i = from;
        while (i < to) {
            int c = Character.codePointAt(text, i);
            boolean joiner = c >= 0x80 && i > from && TAG_JOINERS.indexOf(c) >= 0;
            if ((!isWord(c) && !joiner) || isLinkGlued(text, c, i)) {
                break;
            }
            i += Character.charCount(c);
        }
        while (i > from && !isWord(Character.codePointBefore(text, i))) {
            i--;
        }
        return i;
    }

    /** Whether a character is of a script whose words have no space between them: Han, Kana, Thai, Lao, Khmer, Myanmar. */
    static boolean isUnspaced(int c) {
        return c >= 0x0e00 && (isThaiLike(c) || isIdeograph(c));
    }

    static boolean isThaiLike(int c) {
        return (c >= 0x0e00 && c <= 0x0eff) || (c >= 0x1000 && c <= 0x109f) || (c >= 0x1780 && c <= 0x17ff);
    }

    static boolean isIdeograph(int c) {
        return (c >= 0x3041 && c <= 0x30ff)
                || (c >= 0x3400 && c <= 0x9fff)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0x20000 && c <= 0x3ffff);
    }

    /** Whether links and names stand next to letters of the script without a space: unspaced ones and Hangul. */
    static boolean isGlued(int c) {
        return isUnspaced(c) || isHangul(c) || (c >= 0x0f00 && c <= 0x0fff) || (c >= 0xff66 && c <= 0xffdc);
    }

    private static boolean isHangul(int c) {
        return (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x1100 && c <= 0x11ff) || (c >= 0x3130 && c <= 0x318f);
    }

    /** Whether a name or a tag ends at an index since a link starts there. */
    private static boolean isLinkGlued(CharSequence text, int c, int at) {
        return ((c | 0x20) == 'h' || (c | 0x20) == 'p') && Links.startsGlued(text, at);
    }

    /** The sign of a mention, of any width. */
    static boolean isAt(char c) {
        return c == '@' || c == '\uff20' || c == '\ufe6b';
    }

    /** The sign of a hashtag, of any width. */
    static boolean isHash(char c) {
        return c == '#' || c == '\uff03' || c == '\ufe5f';
    }

    /** Whether a name, a tag or a link may start at an index: not inside a word, but for scripts that glue. */
    static boolean startsName(CharSequence text, int at) {
        if (at == 0) {
            return true;
        }
        int before = Character.codePointBefore(text, at);
        return !isWord(before) || isGlued(before);
    }

    /** Characters that nobody sees and a program ignores: what the table of the normaliser removes. */
    static boolean isInvisible(int c) {
        return c >= 0x80 && SpacedRun.TABLE.action(c) == FoldTable.REMOVE;
    }

    /** The first index from one on at which something can be seen. */
    static int skipInvisible(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= 0x80) {
            int c = Character.codePointAt(text, i);
            if (!isInvisible(c)) {
                break;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    static String lowerAscii(CharSequence text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return lower.toString();
    }

    /**
     * The end of a user name that starts at an index, perhaps with a host: {@code user}, {@code user@host.org},
     * {@code user.host.org}. A name of Latin letters ends where another script begins, other names where the word ends.
     */
    static int endOfName(CharSequence text, int from) {
        int to = text.length();
        boolean latin = from < to && isLatin(Character.codePointAt(text, from));
        boolean host = false;
        int i = from;
        while (i < to) {
            int c = Character.codePointAt(text, i);
            if (isLinkGlued(text, c, i)) {
                break;
            }
            if (!isWord(c) || (latin && !isLatin(c))) {
                // A host goes on in lower case: "@name.Then a sentence without its space" ends at the dot.
                boolean joins = c == '.' || c == '@' || (c == '-' && (host || (latin && isHyphenOfHandle(text, i))));
                if (!joins || i == from || i + 1 >= to || !isHostStart(text.charAt(i + 1))) {
                    break;
                }
                host = true;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /** Whether a host follows the part of a name behind a hyphen: {@code ann-lee.bsky.social}, {@code ann-lee@host.org}. */
    private static boolean isHyphenOfHandle(CharSequence text, int hyphen) {
        int stop = Math.min(text.length() - 1, hyphen + LONGEST_LABEL);
        int i = hyphen + 1;
        while (i < stop && (isHostStart(text.charAt(i)) || text.charAt(i) == '-' || text.charAt(i) == '_')) {
            i++;
        }
        return i < stop && (text.charAt(i) == '.' || text.charAt(i) == '@') && isHostStart(text.charAt(i + 1));
    }

    /** What names of Latin letters are made of: the letters with their marks, digits, the underscore. */
    private static boolean isLatin(int c) {
        return c < 0x250 ? isWord(c) : (c >= 0x300 && c < 0x370) || (c >= 0x1e00 && c < 0x1f00);
    }

    /** The end of a user name as {@link NormalizerVersion#V1} has it. */
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
