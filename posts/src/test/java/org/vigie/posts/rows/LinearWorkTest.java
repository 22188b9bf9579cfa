/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Twice the input is at most 2.2 times the work, counted in characters that are looked at; and memory stays bounded. */
class LinearWorkTest {
    private static final int MAX_RECORD = 1 << 12;
    private static final int SIZE = 200_000;
    private static final String HEADER = "id,account,time,text\n";

    static Stream<Arguments> hostile() {
        String header = HEADER;
        return Stream.of(
                input("quotes that pair up across lines", n -> header + "a\"b,\"\n".repeat(n / 6)),
                input("quotes with text behind them", n -> header + "a\"b,\"c\n".repeat(n / 7)),
                input("quotes that close with too many fields", n -> header + "a\",b,\"\n".repeat(n / 7)),
                input("one quote that never closes", n -> header + "1,\"" + "x\n".repeat(n / 2)),
                input("a wide header and open quotes", n -> "c,".repeat(900) + "c\n" + "a\",b,\"\n".repeat(n / 7)),
                input("quotes that never close, far apart", n -> header + ("\"" + "x\n".repeat(700)).repeat(n / 1401)),
                input("doubled quotes", n -> header + "1,\"" + "\"\"".repeat(n / 2)),
                input("escaped quotes", n -> header + "1,\"x\\\"y" + "\\\"".repeat(n / 2)),
                input("doubled quotes over lines", n -> header + "1,\"" + "\"\"\n".repeat(n / 3)),
                input("blank lines", n -> header + "\n".repeat(n)),
                input("blank lines before the header", n -> "\n".repeat(n) + header),
                input("lines of a space", n -> header + " \n".repeat(n / 2)),
                input("one long line", n -> header + "x".repeat(n)),
                input("separators", n -> header + ",".repeat(n)),
                input("braces that open", n -> "{\"a\":".repeat(n / 5)),
                input("objects that do not end", n -> "{\"a\":1,\n".repeat(n / 8)),
                input("objects that do not end in an array", n -> "[" + "{\"a\":1,\n".repeat(n / 8)),
                input("strings that do not end", n -> "{\"a\":\"\n".repeat(n / 7)),
                input("backslashes", n -> "{\"a\":\"" + "\\".repeat(n)),
                input("arrays in arrays", n -> "[".repeat(n)),
                input("pages in pages", n -> "{\"data\":[".repeat(n / 9)),
                input("pages in objects", n -> "{\"data\":".repeat(n / 8)),
                input("one page", n -> "{\"data\":[" + "{\"id\":1},".repeat(n / 9) + "]}"),
                input(
                        "posts in posts",
                        n -> ("{\"time\":1,\"account\":2,\"text\":3,\"data\":[".repeat(5) + "]}".repeat(5))
                                .repeat(n / 230)),
                input("posts that open", n -> "{\"time\":1,\"account\":2,\"text\":3,\"data\":[".repeat(n / 44)),
                input(
                        "names of objects in arrays",
                        n -> "{\"" + "a".repeat(3000) + "\":[{\"a\":[" + "{\"b\":1},".repeat(n / 8) + "{}]}]}"),
                input("scalars", n -> "[" + "1,".repeat(n / 2)),
                input("one string", n -> "[\"" + "a".repeat(n)),
                input("objects that are no JSON", n -> "{x}\n".repeat(n / 4)),
                input("objects over several lines that are no JSON", n -> "{x\n}\n".repeat(n / 5)));
    }

    private static Arguments input(String name, IntFunction<String> make) {
        return Arguments.of(name, make);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void twiceTheInputIsTwiceTheWork(String name, IntFunction<String> make) throws IOException {
        Work once = work(make.apply(SIZE));
        Work twice = work(make.apply(2 * SIZE));

        assertThat(twice.looked).isLessThanOrEqualTo((long) (2.2 * once.looked) + 10 * MAX_RECORD);
        assertThat(once.looked).isLessThan(12L * SIZE);
        assertThat(twice.buffer).as("characters kept in the end").isLessThan(20 * MAX_RECORD + (1 << 18));
        if (make.apply(100).startsWith(HEADER)) { // a page of JSON is kept so long that its fields are known
            assertThat(twice.largest).as("characters kept").isLessThan(20 * MAX_RECORD + (1 << 18));
        }
    }

    @Test
    void noPageIsKeptBeyondItsLimit() throws IOException {
        Work work = work("{\"data\":[" + "{\"id\":1},".repeat(3_000_000) + "]}");

        assertThat(work.largest).isLessThan(1 << 25);
        assertThat(work.rows).isEqualTo(3_000_000);
    }

    @Test
    void everyLineOfAHostileTableIsAccountedFor() throws IOException {
        Work work = work("id,account,time,text\n" + "a\"b,\"\n".repeat(20_001));

        assertThat(work.rows + work.rejects).isEqualTo(20_001);
    }

    private record Work(long looked, int buffer, int largest, long rows, long rejects) {}

    private static Work work(String text) throws IOException {
        Window window = new Window(slow(text), MAX_RECORD);
        AtomicLong rows = new AtomicLong();
        AtomicLong rejects = new AtomicLong();
        RowReader.Counter counter =
                new RowReader.Counter("x", row -> rows.incrementAndGet(), reject -> rejects.incrementAndGet());
        RowReader.withDefaults()
                .withPostColumns(Set.of("time"), Set.of("account"), Set.of("text"))
                .withMaxRecordLength(MAX_RECORD)
                .read(window, counter);
        return new Work(window.looked(), window.chars.length, window.largest(), rows.get(), rejects.get());
    }

    /** Gives a few characters at a time, as a pipe does. */
    private static Reader slow(String text) {
        return new StringReader(text) {
            @Override
            public int read(char[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, 1_000));
            }
        };
    }

    @ParameterizedTest
    @MethodSource("cells")
    void cellsAreReadInLinearTime(String cell) {
        assertThat(Cells.htmlToText(cell.repeat(1 << 17))).isNotNull();
        assertThat(Cells.links(cell.repeat(1 << 17))).isNotNull();
        assertThat(Cells.list(cell.repeat(1 << 16))).isNotNull();
        assertThat(Cells.values(cell.repeat(1 << 17), "a")).isNotNull();
    }

    static List<String> cells() {
        return List.of("<", "&", "<a", "<a ", "<a href=\"", "<a >", "&a", "{", "'", "\"", "\\", "[{'a':", ",", "'a':");
    }

    /** To compose them takes quadratic time; that they stay as they are shows that nobody tries. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0301", "\u0301\u0323", "\u0315\u0300\u05aeb", "\u1100\u1161"})
    void longNamesOfMarksStayAsTheyAre(String marks) throws IOException {
        String name = "a" + marks.repeat(500_000 / marks.length());
        assertThat(RowReader.columnName(name)).isEqualTo(name);
        assertThat(work(("{\"" + name.substring(0, 3_000) + "\":1}\n").repeat(50)).rejects)
                .isZero();
    }

    @Test
    void namesThatNeverComeAgainDoNotStay() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            text.append("{\"a").append(i).append("\":{\"b").append(i).append("\":1}}\n");
        }
        assertThat(work(text.toString()).rows).isEqualTo(60_000);
    }

    @Test
    void longNamesDoNotFillTheMemory() throws IOException {
        RowReader reader = RowReader.withDefaults();
        String below = "{\"" + "n".repeat(4_000) + "\":{" + "\"%d\":1,".repeat(10_000) + "\"z\":1}}\n";
        String once = String.format(below, IntStream.range(0, 10_000).boxed().toArray());
        List<String> reasons = new ArrayList<>();
        AtomicLong rows = new AtomicLong();
        reader.read(
                new Window(new StringReader(once + "{\"" + "n".repeat(400_000) + "\":1}\n{\"id\":1}\n"), 1 << 20),
                new RowReader.Counter("x", row -> rows.incrementAndGet(), reject -> reasons.add(reject.reason())));

        assertThat(rows).hasValue(1);
        assertThat(reasons).hasSize(2);
        assertThat(reasons.get(0)).isEqualTo("has names that are too long together");
        assertThat(reasons.get(1)).contains("exceeds the maximum allowed");
    }
}
