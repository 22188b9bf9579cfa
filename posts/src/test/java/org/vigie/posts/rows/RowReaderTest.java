/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.posts.PostSource.Reject;

class RowReaderTest {
    @TempDir
    Path folder;

    private final List<String> rows = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();

    private RowSummary read(byte[] content) throws IOException {
        return read(content, RowReader.withDefaults());
    }

    private RowSummary read(byte[] content, RowReader reader) throws IOException {
        Path file = Files.write(folder.resolve("posts"), content);
        return reader.read(
                file, row -> rows.add(row.line() + ":" + row.get("id") + "|" + row.get("text")), rejects::add);
    }

    private RowSummary read(String content) throws IOException {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void seesTheSeparatorInTheHeader(String separator) throws IOException {
        read("id,text\n1,été\n2,x\n".replace(",", separator));

        assertThat(rows).containsExactly("2:1|été", "3:2|x");
    }

    @Test
    void readsQuotedFieldsAcrossLinesAndKeepsLineNumbers() throws IOException {
        read("id,text\r\n1,\"first\r\nsecond, \"\"quoted\"\"\"\r\n2,after\r\n");

        assertThat(rows).containsExactly("2:1|first\r\nsecond, \"quoted\"", "4:2|after");
        assertThat(rejects).isEmpty();
    }

    @Test
    void aStrayQuoteCostsOneRowOnly() throws IOException {
        RowSummary summary = read("id,text\n1,\"never closed\n2,fine\n3,\"also fine\"\n4,last\n");

        assertThat(rows).containsExactly("3:2|fine", "4:3|also fine", "5:4|last");
        assertThat(rejects).singleElement().satisfies(r -> {
            assertThat(r.line()).isEqualTo(2);
            assertThat(r.content()).isEqualTo("1,\"never closed");
        });
        assertThat(summary.rows()).isEqualTo(4);
        assertThat(summary.rejects()).isEqualTo(1);
    }

    @Test
    void rejectsAWrongNumberOfFieldsATextAfterAQuoteAndAHalfWrittenLastLine() throws IOException {
        read("id,text\n1,a,b\n2\n3,\"x\" y\n4,good\n5");

        assertThat(rows).containsExactly("5:4|good");
        assertThat(rejects)
                .extracting(Reject::line, Reject::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "has 3 fields but the header has 2"),
                        org.assertj.core.groups.Tuple.tuple(3L, "has 1 field but the header has 2"),
                        org.assertj.core.groups.Tuple.tuple(4L, "has text after a closing quote"),
                        org.assertj.core.groups.Tuple.tuple(6L, "has 1 field but the header has 2"));
    }

    @Test
    void rejectsALongLineWithoutKeepingIt() throws IOException {
        read(("id,text\n1," + "x".repeat(10_000_000) + "\n2,short\n").getBytes(StandardCharsets.UTF_8));

        assertThat(rows).containsExactly("3:2|short");
        assertThat(rejects).singleElement().satisfies(r -> {
            assertThat(r.reason()).isEqualTo("longer than 1048576 characters (10000002)");
            assertThat(r.content()).hasSize(Reject.MAX_CONTENT);
        });
    }

    @Test
    void anUnclosedQuoteIsGivenUpAtTheLimit() throws IOException {
        StringBuilder text = new StringBuilder("id,text\n1,\"open\n");
        for (int i = 2; i < 2_000; i++) {
            text.append(i).append(",row\n");
        }
        read(
                text.toString().getBytes(StandardCharsets.UTF_8),
                RowReader.withDefaults().withMaxRecordLength(1_000));

        assertThat(rows).hasSize(1_998);
        assertThat(rejects)
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).isEqualTo("a quote is not closed within 1000 characters"));
    }

    @Test
    void readsGzipAndGivesTheHashOfTheStoredBytes() throws IOException {
        byte[] stored = gzip("id,text\n1,hello\n".getBytes(StandardCharsets.UTF_8));
        RowSummary summary = read(stored);

        assertThat(rows).containsExactly("2:1|hello");
        assertThat(summary.bytes()).isEqualTo(stored.length);
        assertThat(summary.sha256()).hasSize(64);
    }

    @Test
    void refusesADecompressionBomb() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return length;
            }
        };
        BombGuard guard = new BombGuard(endless, new CountingStream(InputStream.nullInputStream()));

        assertThat(guard.readNBytes(1 << 20)).hasSize(1 << 20);
        assertThatThrownBy(() -> guard.transferTo(OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expands more than 200 times");
    }

    @Test
    void aTruncatedGzipFails() throws IOException {
        byte[] stored = gzip("id,text\n1,hello\n".repeat(1_000).getBytes(StandardCharsets.UTF_8));
        byte[] half = java.util.Arrays.copyOf(stored, stored.length / 2);

        assertThatThrownBy(() -> read(half)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void honoursByteOrderMarksAndSeesUtf16WithoutOne(String charset) throws IOException {
        read("\uFEFFid,text\n1,naïve\n".getBytes(Charset.forName(charset)));
        read("id,text\n1,naïve\n".getBytes(Charset.forName(charset)));

        assertThat(rows).containsExactly("2:1|naïve", "2:1|naïve");
    }

    @Test
    void anEmptyFileHasNoRows() throws IOException {
        assertThat(read("").rows()).isZero();
        assertThat(read("\n\n").rows()).isZero();
        assertThat(read("id,text\n").rows()).isZero();
    }

    @Test
    void readsJsonLinesAndRejectsBrokenOnes() throws IOException {
        read("""
                {"id":1,"text":"a"}
                {"id":2,"text":
                [1]

                {"id":3,"text":"c","x":{"y":null}} z
                {"id":4,"text":"\\ud800"}
                """);

        // Line 2 is not complete; what is left of it on line 3 is passed with it.
        assertThat(rows).containsExactly("1:1|a", "5:3|c", "6:4|\ud800");
        assertThat(rejects).extracting(Reject::line).containsExactly(2L, 5L);
    }

    @Test
    void readsADocumentWithAnArrayAtTheTopOrUnderAKnownName() throws IOException {
        read("[\n {\"id\": \"a\", \"text\": \"x\"},\n {\"id\": \"b\", \"text\": \"y\"}\n]");
        read("{\"name\": \"chat\", \"messages\": [{\"id\": \"c\", \"text\": [\"one \", {\"text\": \"two\"}]}]}");

        assertThat(rows).containsExactly("2:a|x", "3:b|y", "1:c|one ");
    }

    @Test
    void deepNestingIsRejectedNotFollowed() throws IOException {
        read("{\"id\":1,\"text\":\"ok\"}\n{\"id\":2,\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}\n");

        assertThat(rows).containsExactly("1:1|ok");
        assertThat(rejects).hasSize(1);
    }

    @Test
    void checksItsLimit() {
        assertThatThrownBy(() -> RowReader.withDefaults().withMaxRecordLength(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("characters must be at least 1 but was 0");
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
