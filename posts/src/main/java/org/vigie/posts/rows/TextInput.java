/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Opens bytes as text: gzip is unpacked, what is no text is named, the encoding is seen. */
final class TextInput {
    private static final int HEAD = 16;

    /** First bytes, as Latin-1, of files that are no text; and what to do about each. */
    private static final String[][] BINARY = {
        {"PK\003\004", "an Excel workbook or a zip archive: save the sheet as CSV, or unpack the archive"},
        {"\u00d0\u00cf\u0011\u00e0", "an old Excel workbook: save the sheet as CSV"},
        {"PAR1", "a Parquet file: convert it to CSV or JSON Lines, for example with pandas or DuckDB"},
        {"\u0028\u00b5\u002f\u00fd", "compressed with Zstandard: unpack it with zstd -d"},
        {"BZh", "compressed with bzip2: unpack it with bunzip2"},
        {"\u00fd7zXZ", "compressed with xz: unpack it with unxz"},
        {"7z\u00bc\u00af", "a 7-Zip archive: unpack it"},
        {"\u001f\u008b", "gzip inside gzip: unpack it once"},
        {"SQLite format 3", "an SQLite database: export the table as CSV"},
        {"%PDF", "a PDF document: Vigie reads tables and JSON"},
        {"ARROW1", "an Arrow file: convert it to CSV or JSON Lines"},
        {"Obj\001", "an Avro file: convert it to JSON Lines"},
    };

    private final Reader reader;
    private final Charset fixed;

    private TextInput(Reader reader, Charset fixed) {
        this.reader = reader;
        this.fixed = fixed;
    }

    static TextInput open(CountingStream stored) throws IOException {
        PushbackInputStream in = new PushbackInputStream(stored, HEAD);
        byte[] head = head(in);
        if (startsWith(head, "\u001f\u008b")) {
            in = new PushbackInputStream(new BombGuard(new GzipStream(in), stored), HEAD);
            head = head(in);
        }
        refuseBinary(head);
        return decoded(in, head);
    }

    Reader reader() {
        return reader;
    }

    /** The encoding by now: ASCII is UTF-8 until a byte says otherwise. */
    String encoding() {
        return reader instanceof AsciiFirstReader r ? r.charset().name() : fixed.name();
    }

    private static TextInput decoded(PushbackInputStream in, byte[] head) throws IOException {
        if (startsWith(head, "\u00ef\u00bb\u00bf")) {
            in.skipNBytes(3);
            return new TextInput(new AsciiFirstReader(in, true), StandardCharsets.UTF_8);
        }
        if (startsWith(head, "\u00ff\u00fe") || startsWith(head, "\u00fe\u00ff")) {
            Charset charset = head[0] == (byte) 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            in.skipNBytes(2);
            return new TextInput(new InputStreamReader(in, charset), charset);
        }
        // A table or JSON starts with an ASCII character.
        if (head.length >= 2 && (head[0] == 0) != (head[1] == 0)) {
            Charset charset = head[1] == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            return new TextInput(new InputStreamReader(in, charset), charset);
        }
        return new TextInput(new AsciiFirstReader(in, false), StandardCharsets.UTF_8);
    }

    private static byte[] head(PushbackInputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        in.unread(head);
        return head;
    }

    private static void refuseBinary(byte[] head) throws IOException {
        for (String[] kind : BINARY) {
            if (startsWith(head, kind[0])) {
                throw new IOException("the file is " + kind[1]);
            }
        }
        int zeros = 0;
        for (byte b : head) {
            zeros += b == 0 ? 1 : 0;
        }
        if (zeros > HEAD / 2 || (head.length >= 2 && head[0] == 0 && head[1] == 0)) {
            throw new IOException("the file is binary data: Vigie reads tables and JSON");
        }
        String start = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
        if (start.regionMatches(true, 0, "<!doctype", 0, 9)
                || start.regionMatches(true, 0, "<html", 0, 5)
                || start.startsWith("<?xml")) {
            throw new IOException("the file is a web page or XML: Vigie reads tables and JSON");
        }
    }

    private static boolean startsWith(byte[] head, String start) {
        if (head.length < start.length()) {
            return false;
        }
        for (int i = 0; i < start.length(); i++) {
            if ((head[i] & 0xFF) != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
