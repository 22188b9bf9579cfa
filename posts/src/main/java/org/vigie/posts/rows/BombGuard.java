/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Stops a gzip file that expands beyond what text does. Posts compress 3 to 20 times, and the format's limit is about
 * 1,030 times. So what has a ratio over {@value #MAX_RATIO} after the first {@value #FREE_BYTES} bytes is no text file.
 */
final class BombGuard extends FilterInputStream {
    static final int MAX_RATIO = 200;
    static final long FREE_BYTES = 100L << 20;

    private final CountingStream stored;
    private long expanded;

    BombGuard(InputStream in, CountingStream stored) {
        super(in);
        this.stored = stored;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        return count(b >= 0 ? 1 : -1) < 0 ? -1 : b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return count(in.read(buffer, offset, length));
    }

    private int count(int n) throws IOException {
        expanded += Math.max(n, 0);
        if (expanded > FREE_BYTES && expanded > MAX_RATIO * stored.count()) {
            throw new IOException("the file expands more than " + MAX_RATIO
                    + " times, which text does not: refused as a decompression bomb");
        }
        return n;
    }
}
