/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.core.file.WholeFile;

/** Writes the files of a report, each whole or not at all, and keeps their digests. */
final class OutputFolder {
    private final Path folder;
    private final Map<String, Written> files = new LinkedHashMap<>();

    /** A whole file. */
    record Written(String sha256, long bytes) {}

    OutputFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    void write(ReportFormat format, Report report) throws IOException {
        Path file = folder.resolve(format.file());
        MessageDigest digest = Hashes.sha256();
        WholeFile.write(file, bytes -> {
            Writer out = new BufferedWriter(
                    new OutputStreamWriter(new DigestOutputStream(bytes, digest), StandardCharsets.UTF_8), 1 << 16);
            format.write(report, out);
            out.flush();
        });
        files.put(format.file(), new Written(HexFormat.of().formatHex(digest.digest()), Files.size(file)));
    }

    /** Removes what an earlier run left and this one does not write. */
    void remove(String name) throws IOException {
        WholeFile.remove(folder.resolve(name));
    }

    Map<String, Written> files() {
        return files;
    }
}
