/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.internal;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Workspaces that are not in use, at most one for each of a few slots, which threads choose by their id. Fresh ones for
 * every text would push what is needed out of the processor's cache. Thread-safe.
 *
 * @param <T> what one thread works in
 */
public final class Spare<T> {
    private static final int SLOTS = 16;
    /** So that threads of different slots do not share a cache line. */
    private static final int APART = 32;

    private final Supplier<T> maker;
    private final Predicate<T> isSmall;
    private final AtomicReferenceArray<@Nullable T> slots = new AtomicReferenceArray<>(SLOTS * APART);

    /**
     * Creates a store without any workspace.
     *
     * @param maker makes a workspace
     * @param isSmall whether one is kept: not where a long text has made it large
     */
    public Spare(Supplier<T> maker, Predicate<T> isSmall) {
        this.maker = maker;
        this.isSmall = isSmall;
    }

    /**
     * Gives a workspace that nobody else has.
     *
     * @return one that was given back, or a new one
     */
    public T take() {
        T workspace = slots.getAndSet(slot(), null);
        return workspace == null ? maker.get() : workspace;
    }

    /**
     * Takes a workspace back, which the caller must not use again.
     *
     * @param workspace what {@link #take()} gave
     */
    public void giveBack(T workspace) {
        if (isSmall.test(workspace)) {
            slots.setRelease(slot(), workspace);
        }
    }

    private static int slot() {
        return (int) (Thread.currentThread().getId() % SLOTS) * APART;
    }
}
