/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What a signal to end means for work that is made to be ended: it saves, and all is well. */
final class Interruption {
    private static final AtomicReference<@Nullable Runnable> HANDLER = new AtomicReference<>();

    private Interruption() {}

    /** Sets what is done when the process is told to end; the work may still be going on in its own thread. */
    static void handleWith(Runnable handler) {
        HANDLER.set(handler);
    }

    /** From here on a signal means again that the run failed. */
    static void handleNoMore() {
        HANDLER.set(null);
    }

    /** Does what was asked for; false if nothing was, or it failed. */
    static boolean isHandled() {
        Runnable handler = HANDLER.get();
        if (handler == null) {
            return false;
        }
        try {
            handler.run();
            return true;
        } catch (RuntimeException e) {
            Terminal.say("vigie: " + e.getMessage());
            return false;
        }
    }
}
