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
 * @param warnings what is doubtful about the whole run, in sentences
 */
public record WrittenReport(Path folder, String run, List<String> files, List<String> warnings) {
    /**
     * Copies the lists.
     *
     * @param folder as {@link #folder()}
     * @param run as {@link #run()}
     * @param files as {@link #files()}
     * @param warnings as {@link #warnings()}
     */
    public WrittenReport {
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
    }
}
