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
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextInputTest {
    private static String text(byte[] bytes) throws IOException {
        return text(new ByteArrayInputStream(bytes));
    }

    private static String text(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[7];
        try (var reader = RowReader.text(in)) {
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
    })
    void whatIsNoTextIsNamed(String start, String name) {
        byte[] bytes = Arrays.copyOf(start.getBytes(StandardCharsets.ISO_8859_1), 100);

        assertThatThrownBy(() -> text(bytes)).isInstanceOf(IOException.class).hasMessageContaining(name);
        assertThatThrownBy(() -> text(gzip(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(name);
    }

    @Test
    void zerosAreBinaryData() {
        assertThatThrownBy(() -> text(new byte[50]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("binary data");
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
