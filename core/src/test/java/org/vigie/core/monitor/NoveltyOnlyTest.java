/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

/** The monitor of novelty alone, which is the default of state version 3. */
class NoveltyOnlyTest extends MonitorContract {
    @Override
    Monitor newMonitor() {
        return SeriesMonitor.withDefaults().withOnly(SeriesMonitor.Part.NOVELTY);
    }

    @Override
    Monitor restore(byte[] bytes) {
        return SeriesMonitor.fromBytes(bytes);
    }

    @Override
    String golden() {
        return "SeriesMonitor-5-novelty";
    }

    @Override
    double goldenScore() {
        return 0.9752183933883667;
    }

    @Override
    int mostBytes() {
        return 10_240;
    }
}
