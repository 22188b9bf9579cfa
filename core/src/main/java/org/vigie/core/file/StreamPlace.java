/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.file;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Pattern;

/** Places that are written to and never replaced: devices, pipes, and what stands for a stream of the process. */
final class StreamPlace {
    private static final Pattern STANDARD = Pattern.compile("/dev/(stdout|fd/1)|/proc/(self|thread-self|[0-9]+)/fd/1");
    private static final Pattern ERROR = Pattern.compile("/dev/(stderr|fd/2)|/proc/(self|thread-self|[0-9]+)/fd/2");
    private static final int MOST_LINKS = 40;

    private StreamPlace() {}

    static boolean is(Path file) throws IOException {
        Path place = file.toAbsolutePath();
        for (int i = 0; i < MOST_LINKS; i++) {
            if (place.startsWith("/dev/fd") || place.startsWith("/proc")) {
                return true;
            }
            if (!Files.isSymbolicLink(place)) {
                break;
            }
            place = place.resolveSibling(Files.readSymbolicLink(place)).normalize();
        }
        return Files.exists(file)
                && Files.readAttributes(file, BasicFileAttributes.class).isOther();
    }

    static boolean isStandardOutput(Path file) {
        return STANDARD.matcher(file.toString()).matches();
    }

    /** Opens the place for writing at its end; a named pipe waits for its reader. The process keeps its own streams. */
    static OutputStream open(Path file) throws IOException {
        if (isStandardOutput(file)) {
            return new NamedOutput(new FileOutputStream(FileDescriptor.out), file, false);
        }
        if (ERROR.matcher(file.toString()).matches()) {
            return new NamedOutput(new FileOutputStream(FileDescriptor.err), file, false);
        }
        return new NamedOutput(Files.newOutputStream(file, StandardOpenOption.APPEND), file, true);
    }
}
