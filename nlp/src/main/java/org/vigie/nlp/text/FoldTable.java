/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * What the social pass does with each code point from 0x80 on.
 *
 * <p>One table per {@link NormalizerVersion}. That of the newest is what {@code FoldTableGenerator} among the tests
 * makes of the Unicode data of icu4j (NFKC, case folding, UTS #39 confusables). So the outcome does not depend on the
 * Unicode version of the JDK. Two levels: a page of 128 code points shares one block with every page like it.
 */
final class FoldTable {
    /** Copy the code point. */
    static final int COPY = 0;
    /** Leave it out: invisible. */
    static final int REMOVE = -1;
    /** White space. */
    static final int SPACE = -2;
    /** A combining mark of no script of its own. */
    static final int MARK = -3;
    /** Emoji: copied or left out, by option. */
    static final int EMOJI = -4;
    /** A conjoining jamo; {@link NormalizerVersion#V1} only. */
    static final int JAMO = -5;
    /** Leave it out: a mark or letter that spelling may have or not, such as a vowel point. */
    static final int DROP = -6;
    /** A sign that separates like white space. */
    static final int SIGN = -7;
    /** A sign of money, which stays. */
    static final int SYMBOL = -8;
    /** A mark that may become one character with the one before it. */
    static final int JOIN = -9;
    /** A mark that has its place in the order of marks. */
    static final int ORDER = -10;

    private static final int PAGE_BITS = 7;
    private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;
    private static final int LENGTH_BITS = 5;
    private static final int CONFUSABLE = 1 << 30;

    private final int[] pages = new int[(Character.MAX_CODE_POINT + 1) >> PAGE_BITS];
    private final int[] actions;
    private final char[] units;

    private FoldTable(InputStream packed) throws IOException {
        Builder builder = new Builder(pages);
        builder.read(packed);
        actions = Arrays.copyOf(builder.actions, builder.size);
        units = builder.units.toString().toCharArray();
    }

    /** Reads a table from the resource of a name. */
    static FoldTable load(String name) {
        try (InputStream in = FoldTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource org/vigie/nlp/text/" + name + " must be present but was not");
            }
            return new FoldTable(
                    new InflaterInputStream(new ByteArrayInputStream(in.readAllBytes()), new Inflater(true)));
        } catch (IOException e) {
            throw new UncheckedIOException("resource org/vigie/nlp/text/" + name + " must be whole but was not", e);
        }
    }

    /** One of the actions above, or a positive reference to a replacement. */
    int action(int c) {
        return actions[pages[c >> PAGE_BITS] + (c & PAGE_MASK)];
    }

    /** How many UTF-16 units the replacement has that a positive action stands for. */
    static int length(int action) {
        return action & ((1 << LENGTH_BITS) - 1);
    }

    /** A unit of the replacement. */
    char unit(int action, int index) {
        return units[((action & ~CONFUSABLE) >> LENGTH_BITS) + index];
    }

    /** Whether the replacement is a look-alike, not merely another case or width. */
    static boolean isConfusable(int action) {
        return (action & CONFUSABLE) != 0;
    }

    /** Fills the pages; block 0 stays the block of pages where all is copied. */
    private static final class Builder {
        private final int[] pages;
        int[] actions = new int[1 << 14];
        int size = 1 << PAGE_BITS;
        final StringBuilder units = new StringBuilder();

        Builder(int[] pages) {
            this.pages = pages;
        }

        void read(InputStream in) throws IOException {
            int next = 0;
            for (int first = in.read(); first >= 0; first = in.read()) {
                next += varint(in, first);
                int length = varint(in, in.read());
                int value = varint(in, in.read());
                if (length > 0) {
                    for (int i = 0; i < length; i++) {
                        set(next++, -value);
                    }
                } else {
                    String text = new String(in.readNBytes(value >> 1), StandardCharsets.UTF_8);
                    int reference = units.length() << LENGTH_BITS | text.length();
                    units.append(text);
                    set(next++, (value & 1) != 0 ? reference | CONFUSABLE : reference);
                }
            }
        }

        private void set(int codePoint, int action) {
            int page = codePoint >> PAGE_BITS;
            if (pages[page] == 0) {
                if (size + PAGE_MASK >= actions.length) {
                    actions = Arrays.copyOf(actions, actions.length * 2);
                }
                pages[page] = size;
                size += 1 << PAGE_BITS;
            }
            actions[pages[page] + (codePoint & PAGE_MASK)] = action;
        }

        private static int varint(InputStream in, int first) throws IOException {
            int value = first & 0x7f;
            int last = first;
            for (int shift = 7; (last & 0x80) != 0; shift += 7) {
                last = in.read();
                if (last < 0) {
                    throw new IOException("number must end but the data did");
                }
                value |= (last & 0x7f) << shift;
            }
            return value;
        }
    }
}
