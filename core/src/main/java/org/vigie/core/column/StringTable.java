/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.column;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Distinct strings under dense numbers, in the order in which they came.
 *
 * <p>Strings are kept as bytes in pages. A character takes one byte where all are of ISO 8859-1, two otherwise, and a
 * string takes 23 to 33 bytes besides. Every string comes back as it went in, lone surrogates included. Adding and
 * finding take time linear in the string. The hash has a secret of the process, so that nobody can prepare strings that
 * collide; numbers do not depend on it. Not thread-safe while strings are added; safe for any number of readers after
 * that. A {@link #snapshot} may be read while more is added.
 */
public final class StringTable {
    private static final int PAGE_BITS = 20;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int SMALL = 1 << 10;
    private static final long[] NO_SLOTS = {};
    private static final long SECRET = new Object().hashCode() * 0x9e3779b97f4a7c15L ^ System.nanoTime();

    private byte[][] pages = new byte[16][];
    private int pageCount;
    private int used = PAGE;

    /** Page and offset of each string; the lowest bit says whether a character has two bytes. */
    private long[] places = new long[16];

    private int[] lengths = new int[16];
    /** By slot the number plus one in the lower half, 0 if it is free, and the hash in the upper: one look at memory. */
    private long[] slots = new long[64];

    private int size;
    /** Of a snapshot: its own slots, made when they are first needed. Null for a table that grows. */
    private volatile long @Nullable [] index;

    /** Starts an empty table. */
    public StringTable() {}

    private StringTable(StringTable other) {
        pages = Arrays.copyOf(other.pages, Math.max(1, other.pageCount)); // the empty string has a place on none
        pageCount = other.pageCount;
        places = other.places;
        lengths = other.lengths;
        slots = NO_SLOTS;
        size = other.size;
        index = NO_SLOTS;
    }

    /**
     * Returns the strings as they are now. The table that is returned stays so while strings are added to this one, and
     * shares their bytes. Takes constant time but for one reference per page; the first {@link #find} in it is linear.
     *
     * @return a table to which nothing can be added
     */
    public StringTable snapshot() {
        return new StringTable(this);
    }

    /**
     * Returns the number of a string, which is added if it is new.
     *
     * @param text any string
     * @return its number, {@link #size()} before the call if it is new
     * @throws IllegalStateException if this is a snapshot
     */
    public int add(String text) {
        if (index != null) {
            throw new IllegalStateException("a snapshot takes no strings");
        }
        long mixed = hash(text);
        int hash = (int) (mixed >>> 32);
        int slot = slotOf(text, hash, slots);
        if (slots[slot] != 0) {
            return (int) slots[slot] - 1;
        }
        int number = size;
        if (number == lengths.length) {
            int capacity = number + (number >> 1);
            places = Arrays.copyOf(places, capacity);
            lengths = Arrays.copyOf(lengths, capacity);
        }
        boolean wide = (mixed & 1) != 0;
        // The empty string has no place: there may be no page, or no room on one.
        places[number] = text.isEmpty() ? 0 : store(text, wide) << 1 | (wide ? 1 : 0);
        lengths[number] = text.length();
        slots[slot] = entry(number, hash);
        size++;
        if (size > slots.length - (slots.length >> 2)) {
            grow();
        }
        return number;
    }

    /**
     * Finds a string.
     *
     * @param text any string
     * @return its number, or -1 if it is not there
     */
    public int find(String text) {
        long[] all = index;
        if (all == null) {
            all = slots;
        } else if (all.length == 0) {
            all = index();
        }
        return (int) all[slotOf(text, (int) (hash(text) >>> 32), all)] - 1;
    }

    private synchronized long[] index() {
        long[] known = index;
        if (known == null || known.length == 0) {
            known = new long[Math.max(2, Integer.highestOneBit(size) << 2)];
            for (int number = 0; number < size; number++) {
                int hash = (int) (hash(get(number)) >>> 32);
                put(entry(number, hash), known);
            }
            index = known;
        }
        return known;
    }

    /**
     * Returns a string.
     *
     * @param number its number
     * @return a new string equal to the one that was added
     * @throws IndexOutOfBoundsException if there is no such number
     */
    public String get(int number) {
        int length = length(number);
        if (length == 0) {
            return "";
        }
        long place = places[number];
        byte[] page = pages[(int) (place >>> (PAGE_BITS + 1))];
        int at = (int) (place >>> 1) & (PAGE - 1);
        if ((place & 1) == 0) {
            return new String(page, at, length, StandardCharsets.ISO_8859_1);
        }
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            chars[i] = wideAt(page, at + 2 * i);
        }
        return new String(chars);
    }

    /**
     * Returns the length of a string.
     *
     * @param number its number
     * @return its length in UTF-16 units
     * @throws IndexOutOfBoundsException if there is no such number
     */
    public int length(int number) {
        return lengths[Objects.checkIndex(number, size)];
    }

    /**
     * Compares two strings of the table as {@link String#compareTo} does.
     *
     * @param first the number of one
     * @param second the number of the other
     * @return negative, zero or positive
     * @throws IndexOutOfBoundsException if there is no such number
     */
    public int compare(int first, int second) {
        int n = Math.min(length(first), length(second));
        for (int i = 0; i < n; i++) {
            int difference = charAt(first, i) - charAt(second, i);
            if (difference != 0) {
                return difference;
            }
        }
        return lengths[first] - lengths[second];
    }

    /**
     * Returns how many strings there are.
     *
     * @return the number of strings
     */
    public int size() {
        return size;
    }

    private char charAt(int number, int i) {
        long place = places[number];
        byte[] page = pages[(int) (place >>> (PAGE_BITS + 1))];
        int at = (int) (place >>> 1) & (PAGE - 1);
        return (place & 1) == 0 ? (char) (page[at + i] & 0xFF) : wideAt(page, at + 2 * i);
    }

    private static char wideAt(byte[] page, int at) {
        return (char) ((page[at] & 0xFF) << 8 | (page[at + 1] & 0xFF));
    }

    private static long entry(int number, int hash) {
        return (long) hash << 32 | number + 1;
    }

    private int slotOf(String text, int hash, long[] all) {
        int mask = all.length - 1;
        int slot = hash & mask;
        for (long entry = all[slot]; entry != 0; entry = all[slot]) {
            if ((int) (entry >>> 32) == hash && isAt((int) entry - 1, text)) {
                break;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean isAt(int number, String text) {
        int length = lengths[number];
        if (length != text.length()) {
            return false;
        }
        long place = places[number];
        byte[] page = pages[(int) (place >>> (PAGE_BITS + 1))];
        int at = (int) (place >>> 1) & (PAGE - 1);
        boolean wide = (place & 1) != 0;
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != (wide ? wideAt(page, at + 2 * i) : (char) (page[at + i] & 0xFF))) {
                return false;
            }
        }
        return true;
    }

    /** The hash in the upper half; the lowest bit says whether a character needs two bytes. */
    private static long hash(String text) {
        long h = SECRET ^ text.length();
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            all |= c;
            h = (h ^ c) * 0xd6e8feb86659fd93L;
            h ^= h >>> 32;
        }
        h = (h ^ h >>> 29) * 0xbf58476d1ce4e5b9L;
        return (h ^ h >>> 32) << 32 | (all > 0xFF ? 1 : 0);
    }

    private long store(String text, boolean wide) {
        int bytes = wide ? 2 * text.length() : text.length();
        if (bytes > PAGE - used) {
            if (pageCount == pages.length) {
                pages = Arrays.copyOf(pages, 2 * pageCount);
            }
            // The first page is small: most tables are. A string longer than a page has one of its own.
            pages[pageCount] = new byte[Math.max(bytes, pageCount == 0 ? SMALL : PAGE)];
            pageCount++;
            used = 0;
        }
        byte[] page = pages[pageCount - 1];
        if (used + bytes > page.length) {
            page = Arrays.copyOf(page, Math.min(PAGE, Math.max(2 * page.length, used + bytes)));
            pages[pageCount - 1] = page;
        }
        long place = (long) (pageCount - 1) << PAGE_BITS | used;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (wide) {
                page[used++] = (byte) (c >>> 8);
            }
            page[used++] = (byte) c;
        }
        used = Math.min(used, PAGE);
        return place;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        for (long entry : old) {
            if (entry != 0) {
                put(entry, slots);
            }
        }
    }

    /** Puts an entry that is not there yet. */
    private static void put(long entry, long[] all) {
        int mask = all.length - 1;
        int slot = (int) (entry >>> 32) & mask;
        while (all[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        all[slot] = entry;
    }
}
