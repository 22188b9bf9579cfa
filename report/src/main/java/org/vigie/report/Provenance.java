/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.vigie.posts.exports.ReadSummary;

/**
 * Where findings come from: what was read, and how long it took.
 *
 * @param inputs what was read, by file
 * @param timings how long each stage took, in order; goes into the manifest only
 */
public record Provenance(List<ReadSummary> inputs, Map<String, Duration> timings) {
    /**
     * Copies the collections.
     *
     * @param inputs as {@link #inputs()}
     * @param timings as {@link #timings()}; its order is kept
     */
    public Provenance {
        inputs = List.copyOf(inputs);
        timings = ImmutableMap.copyOf(timings);
    }

    /**
     * Of posts that came from no file.
     *
     * @return no inputs, no timings
     */
    public static Provenance none() {
        return new Provenance(List.of(), Map.of());
    }

    /**
     * Says which files were read.
     *
     * @param files what was read, by file
     * @return the changed provenance
     */
    public Provenance withInputs(List<ReadSummary> files) {
        return new Provenance(files, timings);
    }

    /**
     * Says how long the stages took.
     *
     * @param stages duration by name of the stage, in order
     * @return the changed provenance
     */
    public Provenance withTimings(Map<String, Duration> stages) {
        return new Provenance(inputs, stages);
    }
}
