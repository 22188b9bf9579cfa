/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.vigie.core.file.FolderLock;

/**
 * The file of alerts, in which each stands once. It grows before the state is saved, and the state says how long it
 * was. What is longer after a crash is cut off, and comes again. Not thread-safe.
 */
final class AlertLog implements AutoCloseable {
    private static final String NAME = "alerts_file";
    /** How the names of the state's files begin. */
    private static final List<String> OWN = List.of(Store.FILE, PositionFile.FILE, FolderLock.FILE);

    private static final String LENGTH = "alerts_length";

    private final FileChannel channel;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private final String name;
    private long length;

    private AlertLog(FileChannel channel, String name, long length) {
        this.channel = channel;
        this.name = name;
        this.length = length;
    }

    /** Opens the file; one that is new to the state, or was taken away, is added to at its end. */
    static AlertLog open(Path file, Path folder, Store store) throws IOException {
        requireOutside(file, folder);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("alerts must go to a file of their own but " + file + " is none");
        }
        String name = file.toAbsolutePath().normalize().toString();
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        long length = channel.size();
        if (store.fact(NAME, "").equals(name)) {
            long known = Long.parseLong(store.fact(LENGTH, "0"));
            if (length > known) {
                channel.truncate(known);
                length = known;
            }
        }
        channel.position(length);
        return new AlertLog(channel, name, length);
    }

    /** The state's own files are no place for alerts; others may lie beside them. */
    private static void requireOutside(Path file, Path folder) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        String last = String.valueOf(file.getFileName());
        if (parent != null
                && Files.isDirectory(parent)
                && Files.isSameFile(parent, folder)
                && OWN.stream().anyMatch(last::startsWith)) {
            throw new IOException("alerts must go to a file of their own but " + file + " is the state's");
        }
    }

    void add(List<Alert> alerts) {
        alerts.forEach(alert -> waiting.writeBytes(alert.toJson().getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes what waits, and says in the store how long the file is now. */
    void flush(Store store) throws IOException {
        if (waiting.size() > 0) {
            ByteBuffer bytes = ByteBuffer.wrap(waiting.toByteArray());
            while (bytes.hasRemaining()) {
                length += channel.write(bytes);
            }
            channel.force(false);
            waiting.reset();
        }
        store.put(NAME, name);
        store.put(LENGTH, Long.toString(length));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
