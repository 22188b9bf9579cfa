/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.exchange;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.vigie.core.file.Digests;

/**
 * Passes bytes on and sums all lines but the last, which is what a closing line names. The last line alone is held, as far
 * as a closing line is long: of a longer one, the beginning is summed as well. Not thread-safe.
 */
final class SummedLines extends FilterInputStream {
    /** Much longer than a closing line. What is held does not grow with a partner's file, be it one line of blanks. */
    static final int MOST_HELD = 1 << 12;

    private final MessageDigest digest = Digests.sha256();
    private final ByteArrayOutputStream last = new ByteArrayOutputStream();
    private boolean isEnded;

    SummedLines(InputStream in) {
        super(in);
    }

    static String text(MessageDigest sum) {
        return HexFormat.of().formatHex(sum.digest());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        int start = from;
        for (int i = from; i < from + count; i++) {
            if (isEnded) {
                hold(bytes, start, i);
                digest.update(last.toByteArray());
                last.reset();
                start = i;
            }
            isEnded = bytes[i] == '\n';
        }
        if (count > 0) {
            hold(bytes, start, from + count);
        }
        return count;
    }

    private void hold(byte[] bytes, int from, int to) {
        if (last.size() + to - from > MOST_HELD) {
            digest.update(last.toByteArray());
            last.reset();
            int held = Math.min(to - from, MOST_HELD);
            digest.update(bytes, from, to - held - from);
            last.write(bytes, to - held, held);
        } else {
            last.write(bytes, from, to - from);
        }
    }

    /** How many bytes are held. */
    int held() {
        return last.size();
    }

    @Override
    public long skip(long count) {
        return 0; // what is skipped would not be summed
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** The sum of all lines that were read but the last; asked for once, at the end. */
    String sum() {
        return text(digest);
    }
}
