/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import java.text.Normalizer;

/**
 * The {@code social} pass of {@link NormalizerVersion#V1}, which may not change: one loop over the input, no regular
 * expression.
 *
 * <p>Urls, repost marks and counters are recognised in the <em>output</em>, when the character arrives that completes
 * them, and cut off again. So an invisible character or a look-alike letter inside {@code https://} hides nothing.
 */
final class FirstSocialRun extends FirstSpacedRun {
    private static final FoldTable TABLE = FoldTable.load("fold-v1.bin");
    private static final int MARKS_KEPT = 2;

    private final boolean keepEmoji;
    private int marks;

    private int repostMarks;
    private int viaMarks;
    private int counters;
    private int urls;
    private int mentions;
    private int invisibles;
    private int confusables;
    private int excessMarks;

    FirstSocialRun(CharSequence in, boolean keepEmoji, boolean align) {
        super(in, align);
        this.keepEmoji = keepEmoji;
        int n = in.length();
        int i = 0;
        while (i < n) {
            char c = in.charAt(i);
            if (marks > 0 && (c < 0x80 || TABLE.action(c) != FoldTable.MARK)) {
                compose();
            }
            if (c >= 'a' && c <= 'z') {
                letter(c, i, i + 1);
                i++;
            } else if (c < 0x80) {
                i = ascii(c, i, i + 1);
            } else {
                int codePoint = Character.codePointAt(in, i);
                i = other(codePoint, i, i + Character.charCount(codePoint));
            }
        }
        if (marks > 0) {
            compose();
        }
        leadingResidue();
    }

    TextResidue residue() {
        return new TextResidue(
                repostMarks, viaMarks, counters, urls, mentions, invisibles, confusables, excessMarks, stretchedRuns);
    }

    /** Takes one character of ASCII that stands at {@code [start, end)}; returns where to go on. */
    private int ascii(char c, int start, int end) {
        if (Links.isAsciiLetter(c)) {
            letter((char) (c | 0x20), start, end);
            return end;
        }
        if (c >= '0' && c <= '9') {
            flushSpace(start);
            append(c, start, end);
            return end;
        }
        return switch (c) {
            case ' ', '\t', '\n', '\r', '\f', 0x0b, 0x1c, 0x1d, 0x1e, 0x1f -> {
                white(start);
                yield end;
            }
            case '@' -> atSign(start, end);
            case '#' ->
                atBoundary() && end < in.length() && (in.charAt(end) == '#' || isWordAt(end))
                        ? end
                        : punctuation(c, start, end);
            case '/' -> endsWithScheme() ? skipUrl(end) : punctuation(c, start, end);
            case '.' -> endsWithWww() ? skipUrl(end) : punctuation(c, start, end);
            default -> punctuation(c, start, end);
        };
    }

    /** Punctuation, of which a run of one counts as one; controls are invisible. */
    private int punctuation(char c, int start, int end) {
        if (c < ' ' || c == 0x7f) {
            invisibles++;
        } else if (space >= 0 || length == 0 || out[length - 1] != c) {
            flushSpace(start);
            append(c, start, end);
        }
        return end;
    }

    private int other(int c, int start, int end) {
        int action = TABLE.action(isGreekCapital(c, start, end) ? Character.toLowerCase(c) : c);
        return switch (action) {
            case FoldTable.COPY -> {
                copy(c, start, end);
                yield end;
            }
            case FoldTable.REMOVE -> {
                invisibles++;
                yield end;
            }
            case FoldTable.SPACE -> {
                white(start);
                yield end;
            }
            case FoldTable.MARK -> {
                mark(c, start, end);
                yield end;
            }
            case FoldTable.EMOJI -> {
                if (keepEmoji) {
                    symbol(c, start, end);
                } else if (space < 0) {
                    space = start;
                }
                yield end;
            }
            case FoldTable.JAMO -> jamo(start);
            default -> replace(action, start, end);
        };
    }

    private int replace(int action, int start, int end) {
        if (FoldTable.isConfusable(action) && besideAscii(start, end)) {
            confusables++;
        }
        int next = end;
        for (int k = 0, n = FoldTable.length(action); k < n && next == end; k++) {
            char c = TABLE.unit(action, k);
            if (c < 0x80) {
                next = ascii(c, start, end);
            } else if (Character.isSurrogate(c)) {
                flushSpace(start);
                append(c, start, end);
            } else {
                letter(c, start, end);
            }
        }
        return next;
    }

    private void white(int at) {
        if (space < 0) {
            space = at;
            leadingResidue();
        }
    }

    /** Cuts off an output that is nothing but a repost mark or a counter. */
    private void leadingResidue() {
        if (length > Counters.LONGEST || length == 0) {
            return;
        }
        if (length == 2 && out[0] == 'r' && out[1] == 't') {
            length = 0;
            repostMarks++;
        } else if (Counters.isCounter(out, length)) {
            length = 0;
            counters++;
        }
    }

    private int skipUrl(int from) {
        urls++;
        if (length > 0 && out[length - 1] == ' ') {
            length--;
            space = from - 1;
        }
        int i = from;
        while (i < in.length() && !endsUrl(in.charAt(i))) {
            i++;
        }
        return i;
    }

    /** Scripts without spaces go on right after a url, so the first ideograph or emoji ends it. */
    private static boolean endsUrl(char c) {
        return c >= 0x2e80
                || isSpace(c)
                || c == '<'
                || c == '>'
                || c == '"'
                || c == 0xab
                || c == 0xbb
                || (c >= 0x201c && c <= 0x201e);
    }

    private int atSign(int start, int end) {
        if (!atBoundary()) {
            append('@', start, end);
            return end;
        }
        int to = Words.endOfMention(in, end, in.length());
        if (to == end) {
            flushSpace(start);
            append('@', start, end);
            return end;
        }
        mentions++;
        if (space >= 0 && endsWithWord("via")) {
            viaMarks++;
            length -= 3;
            if (length > 0 && out[length - 1] == ' ') {
                length--;
            }
        }
        if (length == 0 && to < in.length() && in.charAt(to) == ':') {
            to++;
        }
        return to;
    }

    private void mark(int c, int start, int end) {
        if (length == 0 || space >= 0 || marks >= MARKS_KEPT) {
            excessMarks++;
            return;
        }
        marks++;
        appendCodePoint(c, start, end);
    }

    /** Brings the last character and its marks into composed form. */
    private void compose() {
        int from = length;
        for (int m = 0; m <= marks; m++) {
            from -= Character.charCount(Character.codePointBefore(out, from));
        }
        marks = 0;
        String composed = Normalizer.normalize(new String(out, from, length - from), Normalizer.Form.NFC);
        int start = starts.length == 0 ? 0 : starts[from];
        int end = starts.length == 0 ? 0 : ends[length - 1];
        length = from;
        for (int k = 0; k < composed.length(); k++) {
            append(composed.charAt(k), start, end);
        }
    }

    /** Composes a run of conjoining jamo into syllables. */
    private int jamo(int start) {
        int end = start;
        while (end < in.length() && TABLE.action(in.charAt(end)) == FoldTable.JAMO) {
            end++;
        }
        flushSpace(start);
        String composed = Normalizer.normalize(in.subSequence(start, end), Normalizer.Form.NFC);
        for (int k = 0; k < composed.length(); k++) {
            letter(composed.charAt(k), start, end);
        }
        return end;
    }
}
