/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.vigie.posts.Post;

/**
 * Writes posts as CSV with the canonical columns {@code id, account, time, text, language, urls, hashtags, mentions,
 * repost_of, reply_to, platform}: UTF-8, line feeds, times in ISO 8601 (UTC), lists separated by a space. What is
 * absent is an empty cell. Not thread-safe.
 */
final class PostCsvWriter implements Closeable {
    private final CsvWriter csv;

    /**
     * Writes the header to a stream.
     *
     * @param out receives the bytes; closed with this writer
     */
    PostCsvWriter(OutputStream out) {
        csv = csv(out);
        csv.writeRecord(
                "id",
                "account",
                "time",
                "text",
                "language",
                "urls",
                "hashtags",
                "mentions",
                "repost_of",
                "reply_to",
                "platform");
    }

    /** Compresses what goes to a file whose name ends in {@code .gz}. */
    static OutputStream packed(Path file, OutputStream bytes) throws IOException {
        OutputStream out = new BufferedOutputStream(bytes, 1 << 16);
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
    }

    static CsvWriter csv(OutputStream out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
    }

    /**
     * Writes one post.
     *
     * @param post the post
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    void write(Post post) {
        csv.writeRecord(
                post.id(),
                post.account(),
                post.time().toString(),
                post.text(),
                post.language().orElse(""),
                String.join(" ", post.urls()),
                String.join(" ", post.hashtags()),
                String.join(" ", post.mentions()),
                post.repostOf().orElse(""),
                post.replyTo().orElse(""),
                post.platform().orElse(""));
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
