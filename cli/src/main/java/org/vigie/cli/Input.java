/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

    /** Opens it; standard input stays open when this is closed. */
    static InputStream open(Path file) throws IOException {
        return isStandard(file) ? System.in : Files.newInputStream(file);
    }

    /** A folder opens like a file and then reads as nothing or fails without its name. */
    static void require(Path file) throws IOException {
        if (!isStandard(file) && Files.isDirectory(file)) {
            throw new IOException(file + " is a folder, not a file");
        }
    }

    /** Standard input comes once. */
    static void requireOneStandard(List<Path> files) {
        if (files.stream().filter(Input::isStandard).count() > 1) {
            throw new WrongUsageException("standard input (-) can be read only once");
        }
    }
}
