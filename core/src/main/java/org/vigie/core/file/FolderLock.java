/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a folder to one writer at a time, between processes and within one. The lock is the operating system's and goes
 * with its process: what a killed run left blocks nobody. While it is held, {@value #FILE} stands in the folder.
 * Thread-safe.
 */
public final class FolderLock implements AutoCloseable {
    /** The name of the file that is locked. */
    public static final String FILE = ".vigie.lock";

    // Closing any channel of a file ends all locks of the process on it, so no second one is opened.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private final AtomicBoolean isHeld = new AtomicBoolean(true);

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param folder a folder that exists
     * @return the lock; close it when all is written
     * @throws IOException if another writer has it, or the folder can't be written or locked
     */
    public static FolderLock take(Path folder) throws IOException {
        Path file = folder.toRealPath().resolve(FILE);
        if (!HELD.add(file)) {
            throw busy(folder);
        }
        try {
            while (true) {
                FolderLock lock = tryOnce(folder, file);
                if (lock != null) {
                    return lock;
                }
            }
        } catch (IOException | RuntimeException e) {
            HELD.remove(file);
            throw e;
        }
    }

    private static @Nullable FolderLock tryOnce(Path folder, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            Object before = key(file);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw busy(folder);
            }
            // The last holder may have removed the file between our opening and locking it.
            if (before != null && Objects.equals(before, key(file))) {
                return new FolderLock(file, channel);
            }
            channel.close();
            return null;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** What tells the file from another of its name; null if it is gone. */
    private static @Nullable Object key(Path file) throws IOException {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            // Where files have no keys, one that is open can't be removed.
            return found.fileKey() == null ? file : found.fileKey();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static IOException busy(Path folder) {
        return new IOException(
                "another run is writing into " + folder + ": wait until it is done, or name another folder");
    }

    /** Gives the folder free; does nothing the second time, when another may have it. */
    @Override
    public void close() throws IOException {
        if (!isHeld.getAndSet(false)) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } finally {
            channel.close();
            HELD.remove(file);
        }
    }
}
