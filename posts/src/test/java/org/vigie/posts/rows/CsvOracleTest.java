/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What another parser writes and reads, we read in the same way. */
class CsvOracleTest {
    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell =
                Arbitraries.strings().withChars("ab ,;\t\"\n\r'#é日").ofMaxLength(6);
        return cell.list().ofSize(3).list().ofMaxSize(8);
    }

    @Property(tries = 500)
    void readsWhatFastCsvWrites(@ForAll("tables") List<List<String>> table) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord("a", "b", "c");
            table.forEach(writer::writeRecord);
        }
        List<List<String>> expected = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text.toString())) {
            reader.forEach(rec -> expected.add(rec.getFields()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        expected.remove(0);

        assertThat(read(text.toString())).isEqualTo(expected);
    }

    private static List<List<String>> read(String text) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        RowReader.withDefaults()
                .read(
                        "x",
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                        row -> rows.add(List.of(row.get("a"), row.get("b"), row.get("c"))),
                        reject -> {
                            throw new AssertionError(reject);
                        });
        return rows;
    }
}
