/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.monitor;

/** The monitor of rates alone. */
class RatesOnlyTest extends MonitorContract {
    @Override
    Monitor newMonitor() {
        return SeriesMonitor.withDefaults().withOnly(SeriesMonitor.Part.RATE);
    }

    @Override
    Monitor restore(byte[] bytes) {
        return SeriesMonitor.fromBytes(bytes);
    }

    @Override
    String golden() {
        return "SeriesMonitor-5-rate";
    }

    @Override
    double goldenScore() {
        return 0.7351034532004258;
    }

    @Override
    int mostBytes() {
        return 10_240;
    }
}
