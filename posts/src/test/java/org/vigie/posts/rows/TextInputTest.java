/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextInputTest {
    private static String text(byte[] bytes) throws IOException {
        return text(new ByteArrayInputStream(bytes));
    }

    private static String text(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[7];
        try (var reader = RowReader.withDefaults().text(in)) {
            for (int n = reader.read(buffer, 0, 7); n >= 0; n = reader.read(buffer, 0, 7)) {
                text.append(buffer, 0, n);
            }
        }
        return text.toString();
    }

    @Test
    void theFirstByteThatIsNotAsciiDecidesTheEncoding() throws IOException {
        String french = "Le pont est ferm\u00e9 \u00e0 No\u00ebl \u20ac";

        assertThat(text(french.getBytes(StandardCharsets.UTF_8))).isEqualTo(french);
        assertThat(text(french.getBytes(Charset.forName("windows-1252")))).isEqualTo(french);
        assertThat(text("na\u00efve \ud83d\ude00 \u65e5".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("na\u00efve \ud83d\ude00 \u65e5");
    }

    @Test
    void malformedBytesOfUtf8BecomeReplacementCharacters() throws IOException {
        byte[] bytes = "\u00e9 x y".getBytes(StandardCharsets.UTF_8);
        bytes[3] = (byte) 0xE9;

        assertThat(text(bytes)).isEqualTo("\u00e9 \uFFFD y");
    }

    @Test
    void validUtf8IsReadAsTheJdkReadsItHoweverItArrives() throws IOException {
        Random random = new Random(7);
        StringBuilder expected = new StringBuilder("\u00e9");
        for (int i = 0; i < 100_000; i++) {
            int c = random.nextInt(Character.MAX_CODE_POINT + 1);
            expected.appendCodePoint(c >= 0xD800 && c < 0xE000 ? 'x' : random.nextBoolean() ? c % 0x2FF : c);
        }
        byte[] bytes = ("a" + expected).getBytes(StandardCharsets.UTF_8);
        InputStream pieces = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 3));
            }
        };

        assertThat(text(bytes)).isEqualTo("a" + expected);
        assertThat(text(pieces)).isEqualTo("a" + expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'PK\u0003\u0004', an Excel workbook",
        "PAR1, a Parquet file",
        "BZh9, compressed with bzip2",
        "SQLite format 3, an SQLite database",
        "%PDF-1.4, a PDF document",
        "<!DOCTYPE html>, a web page",
        "<html lang=en>, a web page",
        "<rss version=2>, a web page or XML",
        "'i\0\0\0d\0\0\0', UTF-32",
        "'\0\0\0i\0\0\0d', UTF-32",
    })
    void whatIsNoTextIsNamed(String start, String name) {
        byte[] bytes = Arrays.copyOf(start.getBytes(StandardCharsets.ISO_8859_1), 100);

        assertThatThrownBy(() -> text(bytes)).isInstanceOf(IOException.class).hasMessageContaining(name);
        assertThatThrownBy(() -> text(gzip(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/5/24, 9:15\u202fPM - Ann: Shut",
                "05.01.24, 21:15 - Ann: Shut",
                "05/01/2024 \u00e0 21:15 - Ann : Shut",
                "[05/01/24, 21:15:03] Ann: Shut",
                "\u200e[2024-01-05, 9:15:03 p.m.] Ann: \u200eimage omitted",
                "\uFEFF05/01/2024, 21:15 - Messages and calls are end-to-end encrypted.",
            })
    void aChatOfWhatsAppIsNamed(String line) {
        assertThatThrownBy(() -> rows(line.getBytes(StandardCharsets.UTF_8), RowReader.withDefaults()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a WhatsApp chat")
                .hasMessageContaining("account, time and text");
    }

    @Test
    void linesThatBeginWithATimeAreTexts() throws IOException {
        String line = "05/01/2024, 21:15 - Ann: Shut\n";

        assertThat(text(line.getBytes(StandardCharsets.UTF_8))).isEqualTo(line);
    }

    @Test
    void zerosAreBinaryData() {
        assertThatThrownBy(() -> text(new byte[50]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("binary data");
    }

    @Test
    void oneZeroIsBinaryDataInATableAndInJson() throws IOException {
        for (String text : new String[] {"id\0,text\n1,x\n", "{\"id\":\0 1}\n", "id,te\0xt\n"}) {
            assertThatThrownBy(() -> rows(text.getBytes(StandardCharsets.UTF_8), RowReader.withDefaults()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("binary data");
        }
        assertThat(text("one\0\ntwo\n".getBytes(StandardCharsets.UTF_8)))
                .as("a line of text may be anything")
                .isEqualTo("one\0\ntwo\n");
    }

    @Test
    void zerosOfAnEncodingThatIsNamedAreNoBinaryData() throws IOException {
        String table = "\u0442\u0435\u043a\u0441\u0442,id\n\u043c\u043e\u0441\u0442,1\n";
        for (Charset charset : new Charset[] {StandardCharsets.UTF_16LE, Charset.forName("UTF-32BE")}) {
            RowReader reader = RowReader.withDefaults().withEncoding(charset);
            assertThat(rows(table.getBytes(charset), reader)).containsExactly("\u043c\u043e\u0441\u0442");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE", "UTF-32", "GB18030"})
    void theMarkOfTheEncodingThatIsNamedIsNoText(String encoding) throws IOException {
        Charset charset = Charset.forName(encoding);
        String marked = (encoding.equals("UTF-16") ? "" : "\uFEFF") + "pont ferm\u00e9\n?";
        try (var reader = RowReader.withDefaults()
                .withEncoding(charset)
                .text(new ByteArrayInputStream(marked.getBytes(charset)))) {
            char[] buffer = new char[20];
            assertThat(new String(buffer, 0, reader.read(buffer))).isEqualTo("pont ferm\u00e9\n?");
        }
        try (var reader =
                RowReader.withDefaults().withEncoding(charset).text(new ByteArrayInputStream("?x".getBytes(charset)))) {
            char[] buffer = new char[20];
            assertThat(new String(buffer, 0, reader.read(buffer))).isEqualTo("?x");
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,windows-1251", "UTF-8,UTF-16LE", "UTF-16LE,UTF-16BE", "UTF-16BE,UTF-8", "UTF-16LE,GBK"})
    void aMarkThatContradictsTheNamedEncodingIsRefused(String written, String named) {
        byte[] bytes = "\uFEFFid,text\n".getBytes(Charset.forName(written));
        RowReader reader = RowReader.withDefaults().withEncoding(Charset.forName(named));
        assertThatThrownBy(() -> rows(bytes, reader))
                .isInstanceOf(IOException.class)
                .hasMessage("x: the file begins with the byte order mark of " + written + ", not of " + named
                        + ": leave out --encoding");
    }

    @Test
    void theFirstBytesCannotBeGoneBackTo() throws IOException {
        try (HeadStream in = new HeadStream(new ByteArrayInputStream(ascii("abc")), 2, 2)) {
            assertThat(in.markSupported()).isFalse();
            in.mark(5);
            assertThat(in.read()).isEqualTo('a');
            assertThatThrownBy(in::reset).isInstanceOf(IOException.class);
            assertThat(in.readAllBytes()).isEqualTo(ascii("bc"));
        }
    }

    private static List<String> rows(byte[] bytes, RowReader reader) throws IOException {
        List<String> rows = new ArrayList<>();
        reader.read(
                "x",
                new ByteArrayInputStream(bytes),
                row -> rows.add(row.get("\u0442\u0435\u043a\u0441\u0442")),
                reject -> {});
        return rows;
    }

    @Test
    void readsSeveralMembersAndPadding() throws IOException {
        assertThat(text(join(gzip(ascii("one,")), gzip(ascii("two")), new byte[5])))
                .isEqualTo("one,two");
    }

    @Test
    void whateverIsDamagedInAGzipFails() throws IOException {
        byte[] one = gzip(ascii("id,text\n1,hello\n"));
        byte[] two = gzip(ascii("2,world\n"));
        for (int i = 1; i < two.length; i++) {
            byte[] cut = Arrays.copyOf(two, i);
            assertThatThrownBy(() -> text(join(one, cut))).isInstanceOf(IOException.class);
        }
        byte[] wrongSum = join(one, two);
        wrongSum[one.length - 5] ^= 1;
        assertThatThrownBy(() -> text(wrongSum)).hasMessageContaining("checksum");
        byte[] noMember = join(one, two);
        noMember[one.length] = 'x';
        assertThatThrownBy(() -> text(noMember)).hasMessageContaining("does not start as gzip does");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
