/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the numbers of a run, in order. Not thread-safe. */
final class Measurements {
    private final List<Measured> all = new ArrayList<>();

    /** Subjects that are measured together. */
    Group group(String area, String name) {
        return new Group(area, name);
    }

    List<Measured> all() {
        return List.copyOf(all);
    }

    Optional<Measured> find(String benchmark, String metric) {
        return all.stream()
                .filter(m -> m.benchmark().equals(benchmark) && m.metric().equals(metric))
                .findFirst();
    }

    /** Adds numbers to one group. */
    final class Group {
        private final String area;
        private final String name;

        private Group(String area, String name) {
            this.area = area;
            this.name = name;
        }

        /** Adds a number of which more is better: a share, a rate. */
        Group more(String subject, String metric, double value, String unit) {
            all.add(new Measured(area, name, subject, metric, true, value, unit));
            return this;
        }

        /** Adds a number of which less is better: a time, a size, an error. */
        Group less(String subject, String metric, double value, String unit) {
            all.add(new Measured(area, name, subject, metric, false, value, unit));
            return this;
        }
    }
}
