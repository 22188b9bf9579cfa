/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.monitor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.vigie.campaign.monitor.Alert;
import org.vigie.campaign.monitor.CampaignMonitor;
import org.vigie.campaign.monitor.MonitorSettings;
import org.vigie.posts.Post;

/**
 * How long it takes from a post that is due to what is said of it, while so many are due each second. It is measured
 * by the clock, and by the processor time of the whole process. The latter is what a machine that does nothing else
 * would take.
 */
public final class Latency {
    private Latency() {}

    /**
     * Times from the instant at which a post was due to the end of the call that took it, in milliseconds.
     *
     * @param alarms how many alarms there were
     * @param byClock by the clock
     * @param byProcessor by processor time
     */
    public record Outcome(int alarms, Times byClock, Times byProcessor) {}

    /**
     * Times in milliseconds.
     *
     * @param median of all posts
     * @param p99 of all posts
     * @param ofAlarms the longest of those posts of which a fast alarm was said
     */
    public record Times(double median, double p99, double ofAlarms) {}

    private static final class Series {
        private final long[] nanos;
        private int size;
        private long ofAlarms;

        Series(int most) {
            nanos = new long[most];
        }

        void add(long time, boolean isAlarm) {
            nanos[size++] = time;
            ofAlarms = isAlarm ? Math.max(ofAlarms, time) : ofAlarms;
        }

        Times times() {
            Arrays.sort(nanos, 0, size);
            return new Times(nanos[size / 2] / 1e6, nanos[(int) (size * 0.99)] / 1e6, ofAlarms / 1e6);
        }
    }

    /**
     * Gives posts at a pace, without waiting for those that are late.
     *
     * @param posts how many, the first half to warm up
     * @param rate posts a second
     * @param scratch a folder for the state
     * @return the times of the second half
     * @throws IOException if the state can't be written
     */
    public static Outcome measure(int posts, int rate, Path scratch) throws IOException {
        List<Post> all = new ArrayList<>();
        Feed.simulator(posts, Duration.ofDays(1)).run((post, label) -> all.add(post));
        Series byClock = new Series(posts);
        Series byProcessor = new Series(posts);
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        int alarms = 0;
        MonitorSettings settings = MonitorSettings.withDefaults()
                .withEvery(Duration.ofHours(24))
                .withAlertBudget(1_000)
                .withAlerts(scratch.resolve("latency.ndjson"));
        try (CampaignMonitor monitor = CampaignMonitor.open(scratch.resolve("latency"), settings)) {
            long begin = System.nanoTime();
            long idle = 0; // by the processor's time, counted from the begin
            for (int i = 0; i < posts; i++) {
                long due = i * (TimeUnit.SECONDS.toNanos(1) / rate);
                while (System.nanoTime() - begin < due) {
                    LockSupport.parkNanos(begin + due - System.nanoTime());
                }
                long before = system.getProcessCpuTime();
                List<Alert> said = monitor.accept(all.get(i));
                idle = Math.max(idle, due) + system.getProcessCpuTime() - before;
                if (i >= posts / 2) {
                    alarms += said.size();
                    byClock.add(System.nanoTime() - begin - due, !said.isEmpty());
                    byProcessor.add(idle - due, !said.isEmpty());
                }
            }
        }
        return new Outcome(alarms, byClock.times(), byProcessor.times());
    }
}
