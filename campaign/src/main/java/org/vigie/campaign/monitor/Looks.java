/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Corpus;

/** When the detector looks at the window, and what it found last. Not thread-safe. */
final class Looks {
    private final MonitorSettings settings;
    private final Store store;
    private final Window window;
    private final long every;
    private long next = Long.MIN_VALUE;
    private long newPosts;
    private long runs;
    /** What was found last, as long as memory has room for its corpus: it can be found again. */
    private SoftReference<Findings> last = new SoftReference<>(null);

    Looks(MonitorSettings settings, Store store, Window window) {
        this.settings = settings;
        this.store = store;
        this.window = window;
        this.every = settings.every().toMillis();
    }

    /** Says that a post came into the window. */
    void took() {
        newPosts++;
    }

    boolean hasNew() {
        return newPosts > 0;
    }

    /** How often the detector has looked. */
    long runs() {
        return runs;
    }

    /** The time of a look that is due before the clock moves to a time. */
    Optional<Long> due(long time) {
        return next != Long.MIN_VALUE && next <= time && newPosts > 0 ? Optional.of(next) : Optional.empty();
    }

    void moveTo(long time) {
        if (next <= time) {
            next = (Math.floorDiv(time, every) + 1) * every;
        }
    }

    void goBack(long time) {
        next = Long.MIN_VALUE;
        moveTo(time);
        forget();
    }

    /** Lets go what was found. */
    void forget() {
        last.clear();
    }

    /** Looks at the window; null if it is empty. */
    @Nullable
    Findings look() {
        newPosts = 0;
        last.clear();
        Corpus corpus = window.corpus(store);
        if (corpus == null) {
            return null;
        }
        runs++;
        Findings found = settings.detector().detect(corpus);
        last = new SoftReference<>(found);
        settings.listener().accept(found);
        return found;
    }

    /** What the detector says of the window as it is; empty if there are no posts. */
    Optional<Findings> findings() {
        Findings known = last.get();
        if (known != null && newPosts == 0) {
            return Optional.of(known);
        }
        return Optional.ofNullable(window.corpus(store)).map(settings.detector()::detect);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(next);
        out.writeLong(newPosts);
    }

    void read(DataInputStream in) throws IOException {
        next = in.readLong();
        newPosts = in.readLong();
    }

    void setRuns(long count) {
        runs = count;
    }
}
