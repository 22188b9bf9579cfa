/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.util.concurrent.TimeUnit;

/**
 * When the state is worth saving: what it costs stays small beside what it would cost to do again. The clock on the wall decides
 * when, and never what. Not thread-safe.
 */
final class Checkpoints {
    private static final int SHARE = 20;

    private final int most;
    private long cost = TimeUnit.MILLISECONDS.toNanos(50);
    private long end = System.nanoTime();
    private int posts;
    private long runs;

    Checkpoints(int most) {
        this.most = most;
    }

    /** Says that a post was taken. */
    void took() {
        posts++;
    }

    boolean isDue(long newRuns) {
        boolean isCheap = System.nanoTime() - end > SHARE * cost;
        return posts >= most || (isCheap && (newRuns > runs || posts >= most / SHARE));
    }

    void done(long begin, long newRuns) {
        end = System.nanoTime();
        cost = end - begin;
        posts = 0;
        runs = newRuns;
    }
}
