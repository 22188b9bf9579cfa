/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the person who starts a run chose.
 *
 * @param full whether long runs are wanted
 * @param expected what is checked, so that what no expectation names may rest; empty where tables are made of everything
 * @param dataFolder reference data, if any
 * @param scratch a folder for files of the run
 */
record Settings(boolean full, Optional<List<Expectation>> expected, Optional<Path> dataFolder, Path scratch) {
    /** The same with long runs. */
    Settings longer() {
        return new Settings(true, expected, dataFolder, scratch);
    }

    /** Whether anything of a group is asked about. */
    boolean asks(String area, String group) {
        return expected.isEmpty() || ofGroup(area, group).findAny().isPresent();
    }

    /** Whether a subject of a group is asked about, or is the peer of one. */
    boolean asks(String area, String group, String subject) {
        return expected.isEmpty()
                || ofGroup(area, group)
                        .anyMatch(e -> e.subject().equals(subject) || e.peer().equals(subject));
    }

    private Stream<Expectation> ofGroup(String area, String group) {
        return expected.stream()
                .flatMap(List::stream)
                .filter(e -> e.benchmark().equals(area + "." + group + "." + e.subject()));
    }

    /** A file or folder of the reference data. */
    Path data(String path) {
        return dataFolder.orElseThrow().resolve(path);
    }
}
