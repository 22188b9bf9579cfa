/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.posts.Post;

/** Text that attacks: the documented exception or a reject, never anything else, and nothing disappears. */
class HostileInputTest {
    private static final String ROW = "1,a,2026-03-01T12:00:00Z,hello\n";

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "  \t ", "\u00a0", "\f"})
    void aLineOfSpaceIsARejectWithItsNumber(String space) throws IOException {
        Reading after = Reading.of(Reading.READER, "id,account,time,text\n" + ROW + space + "\n");
        Reading first = Reading.of(Reading.READER, "id,account,time,text\n" + space + "\n" + ROW);
        Reading tabs = Reading.of(Reading.READER, ("id,account,time,text\n" + ROW).replace(',', '\t') + "\t\n");

        assertThat(after.rejects())
                .singleElement()
                .satisfies(r -> assertThat(r.line()).isEqualTo(3));
        assertThat(first.rejects())
                .singleElement()
                .satisfies(r -> assertThat(r.line()).isEqualTo(2));
        assertThat(tabs.rejects())
                .singleElement()
                .satisfies(r -> assertThat(r.line()).isEqualTo(3));
        assertThat(first.posts()).hasSize(1).isEqualTo(after.posts());
    }

    @Test
    void aHeaderThatIsBrokenSaysSo() {
        assertThatThrownBy(() -> Reading.of("id,account,time,\"\"text", "1,a,2026-03-01,x"))
                .isInstanceOf(IOException.class)
                .hasMessage("posts.csv: the header on line 1 has text after a closing quote");
        assertThatThrownBy(() -> Reading.of("c,".repeat(20_000) + "c"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("posts.csv: the header");
        assertThatThrownBy(() -> Reading.of("x".repeat(2_000_000)))
                .isInstanceOf(IOException.class)
                .hasMessage("posts.csv: the header is longer than 1048576 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "lines", "array", "page"})
    void faultsOfTheInputFailInEveryFormat(String format) throws IOException {
        String object = "{\"id\":\"%d\",\"account\":\"a%d\",\"time\":1700000000,\"text\":\"hello %d\"}";
        StringBuilder text = new StringBuilder(format.equals("table") ? "id,account,time,text\n" : "");
        text.append(format.equals("array") ? "[" : format.equals("page") ? "{\"posts\":[" : "");
        for (int i = 0; i < 5_000; i++) {
            text.append(
                    format.equals("table")
                            ? i + ",a" + i + ",1700000000,hello " + i * 31
                            : object.replace("%d", String.valueOf(i * 7919)));
            text.append(format.equals("table") || format.equals("lines") ? "\n" : ",");
        }
        text.append(format.equals("array") ? "]" : format.equals("page") ? "]}" : "");
        byte[] whole = gzip(text.toString());
        assertThat(Reading.of(Reading.READER, whole).posts()).hasSize(5_000);

        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        byte[] noTrailer = Arrays.copyOf(whole, whole.length - 3);
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 0x55;
        for (byte[] bad : new byte[][] {cut, noTrailer, damaged}) {
            assertThatThrownBy(() -> Reading.of(Reading.READER, bad))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("posts.csv: the gzip file ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,account,time,text\n", "[", "{\"posts\":["})
    void aBombFailsInEveryFormat(String start) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(start.getBytes(StandardCharsets.US_ASCII));
            byte[] blank = new byte[1 << 20];
            Arrays.fill(blank, (byte) '\n');
            for (int i = 0; i < 110; i++) {
                out.write(blank);
            }
        }

        assertThatThrownBy(() -> Reading.of(Reading.READER, bytes.toByteArray()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("decompression bomb");
    }

    @Test
    void namesThatDifferInControlCharactersDiffer() throws IOException {
        Reading read = Reading.of(
                "{\"id\":1,\"account\":\"x\\u0001\",\"time\":1700000000,\"text\":\"t\"}",
                "{\"id\":2,\"account\":\"x\\u0002\",\"time\":1700000000,\"text\":\"t\"}");

        assertThat(read.posts()).extracting(Post::account).containsExactly("x\u0001", "x\u0002");
    }

    @Test
    void cellsThatAreFormulasAreTexts() throws IOException {
        Reading read = Reading.of("id,account,time,text", "=1+1,@b,1600000000,-5");

        assertThat(read.posts().get(0))
                .extracting(Post::id, Post::account, Post::text)
                .containsExactly("=1+1", "@b", "-5");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
