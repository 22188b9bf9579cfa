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
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.campaign.findings.Findings;
import org.vigie.core.file.FolderLock;
import org.vigie.posts.Post;

/**
 * Watches posts as they come, and says what should be looked at. It raises fast alarms when a hashtag, link, target or
 * text rises beyond its own past or is copied by many accounts. It reports campaigns when the
 * {@link org.vigie.campaign.CampaignDetector} finds them in the window.
 *
 * <p>Time is the posts' own. The same posts in the same order give the same alerts, byte for byte. It makes no
 * difference what the clock on the wall says, or how often the program was stopped or killed in between.
 *
 * <p>{@link #position()} names the last post that is durable; posts become so now and then, on {@link #flush()} and on
 * {@link #close()}. After a crash the feeder goes on after that post, or sends again from earlier: posts that were seen are
 * known by their id. Each alert stands in the file of {@link MonitorSettings#withAlerts} exactly once; what methods return
 * is returned at least once.
 *
 * <p>Memory and disk are bounded by the window and by {@link MonitorSettings#withLimits}: see docs/methods/monitor.md.
 * Thread-safe: one call at a time is served. After an exception other than {@link IllegalArgumentException} the monitor
 * accepts no more posts; open the state again.
 */
public final class CampaignMonitor implements AutoCloseable {
    private static final long NANOS_PER_COMMIT = TimeUnit.SECONDS.toNanos(1);
    /** What is not committed is in memory. */
    private static final long BYTES_PER_COMMIT = 16L << 20;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Path folder;
    private final FolderLock lock;
    private final Store store;
    private final MonitorSettings settings;
    private final NameDigests digests;
    private final Engine engine;
    private final @Nullable AlertLog log;
    private final Ledger ledger;
    private final Checkpoints checkpoints;
    private Position position;
    private int waiting;
    private long waitingBytes;
    private boolean isDirty;
    /** Whether more has happened than posts, so that only the whole state knows of it. */
    private boolean isFinished;

    private long lastCommit = System.nanoTime();
    private boolean isOpen = true;

    private CampaignMonitor(Path folder, FolderLock lock, Store store, MonitorSettings wanted) throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.store = store;
        this.settings = wanted.resolved(store);
        this.digests = new NameDigests();
        this.checkpoints = new Checkpoints(settings.checkpointPosts());
        this.ledger = new Ledger(store);
        settings.keep(store, ledger.isWhole());
        this.engine = new Engine(settings, store, digests);
        engine.restore();
        this.log =
                settings.alerts().isPresent() ? AlertLog.open(settings.alerts().get(), folder, store) : null;
        if (log != null) {
            log.flush(store);
            store.commit(); // what the file grows by is only cut off if the store knew it before
        }
        this.position = ledger.position(engine);
    }

    /**
     * Opens a state, or begins one.
     *
     * @param folder the folder of the state; made if need be
     * @param settings how to watch
     * @return the monitor, which goes on where the last durable post was
     * @throws IOException if the folder can't be written, another monitor has it, what it holds is no state, or the state
     *     was begun with other settings
     */
    public static CampaignMonitor open(Path folder, MonitorSettings settings) throws IOException {
        Objects.requireNonNull(settings, "settings");
        Files.createDirectories(folder);
        FolderLock lock = FolderLock.take(folder);
        Store store = null;
        try {
            store = Store.open(folder);
            return new CampaignMonitor(folder, lock, store, settings);
        } catch (UncheckedIOException e) {
            release(lock, store);
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        } catch (IOException | RuntimeException | Error e) {
            release(lock, store);
            throw e;
        }
    }

    private static void release(FolderLock lock, @Nullable Store store) throws IOException {
        if (store != null) {
            store.close();
        }
        lock.close();
    }

    /**
     * Tells whether a folder holds a state.
     *
     * @param folder the folder
     * @return true if a monitor was opened there before
     */
    public static boolean isState(Path folder) {
        return Store.isIn(folder);
    }

    /**
     * Takes a post. What it can't take is counted in {@link Position#counts()}: a post whose id was seen, one that is older
     * than the window, one too many.
     *
     * @param post the post
     * @return what is to be said now, in order; mostly nothing. Findings are made in this call when they are due
     * @throws UncheckedIOException if the state can't be saved, for example because the disk is full
     * @throws IllegalStateException if the monitor is closed or has failed
     */
    public synchronized List<Alert> accept(Post post) {
        requireOpen();
        // What was returned before is in the caller's hands, so it may become durable now.
        boolean isMuch = waiting >= settings.commitPosts() || waitingBytes >= BYTES_PER_COMMIT;
        if (isMuch || (waiting > 0 && System.nanoTime() - lastCommit > NANOS_PER_COMMIT)) {
            save(false);
        }
        if (post.time().isBefore(EARLIEST) || post.time().isAfter(LATEST)) {
            return refuse("time is no time");
        }
        long time = post.time().toEpochMilli();
        ByteBuffer id = ByteBuffer.wrap(digests.of(post.id()));
        long high = id.getLong();
        long low = id.getLong();
        if (engine.knows(high, low)) {
            return refuse("seen before");
        }
        String refusal = engine.refusal(time);
        if (refusal != null) {
            return refuse(refusal);
        }
        Post kept = settings.hasTexts() ? post : Keys.withoutText(post);
        Store.Row row = new Store.Row(ledger.posts() + 1, high, low, time, engine.how(time), 0);
        isOpen = false; // unless all goes well
        byte[] json = PostJson.write(kept);
        store.put(row.number(), json);
        long returns = engine.trial().returns();
        List<Alert> alerts = engine.take(row, kept);
        // Rows say how posts are taken since the clock went back: no older state fits them.
        isFinished |= engine.trial().returns() > returns;
        store.put(row.withRoot(engine.root()));
        if (log != null) {
            log.add(alerts);
        }
        ledger.took(post);
        waiting++;
        waitingBytes += json.length;
        checkpoints.took();
        isOpen = true;
        return alerts;
    }

    private List<Alert> refuse(String reason) {
        count(reason, 1);
        return List.of();
    }

    /**
     * Counts rows that the feeder could not read, so that nothing disappears.
     *
     * @param reason why, a few words; one of few
     * @param rows how many
     * @throws IllegalArgumentException if the reason has a line break or an equals sign, or there are no rows
     * @throws IllegalStateException if the monitor is closed or has failed
     */
    public synchronized void count(String reason, long rows) {
        requireOpen();
        if (rows < 1 || reason.isEmpty() || reason.chars().anyMatch(c -> c == '=' || c < ' ')) {
            throw new IllegalArgumentException(
                    "rows must be at least 1 and the reason words without = but were " + rows + ", '" + reason + "'");
        }
        ledger.count(reason, rows);
        isDirty = true;
    }

    /**
     * Says where the feeder is, to be kept with the posts accepted so far.
     *
     * @param place anything that the feeder understands
     * @throws IllegalStateException if the monitor is closed or has failed
     */
    public synchronized void mark(String place) {
        requireOpen();
        ledger.mark(place);
        isDirty = true;
    }

    /**
     * Makes all accepted posts durable.
     *
     * @throws UncheckedIOException if the state can't be saved, for example because the disk is full
     * @throws IllegalStateException if the monitor is closed or has failed
     */
    public synchronized void flush() {
        requireOpen();
        if (waiting > 0 || isDirty) {
            save(false);
        }
    }

    /**
     * Says what the end of the input leaves open: bins that are not over, findings that are not due. That it was said
     * becomes durable with the next {@link #flush()} or {@link #close()}. More posts may come; in the last five minutes they
     * no longer count for fast alarms.
     *
     * @return what is to be said
     * @throws IllegalStateException if the monitor is closed or has failed
     */
    public synchronized List<Alert> finish() {
        requireOpen();
        isOpen = false;
        List<Alert> alerts = engine.finish();
        if (log != null) {
            log.add(alerts);
        }
        isDirty = true;
        isFinished = true;
        isOpen = true;
        return alerts;
    }

    /**
     * What the detector says of the window now: of the posts that are kept, as the batch job would.
     *
     * @return the findings; empty if there are no posts
     * @throws IllegalStateException if the monitor is closed or has failed
     */
    public synchronized Optional<Findings> findings() {
        requireOpen();
        return engine.looks().findings();
    }

    /**
     * Takes out what an account posted: texts, links, names. That there was a post of this id is remembered by a digest, so
     * that it is not taken again. Alerts that were made stay, and so do posts of others that mention the account. Linear in
     * the window.
     *
     * @param account the account's name as in its posts
     * @return how many posts were taken out
     * @throws UncheckedIOException if the state can't be saved
     * @throws IllegalStateException if the monitor is closed or has failed
     */
    public synchronized long forget(String account) {
        requireOpen();
        save(true);
        isOpen = false;
        long forgotten = ask(() -> engine.forget(account));
        isOpen = true;
        if (forgotten > 0) {
            ledger.forgetLastId();
            count("posts forgotten", forgotten);
            save(true);
            isOpen = false;
            run(store::rewrite);
            isOpen = true;
        }
        return forgotten;
    }

    /**
     * How far the monitor is, durably.
     *
     * @return the position after the last save
     */
    public synchronized Position position() {
        return position;
    }

    /**
     * Gives the state free without saving, because what was returned could not be handed on. Posts since the last save
     * must be sent again, and what is said of them comes again.
     */
    public synchronized void abandon() {
        isOpen = false;
        close();
    }

    /** Saves and gives the state free; does nothing the second time. */
    @Override
    public synchronized void close() {
        try {
            if (isOpen) {
                save(true);
                run(store::closeTidily);
            }
        } finally {
            isOpen = false;
            store.close();
            run(() -> {
                if (log != null) {
                    log.close();
                }
                lock.close();
            });
        }
    }

    private void requireOpen() {
        if (!isOpen) {
            throw new IllegalStateException("the monitor is closed, or has failed: open the state again");
        }
    }

    private void save(boolean isWhole) {
        isOpen = false;
        run(() -> {
            Position next = ledger.position(engine);
            if (log != null) {
                log.flush(store);
            }
            ledger.save(store);
            if (isWhole || isFinished || checkpoints.isDue(engine.looks().runs())) {
                long begin = System.nanoTime();
                store.putState(engine::save);
                ledger.saveWhole(store);
                engine.removeLeft();
                store.commit();
                store.tidy();
                checkpoints.done(begin, engine.looks().runs());
            } else {
                store.commit();
            }
            position = next;
            PositionFile.write(folder, position);
        });
        waiting = 0;
        waitingBytes = 0;
        isDirty = false;
        isFinished = false;
        lastCommit = System.nanoTime();
        isOpen = true;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
