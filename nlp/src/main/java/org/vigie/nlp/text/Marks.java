/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import java.text.Normalizer;

/**
 * What becomes of marks that combine with a letter: composed with it as NFKC does it, put in order, or left out.
 *
 * <p>A mark of no script of its own, such as an accent, stays where Unicode has one character for the letter with it.
 * Others are ornament: strokes, circles, heaps. Of a letter with a heap of three or more only the letter stays.
 */
final class Marks {
    private static final int HEAP = 3;
    private static final int LONGEST = MarkRuns.LONGEST;

    private static final char NUKTA = '\u093c';
    private static final char IOTA_BELOW = '\u0345';

    private final CharSequence in;
    private final FoldTable table;
    private final boolean bare;

    private final StringBuilder run = new StringBuilder();
    private boolean hasAccents;
    private int heaps;
    private int excess;
    private int invisibles;

    /** For the marks of one text; bare: without any accent. */
    Marks(CharSequence in, FoldTable table, boolean bare) {
        this.in = in;
        this.table = table;
        this.bare = bare;
    }

    int heaps() {
        return heaps;
    }

    int excess() {
        return excess;
    }

    int invisibles() {
        return invisibles;
    }

    /** Takes the marks that start at an index, and what nobody sees between them; returns where they end. */
    int read(int start) {
        run.setLength(0);
        hasAccents = false;
        int i = start;
        while (i < in.length() && in.charAt(i) >= 0x80) {
            int c = joining(Character.codePointAt(in, i));
            int action = table.action(c);
            if (action == FoldTable.REMOVE) {
                invisibles++;
            } else if (action == FoldTable.MARK || action == FoldTable.JOIN || action == FoldTable.ORDER) {
                if (run.length() < LONGEST) {
                    run.appendCodePoint(c);
                    hasAccents |= action == FoldTable.MARK;
                } else {
                    excess++;
                }
            } else if (action != FoldTable.DROP) {
                break;
            }
            i += Character.charCount(c);
        }
        if (hasAccents && run.length() < HEAP && start > 0) {
            dropStress(in.charAt(start - 1));
        }
        return i;
    }

    /** The marks of voiced kana also stand apart, as signs of their own, and so do the vowels of Korean. */
    private static int joining(int c) {
        if (c > 0x3130 && c < 0x318f) {
            return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
                    .codePointAt(0);
        }
        return c == 0x309b ? 0x3099 : c == 0x309c ? 0x309a : c;
    }

    /**
     * Leaves out the accents that no Cyrillic letter has: they show where a word is stressed. It must be done here, for the
     * output may have a letter of Latin in place of that of Cyrillic, and that one may have the accent.
     */
    private void dropStress(char letter) {
        if (letter < 0x400 || letter > 0x52f) {
            return;
        }
        for (int k = run.length() - 1; k >= 0; k--) {
            String pair = new String(new char[] {letter, run.charAt(k)});
            if (isAccent(run.charAt(k))
                    && Normalizer.normalize(pair, Normalizer.Form.NFC).length() > 1) {
                run.deleteCharAt(k);
                excess++;
            }
        }
    }

    /** Where the letter starts that ends an output, or the marks that do without one; its length if there is neither. */
    int baseOf(char[] out, int length) {
        int at = length;
        for (int steps = 0; at > 0 && steps < LONGEST; steps++) {
            int c = Character.codePointBefore(out, at);
            int action = c < 0x80 ? FoldTable.COPY : table.action(c);
            boolean mark = action == FoldTable.JOIN || action == FoldTable.ORDER;
            if (c == ' ' || (action != FoldTable.COPY && !mark)) {
                return at;
            }
            at -= Character.charCount(c);
            if (!mark) {
                return at;
            }
        }
        return at == 0 ? 0 : length;
    }

    /** What the letter {@code [base, length)} of an output and the marks that were read become. */
    String compose(char[] out, int base, int length) {
        String composed = compose(new String(out, base, length - base));
        return isRingAndTone(composed) && base > 0 && Character.isLetter(out[base - 1])
                ? "" + composed.charAt(1) + composed.charAt(0) + composed.substring(2) // as NFKC has them in sara am
                : composed;
    }

    /** Nothing but these two and what stood for iotas below. */
    private static boolean isRingAndTone(String composed) {
        return composed.length() > 1
                && isRing(composed.charAt(0))
                && isTone(composed.charAt(1))
                && composed.chars().skip(2).allMatch(c -> c == 'i');
    }

    private String compose(String letter) {
        if (!hasAccents && isPlain(letter)) {
            return letter + run;
        }
        StringBuilder kept = new StringBuilder(letter);
        int iotas = 0;
        for (int i = 0; i < run.length(); ) {
            int c = run.codePointAt(i);
            if (c == IOTA_BELOW) {
                iotas++;
            } else if (!bare || !isAccent(c)) {
                kept.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        String composed = Normalizer.normalize(kept, Normalizer.Form.NFKC);
        StringBuilder result = new StringBuilder();
        int dropped = appendWithoutAccents(composed, result);
        excess += dropped;
        // Two that are spelling and one that is not, such as a line below each letter of Vietnamese, are no heap.
        if (dropped > 0 && accents(composed) >= (dropped == 1 ? HEAP + 1 : HEAP)) {
            heaps++;
            result.setLength(0);
            appendWithoutAccents(Normalizer.normalize(composed, Normalizer.Form.NFD), result);
        }
        if (dropped > 0 && result.length() > 1) {
            // What was dropped may have stood between two that have an order.
            String ordered = Normalizer.normalize(result, Normalizer.Form.NFKC);
            result.setLength(0);
            result.append(ordered);
        }
        replaceCedilla(result);
        return letter.isEmpty()
                ? result.toString()
                : result.append("i".repeat(iotas)).toString();
    }

    /** The ring of sara am, of Thai and of Lao. */
    private static boolean isRing(char c) {
        return c == '\u0e4d' || c == '\u0ecd';
    }

    /** A tone of Thai or Lao. */
    private static boolean isTone(char c) {
        return (c >= '\u0e48' && c <= '\u0e4b') || (c >= '\u0ec8' && c <= '\u0ecb');
    }

    /** One mark of a script behind a letter that it does not join: nearly all there are. */
    private boolean isPlain(String letter) {
        if (run.length() != 1 || letter.length() != 1) {
            return false;
        }
        char c = letter.charAt(0);
        if (c >= 0x80 && table.action(c) != FoldTable.COPY) {
            return false; // a mark itself
        }
        return table.action(run.charAt(0)) == FoldTable.ORDER
                || (run.charAt(0) != NUKTA && c >= 0x900 && c < 0xe00 && c != 0xb92 && Character.isLetter(c));
    }

    private boolean isAccent(int c) {
        return c >= 0x300 && table.action(c) == FoldTable.MARK;
    }

    private int accents(String text) {
        return appendWithoutAccents(Normalizer.normalize(text, Normalizer.Form.NFD), new StringBuilder());
    }

    /** Appends what is no accent; returns how many accents there were. */
    private int appendWithoutAccents(String text, StringBuilder to) {
        int accents = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (isAccent(c)) {
                accents++;
            } else {
                to.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return accents;
    }

    /** A letter without its accent where the text is one covered with marks, else the letter. */
    char plain(char letter) {
        if (!bare || letter < 0xc0 || letter >= 0x2000) {
            return letter;
        }
        StringBuilder plain = new StringBuilder();
        appendWithoutAccents(Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD), plain);
        return plain.length() == 1 ? plain.charAt(0) : letter;
    }

    /** Romanian is written with a cedilla where the keyboard has no comma below. */
    private static void replaceCedilla(StringBuilder text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u015f' || c == '\u0163') {
                text.setCharAt(i, c == '\u015f' ? '\u0219' : '\u021b');
            }
        }
    }
}
