/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Opens bytes as text: gzip is unpacked, what is no text is named, the encoding is seen. */
final class TextInput {
    /** How much is looked at: a tar archive says what it is behind 257 bytes. */
    private static final int HEAD = 512;
    /** How much is waited for: a live source may send no more for a while. */
    private static final int WAITED_FOR = 16;
    /** Text of two or four bytes a character is full of zero bytes. */
    private static final int ANY_ZEROS = Integer.MAX_VALUE;

    private static final String MARK = "\uFEFF";
    private static final List<Charset> MARKED =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    /** First bytes, as Latin-1, of files that are no text; and what to do about each. */
    private static final String[][] BINARY = {
        {"PK\003\004", "an Excel workbook or a zip archive: save the sheet as CSV, or unpack the archive"},
        {"\u00d0\u00cf\u0011\u00e0", "an old Excel workbook: save the sheet as CSV"},
        {"PAR1", "a Parquet file: convert it to CSV or JSON Lines, for example with pandas or DuckDB"},
        {"(\u00b5/\u00fd", "compressed with Zstandard: unpack it with zstd -d"},
        {"BZh", "compressed with bzip2: unpack it with bunzip2"},
        {"\u00fd7zXZ", "compressed with xz: unpack it with unxz"},
        {"7z\u00bc\u00af", "a 7-Zip archive: unpack it"},
        {"\u001f\u008b", "gzip inside gzip: unpack it once"},
        {"SQLite format 3", "an SQLite database: export the table as CSV"},
        {"%PDF", "a PDF document: Vigie reads tables and JSON"},
        {"ARROW1", "an Arrow file: convert it to CSV or JSON Lines"},
        {"Obj\001", "an Avro file: convert it to JSON Lines"},
        {"FEA1", "a Feather file: convert it to CSV or JSON Lines"},
        {"\u0004\"M\u0018", "compressed with LZ4: unpack it with lz4 -d"},
        {"RDX2\n", "R data: write it with write.csv"},
        {"RDX3\n", "R data: write it with write.csv"},
        {"X\n\0\0", "R data: write it with write.csv"},
        {"$FL2", "an SPSS file: export it as CSV"},
        {"<stata_dta>", "a Stata file: export it as CSV"},
        {"\u0080\u0003", "a Python pickle: write it with to_csv"},
        {"\u0080\u0004\u0095", "a Python pickle: write it with to_csv"},
        {"\u0080\u0005\u0095", "a Python pickle: write it with to_csv"},
        {"\u0093NUMPY", "a NumPy array: write it as CSV"},
        {"\u0089HDF", "an HDF5 file: export it as CSV"},
        {"Rar!", "a RAR archive: unpack it"},
        {"{\\rtf", "a text document: save the table as CSV"},
    };

    /** {@code window.posts = [} or {@code found([}. */
    private static final Pattern SCRIPT =
            Pattern.compile("(?:(?:var|let|const)\\s+)?[A-Za-z_$][\\w$.]{0,80}\\s{0,4}[=(]\\s{0,4}[\\[{]");

    /** The first line of a chat as WhatsApp exports it, in bytes: {@code 5/1/24, 21:15 - Ann: ...}, also in brackets. */
    private static final Pattern CHAT = Pattern.compile(
            "(?:\u00ef\u00bb\u00bf)?(?:\u00e2\u0080\u008e)?\\[?\\d{1,4}[./-]\\d{1,2}[./-]"
                    + "\\d{1,4}[^\\d\\r\\n]{1,6}\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?[^\\d\\r\\n:]{0,12}(?:\\]| -) [^\\r\\n]");

    private final Reader reader;
    private final Charset fixed;

    private TextInput(Reader reader, Charset fixed) {
        this.reader = reader;
        this.fixed = fixed;
    }

    /**
     * Opens a table or JSON, which hold no zero byte.
     *
     * @param encoding what the text is written in; empty to see it
     */
    static TextInput open(CountingStream stored, Optional<Charset> encoding) throws IOException {
        return open(stored, encoding, 0);
    }

    /** Opens lines of text, each of which may be anything: one zero byte is a damaged text, more are none. */
    static TextInput ofLines(CountingStream stored, Optional<Charset> encoding) throws IOException {
        return open(stored, encoding, 1);
    }

    private static TextInput open(CountingStream stored, Optional<Charset> encoding, int zeros) throws IOException {
        HeadStream in = new HeadStream(stored, HEAD, WAITED_FOR);
        if (startsWith(in.head(), "\u001f\u008b")) {
            in = new HeadStream(new BombGuard(new GzipStream(in), stored), HEAD, WAITED_FOR);
        }
        refuseBinary(in.head(), encoding.filter(TextInput::isWide).isPresent() ? ANY_ZEROS : zeros);
        return encoding.isPresent() ? given(in, encoding.get()) : decoded(in);
    }

    Reader reader() {
        return reader;
    }

    /** The encoding by now: ASCII is UTF-8 until a byte says otherwise. */
    String encoding() {
        return reader instanceof AsciiFirstReader r ? r.charset().name() : fixed.name();
    }

    private static TextInput given(HeadStream in, Charset charset) throws IOException {
        byte[] head = in.head();
        for (Charset marked : MARKED) {
            boolean fits = charset.name().contains(marked.name()) // x-UTF-16LE-BOM
                    || marked.name().startsWith(charset.name()) // UTF-16
                    || charset.name().contains("UTF-32");
            if (startsWith(head, marked) && !fits) {
                throw new IOException("the file begins with the byte order mark of " + marked.name() + ", not of "
                        + charset.name() + ": leave out --encoding");
            }
        }
        in.skipNBytes(startsWith(head, charset) ? MARK.getBytes(charset).length : 0);
        return charset.equals(StandardCharsets.UTF_8)
                ? new TextInput(new AsciiFirstReader(in, true), charset)
                : new TextInput(new InputStreamReader(in, charset), charset);
    }

    /** Whether the first bytes are the byte order mark in an encoding. */
    private static boolean startsWith(byte[] head, Charset charset) {
        return charset.canEncode()
                && charset.newEncoder().canEncode(MARK)
                && startsWith(head, new String(MARK.getBytes(charset), StandardCharsets.ISO_8859_1));
    }

    private static TextInput decoded(HeadStream in) throws IOException {
        byte[] head = in.head();
        if (startsWith(head, "\u00ef\u00bb\u00bf")) {
            in.skipNBytes(3);
            return new TextInput(new AsciiFirstReader(in, true), StandardCharsets.UTF_8);
        }
        if (hasMarkOfUtf16(head)) {
            Charset charset = head[0] == (byte) 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            in.skipNBytes(2);
            return new TextInput(new InputStreamReader(in, charset), charset);
        }
        if (isWithoutMark(head)) {
            Charset charset = head[1] == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            return new TextInput(new InputStreamReader(in, charset), charset);
        }
        return new TextInput(new AsciiFirstReader(in, false), StandardCharsets.UTF_8);
    }

    /** UTF-16 without a mark: a table or JSON starts with an ASCII character, whose other byte is zero. */
    private static boolean isWithoutMark(byte[] head) {
        return head.length >= 4 && (head[0] == 0) != (head[1] == 0) && (head[1] == 0 ? head[0] : head[1]) != 0;
    }

    private static void refuseBinary(byte[] head, int most) throws IOException {
        for (String[] kind : BINARY) {
            if (startsWith(head, kind[0])) {
                throw new IOException("the file is " + kind[1]);
            }
        }
        if (head.length > 262 && new String(head, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
            throw new IOException("the file is a tar archive: unpack it");
        }
        if (most != ANY_ZEROS && isWide(head)) {
            throw new IOException("the file is UTF-32 text: save it as UTF-8");
        }
        String start = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
        if (start.regionMatches(true, 0, "<!doctype", 0, 9)
                || start.regionMatches(true, 0, "<html", 0, 5)
                || start.startsWith("<?xml")
                || start.startsWith("<rss")) {
            throw new IOException("the file is a web page or XML: export JSON or CSV instead (of Telegram Desktop:"
                    + " machine-readable JSON)");
        }
        if (most == 0 && CHAT.matcher(start).lookingAt()) {
            throw new IOException(
                    "the file is a WhatsApp chat: make a table of it, with the columns account, time and text");
        }
        if (most == 0 && SCRIPT.matcher(start).lookingAt()) {
            throw new IOException("the file is JavaScript: delete what stands before its first bracket, and what stands"
                    + " behind the last");
        }
        if (zeros(head) > most && !isWithoutMark(head) && !hasMarkOfUtf16(head)) {
            throw new IOException("the file is binary data: Vigie reads tables and JSON");
        }
    }

    private static boolean hasMarkOfUtf16(byte[] head) {
        return startsWith(head, "\u00ff\u00fe") || startsWith(head, "\u00fe\u00ff");
    }

    /** Whether an encoding has zero bytes in plain text. */
    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static boolean isWide(byte[] head) {
        return startsWith(head, "\u00ff\u00fe\0\0")
                || startsWith(head, "\0\0\u00fe\u00ff")
                || (head.length >= 8 && (isAscii(head, 0) || isAscii(head, 3)));
    }

    /** Whether the first two characters of four bytes each are ASCII: they have one byte that is not zero. */
    private static boolean isAscii(byte[] head, int at) {
        for (int i = 0; i < 8; i++) {
            if ((head[i] == 0) == (i % 4 == at)) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] head) {
        int zeros = 0;
        for (int i = 0; i < Math.min(head.length, WAITED_FOR); i++) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return zeros;
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
