/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.vigie.posts.PostSource.Reject;
import org.vigie.posts.exports.ReadSummary;

/**
 * Where findings come from: what was read, what was refused, how long it took.
 *
 * @param inputs what was read, by file
 * @param rejects the rows that were refused
 * @param timings how long each stage took, in order; goes into the manifest only
 */
public record Provenance(List<ReadSummary> inputs, List<Reject> rejects, Map<String, Duration> timings) {
    /**
     * Copies the lists.
     *
     * @param inputs as {@link #inputs()}
     * @param rejects as {@link #rejects()}
     * @param timings as {@link #timings()}; its order is kept
     */
    public Provenance {
        inputs = List.copyOf(inputs);
        rejects = List.copyOf(rejects);
        timings = ImmutableMap.copyOf(timings);
    }

    /**
     * Of posts that came from no file.
     *
     * @return no inputs, no rejects, no timings
     */
    public static Provenance none() {
        return new Provenance(List.of(), List.of(), Map.of());
    }

    /**
     * Says which files were read.
     *
     * @param files what was read, by file
     * @param refused the rows that were refused
     * @return the changed provenance
     */
    public Provenance withInputs(List<ReadSummary> files, List<Reject> refused) {
        return new Provenance(files, refused, timings);
    }

    /**
     * Says how long the stages took.
     *
     * @param stages duration by name of the stage, in order
     * @return the changed provenance
     */
    public Provenance withTimings(Map<String, Duration> stages) {
        return new Provenance(inputs, rejects, stages);
    }
}
