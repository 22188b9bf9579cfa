/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.core.file.WholeFile;

/** Where results go. A file appears under its name only when it is whole ({@link WholeFile}). */
final class Output {
    /** Writes one file. */
    @FunctionalInterface
    interface Content {
        void writeTo(Writer out) throws IOException;
    }

    private Output() {}

    /** Fails before the work, not after it, where a result can't go. */
    static void requireFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("can't write " + file + ": it is a folder");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            requireFolder(folder);
        }
    }

    /** Fails if a folder can't be made because it, or one that it is in, is a file. */
    static void requireFolder(Path folder) throws IOException {
        for (Path p = folder.toAbsolutePath(); p != null && !Files.isDirectory(p); p = p.getParent()) {
            if (Files.exists(p)) {
                throw new IOException("can't write into " + folder + ": " + p + " is a file");
            }
        }
    }

    /** Makes the folder that a file goes to. */
    static void prepare(Path file) throws IOException {
        requireFile(file);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
    }

    static void file(Path file, Content content) throws IOException {
        prepare(file); // an empty folder would be replaced
        WholeFile.write(file, bytes -> {
            Writer out = utf8(bytes);
            content.writeTo(out);
            out.flush();
        });
    }

    private static Writer utf8(OutputStream bytes) {
        return new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16);
    }

    /** Standard output as UTF-8 whatever the terminal's locale, flushed at the end; fails if nobody reads it. */
    static void standard(Content content) throws IOException {
        PrintStream stdout = System.out;
        OutputStream checked = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                stdout.write(bytes, from, length);
                flush(); // a reader that has gone ends the work at once, not at the end
            }

            @Override
            public void flush() throws IOException {
                if (stdout.checkError()) {
                    throw new IOException("standard output was closed");
                }
            }
        };
        Writer out = utf8(checked);
        content.writeTo(out);
        out.flush();
    }
}
