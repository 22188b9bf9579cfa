/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that can't be read to its end fails the run, in every format and command: part of the posts is no result. */
final class DamagedInputTest {
    @TempDir
    private Path folder;

    /** The same rows in every format, with these columns. */
    private static Map<String, String> formats(String a, String b, String c, String d) {
        StringBuilder csv = new StringBuilder(String.join(",", a, b, c, d) + "\n");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            String time = "2026-03-02T08:%02d:%02dZ".formatted(i / 60, i % 60);
            csv.append("p%d,a%d,%s,text number %d of all\n".formatted(i, i % 7, time, i));
            lines.append("{\"%s\":\"p%d\",\"%s\":\"a%d\",\"%s\":\"%s\",\"%s\":\"text number %d of all\"}\n"
                    .formatted(a, i, b, i % 7, c, time, d, i));
        }
        Map<String, String> formats = new TreeMap<>();
        formats.put("csv", csv.toString());
        formats.put("tsv", csv.toString().replace(',', '\t'));
        formats.put("jsonl", lines.toString());
        formats.put("json", "[" + lines.toString().strip().replace("\n", ",\n") + "]");
        return formats;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void failsInEveryFormatAndCommand() throws IOException {
        Path out = folder.resolve("out");
        requireFailures(
                formats("id", "account", "time", "text"),
                file -> List.of(
                        List.of("detect", file, "--out", out),
                        List.of("duplicates", file),
                        List.of("language", file),
                        List.of("coordination", file, "--layer", "hashtag"),
                        List.of("bursts", file)));
        assertThat(out).isNotEmptyDirectory();
        requireFailures(
                formats("content_id", "account_id", "timestamp_share", "object_id"),
                file -> List.of(List.of("coordination", file)));
    }

    private void requireFailures(Map<String, String> formats, Function<Path, List<List<Object>>> make)
            throws IOException {
        for (Map.Entry<String, String> format : formats.entrySet()) {
            byte[] whole = gzip(format.getValue());
            byte[] damaged = whole.clone();
            damaged[whole.length - 6] ^= 1; // its checksum
            byte[] truncated = Arrays.copyOf(whole, whole.length - 100);
            ByteArrayOutputStream members = new ByteArrayOutputStream();
            members.write(whole);
            members.write(damaged);
            Path file = folder.resolve("posts." + format.getKey() + ".gz");
            List<List<Object>> commands = make.apply(file);
            for (byte[] bytes : List.of(damaged, truncated, members.toByteArray())) {
                Files.write(file, bytes);
                for (List<Object> words : commands) {
                    Run run = Run.of(words.toArray());
                    assertThat(run.exit())
                            .as("%s of %d bytes%n%s", words, bytes.length, run.err())
                            .isEqualTo(1);
                    assertThat(run.err()).contains("vigie: posts." + format.getKey() + ".gz: ");
                }
            }
            Files.write(file, whole);
            for (List<Object> words : commands) {
                Run run = Run.of(words.toArray());
                assertThat(run.exit()).as(words + run.err()).isZero();
            }
        }
    }
}
