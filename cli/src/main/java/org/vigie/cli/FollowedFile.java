/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A file that another program adds to: at its end it waits for more. One that is cut or replaced ends with an error. */
final class FollowedFile extends InputStream {
    private static final long NANOS_PER_LOOK = TimeUnit.MILLISECONDS.toNanos(200);

    private final Path file;
    private final SeekableByteChannel channel;
    /** What tells the file from another of its name; null where files have no keys. */
    private final @Nullable Object key;

    FollowedFile(Path file) throws IOException {
        this.file = file;
        this.key = key(file);
        this.channel = Files.newByteChannel(file);
    }

    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /** A log that was moved away is not added to any more. */
    private boolean isReplaced() throws IOException {
        try {
            return !Objects.equals(key, key(file));
        } catch (NoSuchFileException e) {
            return false; // the next one is not there yet
        }
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, channel.size() - channel.position()));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            int n = channel.read(ByteBuffer.wrap(bytes, from, length));
            if (n > 0) {
                return n;
            }
            boolean isCut = channel.size() < channel.position();
            if (isCut || (isReplaced() && channel.size() == channel.position())) {
                throw new IOException("the file " + (isCut ? "became shorter" : "was replaced")
                        + " while it was followed: start again, posts that were seen are known");
            }
            LockSupport.parkNanos(NANOS_PER_LOOK);
            if (Thread.interrupted()) {
                return -1;
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
