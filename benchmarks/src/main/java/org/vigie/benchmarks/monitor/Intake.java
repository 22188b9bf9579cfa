/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.monitor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.vigie.benchmarks.process.Metered;
import org.vigie.campaign.monitor.CampaignMonitor;
import org.vigie.campaign.monitor.MonitorSettings;
import org.vigie.posts.Post;

/** What it costs to take posts, to look at the window, and to go on after a kill, in processes of their own. */
public final class Intake {
    /** As the launcher starts it. */
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx4g");

    private Intake() {}

    /**
     * What is watched.
     *
     * @param posts how many posts come
     * @param hours of the posts' time
     * @param window how many hours are kept
     * @param keys of so many hashtags each post has one; 0 for those of the simulator alone
     */
    public record Load(int posts, int hours, int window, int keys) {}

    /**
     * What that costs.
     *
     * @param micros processor time a post of the thread that takes posts, findings left out
     * @param rate posts a second of the clock, findings left out
     * @param window posts of the window at the end
     * @param looks how often the detector looked
     * @param lastLook processor seconds of the last look, on the fullest window
     * @param lastLookWall the same by the clock
     * @param peakMegabytes the most memory that was resident, the simulator's included
     * @param stateMegabytes the state at the end
     * @param stateBytes of that for each post of the window
     * @param restartCpu processor seconds until a killed monitor takes posts again, the start of the JVM included
     * @param restartWall the same by the clock
     */
    public record Cost(
            double micros,
            double rate,
            long window,
            int looks,
            double lastLook,
            double lastLookWall,
            double peakMegabytes,
            double stateMegabytes,
            double stateBytes,
            double restartCpu,
            double restartWall) {}

    /**
     * Watches a load, is killed at its end, and starts again.
     *
     * @param load what is watched
     * @param scratch a folder for the state
     * @return the cost
     * @throws IOException if a process fails
     * @throws InterruptedException if the wait is interrupted
     */
    public static Cost measure(Load load, Path scratch) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(scratch, "monitor");
        Path numbers = folder.resolve("numbers.txt");
        List<String> args =
                List.of(folder.toString(), "" + load.posts, "" + load.hours, "" + load.window, "" + load.keys);
        Metered.Usage usage = Metered.run(scratch, OPTIONS, Intake.class, args);
        String[] found = Files.readString(numbers).trim().split(" ", -1);
        double state = megabytes(folder.resolve("state"));
        Metered.Usage restart = Metered.run(scratch, OPTIONS, Intake.class, args.subList(0, 1));
        return new Cost(
                Double.parseDouble(found[0]),
                Double.parseDouble(found[1]),
                Long.parseLong(found[5]),
                Integer.parseInt(found[2]),
                Double.parseDouble(found[3]),
                Double.parseDouble(found[4]),
                usage.peakMegabytes(),
                state,
                state * (1 << 20) / Double.parseDouble(found[5]),
                restart.cpuSeconds(),
                restart.wallSeconds());
    }

    private static double megabytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum() / (double) (1 << 20);
        }
    }

    /**
     * The process that watches; with a folder alone, the one that starts again.
     *
     * @param args folder, posts, hours, hours of the window, keys
     * @throws IOException if the state can't be written
     * @throws InterruptedException if the wait for posts is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        MonitorSettings settings = MonitorSettings.withDefaults().withAlerts(folder.resolve("alerts.ndjson"));
        if (args.length == 1) {
            CampaignMonitor.open(folder.resolve("state"), settings).abandon();
            return;
        }
        Duration period = Duration.ofHours(Integer.parseInt(args[2]));
        Feed feed = new Feed(Integer.parseInt(args[1]), period, Integer.parseInt(args[4]));
        watch(feed, folder, settings.withWindow(Duration.ofHours(Integer.parseInt(args[3]))));
    }

    private static void watch(Feed feed, Path folder, MonitorSettings base) throws IOException, InterruptedException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        boolean[] looked = new boolean[1];
        MonitorSettings settings = base.withEvery(Duration.ofHours(24)).withFindings(found -> looked[0] = true);
        // It is not closed: the process ends as if it were killed.
        CampaignMonitor monitor = CampaignMonitor.open(folder.resolve("state"), settings);
        long cpu = 0;
        long wall = 0;
        int posts = 0;
        int looks = 0;
        double lastLook = 0;
        double lastLookWall = 0;
        for (List<Post> batch = feed.next(); !batch.isEmpty(); batch = feed.next()) {
            looked[0] = false;
            long process = system.getProcessCpuTime();
            long thread = threads.getCurrentThreadCpuTime();
            long clock = System.nanoTime();
            batch.forEach(monitor::accept);
            if (looked[0]) { // what a few hundred posts cost is little beside it
                looks++;
                lastLook = (system.getProcessCpuTime() - process) / 1e9;
                lastLookWall = (System.nanoTime() - clock) / 1e9;
            } else {
                cpu += threads.getCurrentThreadCpuTime() - thread;
                wall += System.nanoTime() - clock;
                posts += batch.size();
            }
        }
        monitor.flush();
        Files.writeString(
                folder.resolve("numbers.txt"),
                String.format(
                        Locale.ROOT,
                        "%.2f %.0f %d %.2f %.2f %d",
                        cpu / 1e3 / posts,
                        posts * 1e9 / wall,
                        looks,
                        lastLook,
                        lastLookWall,
                        monitor.position().counts().getOrDefault("posts in the window", 0L)));
    }
}
