/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StringTableTest {
    private static final int PAGE = 1 << 20;

    /** Short strings of few characters, so that some are equal and some are prefixes of others. */
    @Provide
    Arbitrary<List<String>> strings() {
        Arbitrary<String> few = Arbitraries.strings()
                .withChars('a', 'b', 'ÿ', 'Ā', '\u0000', '\uD83D', '\uDC4D', '\uFFFF')
                .ofMaxLength(5);
        Arbitrary<String> any =
                Arbitraries.strings().withCharRange('\u0000', '\uFFFF').ofMaxLength(60);
        return Arbitraries.oneOf(few, any).list().ofMaxSize(120);
    }

    @Property(tries = 300)
    void behavesLikeAListOfDistinctStrings(@ForAll("strings") List<String> strings) {
        StringTable table = new StringTable();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (String text : strings) {
            int expected = numbers.computeIfAbsent(text, k -> numbers.size());
            assertThat(table.add(text)).isEqualTo(expected);
        }
        assertThat(table.size()).isEqualTo(numbers.size());
        numbers.forEach((text, number) -> {
            assertThat(table.get(number)).isEqualTo(text);
            assertThat(table.length(number)).isEqualTo(text.length());
            assertThat(table.find(text)).isEqualTo(number);
        });
        assertThat(table.find("no string of the table is this one, for it is long and of the alphabet only"))
                .isEqualTo(-1);
    }

    @Property(tries = 200)
    void comparesAsStringsDo(@ForAll("strings") List<String> strings) {
        StringTable table = new StringTable();
        strings.forEach(table::add);
        for (int a = 0; a < Math.min(20, table.size()); a++) {
            for (int b = 0; b < table.size(); b++) {
                assertThat(Integer.signum(table.compare(a, b)))
                        .isEqualTo(Integer.signum(table.get(a).compareTo(table.get(b))));
            }
        }
    }

    @Test
    void theEmptyStringMayComeFirstOrWhenAPageIsFull() {
        StringTable first = new StringTable();
        assertThat(first.find("")).isEqualTo(-1);
        assertThat(first.add("")).isZero();
        assertThat(first.add("")).isZero();
        assertThat(first.get(0)).isEmpty();
        assertThat(first.add("a")).isEqualTo(1);
        assertThat(first.compare(0, 1)).isNegative();
        assertThat(first.compare(0, 0)).isZero();

        StringTable full = new StringTable();
        full.add("x".repeat(PAGE));
        assertThat(full.add("")).isEqualTo(1);
        assertThat(full.get(1)).isEmpty();
        assertThat(full.add("y")).isEqualTo(2);
        assertThat(full.get(2)).isEqualTo("y");
        assertThat(full.find("")).isEqualTo(1);
    }

    @Test
    void loneSurrogatesComeBackAsTheyWent() {
        List<String> hostile =
                List.of("\uD800", "\uDC00", "\uDC00\uD800", "\uD83D\uDC4D", "a\uD800", "\uD800a", "\u0000");
        StringTable table = new StringTable();
        hostile.forEach(table::add);
        for (int i = 0; i < hostile.size(); i++) {
            assertThat(table.get(i)).isEqualTo(hostile.get(i));
            assertThat(table.find(hostile.get(i))).isEqualTo(i);
        }
    }

    @Test
    void narrowAndWideTextsOfOnePageAndOfMoreThanOneStayApart() {
        List<String> texts = new ArrayList<>();
        int[] lengths = {1, 1000, 1023, 1024, 1025, PAGE / 2, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE, 3 * PAGE + 5, 7};
        for (int length : lengths) {
            texts.add("é".repeat(length)); // one byte a character
            texts.add("ж".repeat(length)); // two
            texts.add("e".repeat(length) + "ж");
            texts.add("small " + length);
        }
        StringTable table = new StringTable();
        for (int i = 0; i < texts.size(); i++) {
            assertThat(table.add(texts.get(i))).isEqualTo(i);
        }
        for (int i = 0; i < texts.size(); i++) {
            // Not isEqualTo: a failure must not print megabytes.
            assertThat(table.get(i).equals(texts.get(i))).as("text " + i).isTrue();
            assertThat(table.find(texts.get(i))).isEqualTo(i);
        }
        assertThat(table.compare(table.find("é".repeat(PAGE)), table.find("é".repeat(PAGE + 1))))
                .isNegative();
        assertThat(table.compare(table.find("ж".repeat(PAGE)), table.find("é".repeat(PAGE))))
                .isPositive();
    }

    @Test
    void aHundredThousandStringsKeepTheirNumbers() {
        SplittableRandom random = new SplittableRandom(5);
        StringTable table = new StringTable();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            String text = i + (random.nextBoolean() ? "-name-" : "-имя-") + "x".repeat(random.nextInt(40));
            texts.add(text);
            assertThat(table.add(text)).isEqualTo(i);
        }
        for (int i = 0; i < texts.size(); i++) {
            assertThat(table.add(texts.get(i))).isEqualTo(i);
            assertThat(table.get(i)).isEqualTo(texts.get(i));
        }
        assertThat(table.size()).isEqualTo(100_000);
    }

    @Test
    void manyThreadsMayReadAWholeTable() throws InterruptedException {
        StringTable table = new StringTable();
        for (int i = 0; i < 1000; i++) {
            table.add("текст " + i);
        }
        AtomicInteger wrong = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 1000; i++) {
                    if (!table.get(i).equals("текст " + i) || table.find("текст " + i) != i) {
                        wrong.incrementAndGet();
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong.get()).isZero();
    }

    @Test
    void refusesNumbersThatAreNotThere() {
        StringTable table = new StringTable();
        table.add("only");
        for (int number : new int[] {-1, 1, 15}) {
            assertThatThrownBy(() -> table.get(number)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> table.length(number)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> table.compare(0, number)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> table.compare(number, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Property(tries = 200)
    void aSnapshotStaysAsItIs(@ForAll("strings") List<String> some, @ForAll("strings") List<String> more) {
        StringTable table = new StringTable();
        some.forEach(table::add);
        StringTable snapshot = table.snapshot();
        List<String> known = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            known.add(table.get(i));
        }
        more.forEach(table::add);
        assertThat(snapshot.size()).isEqualTo(known.size());
        for (int i = 0; i < known.size(); i++) {
            assertThat(snapshot.get(i)).isEqualTo(known.get(i));
            assertThat(snapshot.find(known.get(i))).isEqualTo(i);
        }
        for (String text : more) {
            assertThat(snapshot.find(text)).isEqualTo(known.indexOf(text));
            assertThat(table.get(table.find(text))).isEqualTo(text);
        }
    }

    /** The first page is copied when it grows, and later ones are written on behind what the snapshot knows. */
    @Test
    void aSnapshotIsOfAnyLengthAndTakesNothing() {
        StringTable table = new StringTable();
        List<StringTable> snapshots = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            if (i % 3_000 == 0) {
                snapshots.add(table.snapshot());
            }
            table.add("number " + i + " " + "x".repeat(i % 90));
        }
        for (int s = 0; s < snapshots.size(); s++) {
            StringTable snapshot = snapshots.get(s);
            assertThat(snapshot.size()).isEqualTo(3_000 * s);
            for (int i = 0; i < snapshot.size(); i += 7) {
                String text = "number " + i + " " + "x".repeat(i % 90);
                assertThat(snapshot.get(i)).isEqualTo(text);
                assertThat(snapshot.find(text)).isEqualTo(i);
            }
            assertThat(snapshot.find("number 29999 " + "x".repeat(29_999 % 90))).isEqualTo(-1);
        }
        assertThatThrownBy(() -> snapshots.get(1).add("more"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a snapshot takes no strings");
    }
}
