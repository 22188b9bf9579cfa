/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vigie.nlp.text.NormalizerVersion;
import org.vigie.nlp.text.Shingler;
import org.vigie.nlp.text.ShinglerVersion;
import org.vigie.nlp.text.TextNormalizer;

class DuplicateSnapshotTest {
    private static final NearDuplicates FIRST = NearDuplicates.withDefaults()
            .withNormalizer(TextNormalizer.social().withVersion(NormalizerVersion.V1))
            .withShingler(Shingler.characters(5).withVersion(ShinglerVersion.V1));
    private static final NearDuplicates SEARCH = FIRST.withThreshold(0.7);

    @Test
    void aRestoredIndexAnswersLikeTheWrittenOne() throws IOException {
        List<String> texts = NearDuplicatesTest.variants(5, 300);
        NearDuplicateIndex index = NearDuplicateIndex.of(SEARCH);
        fill(index, texts, 0, 300);
        NearDuplicateIndex restored = NearDuplicateIndex.restore(SEARCH, in(bytes(index)));
        assertThat(restored.size()).isEqualTo(index.size());
        for (int i = 0; i < texts.size(); i++) {
            assertThat(restored.query(texts.get(i))).isEqualTo(index.query(texts.get(i)));
            assertThat(restored.copies(i)).isEqualTo(index.copies(i));
        }
        assertThat(restored.expireBefore(100)).isEqualTo(index.expireBefore(100));
        assertThat(bytes(restored)).isEqualTo(bytes(index));
    }

    private static final String ITEMS = "00000002"
            + "000000000000000200000000000000060000000000000002" + "00000002" + "00610062"
            + "000000000000000700000000000000030000000000000001" + "00000006" + "00e9007400e90020d8000078";

    private static NearDuplicateIndex small() {
        NearDuplicateIndex index = NearDuplicateIndex.of(FIRST.withSeed(99));
        index.add(7, "\u00c9t\u00e9 \ud800x", 3);
        index.add(2, "ab", 5);
        index.add(8, "AB", 6);
        return index;
    }

    /** Format 2, whatever comes later. */
    @Test
    void theBytesOfFormatTwoStay() throws IOException {
        String golden = "564e444900000002" + "0000001b" + utf16("social v1, char:5 v1 seed 0") + ITEMS;
        byte[] bytes = bytes(small());
        assertThat(HexFormat.of().formatHex(bytes, 0, bytes.length - 4)).isEqualTo(golden);
        assertThat(HexFormat.of().formatHex(bytes, bytes.length - 4, bytes.length))
                .isEqualTo("9cc2a815");
        assertThat(NearDuplicateIndex.restore(FIRST, in(bytes)).copies(2)).isEqualTo(2);
    }

    /** Format 1 said nothing of versions: it is that of V1. */
    @Test
    void formatOneIsStillRead() throws IOException {
        byte[] bytes = HexFormat.of()
                .parseHex("564e444900000001" + "00000015" + utf16("social, char:5 seed 0") + ITEMS + "dc9c861e");
        NearDuplicateIndex read = NearDuplicateIndex.restore(FIRST, in(bytes));
        assertThat(bytes(read)).isEqualTo(bytes(small()));
        assertThatThrownBy(() -> NearDuplicateIndex.restore(
                        NearDuplicates.withDefaults().withNormalizer(TextNormalizer.basic()), in(bytes)))
                .hasMessage("normaliser and shingler of a snapshot must be basic, char:5 seed 0"
                        + " but were social, char:5 seed 0");
    }

    @Test
    void refusesWhatIsNotWhole() throws IOException {
        NearDuplicateIndex index = NearDuplicateIndex.of(SEARCH);
        fill(index, NearDuplicatesTest.variants(6, 5), 0, 5);
        byte[] bytes = bytes(index);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> NearDuplicateIndex.restore(SEARCH, in(cut)))
                    .isInstanceOf(IOException.class);
        }
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 0x10;
            assertThatThrownBy(() -> NearDuplicateIndex.restore(SEARCH, in(changed)))
                    .as("byte %d changed", at)
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> NearDuplicateIndex.restore(SEARCH.withNormalizer(TextNormalizer.basic()), in(bytes)))
                .hasMessage("normaliser and shingler of a snapshot must be basic v1, char:5 v1 seed 0 but were"
                        + " social v1, char:5 v1 seed 0");
        assertThatThrownBy(() -> NearDuplicateIndex.restore(SEARCH, in(new byte[40])))
                .hasMessage("magic number of a snapshot must be 1447969865 but was 0");
    }

    @Test
    void mergedShardsAnswerLikeOneIndex() {
        List<String> texts = NearDuplicatesTest.variants(9, 400);
        NearDuplicateIndex whole = NearDuplicateIndex.of(SEARCH);
        NearDuplicateIndex first = NearDuplicateIndex.of(SEARCH);
        NearDuplicateIndex second = NearDuplicateIndex.of(SEARCH.withSeed(5));
        fill(whole, texts, 0, 400);
        fill(first, texts, 0, 150);
        fill(second, texts, 150, 400);
        first.merge(second);
        assertThat(first.size()).isEqualTo(whole.size());
        for (int i = 0; i < texts.size(); i++) {
            assertThat(first.query(texts.get(i))).isEqualTo(whole.query(texts.get(i)));
            assertThat(first.copies(i)).isEqualTo(whole.copies(i));
        }
    }

    @Test
    void mergeRefusesOtherParametersAndIdsThatStandForTwoTexts() {
        NearDuplicateIndex index = NearDuplicateIndex.of(SEARCH);
        index.add(1, "one text", 0);
        NearDuplicateIndex other = NearDuplicateIndex.of(SEARCH);
        other.add(0, "a third text", 0);
        other.add(1, "another text", 0);
        assertThatThrownBy(() -> index.merge(other))
                .hasMessage("id must stand for the same text in both indices but 1 does not");
        assertThat(index.size()).as("nothing was added").isEqualTo(1);
        NearDuplicateIndex words = NearDuplicateIndex.of(SEARCH.withShingler(Shingler.words(1)));
        assertThatThrownBy(() -> index.merge(words))
                .hasMessage("normaliser and shingler of both indices must be the same but were"
                        + " social v1, char:5 v1 seed 0 and social v1, word:1 v1 seed 0");
        index.merge(index);
        assertThat(index.copies(1)).isEqualTo(2);
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void mergingBothWaysAtOnceDoesNotLockUp() {
        NearDuplicateIndex a = NearDuplicateIndex.of(SEARCH);
        NearDuplicateIndex b = NearDuplicateIndex.of(SEARCH);
        List<String> texts = NearDuplicatesTest.variants(3, 100);
        fill(a, texts, 0, 50);
        fill(b, texts, 50, 100);
        CompletableFuture<?> other = CompletableFuture.runAsync(() -> repeat(() -> b.merge(a)));
        repeat(() -> a.merge(b));
        other.join();
        assertThat(a.size()).isEqualTo(b.size());
    }

    /** Heap a distinct text beyond its characters: half is the index, a tenth the string without its characters. */
    @Test
    void aDistinctTextTakesAboutFiveHundredBytes() {
        int count = 40_000;
        NearDuplicateIndex index = NearDuplicateIndex.of(FIRST);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(Long.toString(i * 0x9e3779b97f4a7c15L, 36) + " " + Long.toString(i * 0xd6e8feb86659fd93L, 36));
        }
        fill(NearDuplicateIndex.of(FIRST), texts, 0, 100); // the tables of the normaliser are nobody's
        long characters = texts.stream().mapToLong(String::length).sum();
        long before = used();
        fill(index, texts, 0, count);
        double each = (double) (used() - before - characters) / index.size();
        assertThat(each).isBetween(300.0, 560.0);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private static void repeat(Runnable task) {
        for (int i = 0; i < 20; i++) {
            task.run();
        }
    }

    private static void fill(NearDuplicateIndex index, List<String> texts, int from, int to) {
        for (int i = from; i < to; i++) {
            index.add(i, texts.get(i), i);
        }
    }

    private static byte[] bytes(NearDuplicateIndex index) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        index.snapshot(out);
        return out.toByteArray();
    }

    private static ByteArrayInputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static String utf16(String text) {
        StringBuilder hex = new StringBuilder();
        text.chars().forEach(c -> hex.append(HexFormat.of().toHexDigits((char) c)));
        return hex.toString();
    }
}
