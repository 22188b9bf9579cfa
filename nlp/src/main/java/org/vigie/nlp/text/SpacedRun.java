/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

/** An output with white space only between words of scripts that put it there, and without stretches of one letter. */
abstract class SpacedRun extends Run {
    static final FoldTable TABLE = FoldTable.load("fold.bin");

    /** The first of the letters that make flags in pairs. */
    static final int FLAG_A = 0x1f1e6;

    /** Where the white space starts that is due before the next character, or -1. */
    int gap = -1;

    /** Whether the last letter was left out as the third and more of a stretch. */
    boolean inStretch;

    int stretchedRuns;

    private final Spelling spelling = new Spelling(TABLE);

    SpacedRun(CharSequence in, boolean align) {
        super(in, align);
    }

    /** Writes the white space that is due, unless what comes or what went before does without. */
    final void closeGap(int next, int to) {
        if (gap >= 0) {
            boolean isPlain = spelling.wordEnds(out, length, in, gap, to);
            if (isPlain ? !isGlue(next) : length > 0 && !isGlue(next) && !endsWithGlue()) {
                // A ligature that starts with a space is both the space and what follows.
                append(' ', gap, Math.max(to, gap + 1));
            }
            gap = -1;
        }
    }

    final boolean endsWithGlue() {
        char last = out[length - 1];
        return last < 0x80 ? last == '%' || last == '$' : isGlue(Character.codePointBefore(out, length));
    }

    static boolean isGlue(int c) {
        if (c < 0x80) {
            return c == '%' || c == '$';
        }
        if (Words.isUnspaced(c)) {
            return true;
        }
        int action = TABLE.action(c);
        return action == FoldTable.EMOJI || action == FoldTable.SYMBOL;
    }

    /** Takes small letters of ASCII from an index on; returns where to go on. The same as letter by letter, and quicker. */
    final int letters(int from) {
        char c = in.charAt(from);
        closeGap(c, from);
        char last = length > 0 ? out[length - 1] : 0;
        char beforeLast = length > 1 ? out[length - 2] : 0;
        int n = in.length();
        int i = from;
        do {
            if (c != last || c != beforeLast) {
                inStretch = false;
                append(c, i, i + 1);
                beforeLast = last;
                last = c;
            } else if (!inStretch) {
                inStretch = true;
                stretchedRuns++;
            }
            i++;
            c = i < n ? in.charAt(i) : 0;
        } while (c >= 'a' && c <= 'z');
        return i;
    }

    final void letter(char c, int start, int end) {
        if (gap >= 0) {
            closeGap(c, start);
        }
        int n = length;
        if (n > 1 && out[n - 1] == c && out[n - 2] == c) {
            if (!inStretch) {
                inStretch = true;
                stretchedRuns++;
            }
            return;
        }
        inStretch = false;
        append(c, start, end);
    }

    final int separator(int start, int end) {
        if (gap < 0) {
            gap = start;
        }
        return end;
    }

    /** Joins words that are written letter by letter. */
    final void joinSpelled() {
        spelling.join(this);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Emoji and signs of money, of which a run of one counts as one. */
    final void symbol(int c, int start, int end) {
        closeBeforeSymbol(start);
        if (length == 0 || Character.codePointBefore(out, length) != c) {
            appendCodePoint(c, start, end);
        }
    }

    static boolean isFlagLetter(int c) {
        return c >= FLAG_A && c < FLAG_A + 26;
    }

    /** A flag, of which a run of one counts as one; returns where to go on. */
    final int flag(int first, int second, int start, int end) {
        closeBeforeSymbol(start);
        boolean isSame = length >= 4
                && Character.codePointBefore(out, length) == second
                && Character.codePointBefore(out, length - 2) == first;
        if (!isSame) {
            appendCodePoint(first, start, end);
            appendCodePoint(second, start, end);
        }
        return end;
    }

    /** Ends the word before a symbol, which has no white space beside it. */
    final void closeBeforeSymbol(int start) {
        spelling.wordEnds(out, length, in, gap, start);
        gap = -1;
        inStretch = false;
    }

    final boolean endsWithWord(String word) {
        int from = length - word.length();
        if (from < 0 || (from > 0 && Words.isWord(Character.codePointBefore(out, from)))) {
            return false;
        }
        return endsWith(word);
    }

    final boolean endsWith(String word) {
        int from = length - word.length();
        for (int i = 0; i < word.length(); i++) {
            if (from < 0 || out[from + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Where the output of a label of ASCII letters, digits and hyphens starts that ends with the output. */
    final int outputOf(int from, int to) {
        int k = length;
        for (int i = to - 1; i >= from && k > 0; i--) {
            char c = in.charAt(i);
            char written = c == '-' ? ' ' : c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            // What was left out of a stretch has no output.
            k -= out[k - 1] == written ? 1 : 0;
        }
        return k;
    }

    /** Where a slash ends that is the next character that can be seen, or -1. */
    final int slashEnd(int from) {
        int i = from;
        while (i < in.length() && in.charAt(i) >= 0x80 && TABLE.action(in.charAt(i)) == FoldTable.REMOVE) {
            i++;
        }
        if (i == in.length()) {
            return -1;
        }
        char c = in.charAt(i);
        int action = c < 0x80 ? FoldTable.COPY : TABLE.action(c);
        boolean slash = c == '/' || (action > 0 && FoldTable.length(action) == 1 && TABLE.unit(action, 0) == '/');
        return slash ? i + 1 : -1;
    }
}
