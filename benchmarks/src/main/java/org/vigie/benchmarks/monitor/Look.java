/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.benchmarks.process.Metered;
import org.vigie.campaign.monitor.CampaignMonitor;
import org.vigie.campaign.monitor.MonitorSettings;

/** The least heap in which a monitor starts again and looks at its window, in processes of their own. */
public final class Look {
    private static final int AMPLE = 4_000;
    /** The least heap is known to a tenth. */
    private static final double STEP = 1.1;

    private Look() {}

    /**
     * What a look needs.
     *
     * @param window posts of the window
     * @param leastHeap the least heap in which it came to an end, in megabytes
     * @param leastCpu processor seconds of the whole process with that heap
     * @param ampleCpu the same with 4 GB
     * @param ampleWall the same by the clock
     */
    public record Need(int window, double leastHeap, double leastCpu, double ampleCpu, double ampleWall) {}

    /**
     * Fills a window, and looks at it in less and less memory.
     *
     * @param posts how many posts the window has
     * @param atLeast a heap that is known to be too small, in megabytes
     * @param scratch a folder for the state
     * @return what it needs
     * @throws IOException if a process fails with ample heap
     * @throws InterruptedException if the wait is interrupted
     */
    public static Need measure(int posts, double atLeast, Path scratch) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(scratch, "look");
        // Posts of one day, and findings once a day: none are due before the end.
        Metered.run(scratch, heap(AMPLE), Intake.class, List.of(folder.toString(), "" + posts, "24", "168", "0"));
        Metered.Usage ample = Metered.run(scratch, heap(AMPLE), Look.class, List.of(folder.toString()));
        double tooSmall = atLeast;
        double enough = AMPLE;
        Metered.Usage least = ample;
        while (enough > tooSmall * STEP) {
            double tried = Math.sqrt(tooSmall * enough);
            try {
                least = Metered.run(scratch, heap(tried), Look.class, List.of(folder.toString()));
                enough = tried;
            } catch (IOException e) { // mostly no memory: what else there could be would fail with ample heap too
                tooSmall = tried;
            }
        }
        return new Need(posts, enough, least.cpuSeconds(), ample.cpuSeconds(), ample.wallSeconds());
    }

    private static List<String> heap(double megabytes) {
        return List.of("-XX:+UseSerialGC", "-Xmx" + Math.round(megabytes) + "m");
    }

    /**
     * The process that starts again and looks.
     *
     * @param args folder
     * @throws IOException if the state can't be read
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        MonitorSettings settings = MonitorSettings.withDefaults().withAlerts(folder.resolve("alerts.ndjson"));
        List<Integer> looked = new ArrayList<>();
        CampaignMonitor monitor = CampaignMonitor.open(folder.resolve("state"), settings);
        monitor.findings().ifPresent(found -> looked.add(found.corpus().size()));
        monitor.abandon();
        System.out.println(looked + " posts looked at");
    }
}
