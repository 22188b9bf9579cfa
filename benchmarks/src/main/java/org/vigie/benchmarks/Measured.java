/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks;

/**
 * One number of a run.
 *
 * @param area what it belongs to, one page of the documentation: similarity, language, graph, bursts, posts, campaign, monitor
 * @param group subjects on the same input in the same run, which may be compared
 * @param subject who was measured: something of ours, or a peer
 * @param metric what was measured
 * @param moreIsBetter false for times, memory and errors
 * @param value the number
 * @param unit its unit
 */
record Measured(
        String area, String group, String subject, String metric, boolean moreIsBetter, double value, String unit) {
    /** The name by which expectations and patterns know the subject. */
    String benchmark() {
        return area + "." + group + "." + subject;
    }

    /** The area and the group, without the parameters of the group. */
    String study() {
        return area + "." + group.replaceFirst("\\[.*", "");
    }

    /** Whether another machine would read another number from the clock. */
    boolean absoluteTime() {
        return unit.matches("(.*[ /])?(ns|us|ms|s|min)(/op)?");
    }
}
