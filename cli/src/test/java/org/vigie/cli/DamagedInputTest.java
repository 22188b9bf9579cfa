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
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that can't be read to its end fails the run, in every format and command: part of the posts is no result. */
final class DamagedInputTest {
    @TempDir
    private Path folder;

    private static Map<String, String> formats() {
        StringBuilder csv = new StringBuilder("id,account,time,text,url,object_id,account_id,content_id,timestamp_share\n");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            String time = "2026-03-02T08:%02d:%02dZ".formatted(i / 60, i % 60);
            csv.append("p%d,a%d,%s,text number %d of all,u,o%d,a%d,c%d,%s\n".formatted(i, i % 7, time, i, i % 3, i % 7, i, time));
            lines.append(("{\"id\":\"p%d\",\"account\":\"a%d\",\"time\":\"%s\",\"text\":\"text number %d of all\",\"object_id\":\"o%d\","
                            + "\"account_id\":\"a%d\",\"content_id\":\"c%d\",\"timestamp_share\":\"%s\"}\n")
                    .formatted(i, i % 7, time, i, i % 3, i % 7, i, time));
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
        for (Map.Entry<String, String> format : formats().entrySet()) {
            byte[] whole = gzip(format.getValue());
            byte[] damaged = whole.clone();
            damaged[whole.length - 6] ^= 1; // its checksum
            byte[] truncated = Arrays.copyOf(whole, whole.length - 100);
            ByteArrayOutputStream members = new ByteArrayOutputStream();
            members.write(whole);
            members.write(damaged);
            Path file = folder.resolve("posts." + format.getKey() + ".gz");
            Path out = folder.resolve("out");
            List<List<Object>> commands = List.of(
                    List.of("detect", file, "--out", out),
                    List.of("duplicates", file),
                    List.of("language", file),
                    List.of("coordination", file),
                    List.of("coordination", file, "--layer", "hashtag"),
                    List.of("bursts", file));
            for (byte[] bytes : List.of(damaged, truncated, members.toByteArray())) {
                Files.write(file, bytes);
                for (List<Object> words : commands) {
                    Run run = Run.of(words.toArray());
                    assertThat(run.exit()).as("%s of %d bytes%n%s", words, bytes.length, run.err()).isEqualTo(1);
                    assertThat(run.err()).contains("vigie: posts." + format.getKey() + ".gz: ");
                }
                assertThat(out).doesNotExist();
            }
            Files.write(file, whole);
            for (List<Object> words : commands) {
                Run run = Run.of(words.toArray());
                assertThat(run.exit()).as(words + run.err()).isZero();
            }
            try (var files = Files.list(out)) {
                for (Path result : files.toList()) {
                    Files.delete(result);
                }
            }
            Files.delete(out);
        }
    }
}
