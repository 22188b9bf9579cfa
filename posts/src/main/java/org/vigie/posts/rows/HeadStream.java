/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.rows;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream whose first bytes are looked at before they are read. What was looked at is handed out by itself. A read
 * never waits for more while there is something to give, since a live source may send nothing for a while. {@link
 * java.io.PushbackInputStream} would wait.
 */
final class HeadStream extends FilterInputStream {
    private final byte[] head;
    private int at;

    /**
     * Looks at the first bytes.
     *
     * @param most how many at most
     * @param waitedFor how many are waited for; more only if they are there
     */
    HeadStream(InputStream in, int most, int waitedFor) throws IOException {
        super(in);
        byte[] bytes = new byte[most];
        int length = 0;
        int n = 0;
        while (n >= 0 && length < most && (length < waitedFor || in.available() > 0)) {
            n = in.read(bytes, length, most - length);
            length += Math.max(n, 0);
        }
        head = Arrays.copyOf(bytes, length);
    }

    /** The first bytes, which are still to be read. */
    byte[] head() {
        return head;
    }

    @Override
    public int read() throws IOException {
        return at < head.length ? head[at++] & 0xFF : in.read();
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        if (at == head.length || most == 0) {
            return in.read(bytes, from, most);
        }
        int n = Math.min(most, head.length - at);
        System.arraycopy(head, at, bytes, from, n);
        at += n;
        return n;
    }

    @Override
    public long skip(long most) throws IOException {
        if (at == head.length) {
            return in.skip(most);
        }
        int n = (int) Math.min(Math.max(most, 0), head.length - at);
        at += n;
        return n;
    }

    @Override
    public int available() throws IOException {
        return head.length - at + in.available();
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public synchronized void mark(int limit) {}

    /** Going back would lose what was looked at. */
    @Override
    public synchronized void reset() throws IOException {
        throw new IOException("mark is not supported");
    }
}
