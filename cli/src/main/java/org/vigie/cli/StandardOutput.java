/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The process's standard output, which remembers why it failed: a print stream only knows that it did. */
final class StandardOutput extends OutputStream {
    private static volatile @Nullable String fault;

    private final OutputStream out = new FileOutputStream(FileDescriptor.out);

    private StandardOutput() {}

    /** Takes the place of {@link System#out}. */
    static void install() {
        System.setOut(new PrintStream(new StandardOutput(), false, StandardCharsets.UTF_8));
    }

    /**
     * Fails if something that was written did not arrive.
     *
     * @throws IOException that says why
     */
    static void check() throws IOException {
        if (System.out.checkError()) {
            String cause = fault;
            throw cause == null
                    ? new IOException("standard output was closed")
                    : new IOException(
                            "can't write to standard output: " + cause.toLowerCase(Locale.ROOT),
                            new IOException(cause));
        }
    }

    /** Tells whether somebody stopped reading what we write, such as {@code head}: no fault of ours. */
    static boolean isBrokenPipe(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof IOException && "Broken pipe".equals(t.getMessage())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            fault = String.valueOf(e.getMessage());
            throw e;
        }
    }
}
