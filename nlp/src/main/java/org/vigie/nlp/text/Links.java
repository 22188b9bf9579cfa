/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import java.util.Set;

/**
 * What a link is: the one rule for everything that reads texts.
 *
 * <p>A link starts with {@code http://}, {@code https://} or {@code www.}, or is a domain with a path, such as {@code
 * bit.ly/x}. It need not stand alone: scripts without spaces write on before and after it. So it ends before the first
 * character that no one writes in a link. These are signs and letters other than ASCII. Letters that continue a word or
 * a path of their own are an exception ({@code /wiki/Élection}, {@code ?q=выборы}). Signs that end a sentence do not
 * belong to it, nor does a bracket that was opened before it. Linear time.
 */
final class Links {
    private static final Set<String> DOMAINS = Set.of(
            "com org net info biz edu gov mil int name pro mobi app dev page link live news blog site online website xyz club"
                    .concat(
                            " shop store tech media video world today social network email press agency report watch space")
                    .concat(" cloud digital art vip top icu fun guru google zone tube party vote")
                    .split(" ", -1));
    private static final String PICTURE = "pic.twitter.com/";
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_ADDRESS = 46;
    /** The characters of X's short links behind {@code t.co/}. */
    private static final int SHORT_LINK = 10;

    /** Kinds of ASCII characters: none of a link, one that does not end it, any other. */
    private static final byte[] KINDS = new byte[0x80];

    private static final byte NONE = 0;
    private static final byte TRAILING = 1;
    private static final byte OTHER = 2;

    static {
        for (int c = '!'; c < 0x7f; c++) {
            KINDS[c] = "\"<>\\^`{|}[]".indexOf(c) >= 0 ? NONE : ".,:;!?'*(~".indexOf(c) >= 0 ? TRAILING : OTHER;
        }
    }

    private Links() {}

    /**
     * Finds the end of a link.
     *
     * @param host where its host starts, after {@code ://} or {@code www.}
     * @return the offset after its last character, or {@code host} when there is no host
     */
    static int end(CharSequence text, int host) {
        int n = text.length();
        int start = addressEnd(text, host);
        int last = start;
        int open = 0;
        int before = '/';
        boolean own = false;
        boolean inHost = true;
        boolean inHostOfIts = false;
        for (int i = start; i < n; ) {
            int c = text.charAt(i);
            if (c >= 0x80) {
                c = Character.codePointAt(text, i);
            }
            int next = i + Character.charCount(c);
            long read = c == '&' ? HtmlEntities.read(text, i) : -1;
            if (read >= 0) {
                c = (int) read;
                next = (int) (read >>> 32);
            }
            int key = c == '[' ? keyEnd(text, i) : i;
            if (key > i) {
                last = key;
                next = key;
            } else if (c < 0x80) {
                byte kind = KINDS[c];
                if (kind == NONE
                        || (c == ')' && open == 0)
                        || ((c | 0x20) == 'h' && schemeEnd(text, i) > i && "/=?&:%".indexOf(before) < 0)) {
                    break;
                }
                open += c == '(' ? 1 : c == ')' ? -1 : 0;
                inHost &= "/?#".indexOf(c) < 0;
                last = kind == TRAILING ? last : next;
                own = false;
            } else {
                boolean isLabel = inHost && (i == host || before == '.');
                inHostOfIts = inHostOfIts || (isLabel && isHostOfIts(text, i));
                if (!goesOn(text, i, isLabel && inHostOfIts, c, before, own)) {
                    break;
                }
                own = true;
                last = next;
            }
            before = c;
            i = next;
        }
        return last;
    }

    /** The offset after the brackets of an address of IP version 6 at an index, or the index. */
    private static int addressEnd(CharSequence text, int at) {
        int i = at;
        int stop = Math.min(text.length(), at + LONGEST_ADDRESS);
        while (i < stop && (i == at ? text.charAt(i) == '[' : isAddressPart(text.charAt(i)))) {
            i++;
        }
        return i > at + 2 && i < text.length() && text.charAt(i) == ']' ? i + 1 : at;
    }

    private static boolean isAddressPart(char c) {
        return c == ':' || c == '.' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
    }

    /** The offset of the equals sign behind the bracketed keys of a parameter that start at an index ({@code a[0]=1}), or it. */
    private static int keyEnd(CharSequence text, int at) {
        int i = at;
        int stop = Math.min(text.length(), at + LONGEST_LABEL);
        while (i < stop && text.charAt(i) == '[') {
            do {
                i++;
            } while (i < stop && (isAsciiWord(text.charAt(i)) || text.charAt(i) == '_' || text.charAt(i) == '-'));
            if (i >= stop || text.charAt(i++) != ']') {
                return at;
            }
        }
        return i < stop && text.charAt(i) == '=' ? i : at;
    }

    /** The end of a link whose host starts with a letter or digit at an index, or the index: then nothing is read ahead. */
    static int hostEnd(CharSequence text, int host) {
        boolean starts = host < text.length() && Words.isWord(Character.codePointAt(text, host));
        return starts ? end(text, host) : host;
    }

    /** A letter other than ASCII goes on with a word of its own script, or starts one after a sign. */
    private static boolean goesOn(CharSequence text, int at, boolean isLabel, int c, int before, boolean own) {
        if (c >= 0xf900 || !Words.isWord(c)) {
            return false;
        }
        if (c < 0x250 || (c >= 0x1e00 && c < 0x1f00)) {
            return true;
        }
        boolean sign = before < 0x80 && !isAsciiWord(before);
        if (!Words.isGlued(c)) {
            return sign || own;
        }
        // Where words have no spaces only these places are sure to be a path and not what the text goes on with.
        return own || before == '=' || stands("/wiki/", text, at - 6) || isLabel;
    }

    /** Whether letters of scripts without spaces, at the start of a host, are its name: a dot and a letter follow. */
    private static boolean isHostOfIts(CharSequence text, int at) {
        int i = at;
        int stop = Math.min(text.length(), at + LONGEST_LABEL);
        while (i < stop && Words.isGlued(text.charAt(i))) {
            i++;
        }
        return i + 1 < text.length() && text.charAt(i) == '.' && Words.isWord(text.charAt(i + 1));
    }

    /** The offset after {@code http://} or {@code https://} at an index, or the index. */
    private static int schemeEnd(CharSequence text, int at) {
        return stands("https://", text, at) ? at + 8 : stands("http://", text, at) ? at + 7 : at;
    }

    /** Whether a word of lower-case letters and signs stands at an index, in any case. */
    static boolean stands(String word, CharSequence text, int at) {
        if (at < 0 || at + word.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = text.charAt(at + i);
            if (c != word.charAt(i) && Character.toLowerCase(Character.toUpperCase(c)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Where the scheme starts whose colon stands at an index and is followed by two slashes, or -1. */
    static int schemeStart(CharSequence text, int colon) {
        if (!stands("//", text, colon + 1)) {
            return -1;
        }
        int start = stands("https", text, colon - 5) ? colon - 5 : colon - 4;
        return start >= 0 && schemeEnd(text, start) == colon + 3 ? start : -1;
    }

    /**
     * Whether a link that is glued to what stands before it starts at an index: one with a scheme, or a picture, whose link
     * X puts behind a text without a space.
     */
    static boolean startsGlued(CharSequence text, int at) {
        return schemeEnd(text, at) > at || stands(PICTURE, text, at);
    }

    /** Where the label starts that a dot ends, or -1 when the dot is not that after the first label of a domain. */
    static int labelStart(CharSequence text, int dot) {
        if (stands(PICTURE, text, dot - 3)) {
            return dot - 3;
        }
        int i = dot;
        while (i > 0 && i > dot - LONGEST_LABEL && (isAsciiWord(text.charAt(i - 1)) || text.charAt(i - 1) == '-')) {
            i--;
        }
        boolean first = i == 0 || (".@/_".indexOf(text.charAt(i - 1)) < 0 && Words.startsName(text, i));
        return i < dot && first ? i : -1;
    }

    /**
     * Finds the end of a link without a scheme.
     *
     * @param dot the dot after its first label
     * @return the offset after its last character, or -1 when it is no link
     */
    static int bareEnd(CharSequence text, int start, int dot) {
        if (dot - start == 3 && stands("www", text, start)) {
            int end = hostEnd(text, dot + 1);
            return end > dot + 1 ? end : -1;
        }
        int label = dot + 1;
        int i = label;
        while (i < text.length() && (isAsciiWord(text.charAt(i)) || text.charAt(i) == '-' || text.charAt(i) == '.')) {
            if (text.charAt(i) == '.') {
                label = i + 1;
            }
            if (++i - label > LONGEST_LABEL) {
                return -1;
            }
        }
        return isPath(text, portEnd(text, i)) && isDomain(text, label, i) ? end(text, i) : -1;
    }

    /** The offset after a port at an index, or the index. */
    private static int portEnd(CharSequence text, int at) {
        int i = at;
        while (i < text.length() && i < at + 6 && (i == at ? text.charAt(i) == ':' : isDigit(text.charAt(i)))) {
            i++;
        }
        return i > at + 1 ? i : at;
    }

    /** A slash and a letter or digit, perhaps with a sign before it: {@code t.me/+x}, {@code tiktok.com/@x}. */
    private static boolean isPath(CharSequence text, int at) {
        if (at + 1 >= text.length() || text.charAt(at) != '/') {
            return false;
        }
        char first = text.charAt(at + 1);
        return isAsciiWord(first)
                || ("@+_~#?!-".indexOf(first) >= 0 && at + 2 < text.length() && isAsciiWord(text.charAt(at + 2)));
    }

    /**
     * Whether a link was cut where a platform shortens a text. It then leads nowhere and is that of many texts. Its
     * host has no dot, or it is a short link of X without its last characters.
     */
    static boolean isCut(CharSequence text, int host, int end) {
        int i = host;
        boolean hasDot = false;
        while (i < end && "/?#:".indexOf(text.charAt(i)) < 0) {
            hasDot |= text.charAt(i) == '.';
            i++;
        }
        if (!hasDot && (i == end || i + 1 == end)) {
            return true;
        }
        boolean isEllipsis = end < text.length() && (text.charAt(end) == '\u2026' || stands("...", text, end));
        return isEllipsis && i - host == 4 && stands("t.co", text, host) && end - i - 1 < SHORT_LINK;
    }

    private static boolean isDomain(CharSequence text, int from, int to) {
        if (stands("xn--", text, from)) {
            return to > from + 4;
        }
        for (int i = from; i < to; i++) {
            if (!isAsciiLetter(text.charAt(i))) {
                return false;
            }
        }
        return to - from == 2 || (to > from && DOMAINS.contains(Words.lowerAscii(text.subSequence(from, to))));
    }

    static boolean isAsciiLetter(int c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAsciiWord(int c) {
        return isAsciiLetter(c) || isDigit(c);
    }
}
