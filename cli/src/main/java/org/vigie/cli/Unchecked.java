/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Lets output fail inside callbacks that don't declare it. */
final class Unchecked {
    /** Work that writes. */
    @FunctionalInterface
    interface Writing {
        void run() throws IOException;
    }

    private Unchecked() {}

    static void run(Writing work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
