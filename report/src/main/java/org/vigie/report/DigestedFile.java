/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.vigie.core.file.Digests;
import org.vigie.core.file.WholeFile;

/** A file of text that is being written, and its SHA-256 when it is whole. */
final class DigestedFile implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final MessageDigest digest = Digests.sha256();
    private final Writer out;

    /** A whole file. */
    record Written(String sha256, long bytes) {}

    DigestedFile(Path path) throws IOException {
        this.path = path;
        this.out = new BufferedWriter(
                new OutputStreamWriter(new DigestOutputStream(WholeFile.create(path), digest), StandardCharsets.UTF_8),
                BUFFER);
    }

    Writer out() {
        return out;
    }

    /** Closes the file, which is whole then. */
    Written end() throws IOException {
        out.close();
        return new Written(HexFormat.of().formatHex(digest.digest()), Files.size(path));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
