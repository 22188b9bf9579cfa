/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes files so that a reader never meets half a file: each grows as NAME.part and is moved when it is whole. */
final class OutputFolder {
    private final Path folder;
    private final Map<String, Written> files = new LinkedHashMap<>();

    /** A whole file. */
    record Written(String sha256, long bytes) {}

    /** Fills a file. */
    interface Content {
        void write(Writer out) throws IOException;
    }

    OutputFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    void write(String name, Content content) throws IOException {
        Path part = folder.resolve(name + ".part");
        MessageDigest digest = Hashes.sha256();
        try {
            try (Writer out = new BufferedWriter(
                    new OutputStreamWriter(
                            new DigestOutputStream(Files.newOutputStream(part), digest), StandardCharsets.UTF_8),
                    1 << 16)) {
                content.write(out);
            }
            long bytes = Files.size(part);
            Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            files.put(name, new Written(HexFormat.of().formatHex(digest.digest()), bytes));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Removes what an earlier run left and this one does not write. */
    void remove(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    Map<String, Written> files() {
        return files;
    }
}
