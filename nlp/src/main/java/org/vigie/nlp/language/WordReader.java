/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.text.Normalizer;

/**
 * Reads a text as words of one script each, cleaned for identification: lower case, stretched letters
 * shortened, vowel points and elongation marks removed, and without urls, e-mail addresses, @names and
 * #hashtags. The trainer and the identifier read through this class, so that they see the same words.
 *
 * <p>One reader serves one text at a time on one thread and allocates nothing per word, except for the rare words that
 * need Unicode normalisation.
 */
final class WordReader {
    /** Longer words are cut: scripts without spaces come as runs of this length. */
    static final int MAX_WORD = 32;

    private static final int MAX_ADDRESS = 64;
    private static final int MAX_RAW = 4 * MAX_WORD;

    private CharSequence text = "";
    private int limit;
    private int position;

    /** The cleaned word, {@link #length} characters of it. */
    final char[] word = new char[MAX_WORD];

    int length;
    int script;
    /** Where the word lies in the text, half open. */
    int start;

    int end;
    /** Signs met so far that code is full of and prose is not. */
    int signs;

    /** A reader of nothing, until it is {@link #reset}. */
    WordReader() {}

    WordReader(CharSequence text, int start, int limit) {
        reset(text, start, limit);
    }

    /** Starts with another text. */
    void reset(CharSequence newText, int newStart, int newLimit) {
        text = newText;
        position = newStart;
        limit = newLimit;
        signs = 0;
    }

    /** Reads the next word; false at the end of the text. */
    boolean next() {
        while (position < limit) {
            char c = text.charAt(position);
            int s = Scripts.of(c);
            if (s <= Scripts.INHERITED) {
                if (c == '@' || c == '#') {
                    skipTagged();
                } else if (Character.isHighSurrogate(c) && position + 1 < limit) {
                    position = skipSupplementary();
                } else {
                    signs += c < 0x80 && isCode(c) ? 1 : 0;
                    position++;
                }
            } else if ((c == 'h' || c == 'w' || c == 'H' || c == 'W') && atUrl()) {
                skipToSpace();
            } else {
                readWord(s);
                if (length > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private int skipSupplementary() {
        return Character.isLowSurrogate(text.charAt(position + 1)) ? position + 2 : position + 1;
    }

    private void skipTagged() {
        position++;
        while (position < limit) {
            char c = text.charAt(position);
            if (Scripts.of(c) == Scripts.NONE && c != '_' && c != '.' && c != '-' && !Character.isDigit(c)) {
                return;
            }
            position++;
        }
    }

    /** Whether a sign stands as it does in program code: prose has brackets and semicolons too, but other ones. */
    private boolean isCode(char c) {
        char before = position == 0 ? ' ' : text.charAt(position - 1);
        char after = position + 1 == limit ? '\n' : text.charAt(position + 1);
        return switch (c) {
            case '{', '}', '[', ']', '=', '\\', '`' -> true;
            case ';' -> after == '\n' || after == '\r';
            case '(', '_' -> isAddressPart(before);
            case '<' -> after == '/' || Scripts.of(after) == Scripts.LATIN;
            case '/' -> after == '/';
            default -> false;
        };
    }

    private boolean atUrl() {
        if (position > 0 && Scripts.of(text.charAt(position - 1)) > Scripts.INHERITED) {
            return false;
        }
        return matches("http://") || matches("https://") || matches("www.");
    }

    private boolean matches(String prefix) {
        if (position + prefix.length() > limit) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            char c = text.charAt(position + i);
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void skipToSpace() {
        while (position < limit && text.charAt(position) > ' ' && text.charAt(position) != 0x3000) {
            position++;
        }
    }

    private void readWord(int wordScript) {
        script = wordScript;
        start = position;
        length = 0;
        boolean normalise = false;
        int run = 0;
        char last = 0;
        int at = position;
        int rawLimit = Math.min(limit, start + MAX_RAW);
        while (at < rawLimit && length < MAX_WORD) {
            char c = text.charAt(at);
            int s = Scripts.of(c);
            if (s == Scripts.INHERITED) {
                // Points and elongation carry no language in these scripts; elsewhere a mark is part of the letter.
                if (wordScript != Scripts.LATIN) {
                    at++;
                    continue;
                }
                normalise = true;
            } else if (s != wordScript) {
                if (c == 0x200C || c == 0x200D || c == 0xAD) {
                    at++;
                    continue;
                }
                break;
            } else if (c >= 0xF900) {
                normalise = true;
            }
            char lower = lower(c);
            if (lower == last) {
                run++;
            } else {
                run = 1;
                last = lower;
            }
            at++;
            if (run <= 2) {
                word[length++] = lower;
            } else if (run == 3 && wordScript != Scripts.HAN) {
                // Three in a row is stretching: back to one.
                length--;
            }
        }
        // A mark cut off from its letter must not start the next piece.
        position = at;
        end = at;
        if (normalise) {
            normalise();
        }
        if (at < limit && wordScript == Scripts.LATIN && atAddress(at)) {
            skipToSpace();
            length = 0;
        }
    }

    /** Whether an e-mail address or a bare domain continues here, after a word. */
    private boolean atAddress(int at) {
        char first = text.charAt(at);
        if (first != '.' && first != '@' && first != '_' && first != '-' && first != '+' && !isDigit(first)) {
            return false;
        }
        int stop = Math.min(limit, at + MAX_ADDRESS);
        int i = at;
        while (i < stop && isAddressPart(text.charAt(i))) {
            i++;
        }
        if (i + 1 < limit && text.charAt(i) == '@' && isAddressPart(text.charAt(i + 1))) {
            return true;
        }
        if (first != '.' || i == at + 1 || i >= at + MAX_ADDRESS) {
            return false;
        }
        if (i < limit && text.charAt(i) == '/') {
            return true;
        }
        int end = text.charAt(i - 1) == '.' ? i - 1 : i;
        int dot = end - 1;
        while (text.charAt(dot) != '.') {
            dot--;
        }
        String domain = text.subSequence(dot + 1, Math.max(end, dot + 1)).toString();
        return domain.equals("com") || domain.equals("org") || domain.equals("net");
    }

    private static boolean isAddressPart(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || isDigit(c)
                || c == '.'
                || c == '_'
                || c == '-'
                || c == '+';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char lower(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(c);
    }

    private void normalise() {
        String normal = Normalizer.normalize(new String(word, 0, length), Normalizer.Form.NFKC);
        length = 0;
        for (int i = 0; i < normal.length() && length < MAX_WORD; i++) {
            char c = lower(normal.charAt(i));
            int s = Scripts.of(c);
            if (s == script || (s == Scripts.INHERITED && script == Scripts.LATIN)) {
                word[length++] = c;
            }
        }
    }
}
