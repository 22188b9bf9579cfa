/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.language;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.vigie.nlp.language.LanguageIdentifier;

/** The time from nothing to the first answer, and the heap that the model takes; each run is one cold start. */
public final class LoadTime {
    private LoadTime() {}

    /**
     * Measures once.
     *
     * @param args nothing
     */
    @SuppressWarnings("System.gc") // the heap in use is what is asked for
    public static void main(String[] args) {
        long start = System.nanoTime();
        LanguageIdentifier identifier = LanguageIdentifier.load();
        String tag = identifier.identify("Bonjour tout le monde").tag();
        double millis = (System.nanoTime() - start) / 1e6;
        System.gc();
        System.gc();
        double megabytes =
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
        System.out.printf(
                Locale.ROOT,
                "first answer (%s) after %.0f ms, %.1f MB of heap for %d languages%n",
                tag,
                millis,
                megabytes,
                identifier.languages().size());
    }
}
