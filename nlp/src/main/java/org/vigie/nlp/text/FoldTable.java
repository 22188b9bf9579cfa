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
 * <p>Read from {@code fold.bin}, which {@code FoldTableGenerator} among the tests makes from the Unicode data of icu4j
 * (NFKC, case folding, UTS #39 confusables): so the outcome does not depend on the Unicode version of the JDK. Two
 * levels: a page of 128 code points shares one block of actions with every page like it.
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
    /** A conjoining jamo. */
    static final int JAMO = -5;

    private static final int PAGE_BITS = 7;
    private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;
    private static final int LENGTH_BITS = 5;
    private static final int CONFUSABLE = 1 << 30;

    private static final int[] PAGES = new int[(Character.MAX_CODE_POINT + 1) >> PAGE_BITS];
    private static final int[] ACTIONS;
    private static final char[] UNITS;

    static {
        Builder builder = new Builder();
        try (InputStream in = FoldTable.class.getResourceAsStream("fold.bin")) {
            if (in == null) {
                throw new IllegalStateException("resource org/vigie/nlp/text/fold.bin must be present but was not");
            }
            builder.read(new InflaterInputStream(new ByteArrayInputStream(in.readAllBytes()), new Inflater(true)));
        } catch (IOException e) {
            throw new UncheckedIOException("resource org/vigie/nlp/text/fold.bin must be whole but was not", e);
        }
        ACTIONS = Arrays.copyOf(builder.actions, builder.size);
        UNITS = builder.units.toString().toCharArray();
    }

    private FoldTable() {}

    /** One of the actions above, or a positive reference to a replacement. */
    static int action(int c) {
        return ACTIONS[PAGES[c >> PAGE_BITS] + (c & PAGE_MASK)];
    }

    /** How many UTF-16 units the replacement has that a positive action stands for. */
    static int length(int action) {
        return action & ((1 << LENGTH_BITS) - 1);
    }

    /** A unit of the replacement. */
    static char unit(int action, int index) {
        return UNITS[((action & ~CONFUSABLE) >> LENGTH_BITS) + index];
    }

    /** Whether the replacement is a look-alike, not merely another case or width. */
    static boolean isConfusable(int action) {
        return (action & CONFUSABLE) != 0;
    }

    /** Fills the pages; block 0 stays the block of pages where all is copied. */
    private static final class Builder {
        int[] actions = new int[1 << 14];
        int size = 1 << PAGE_BITS;
        final StringBuilder units = new StringBuilder();

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
            if (PAGES[page] == 0) {
                if (size + PAGE_MASK >= actions.length) {
                    actions = Arrays.copyOf(actions, actions.length * 2);
                }
                PAGES[page] = size;
                size += 1 << PAGE_BITS;
            }
            actions[PAGES[page] + (codePoint & PAGE_MASK)] = action;
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
