/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import org.jspecify.annotations.Nullable;

/**
 * The {@code social} pass of {@link NormalizerVersion#V2}: one loop over the input, no regular expression.
 *
 * <p>A sign counts as white space, and there is white space in the output only between two words of scripts that put it
 * there. So {@code ,} or {@code !!}, with or without a space, before, behind or not at all, leave the same text. Signs
 * between digits stay, and apostrophes and quotes vanish. Links are found by {@link Links} and cut off; so that invisible
 * or look-alike characters in {@code https} hide nothing, the scheme is sought in the output.
 */
final class SocialRun extends SpacedRun {
    /** A text is covered with marks when every fourth letter bears a heap of them. */
    private static final int HEAPS = 4;

    private final boolean keepEmoji;
    /** Whether every accent goes. */
    private final boolean bare;

    private @Nullable Marks marks;
    private int repostMarks;
    private int viaMarks;
    private int counters;
    private int urls;
    private int mentions;
    private int invisibles;
    private int confusables;

    private SocialRun(CharSequence in, boolean keepEmoji, boolean align, boolean bare) {
        super(in, align);
        this.keepEmoji = keepEmoji;
        this.bare = bare;
        int n = in.length();
        int i = 0;
        while (i < n) {
            char c = in.charAt(i);
            if (c >= 'a' && c <= 'z') {
                i = letters(i);
            } else if (c < 0x80) {
                i = ascii(c, i, i + 1);
            } else {
                int codePoint = Character.codePointAt(in, i);
                i = other(codePoint, i, i + Character.charCount(codePoint));
            }
        }
        joinSpelled();
        dropRepostMarks();
    }

    private Marks marks() {
        Marks made = marks;
        if (made == null) {
            made = new Marks(in, TABLE, bare);
            marks = made;
        }
        return made;
    }

    static SocialRun of(CharSequence in, boolean keepEmoji, boolean align) {
        SocialRun run = new SocialRun(in, keepEmoji, align, false);
        Marks marks = run.marks;
        if (marks != null && marks.heaps() > 0 && marks.heaps() * HEAPS >= run.length) {
            return new SocialRun(in, keepEmoji, align, true);
        }
        return run;
    }

    TextResidue residue() {
        return new TextResidue(
                repostMarks,
                viaMarks,
                counters,
                urls,
                mentions,
                invisibles + marks().invisibles(),
                confusables,
                marks().excess(),
                stretchedRuns);
    }

    /** Takes one character of ASCII that stands at {@code [start, end)}; returns where to go on. */
    private int ascii(char c, int start, int end) {
        if (Links.isAsciiLetter(c)) {
            letter((char) (c | 0x20), start, end);
            return end;
        }
        if (c >= '0' && c <= '9') {
            int counter = atStart() ? counterEnd(start) : start;
            if (counter > start) {
                return counter;
            }
            closeGap(c, start);
            inStretch = false;
            append(c, start, end);
            return end;
        }
        return switch (c) {
            case ' ', '\t', '\n', '\r', '\f', 0x0b, 0x1c, 0x1d, 0x1e, 0x1f -> separator(start, end);
            case '\'', '"', '`' -> end;
            case '$', '%' -> {
                symbol(c, start, end);
                yield end;
            }
            case '@' -> atSign(start, end);
            case '&' -> reference(start, end);
            case ':' -> scheme(start, end);
            case '.' -> dot(start, end);
            case ',' -> isInNumber(end) ? number(c, start, end) : separator(start, end);
            case '(', '[' -> {
                int counter = atStart() ? counterEnd(start) : start;
                yield counter > start ? counter : separator(start, end);
            }
            default -> {
                if (c < ' ' || c == 0x7f) {
                    invisibles++;
                    yield end;
                }
                yield separator(start, end);
            }
        };
    }

    private boolean isInNumber(int end) {
        if (gap >= 0 || length == 0 || !isDigit(out[length - 1])) {
            return false;
        }
        int next = Words.skipInvisible(in, end);
        if (next == in.length()) {
            return false;
        }
        int c = Character.codePointAt(in, next);
        int action = c < 0x80 ? FoldTable.COPY : TABLE.action(c);
        return isDigit(action > 0 ? TABLE.unit(action, 0) : (char) c);
    }

    private int number(char c, int start, int end) {
        append(c, start, end);
        return end;
    }

    private int other(int c, int start, int end) {
        if ((c == '\u309b' || c == '\u309c') && gap < 0 && length > 0 && isKana(out[length - 1])) {
            return marked(start); // a voicing mark that stands apart
        }
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
            case FoldTable.DROP -> end;
            case FoldTable.SPACE, FoldTable.SIGN -> separator(start, end);
            case FoldTable.MARK, FoldTable.JOIN, FoldTable.ORDER -> marked(start);
            case FoldTable.EMOJI, FoldTable.SYMBOL -> emoji(c, action, start, end);
            default -> replace(action, start, end);
        };
    }

    private static boolean isKana(char c) {
        return c >= '\u3041' && c <= '\u30ff';
    }

    private int replace(int action, int start, int end) {
        if (FoldTable.isConfusable(action) && besideAscii(start, end)) {
            confusables++;
        }
        int n = FoldTable.length(action);
        if (n > 1 && atStart()) {
            int counter = counterEnd(start);
            if (counter > start) {
                return counter;
            }
        }
        int next = end;
        for (int k = 0; k < n && next == end; k++) {
            char c = TABLE.unit(action, k);
            if (k + 1 < n && (c == '.' || c == ',')) {
                separator(start, end);
            } else if (c < 0x80) {
                next = ascii(c, start, end);
            } else if (Character.isHighSurrogate(c)) {
                copyOrSeparate(Character.toCodePoint(c, TABLE.unit(action, ++k)), start, end);
            } else {
                copyOrSeparate(c, start, end);
            }
        }
        return next;
    }

    private void copyOrSeparate(int c, int start, int end) {
        switch (TABLE.action(c)) {
            case FoldTable.SIGN -> separator(start, end);
            case FoldTable.EMOJI, FoldTable.SYMBOL -> emoji(c, TABLE.action(c), start, end);
            default -> copy(c, start, end);
        }
    }

    private void copy(int c, int start, int end) {
        if (c < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            letter(bare ? marks().plain((char) c) : (char) c, start, end);
        } else {
            closeGap(c, start);
            inStretch = false;
            appendCodePoint(c, start, end);
        }
    }

    private int emoji(int c, int action, int start, int end) {
        if (isFlagLetter(c)) {
            return flag(c, start, end);
        }
        if (action == FoldTable.EMOJI && !keepEmoji) {
            return separator(start, end);
        }
        symbol(c, start, end);
        return end;
    }

    /** Two letters of flags side by side are drawn as one flag; what is drawn as a letter is one. */
    private int flag(int c, int start, int end) {
        int second = end < in.length() ? Character.codePointAt(in, end) : 0;
        if (!isFlagLetter(second)) {
            confusables++;
            letter((char) ('a' + c - FLAG_A), start, end);
            return end;
        }
        return keepEmoji ? flag(c, second, start, end + 2) : separator(start, end + 2);
    }

    /** Takes a run of marks, and what comes of them and of the letter that bears them; returns where to go on. */
    private int marked(int start) {
        if (gap >= 0 && length > 0 && (isGlue(Character.codePointAt(in, start)) || endsWithGlue())) {
            gap = -1; // no white space will be written
        }
        Marks marks = marks();
        int end = marks.read(start);
        int base = gap < 0 ? marks.baseOf(out, length) : length;
        int from = base < length && starts.length > 0 ? starts[base] : start;
        String composed = marks.compose(out, base, length);
        // A letter that was left out of a stretch is not the last that was written: that one stays.
        if (!inStretch || base + 1 != length) {
            length = base;
        }
        for (int k = 0; k < composed.length(); ) {
            int c = composed.codePointAt(k);
            copy(c, from, end);
            k += Character.charCount(c);
        }
        return end;
    }

    /** Whether nothing came yet but the mark of a repost. */
    private boolean atStart() {
        return length == 0 || (length == 2 && gap >= 0 && out[0] == 'r' && out[1] == 't');
    }

    /** Where a counter ends that starts at an index and that white space follows, or the index. */
    private int counterEnd(int start) {
        char[] token = new char[Counters.LONGEST];
        int size = 0;
        int i = start;
        while (i < in.length()) {
            int c = Character.codePointAt(in, i);
            int action = c < 0x80 ? FoldTable.COPY : TABLE.action(c);
            if (Run.isSpace(c) || action == FoldTable.SPACE) {
                break;
            }
            if (action != FoldTable.REMOVE && action != FoldTable.DROP) {
                int units = action > 0 ? FoldTable.length(action) : 1;
                if (size + units > token.length) {
                    return start;
                }
                for (int k = 0; k < units; k++) {
                    token[size++] = action > 0 ? TABLE.unit(action, k) : (char) c;
                }
            }
            i += Character.charCount(c);
        }
        if (!Counters.isCounter(token, size) && !Counters.isOpen(token, size)) {
            return start;
        }
        counters++;
        return i;
    }

    /** Cuts leading {@code rt} off. */
    private void dropRepostMarks() {
        int from = 0;
        while (from + 2 <= length
                && out[from] == 'r'
                && out[from + 1] == 't'
                && (from + 2 == length
                        || out[from + 2] == ' '
                        || isGlue(Character.codePointAt(out, from + 2, length)))) {
            repostMarks++;
            from += from + 2 < length && out[from + 2] == ' ' ? 3 : 2;
        }
        if (from > 0) {
            cut(0, from);
        }
    }

    /** The colon: of {@code https://}, which may be written with hidden characters. */
    private int scheme(int start, int end) {
        if (gap < 0 && (endsWith("http") || endsWith("https"))) {
            int slash = slashEnd(end);
            int host = slash < 0 ? -1 : slashEnd(slash);
            int to = host < 0 ? host : Links.end(in, host);
            if (to > host) {
                return cutLink(length - (endsWith("http") ? 4 : 5), start, to);
            }
        }
        return separator(start, end);
    }

    /** The dot: of {@code www.}, of a domain with a path, of a number, or of a sentence. */
    private int dot(int start, int end) {
        if (isInNumber(end)) {
            return number('.', start, end);
        }
        if (gap < 0 && inStretch && endsWithWord("ww")) {
            // Two of three letters were kept.
            int to = Links.hostEnd(in, end);
            if (to > end) {
                stretchedRuns--;
                return cutLink(length - 2, start, to);
            }
        }
        int label = gap < 0 ? Links.labelStart(in, start) : -1;
        int to = label < 0 ? -1 : Links.bareEnd(in, label, start);
        return to < 0 ? separator(start, end) : cutLink(outputOf(label, start), start, to);
    }

    /** Takes a link back whose first part was written from an index of the output on. */
    private int cutLink(int from, int start, int to) {
        urls++;
        length = from;
        inStretch = false;
        // The space before it, or the sign of a number that does not go on.
        if (length > 0 && (out[length - 1] == ' ' || out[length - 1] == '.' || out[length - 1] == ',')) {
            length--;
        }
        return separator(start, to);
    }

    private int reference(int start, int end) {
        long read = HtmlEntities.read(in, start);
        if (read < 0) {
            return separator(start, end);
        }
        int c = (int) read;
        int to = (int) (read >>> 32);
        if (c == '&' || (c >= 0x80 && isMark(TABLE.action(c)))) {
            return separator(start, to);
        }
        return c < 0x80 ? ascii((char) c, start, to) : other(c, start, to);
    }

    private static boolean isMark(int action) {
        return action == FoldTable.MARK || action == FoldTable.JOIN || action == FoldTable.ORDER;
    }

    private int atSign(int start, int end) {
        boolean free = gap >= 0 || length == 0 || !Words.isWord(Character.codePointBefore(out, length));
        if (!free && !Words.isGlued(Character.codePointBefore(out, length))) {
            return separator(start, end);
        }
        int name = Words.skipInvisible(in, end);
        int to = Words.endOfName(in, name);
        if (to > name) {
            invisibles += name - end;
            mentions++;
            if (gap >= 0 && endsWithWord("via")) {
                viaMarks++;
                length -= 3;
                if (length > 0 && out[length - 1] == ' ') {
                    length--;
                }
            }
        }
        return separator(start, to);
    }
}
