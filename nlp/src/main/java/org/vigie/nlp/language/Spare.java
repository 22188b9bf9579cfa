/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Workspaces that are not in use, at most one for each of a few slots, which threads choose by their id. Fresh ones for
 * every text would push the model's weights out of the processor's cache. Thread-safe.
 */
final class Spare {
    private static final int SLOTS = 16;
    /** So that threads of different slots do not share a cache line. */
    private static final int APART = 32;

    /** Workspaces that long texts have made larger are not kept. */
    private static final int MAX_CHARS = 1 << 12;

    private final LanguageModel model;
    private final AtomicReferenceArray<Workspace> slots = new AtomicReferenceArray<>(SLOTS * APART);

    Spare(LanguageModel model) {
        this.model = model;
    }

    Workspace take() {
        Workspace workspace = slots.getAndSet(slot(), null);
        return workspace == null ? new Workspace(model) : workspace;
    }

    void giveBack(Workspace workspace) {
        if (workspace.words.chars.length <= MAX_CHARS) {
            slots.setRelease(slot(), workspace);
        }
    }

    private static int slot() {
        return (int) (Thread.currentThread().getId() % SLOTS) * APART;
    }
}
