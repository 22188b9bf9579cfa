/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks;

/**
 * A comparison that is no time per operation: an accuracy, a parity, a whole run.
 *
 * @param area its page
 * @param name the name with which all its groups begin
 * @param needs what it reads
 * @param body measures
 */
record Study(String area, String name, Needs needs, Body body) {
    /** What a study reads. */
    enum Needs {
        NOTHING,
        /** The folder of reference data, by option. */
        DATA
    }

    /** The work. */
    interface Body {
        void run(Settings settings, Measurements results) throws Exception;
    }

    String key() {
        return area + "." + name;
    }
}
