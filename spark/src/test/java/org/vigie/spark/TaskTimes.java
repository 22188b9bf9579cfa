/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** The processor time of every task, stage by stage: on a busy machine the clock says nothing of a task. */
final class TaskTimes extends SparkListener {
    private static final double NANOS = 1e9;

    private final Map<Integer, List<Long>> nanos = new TreeMap<>();

    /** A stage with its tasks in seconds of processor time. */
    record Stage(int number, int tasks, double median, double longest) {
        double ratio() {
            return longest / median;
        }
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        nanos.computeIfAbsent(end.stageId(), stage -> new ArrayList<>())
                .add(end.taskMetrics().executorCpuTime());
    }

    /** The stages that have more than one task, the one with the longest task first. */
    synchronized List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        nanos.forEach((number, times) -> {
            long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
            if (sorted.length > 1) {
                stages.add(new Stage(
                        number, sorted.length, sorted[sorted.length / 2] / NANOS, sorted[sorted.length - 1] / NANOS));
            }
        });
        stages.sort((a, b) -> Double.compare(b.longest, a.longest));
        return stages;
    }
}
