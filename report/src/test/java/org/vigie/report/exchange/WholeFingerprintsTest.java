/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.report.exchange.MadeUp.DAY;
import static org.vigie.report.exchange.MadeUp.MAKER;
import static org.vigie.report.exchange.MadeUp.START;
import static org.vigie.report.exchange.MadeUp.written;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vigie.report.exchange.RunContents.Finding;

/** A file of fingerprints that is not whole is never read as one. */
class WholeFingerprintsTest {
    private static Fingerprint print(int number) {
        return MAKER.of(
                new Finding(
                        "C" + number,
                        START,
                        START,
                        START,
                        24,
                        843,
                        List.of("The old stone bridge is shut today, says the mayor of town " + number),
                        List.of("news.example/" + number)),
                DAY);
    }

    private static String three(int first) throws IOException {
        List<Fingerprint> prints = List.of(print(first), print(first + 1), print(first + 2));
        return written(FingerprintFile.merge(List.of(
                new FingerprintFile(MAKER.keyId(), prints, List.of(), 2),
                MAKER.revoke(List.of(prints.get(0).id())))));
    }

    private static FingerprintFile read(String text) throws IOException {
        return FingerprintFile.read("f.jsonl", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theClosingLineIsOfAllBefore() throws IOException {
        String whole = three(1);
        List<String> lines = whole.lines().toList();
        assertThat(lines).hasSize(6);
        String before = whole.substring(0, whole.lastIndexOf('{'));
        assertThat(lines.get(5))
                .isEqualTo("{\"fingerprints\":3,\"revocations\":1,\"sha256\":\"" + Closing.sum(before) + "\"}");
        assertThat(read(whole).warnings()).isEmpty();
        assertThat(written(read(whole))).isEqualTo(whole);
        assertThat(written(FingerprintFile.merge(List.of(read(whole), read(three(3))))))
                .contains("{\"fingerprints\":5,\"revocations\":2,");
    }

    /** Wherever a download ends. */
    @Test
    void aFileThatIsCutAnywhereIsRefused() throws IOException {
        String whole = three(1);
        for (int length = 0; length < whole.length() - 1; length++) {
            String cut = whole.substring(0, length);
            assertThatThrownBy(() -> read(cut))
                    .as("the first " + length)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("f.jsonl ");
        }
        assertThat(read(whole.substring(0, whole.length() - 1)).fingerprints())
                .as("a last line break tells nothing")
                .hasSize(3);
        assertThatThrownBy(() -> read(whole.substring(0, whole.lastIndexOf('{'))))
                .hasMessage("f.jsonl has no closing line: part of it is missing; get it again");
    }

    @Test
    void whatIsFilteredPutTogetherOrChangedByHandIsRefused() throws IOException {
        String whole = three(1);
        List<String> lines = whole.lines().toList();
        for (int left = 0; left < lines.size(); left++) {
            String out = lines.get(left) + "\n";
            assertThatThrownBy(() -> read(whole.replace(out, ""))).as(out).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> read(whole.replace(lines.get(1) + "\n", "")))
                .hasMessage(
                        "f.jsonl has 2 fingerprints and 1 revocation, but its closing line says 3 and 1; get it again");
        assertThatThrownBy(() -> read(whole.replace(lines.get(1), lines.get(2))))
                .hasMessage("f.jsonl was changed after it was written: its closing line has another sum; get it again");
        assertThatThrownBy(() -> read(whole + three(4)))
                .hasMessageEndingWith("nothing may follow the closing line; vigie match --merge puts files together");
        assertThatThrownBy(() -> read(whole.substring(0, whole.lastIndexOf('{')) + three(4)))
                .hasMessageEndingWith("the first line must come once; vigie match --merge puts files together");
        assertThatThrownBy(() -> read(older() + whole))
                .hasMessageEndingWith("the first line must come once; vigie match --merge puts files together");
        assertThatThrownBy(() -> read(whole.replace("\"fingerprints\":3,", "")))
                .hasMessageEndingWith("it has no fingerprints");
        assertThat(read(Closing.of(whole)).fingerprints()).isEqualTo(read(whole).fingerprints());
    }

    /** Read in pieces of any size, and byte by byte, the sum is the same. */
    @Test
    void theSumIsOfTheBytesHoweverTheyCome() throws IOException {
        String text = "one\n\ntwo\r\nthree\nfour";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int size = 0; size <= bytes.length; size++) {
            SummedLines lines = new SummedLines(new ByteArrayInputStream(bytes));
            byte[] piece = new byte[size + 2];
            StringBuilder passed = new StringBuilder();
            int count = 0;
            while (count >= 0) {
                passed.append(new String(piece, 1, count, StandardCharsets.UTF_8));
                if (size == 0) {
                    int one = lines.read();
                    piece[1] = (byte) one;
                    count = one < 0 ? -1 : 1;
                } else {
                    count = lines.read(piece, 1, size);
                }
            }
            assertThat(passed.toString()).isEqualTo(text);
            assertThat(lines.sum()).as("pieces of " + size).isEqualTo(Closing.sum("one\n\ntwo\r\nthree\n"));
        }
    }

    private static String older() throws IOException {
        try (InputStream in =
                WholeFingerprintsTest.class.getResourceAsStream("/golden/fingerprints-1/fingerprints.jsonl")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What version 1 wrote. */
    @Test
    void theOlderFormatIsReadWithAWarning() throws IOException {
        FingerprintFile old = read(older());
        assertThat(old.fingerprints())
                .extracting(Fingerprint::id)
                .containsExactly("CdXemZz291sIus1G", "SPGxBnb37wOZo17R");
        assertThat(old.revocations()).hasSize(1);
        assertThat(old.withheld()).isEqualTo(3);
        assertThat(MAKER.forged(old)).isEmpty();
        assertThat(old.warnings())
                .containsExactly("f.jsonl is of the older format vigie-fingerprints-1, which can't show whether it is "
                        + "whole; vigie match --merge writes it anew");
        assertThat(read(older() + older()).fingerprints())
                .as("such files were put one after the other")
                .hasSize(4);
        FingerprintFile anew = read(written(FingerprintFile.merge(List.of(old))));
        assertThat(anew.fingerprints()).isEqualTo(old.fingerprints());
        assertThat(anew.warnings()).isEmpty();
    }

    /** A partner may send one line of blanks without end. */
    @Test
    void aLongLineIsNotHeld() throws IOException {
        String whole = three(1);
        String blank = " ".repeat(1 << 20);
        for (String hostile : List.of(blank + whole, whole + blank, whole.replace("\n", "\n" + blank))) {
            SummedLines lines = new SummedLines(new ByteArrayInputStream(hostile.getBytes(StandardCharsets.UTF_8)));
            byte[] some = new byte[1000];
            while (lines.read(some, 0, some.length) >= 0) {
                assertThat(lines.held()).isLessThanOrEqualTo(SummedLines.MOST_HELD);
            }
            assertThatThrownBy(() -> read(hostile)).isInstanceOf(IOException.class);
        }
    }
}
