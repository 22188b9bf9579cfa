/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.nio.file.Path;
import java.util.List;

/**
 * What was written.
 *
 * @param folder where
 * @param run the run's id, as in {@code manifest.json}
 * @param files the names of the files, in the order of writing
 */
public record WrittenReport(Path folder, String run, List<String> files) {
    /**
     * Copies the list.
     *
     * @param folder as {@link #folder()}
     * @param run as {@link #run()}
     * @param files as {@link #files()}
     */
    public WrittenReport {
        files = List.copyOf(files);
    }
}
