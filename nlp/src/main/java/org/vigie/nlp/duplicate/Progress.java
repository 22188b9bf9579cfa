/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.function.LongConsumer;

/** Adds up steps of several threads and tells the listener the sum, one call at a time. */
final class Progress {
    private final LongConsumer listener;
    private long done;

    Progress(LongConsumer listener) {
        this.listener = listener;
    }

    synchronized void add(long steps) {
        done += steps;
        listener.accept(done);
    }
}
