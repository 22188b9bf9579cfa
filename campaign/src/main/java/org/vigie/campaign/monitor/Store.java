/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Iterator;
import java.util.function.Supplier;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;
import org.vigie.posts.Post;
import tools.jackson.core.JacksonException;

/**
 * What survives a crash: accepted posts by their number, and the state after some of them. Everything that one commit
 * holds is there after it, and nothing else. The layout is docs/formats/monitor-store.md. Not thread-safe.
 */
final class Store implements AutoCloseable {
    static final String FILE = "monitor.mv";

    private static final int VERSION = 1;
    /** The fact that the file may still hold what was forgotten. */
    private static final String TRACES = "traces";

    private static final String SAVING = "can't save the state in ";
    private static final String READING = "can't read the state in ";
    /** How full, in percent, chunks of the file are kept, and how many bytes are moved at once for it. */
    private static final int FILL = 60;

    private static final int MOST_MOVED = 16 << 20;
    /** Percent. */
    private static final int HALF = 50;
    /** Digest of the id, time, how the post was taken, which texts it belongs to. */
    private static final int ROW_LENGTH = 16 + Long.BYTES + 1 + Long.BYTES;

    private final Path file;
    private MVStore store;
    private MVMap<Long, byte[]> posts;
    private MVMap<Long, byte[]> rows;
    private MVMap<Long, byte[]> state;
    private MVMap<String, String> facts;

    /** What is kept of a post apart from its content; the root is the first post of its texts, 0 if it has none. */
    record Row(long number, long high, long low, long time, How how, long root) {
        Row withHow(How newHow) {
            return new Row(number, high, low, time, newHow, root);
        }

        Row withRoot(long newRoot) {
            return new Row(number, high, low, time, how, newRoot);
        }
    }

    /** How a post was taken. */
    enum How {
        /** In time. */
        IN_TIME('t'),
        /** Behind the clock: it counts for findings only. */
        LATE('l'),
        /** Ahead of the clock: it waits, and counts for findings only. */
        AHEAD('a');

        private final byte code;

        How(char code) {
            this.code = (byte) code;
        }

        private static How of(byte code) {
            return code == LATE.code ? LATE : code == AHEAD.code ? AHEAD : IN_TIME;
        }
    }

    private Store(Path file) throws IOException {
        this.file = file;
        this.store = openFile(file);
        try {
            this.posts = map("posts");
            this.rows = map("rows");
            this.state = map("state");
            this.facts = facts();
        } catch (MVStoreException e) {
            store.closeImmediately();
            throw failed(READING, e);
        }
        String version = fact("version", "");
        if (version.isEmpty()) {
            put("version", Integer.toString(VERSION));
        } else if (!version.equals(Integer.toString(VERSION))) {
            store.closeImmediately();
            throw new IOException(file + ": version must be " + VERSION + " but was '" + version
                    + "': it was written by another release");
        }
    }

    /** Opens the store; what was forgotten before a crash leaves the file now. */
    static Store open(Path folder) throws IOException {
        Store store = new Store(folder.resolve(FILE));
        try {
            if (!store.fact(TRACES, "").isEmpty()) {
                store.rewrite();
            }
            return store;
        } catch (IOException | RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    private static MVStore openFile(Path file) throws IOException {
        try {
            MVStoreTool.compactCleanUp(file.toString()); // what a rewrite left that was killed
            MVStore.Builder builder = new MVStore.Builder()
                    .fileName(file.toString())
                    // Else the library commits when its buffer is full, in the middle of what belongs together.
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(32);
            MVStore opened = builder.open();
            // Each commit is forced to the disk before the next, so what it gave free may be used at once.
            opened.setRetentionTime(0);
            return opened;
        } catch (MVStoreException e) {
            throw new IOException("can't open the state in " + file + ": " + e.getMessage(), e);
        }
    }

    private MVMap<Long, byte[]> map(String name) {
        return store.openMap(
                name,
                new MVMap.Builder<Long, byte[]>().keyType(LongDataType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
    }

    private MVMap<String, String> facts() {
        return store.openMap(
                "facts",
                new MVMap.Builder<String, String>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(StringDataType.INSTANCE));
    }

    /** What the library throws says neither which file it is about nor what follows. */
    private <T extends @Nullable Object> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (MVStoreException e) {
            throw new UncheckedIOException(failed(READING, e));
        }
    }

    private void put(Runnable order) {
        try {
            order.run();
        } catch (MVStoreException e) {
            throw new UncheckedIOException(failed(SAVING, e));
        }
    }

    private void tell(Runnable order) throws IOException {
        try {
            order.run();
        } catch (MVStoreException e) {
            throw failed(SAVING, e);
        }
    }

    void put(long number, byte[] json) {
        put(() -> posts.put(number, json));
    }

    void put(Row row) {
        ByteBuffer bytes = ByteBuffer.allocate(ROW_LENGTH);
        bytes.putLong(row.high()).putLong(row.low()).putLong(row.time());
        bytes.put(row.how().code).putLong(row.root());
        put(() -> rows.put(row.number(), bytes.array()));
    }

    /** The content of a post; null if it is forgotten or too old. */
    @Nullable
    Post post(long number) {
        byte[] json = ask(() -> posts.get(number));
        try {
            return json == null ? null : PostJson.read(json);
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new UncheckedIOException(
                    new IOException("post " + number + " in " + file + " is damaged: " + e.getMessage(), e));
        }
    }

    /** The row of a post that is stored. */
    Row row(long number) {
        return rows(number).next();
    }

    /** All rows from a number on, ascending. */
    Iterator<Row> rows(long from) {
        Cursor<Long, byte[]> cursor = ask(() -> rows.cursor(from));
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return ask(cursor::hasNext);
            }

            @Override
            public Row next() {
                long number = ask(cursor::next);
                ByteBuffer bytes = ByteBuffer.wrap(cursor.getValue());
                return new Row(
                        number,
                        bytes.getLong(),
                        bytes.getLong(),
                        bytes.getLong(),
                        How.of(bytes.get()),
                        bytes.getLong());
            }
        };
    }

    /** The number of the last post; 0 if there is none. */
    long last() {
        Long last = ask(rows::lastKey);
        return last == null ? 0 : last;
    }

    /** Takes a post out, with its id. */
    void remove(long number) {
        put(() -> posts.remove(number));
        put(() -> rows.remove(number));
    }

    /** Takes the content of a post out: its id stays known. The file holds it until {@link #rewrite}. */
    void forget(long number) {
        put(TRACES, "yes");
        put(() -> posts.remove(number));
    }

    String fact(String name, String otherwise) {
        return ask(() -> facts.getOrDefault(name, otherwise));
    }

    /** A fact that is a number of at least 0; 0 if there is none. */
    long number(String name) throws IOException {
        String value = fact(name, "0");
        if (!value.matches("\\d{1,18}")) {
            throw damaged(name + " must be a number but was '" + value + "'");
        }
        return Long.parseLong(value);
    }

    IOException damaged(String how) {
        return new IOException("the state in " + file + " is damaged: " + how + "; begin another state");
    }

    void put(String name, String value) {
        put(() -> facts.put(name, value));
    }

    /** Replaces the saved state, piece by piece; the pieces are in memory until they are committed. */
    void putState(Pieces.Writing writing) throws IOException {
        tell(() -> Pieces.write(state, writing));
    }

    /** Reads the saved state; false if there is none. */
    boolean readState(Pieces.Reading reading) throws IOException {
        try {
            return Pieces.read(state, reading);
        } catch (MVStoreException e) {
            throw failed(READING, e);
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException("the saved state in " + file + " can't be read: " + e.getMessage(), e);
        }
    }

    /** Makes everything durable at once. */
    void commit() throws IOException {
        tell(() -> {
            store.commit();
            store.sync();
        });
    }

    private IOException failed(String what, MVStoreException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return new IOException(
                what + file + ": " + cause.getMessage()
                        + "; what was acknowledged is safe, the rest must be sent again",
                e);
    }

    /** Gives space back that older commits took. */
    void tidy() throws IOException {
        tell(() -> store.compact(FILL, MOST_MOVED));
    }

    /** Writes the file anew, so that nothing of what was taken out is left in it. */
    void rewrite() throws IOException {
        commit();
        tell(() -> {
            store.close();
            MVStoreTool.compact(file.toString(), false);
        });
        store = openFile(file);
        tell(() -> {
            posts = map("posts");
            rows = map("rows");
            state = map("state");
            facts = facts();
        });
        put(TRACES, "");
        commit();
    }

    /**
     * Closes when all is committed. Where less than half of the file is in use it is written anew. Moving parts within
     * it would be quicker, and fails now and then (h2database issue 4086).
     */
    void closeTidily() throws IOException {
        tell(() -> {
            boolean isHalfEmpty = store.getFileStore().getFillRate() < HALF;
            store.close();
            if (isHalfEmpty) {
                MVStoreTool.compact(file.toString(), false);
            }
        });
    }

    /** Closes without saving what was not committed; does nothing the second time. */
    @Override
    public void close() {
        if (!store.isClosed()) {
            store.closeImmediately();
        }
    }
}
