/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.monitor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.vigie.campaign.monitor.CampaignMonitor;
import org.vigie.campaign.monitor.MonitorSettings;
import org.vigie.posts.Post;
import org.vigie.posts.simulation.CampaignKind;

/** A process that watches is killed again and again, wherever it is; what it says is compared with an undisturbed run. */
public final class Kills {
    private static final String POSTS_TAKEN = "taken ";

    private Kills() {}

    /**
     * What came of it.
     *
     * @param kills how often it was killed
     * @param posts how many posts it was to take
     * @param lost how many of them it did not
     * @param lostAcknowledged after how many kills fewer posts were there than acknowledged before
     * @param alerts how many alerts the undisturbed run said
     * @param areEqual whether both files of alerts have the same bytes
     */
    public record Outcome(int kills, int posts, long lost, int lostAcknowledged, long alerts, boolean areEqual) {}

    /**
     * Kills a process that watches.
     *
     * @param kills how often
     * @param posts how many posts it is to take
     * @param seed of the points of the kills
     * @param scratch a folder for states
     * @return what came of it
     * @throws IOException if a process fails in another way
     * @throws InterruptedException if a wait is interrupted
     */
    public static Outcome measure(int kills, int posts, long seed, Path scratch)
            throws IOException, InterruptedException {
        Path calm = Files.createTempDirectory(scratch, "calm");
        Path killed = Files.createTempDirectory(scratch, "killed");
        killAt(start(calm, posts), Long.MAX_VALUE, 0);
        SplittableRandom random = new SplittableRandom(seed);
        long acknowledged = 0;
        int lostAcknowledged = 0;
        for (int kill = 1; kill <= kills; kill++) {
            // From any post on, and then some time, so that the process may be anywhere.
            long target = (long) posts * kill / (kills + 1) + random.nextInt(posts / kills);
            Process child = start(killed, posts);
            long now = killAt(child, target, random.nextInt(50));
            lostAcknowledged += now < acknowledged ? 1 : 0;
            acknowledged = Math.max(acknowledged, now);
        }
        Process last = start(killed, posts);
        killAt(last, Long.MAX_VALUE, 0);
        Path alerts = calm.resolve("alerts.ndjson");
        try (CampaignMonitor monitor = CampaignMonitor.open(killed.resolve("state"), settings(killed))) {
            return new Outcome(
                    kills,
                    posts,
                    posts - monitor.position().posts(),
                    lostAcknowledged,
                    Files.readAllLines(alerts).size(),
                    Files.mismatch(alerts, killed.resolve("alerts.ndjson")) < 0);
        }
    }

    /** Kills a process some milliseconds after a post; gives how many posts it knew at its start. */
    private static long killAt(Process child, long target, int millis) throws IOException, InterruptedException {
        long known = 0;
        boolean isFirst = true;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (!line.startsWith(POSTS_TAKEN)) {
                    continue;
                }
                long posts = Long.parseLong(line.substring(POSTS_TAKEN.length()));
                known = isFirst ? posts : known;
                isFirst = false;
                if (posts >= target) {
                    TimeUnit.MILLISECONDS.sleep(millis);
                    child.destroyForcibly();
                    break;
                }
            }
        }
        int code = child.waitFor();
        if (target == Long.MAX_VALUE && code != 0) {
            throw new IOException("the last run ended with code " + code);
        }
        return known;
    }

    private static MonitorSettings settings(Path folder) {
        return MonitorSettings.withDefaults()
                .withWindow(Duration.ofDays(2))
                .withEvery(Duration.ofHours(8))
                .withAlerts(folder.resolve("alerts.ndjson"));
    }

    private static Process start(Path folder, int posts) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Kills.class.getName(),
                        folder.toString(),
                        "" + posts)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /**
     * The process that is killed: it goes on after its position, a few posts before it.
     *
     * @param args folder and number of posts
     * @throws IOException if the state can't be written
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        List<Post> posts = new ArrayList<>();
        Feed.simulator(Integer.parseInt(args[1]), Duration.ofDays(3))
                .withLanguages(List.of("en", "fr"))
                .withPlantedShare(0.1)
                .withCampaign(CampaignKind.COPYPASTA, 25)
                .run((post, label) -> posts.add(post));
        try (CampaignMonitor monitor = CampaignMonitor.open(folder.resolve("state"), settings(folder))) {
            int from = (int) monitor.position().posts();
            System.out.println(POSTS_TAKEN + from);
            for (int i = Math.max(0, from - 25); i < posts.size(); i++) {
                monitor.accept(posts.get(i));
                if (i % 25 == 0) {
                    System.out.println(POSTS_TAKEN + (i + 1));
                }
            }
            monitor.finish();
        }
    }
}
