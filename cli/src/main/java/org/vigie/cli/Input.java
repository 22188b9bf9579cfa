/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.core.privacy.SecretKey;

/** What a command reads: files, pipes and devices by name, and standard input as {@code -}. */
final class Input {
    private static final String STANDARD = "-";

    private Input() {}

    static boolean isStandard(Path file) {
        return file.toString().equals(STANDARD);
    }

    /** How messages, rejects and the manifest name it. */
    static String name(Path file) {
        return isStandard(file) ? "standard input" : String.valueOf(file.getFileName());
    }

    /** Opens it and tells how much of it was read. A folder would open too, and read as nothing. */
    static InputStream open(Path file, Progress progress) throws IOException {
        if (!isStandard(file) && Files.isDirectory(file)) {
            throw new IOException(file + " is a folder, not a file");
        }
        return new FilterInputStream(isStandard(file) ? System.in : stream(file)) {
            @Override
            public int read() throws IOException {
                int b = in.read();
                progress.step(b < 0 ? 0 : 1);
                return b;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int n = in.read(bytes, from, length);
                progress.step(Math.max(0, n));
                return n;
            }

            @Override
            public void close() throws IOException {
                if (!isStandard(file)) {
                    in.close();
                }
            }
        };
    }

    /** A stream whose {@code available} works: of channels that can't seek, such as pipes, it does not. */
    private static InputStream stream(Path file) throws IOException {
        boolean isPipe = Files.exists(file) && !Files.isRegularFile(file);
        return isPipe ? new FileInputStream(file.toFile()) : Files.newInputStream(file);
    }

    /** How many bytes all of them have; -1 if that is not known before they are read. */
    static long size(List<Path> files) throws IOException {
        long size = 0;
        for (Path file : files) {
            if (!Files.isRegularFile(file)) {
                return -1;
            }
            size += Files.size(file);
        }
        return size;
    }

    /** Some things are files only: a key, an index, labels. What is called - would be taken for standard input. */
    static void requireFile(String option, Path file) {
        if (isStandard(file)) {
            throw new WrongUsageException(option + " must name a file: - is standard input or output elsewhere only");
        }
    }

    /** The key of an option; it is in a file of its own. */
    static SecretKey key(Path file) throws IOException {
        requireFile("--key-file", file);
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder, not a file");
        }
        return SecretKey.fromFile(file);
    }

    /** Standard input comes once. */
    static void requireOneStandard(List<Path> files) {
        if (files.stream().filter(Input::isStandard).count() > 1) {
            throw new WrongUsageException("standard input (-) can be read only once");
        }
    }
}
