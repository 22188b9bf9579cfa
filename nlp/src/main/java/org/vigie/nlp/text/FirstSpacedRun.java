/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

/** The output of {@link NormalizerVersion#V1}: white space as one space, and at most two of a letter in a row. */
abstract class FirstSpacedRun extends Run {
    /** Where the white space starts that is due before the next character, or -1. */
    int space = -1;

    /** Whether the last letter was left out as the third and more of a stretch. */
    boolean inStretch;

    int stretchedRuns;

    FirstSpacedRun(CharSequence in, boolean align) {
        super(in, align);
    }

    final void flushSpace(int to) {
        if (space >= 0) {
            if (length > 0) {
                // A ligature that starts with a space is both the space and what follows.
                append(' ', space, Math.max(to, space + 1));
            }
            space = -1;
        }
    }

    final void letter(char c, int start, int end) {
        flushSpace(start);
        int n = length;
        if (n > 1 && out[n - 1] == c && out[n - 2] == c && (c < 0x80 || !Character.isDigit(c))) {
            if (!inStretch) {
                inStretch = true;
                stretchedRuns++;
            }
            return;
        }
        inStretch = false;
        append(c, start, end);
    }

    final void copy(int c, int start, int end) {
        if (c < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            letter((char) c, start, end);
        } else {
            flushSpace(start);
            appendCodePoint(c, start, end);
        }
    }

    /** Emoji, of which a run of one counts as one. */
    final void symbol(int c, int start, int end) {
        int width = Character.charCount(c);
        if (space < 0 && length >= width && Character.codePointBefore(out, length) == c) {
            return;
        }
        flushSpace(start);
        appendCodePoint(c, start, end);
    }

    /** Whether what comes next starts a word. */
    final boolean atBoundary() {
        return space >= 0 || length == 0 || !Words.isWord(Character.codePointBefore(out, length));
    }

    final boolean isWordAt(int index) {
        return Words.isWord(Character.codePointAt(in, index));
    }

    final boolean endsWithWord(String word) {
        return isWordAtEnd(word, length);
    }

    private boolean isWordAtEnd(String word, int end) {
        int from = end - word.length();
        if (from < 0 || (from > 0 && Words.isWord(Character.codePointBefore(out, from)))) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (out[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Cuts {@code www}, of which two letters were kept, off the output if it ends with that word. */
    final boolean endsWithWww() {
        boolean found = space < 0 && inStretch && endsWithWord("ww");
        if (found) {
            length -= 2;
            inStretch = false;
            stretchedRuns--;
        }
        return found;
    }

    /** Cuts {@code http:/} or {@code https:/} off the output if it ends with that. */
    final boolean endsWithScheme() {
        int end = length - 2;
        if (space >= 0 || end < 4 || out[end] != ':' || out[end + 1] != '/') {
            return false;
        }
        boolean secure = isWordAtEnd("https", end);
        if (!secure && !isWordAtEnd("http", end)) {
            return false;
        }
        length = end - (secure ? 5 : 4);
        return true;
    }
}
