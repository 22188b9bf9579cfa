/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A file that another program adds to, followed by its name as {@code tail -F} does: at its end it waits for more. Where
 * the file is cut, written anew or replaced by another of its name, this stream ends, and {@link #next} begins it again
 * with what is there then. So each is read as a file of its own, with its header. Not thread-safe.
 */
final class FollowedFile extends InputStream {
    /** Who writes a log goes on for a while after it was moved away: it is left when so long nothing came. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long NANOS_PER_LOOK = TimeUnit.MILLISECONDS.toNanos(200);
    /** So many of the last bytes tell whether the file is still the one that was read. */
    private static final int REMEMBERED = 256;

    private final Path file;
    private final Hearer hearer;
    private final long patience;
    private FileChannel channel;
    /** What tells the file from another of its name. */
    private Object key;

    private long position;
    /** What was read last. */
    private byte[] last = {};
    /** Why the stretch has ended; null while it goes on. */
    private @Nullable Turn turn;

    private boolean isGone;
    private boolean isInterrupted;
    /** The file that was moved away and left. */
    private @Nullable FileChannel left;

    private long leftAt;

    /** Why a stretch ends. */
    enum Turn {
        /** The file became shorter, or has other bytes where it was read. */
        CUT,
        /** The name belongs to another file. */
        REPLACED
    }

    /** Hears what happens to the file. */
    interface Hearer {
        /** Another stretch begins. */
        void turned(Turn turn);

        /** No file has the name now. */
        void gone();

        /** The file that was moved away and left still grows; nobody reads that. */
        void leftBehind();
    }

    FollowedFile(Path file, Hearer hearer) throws IOException {
        this(file, hearer, PATIENCE);
    }

    FollowedFile(Path file, Hearer hearer, Duration patience) throws IOException {
        this.file = file;
        this.hearer = hearer;
        this.patience = patience.toNanos();
        // The key comes first: of two files in quick succession the later is then read twice, and not left out.
        this.key = key(file);
        this.channel = FileChannel.open(file);
    }

    private static Object key(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return Objects.requireNonNullElse(attributes.fileKey(), attributes.creationTime());
    }

    /**
     * Waits for the first stretch, or for the next when one has ended, until there is something in it.
     *
     * @return false if the thread was interrupted
     */
    boolean next() throws IOException {
        while (!isInterrupted) {
            Turn ended = turn;
            if (ended != null && !isBegun(ended)) {
                return false;
            }
            if (isMoreComing()) {
                return true;
            }
        }
        return false;
    }

    private boolean isBegun(Turn ended) throws IOException {
        while (ended == Turn.REPLACED) {
            try {
                Object nextKey = key(file);
                FileChannel next = FileChannel.open(file);
                closeLeft();
                left = channel;
                leftAt = position;
                channel = next;
                key = nextKey;
                break;
            } catch (NoSuchFileException e) { // it went again
                if (!isPaused()) {
                    return false;
                }
            }
        }
        hearer.turned(ended);
        position = 0;
        last = new byte[0];
        turn = null;
        return true;
    }

    @Override
    public int available() throws IOException {
        return turn != null ? 0 : (int) Math.min(Integer.MAX_VALUE, Math.max(0, channel.size() - position));
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
        while (turn == null && !isInterrupted) {
            int n = channel.read(ByteBuffer.wrap(bytes, from, length), position);
            if (n > 0) {
                position += n;
                remember(bytes, from + n, n);
                return n;
            }
            if (!isMoreComing()) {
                return -1;
            }
        }
        return -1;
    }

    private void remember(byte[] bytes, int end, int n) {
        int fresh = Math.min(n, REMEMBERED);
        int old = Math.min(last.length, REMEMBERED - fresh);
        byte[] both = Arrays.copyOfRange(last, last.length - old, last.length + fresh);
        System.arraycopy(bytes, end - fresh, both, old, fresh);
        last = both;
    }

    /** Waits at the end of what there is; false if the stretch has ended or the thread was interrupted. */
    private boolean isMoreComing() throws IOException {
        long replaced = 0;
        boolean wasReplaced = false;
        do {
            long size = channel.size();
            if (size < position || !isSame()) {
                turn = Turn.CUT;
                return false;
            }
            if (size > position) {
                return true;
            }
            if (!isReplaced()) {
                wasReplaced = false;
            } else if (!wasReplaced) {
                wasReplaced = true;
                replaced = System.nanoTime();
            } else if (System.nanoTime() - replaced >= patience) {
                turn = Turn.REPLACED;
                return false;
            }
            watchLeft();
        } while (isPaused());
        return false;
    }

    /** Whether what was read last still stands there. */
    private boolean isSame() throws IOException {
        ByteBuffer now = ByteBuffer.allocate(last.length);
        while (now.hasRemaining() && channel.read(now, position - last.length + now.position()) > 0) {
            // a read may give less than asked for
        }
        return Arrays.equals(now.array(), last) && !now.hasRemaining();
    }

    private boolean isReplaced() throws IOException {
        try {
            boolean isOther = !key.equals(key(file));
            isGone = false;
            return isOther;
        } catch (NoSuchFileException e) {
            if (!isGone) {
                isGone = true;
                hearer.gone();
            }
            return false; // the next one is not there yet
        }
    }

    private void watchLeft() throws IOException {
        FileChannel known = left;
        if (known != null && known.size() > leftAt) {
            hearer.leftBehind();
            closeLeft();
        }
    }

    private boolean isPaused() {
        LockSupport.parkNanos(NANOS_PER_LOOK);
        isInterrupted |= Thread.interrupted();
        return !isInterrupted;
    }

    private void closeLeft() throws IOException {
        FileChannel known = left;
        if (known != null) {
            known.close();
            left = null;
        }
    }

    @Override
    public void close() throws IOException {
        closeLeft();
        channel.close();
    }
}
