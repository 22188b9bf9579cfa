/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files that nobody meets half written: each grows as NAME.part beside its place and takes its name when it is
 * whole. A failure leaves nothing behind; what a killed run left as NAME.part goes when the same file is written or
 * removed again. Thread-safe for different files; two writers of one file at a time disturb one another.
 */
public final class WholeFile {
    private WholeFile() {}

    /** Fills a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes everything, and flushes what it wraps around the stream.
         *
         * @param out where to; not buffered
         * @throws IOException if it can't be written
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file; one of the same name is replaced.
     *
     * @param file where to, in a folder that exists
     * @param content fills it; an {@link UncheckedIOException} from it is thrown as its cause
     * @throws IOException if it can't be written
     */
    public static void write(Path file, Content content) throws IOException {
        Path part = part(file);
        Files.deleteIfExists(part);
        try {
            // Made anew, so that nothing is written through a link that somebody put there.
            try (OutputStream out =
                    Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Removes a file and what a killed run left of it; does nothing if there is neither.
     *
     * @param file the file
     * @throws IOException if it is there and can't be removed
     */
    public static void remove(Path file) throws IOException {
        Files.deleteIfExists(part(file));
        Files.deleteIfExists(file);
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }
}
