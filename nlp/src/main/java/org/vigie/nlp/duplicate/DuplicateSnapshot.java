/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * The stored form of a {@link NearDuplicateIndex}, format 2, big-endian. It begins with {@code "VNDI"}, format (an int
 * each), parameters, number of items (int). Each item follows, by ascending id: id, last seen, copies (long each),
 * text. Last stands the CRC-32C of all before it (int). A text is its number of UTF-16 units (int) and these: half of a
 * surrogate pair stays what it was. Format 1, still read, differs in its parameters, which had no versions of
 * normaliser and shingler: both were V1.
 */
final class DuplicateSnapshot {
    private static final int MAGIC = 0x564e4449;
    private static final int FORMAT = 2;
    private static final int UNVERSIONED = 1;
    private static final int LONGEST = Integer.MAX_VALUE / 4;

    private DuplicateSnapshot() {}

    static void write(String parameters, List<Item> items, OutputStream target) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(target, new CRC32C());
        DataOutputStream out = new DataOutputStream(checked);
        out.writeInt(MAGIC);
        out.writeInt(FORMAT);
        writeText(parameters, out);
        out.writeInt(items.size());
        for (Item item : items) {
            out.writeLong(item.id());
            out.writeLong(item.lastSeen());
            out.writeLong(item.copies());
            writeText(item.text(), out);
        }
        out.writeInt((int) checked.getChecksum().getValue());
        out.flush();
    }

    static List<Item> read(String parameters, InputStream source) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(source, new CRC32C());
        DataInputStream in = new DataInputStream(checked);
        expect("magic number", MAGIC, in.readInt());
        int format = in.readInt();
        if (format != UNVERSIONED) {
            expect("format", FORMAT, format);
        }
        String wanted = format == UNVERSIONED ? parameters.replace(" v1", "") : parameters;
        String written = readText(in);
        if (!written.equals(wanted)) {
            throw new IOException("normaliser and shingler of a snapshot must be " + wanted + " but were " + written);
        }
        int size = in.readInt();
        List<Item> items = new ArrayList<>();
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < size; i++) {
            long id = in.readLong();
            long lastSeen = in.readLong();
            long copies = in.readLong();
            Item item = new Item(id, readText(in), lastSeen, copies);
            boolean ascending = items.isEmpty() || items.get(i - 1).id() < item.id();
            if (!ascending || item.copies() < 1 || item.text().isEmpty() || !texts.add(item.text())) {
                throw new IOException("items of a snapshot must ascend by id and each have a text of its own, but item "
                        + i + " does not");
            }
            items.add(item);
        }
        int sum = (int) checked.getChecksum().getValue();
        expect("checksum", sum, in.readInt());
        return items;
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    private static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("text of a snapshot must have 0 to " + LONGEST + " units but had " + length);
        }
        byte[] bytes = in.readNBytes(2 * length);
        if (bytes.length != 2 * length) {
            throw new EOFException("text of a snapshot must have " + length + " units but the data ended");
        }
        char[] units = new char[length];
        for (int i = 0; i < length; i++) {
            units[i] = (char) (bytes[2 * i] << 8 | (bytes[2 * i + 1] & 0xff));
        }
        return new String(units);
    }

    private static void expect(String name, int expected, int found) throws IOException {
        if (expected != found) {
            throw new IOException(name + " of a snapshot must be " + expected + " but was " + found);
        }
    }
}
