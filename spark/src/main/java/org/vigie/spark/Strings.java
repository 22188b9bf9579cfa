/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/**
 * Strings that travel as one object. Java writes each string of an array as an object of its own, which takes longer than
 * most of what is done with it. Every string comes back as it was, lone surrogates included.
 */
final class Strings implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int LAST_OF_ONE_BYTE = 0xFF;

    static final Strings NONE = new Strings();

    @SuppressWarnings("serial") // written and read below
    private transient String[] values;

    Strings(String... values) {
        this.values = values;
    }

    static Strings of(int size, IntFunction<String> value) {
        String[] values = new String[size];
        for (int i = 0; i < size; i++) {
            values[i] = value.apply(i);
        }
        return new Strings(values);
    }

    int size() {
        return values.length;
    }

    String get(int i) {
        return values[i];
    }

    /** All of them, not copied. */
    String[] values() {
        return values;
    }

    private static boolean isWide(String value) {
        int all = 0;
        for (int i = 0; i < value.length(); i++) {
            all |= value.charAt(i);
        }
        return all > LAST_OF_ONE_BYTE;
    }

    /** How many; of each its length, flipped if a character has two bytes, and its characters. */
    private void writeObject(ObjectOutputStream out) throws IOException {
        out.writeInt(values.length);
        byte[] bytes = {};
        for (String value : values) {
            int length = value.length();
            boolean isWide = isWide(value);
            bytes = room(bytes, length, isWide);
            int size = 0;
            for (int i = 0; i < length; i++) {
                char c = value.charAt(i);
                if (isWide) {
                    bytes[size++] = (byte) (c >>> Byte.SIZE);
                }
                bytes[size++] = (byte) c;
            }
            out.writeInt(isWide ? ~length : length);
            out.write(bytes, 0, size);
        }
    }

    private static byte[] room(byte[] bytes, int length, boolean isWide) {
        int size = isWide ? Math.multiplyExact(2, length) : length;
        return bytes.length < size ? new byte[size + (int) Math.min(size, Integer.MAX_VALUE - 8L - size)] : bytes;
    }

    private void readObject(ObjectInputStream in) throws IOException {
        values = new String[in.readInt()];
        byte[] bytes = {};
        char[] chars = {};
        for (int v = 0; v < values.length; v++) {
            int mark = in.readInt();
            boolean isWide = mark < 0;
            int length = isWide ? ~mark : mark;
            bytes = room(bytes, length, isWide);
            in.readFully(bytes, 0, isWide ? 2 * length : length);
            if (isWide) {
                chars = chars.length < length ? new char[length] : chars;
                for (int i = 0; i < length; i++) {
                    int high = bytes[2 * i] & LAST_OF_ONE_BYTE;
                    int low = bytes[2 * i + 1] & LAST_OF_ONE_BYTE;
                    chars[i] = (char) (high << Byte.SIZE | low);
                }
                values[v] = new String(chars, 0, length);
            } else {
                values[v] = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
            }
        }
    }
}
