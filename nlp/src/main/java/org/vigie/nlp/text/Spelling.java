/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import java.util.Arrays;

/**
 * Words that are written letter by letter, to hide them: {@code v a c c i n e}, {@code v.a.c.c.i.n.e}, also with emoji
 * between the letters. Four words of one letter or more in a row are such a run, and digits between them belong to it.
 * What stands between most of its letters goes; what stands between the others, such as a wider space, ends a word. Not
 * thread-safe.
 */
final class Spelling {
    private static final int LEAST = 4;
    private static final int MAX_MARKS = 4;
    private static final int[] NONE = {};

    private final FoldTable table;
    /** How many words of one letter came last, one behind the other. */
    private int row;

    private boolean isThere;

    /** Where in the output something stood between words of one letter, and what: twice the spaces, one more if signs. */
    private int[] at = NONE;

    private int[] gap = NONE;
    private int gaps;

    private int[] starts = NONE;
    private int[] ends = NONE;
    private int letters;

    Spelling(FoldTable table) {
        this.table = table;
    }

    /**
     * Takes note of the word that ends an output, before {@code [from, to)} of the input leads on; from may be -1. Tells
     * whether the word ends with two letters of ASCII, as nearly every one.
     */
    boolean wordEnds(char[] out, int length, CharSequence in, int from, int to) {
        if (length > 1 && isAsciiLetter(out[length - 1]) && isAsciiLetter(out[length - 2])) {
            row = 0;
            return true;
        }
        if (length > 0) {
            otherEnds(out, length, in, from, to);
        }
        return false;
    }

    private void otherEnds(char[] out, int length, CharSequence in, int from, int to) {
        if (!endsWithSymbol(out, length)) {
            if (!endsWithOneLetter(out, length)) {
                row = 0;
                return;
            }
            isThere |= ++row >= LEAST - 1;
        }
        if (from >= 0 && row > 0) {
            add(length, between(in, from, to));
        }
    }

    private void add(int index, int key) {
        while (gaps > 0 && at[gaps - 1] > index) {
            gaps--; // a link was cut off
        }
        if (gaps == at.length) {
            at = Arrays.copyOf(at, 2 * gaps + 8);
            gap = Arrays.copyOf(gap, at.length);
        }
        at[gaps] = index;
        gap[gaps++] = key;
    }

    private int between(CharSequence in, int from, int to) {
        int key = 0;
        for (int i = from; i < to; i++) {
            char c = in.charAt(i);
            int action = c < 0x80 ? FoldTable.COPY : table.action(c);
            if (Run.isSpace(c) || action == FoldTable.SPACE) {
                key += 2;
            } else if (action != FoldTable.REMOVE && action != FoldTable.DROP) {
                key |= 1;
            }
        }
        return Math.max(key, 1); // a sign may come out of a character that is more than one, such as a.m.
    }

    /** Joins the letters of the output of a run. */
    void join(Run run) {
        if (!isThere) {
            return;
        }
        boolean[] dropped = new boolean[run.length];
        boolean isChanged = false;
        int p = 0;
        while (p < run.length) {
            int end = oneLetterEnd(run.out, p, run.length);
            if (end < 0) {
                isChanged |= joinLetters(run, dropped);
                while (p < run.length && !isBreak(run.out, p, run.length)) {
                    p++;
                }
            } else {
                addLetter(p, end);
                p = end;
            }
            while (p < run.length && isBreak(run.out, p, run.length)) {
                p += Character.charCount(Character.codePointAt(run.out, p, run.length));
            }
        }
        isChanged |= joinLetters(run, dropped);
        if (isChanged) {
            run.drop(dropped);
        }
    }

    private void addLetter(int start, int end) {
        if (letters == starts.length) {
            starts = Arrays.copyOf(starts, 2 * letters + 16);
            ends = Arrays.copyOf(ends, starts.length);
        }
        starts[letters] = start;
        ends[letters++] = end;
    }

    private boolean joinLetters(Run run, boolean[] dropped) {
        int n = letters;
        letters = 0;
        int digits = 0;
        for (int i = 0; i < n; i++) {
            digits += isDigit(run.out[starts[i]]) ? 1 : 0;
        }
        if (n - digits < LEAST) {
            return false;
        }
        int[] keys = keys(n);
        int usual = usual(keys);
        boolean hasWords = usual >= 0 && !leavesLetters(keys, usual);
        int last = 0;
        int same = 1;
        for (int i = 1; i < n; i++) {
            boolean isNewWord = hasWords && keys[i - 1] != usual && !isUnspaced(run.out, i);
            Arrays.fill(dropped, ends[i - 1], starts[i], true);
            if (isNewWord) {
                // A space, or the emoji that stands for one.
                run.out[ends[i - 1]] = ' ';
                dropped[ends[i - 1]] = false;
            }
            boolean isSame = !isNewWord && sameLetter(run.out, last, i);
            same = isSame ? same + 1 : 1;
            if (same > 2) {
                Arrays.fill(dropped, starts[i], ends[i], true); // as of any stretched letter two stay
            }
            last = i;
        }
        return true;
    }

    /** Whether no space is ever written between a letter and the one before it. */
    private boolean isUnspaced(char[] out, int letter) {
        return SpacedRun.isGlue(Character.codePointBefore(out, ends[letter - 1]))
                || SpacedRun.isGlue(Character.codePointAt(out, starts[letter]));
    }

    private boolean sameLetter(char[] out, int a, int b) {
        char c = out[starts[a]];
        return ends[a] - starts[a] == 1 && ends[b] - starts[b] == 1 && c == out[starts[b]] && !isDigit(c);
    }

    /** What stood between each two letters. */
    private int[] keys(int n) {
        int[] keys = new int[n - 1];
        int event = Arrays.binarySearch(at, 0, gaps, ends[0]);
        event = event < 0 ? -event - 1 : event;
        while (event > 0 && at[event - 1] == ends[0]) {
            event--;
        }
        for (int i = 0; i < n - 1; i++) {
            while (event < gaps && at[event] <= starts[i + 1]) {
                keys[i] = (keys[i] & ~1) + (gap[event] & ~1) | (keys[i] & 1) | (gap[event] & 1);
                event++;
            }
        }
        return keys;
    }

    /** What most have between them, or -1. */
    private static int usual(int[] keys) {
        int usual = -1;
        int votes = 0;
        for (int key : keys) {
            usual = votes == 0 ? key : usual;
            votes += key == usual ? 1 : -1;
        }
        int count = 0;
        for (int key : keys) {
            count += key == usual ? 1 : 0;
        }
        return 2 * count > keys.length ? usual : -1;
    }

    /** Whether the words would be so many single letters again. */
    private static boolean leavesLetters(int[] keys, int usual) {
        int single = 0;
        boolean startsWord = true;
        for (int i = 0; i <= keys.length; i++) {
            boolean endsWord = i == keys.length || keys[i] != usual;
            single = startsWord && endsWord ? single + 1 : 0;
            if (single >= LEAST) {
                return true;
            }
            startsWord = endsWord;
        }
        return false;
    }

    private boolean endsWithOneLetter(char[] out, int length) {
        int end = length;
        for (int marks = 0; end > 0 && marks <= MAX_MARKS; marks++) {
            int c = Character.codePointBefore(out, end);
            end -= Character.charCount(c);
            if (c < 0x300 || !Words.isMark(c)) {
                return isLetter(c) && (end == 0 || out[end - 1] == ' ' || endsWithSymbol(out, end));
            }
        }
        return false;
    }

    /** Where the word of one letter ends that starts at an index, or -1. */
    private int oneLetterEnd(char[] out, int start, int length) {
        int c = Character.codePointAt(out, start, length);
        if (!isLetter(c)) {
            return -1;
        }
        int end = start + Character.charCount(c);
        for (int marks = 0; end < length; marks++) {
            c = Character.codePointAt(out, end, length);
            if (c < 0x300 || !Words.isMark(c)) {
                return isBreak(out, end, length) ? end : -1;
            }
            if (marks == MAX_MARKS) {
                return -1;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    /** Letters that would make one with their neighbours are none here. */
    private static boolean isLetter(int c) {
        return c < 0x80 ? isAsciiLetter(c) || isDigit(c) : Character.isLetter(c) && !(c >= 0x1100 && c <= 0x11ff);
    }

    private static boolean isAsciiLetter(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private boolean isBreak(char[] out, int index, int length) {
        return out[index] == ' ' || isSymbol(Character.codePointAt(out, index, length));
    }

    private boolean endsWithSymbol(char[] out, int length) {
        return isSymbol(Character.codePointBefore(out, length));
    }

    private boolean isSymbol(int c) {
        if (c < 0x80) {
            return c == '%' || c == '$';
        }
        int action = table.action(c);
        return action == FoldTable.EMOJI || action == FoldTable.SYMBOL;
    }
}
