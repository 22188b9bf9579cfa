/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;

/** A stream whose faults say what could not be written: the system's own words are "No space left on device" alone. */
final class NamedOutput extends FilterOutputStream {
    /** Something that may fail. */
    private interface Writing {
        void run() throws IOException;
    }

    private final Path place;
    private final boolean closes;

    NamedOutput(OutputStream out, Path place, boolean closes) {
        super(out);
        this.place = place;
        this.closes = closes;
    }

    @Override
    public void write(int b) throws IOException {
        named(() -> out.write(b));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        named(() -> out.write(bytes, from, length));
    }

    @Override
    public void flush() throws IOException {
        named(out::flush);
    }

    @Override
    public void close() throws IOException {
        named(closes ? out::close : out::flush);
    }

    private void named(Writing writing) throws IOException {
        try {
            writing.run();
        } catch (IOException e) {
            throw new IOException(
                    "can't write " + place + ": "
                            + String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT),
                    e);
        }
    }
}
