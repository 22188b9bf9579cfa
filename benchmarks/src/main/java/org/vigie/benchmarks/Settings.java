/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the person who starts a run chose.
 *
 * @param full whether long runs are wanted
 * @param dataFolder reference data, if any
 * @param scratch a folder for files of the run
 */
record Settings(boolean full, Optional<Path> dataFolder, Path scratch) {
    /** The same with long runs. */
    Settings longer() {
        return new Settings(true, dataFolder, scratch);
    }

    /** A file or folder of the reference data. */
    Path data(String path) {
        return dataFolder.orElseThrow().resolve(path);
    }
}
