/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.vigie.core.file.WholeFile;
import org.vigie.nlp.duplicate.DuplicateMatch;
import org.vigie.nlp.duplicate.NearDuplicateIndex;
import org.vigie.nlp.duplicate.NearDuplicates;

/**
 * Texts of earlier batches with the ids of their posts, in a file of docs/formats/duplicate-index.md. It is
 * big-endian. First come {@code "VNDF"}, the format and the number of ids, an int each. Each id is its number of
 * UTF-16 units (int) and these. Then come the CRC-32C of all before it (int), and the index itself. Its text of number
 * n belongs to the id of number n.
 */
final class SavedIndex {
    private static final int MAGIC = 0x564e4446;
    private static final int FORMAT = 1;

    private final NearDuplicateIndex index;
    private final List<String> ids;

    private SavedIndex(NearDuplicateIndex index, List<String> ids) {
        this.index = index;
        this.ids = ids;
    }

    static SavedIndex empty(NearDuplicates search) {
        return new SavedIndex(NearDuplicateIndex.of(search), new ArrayList<>());
    }

    static SavedIndex read(Path file, NearDuplicates search) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            CheckedInputStream checked = new CheckedInputStream(bytes, new CRC32C());
            DataInputStream in = new DataInputStream(checked);
            if (in.readInt() != MAGIC) {
                throw new IOException("it was not written by --save-index");
            }
            int format = in.readInt();
            if (format != FORMAT) {
                throw new IOException("format must be " + FORMAT + " but was " + format);
            }
            List<String> ids = ids(in);
            int sum = (int) checked.getChecksum().getValue();
            if (in.readInt() != sum) {
                throw new IOException("it is damaged: its checksum differs");
            }
            return new SavedIndex(NearDuplicateIndex.restore(search, bytes), ids);
        } catch (EOFException e) {
            throw new IOException("can't read the index " + file + ": it is not whole", e);
        } catch (IOException e) {
            throw new IOException("can't read the index " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<String> ids(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int length = in.readInt();
            StringBuilder id = new StringBuilder();
            for (int unit = 0; unit < length; unit++) {
                id.append(in.readChar());
            }
            ids.add(id.toString());
        }
        return ids;
    }

    void write(Path file) throws IOException {
        Output.prepare(file);
        WholeFile.write(file, target -> {
            OutputStream bytes = new BufferedOutputStream(target, 1 << 16);
            CheckedOutputStream checked = new CheckedOutputStream(bytes, new CRC32C());
            DataOutputStream out = new DataOutputStream(checked);
            out.writeInt(MAGIC);
            out.writeInt(FORMAT);
            out.writeInt(ids.size());
            for (String id : ids) {
                out.writeInt(id.length());
                out.writeChars(id);
            }
            out.writeInt((int) checked.getChecksum().getValue());
            out.flush();
            index.snapshot(bytes);
            bytes.flush();
        });
    }

    int size() {
        return ids.size();
    }

    NearDuplicateIndex.Answer matches(String text) {
        return index.query(text, Integer.MAX_VALUE);
    }

    String id(DuplicateMatch match) {
        return ids.get((int) match.id());
    }

    /** Adds a text under its id, unless it is a copy of one that is there. */
    void add(String id, String text) {
        index.add(ids.size(), text, 0, 1);
        if (index.copies(ids.size()) > 0) {
            ids.add(id);
        }
    }
}
