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
 * removed again. A place that is no file, such as a device, a pipe or {@code /dev/stdout}, is written to and never replaced.
 * Thread-safe for different files; two writers of one file at a time disturb one another.
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
     * @param file where to, in a folder that exists; or a device or pipe
     * @param content fills it; an {@link UncheckedIOException} from it is thrown as its cause
     * @throws IOException if it can't be written
     */
    public static void write(Path file, Content content) throws IOException {
        if (StreamPlace.is(file)) {
            try (OutputStream out = StreamPlace.open(file)) {
                content.writeTo(out);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            return;
        }
        Path part = part(file);
        try {
            try (OutputStream out = create(part)) {
                content.writeTo(out);
            }
            place(file);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /**
     * Opens NAME.part anew, so that nothing is written through a link that somebody put there.
     *
     * @param part the file in the making, as {@link #part} names it
     * @return the stream
     * @throws IOException if it can't be made
     */
    public static OutputStream create(Path part) throws IOException {
        Files.deleteIfExists(part);
        return new NamedOutput(
                Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), part, true);
    }

    /**
     * Gives a file that is whole its name; one of the same name is replaced.
     *
     * @param file the file, of which NAME.part exists
     * @throws IOException if it can't be moved
     */
    public static void place(Path file) throws IOException {
        Files.move(part(file), file, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Tells whether a place is written to and never replaced: a device, a pipe, a stream of the process.
     *
     * @param file the place
     * @return true if it is no file
     * @throws IOException if it can't be looked at
     */
    public static boolean isStream(Path file) throws IOException {
        return StreamPlace.is(file);
    }

    /**
     * Tells whether a place is this process's standard output.
     *
     * @param file the place
     * @return true for {@code /dev/stdout} and its other names
     */
    public static boolean isStandardOutput(Path file) {
        return StreamPlace.isStandardOutput(file);
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

    /**
     * Names the file in the making.
     *
     * @param file the file
     * @return NAME.part beside it
     */
    public static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }
}
