/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.vigie.benchmarks.campaign.LabelledFile;
import org.vigie.benchmarks.monitor.FirstAlerts;
import org.vigie.benchmarks.monitor.Intake;
import org.vigie.benchmarks.monitor.Kills;
import org.vigie.benchmarks.monitor.Latency;
import org.vigie.benchmarks.monitor.Look;
import org.vigie.benchmarks.monitor.OrganicMonth;
import org.vigie.posts.Post;

/** The studies of the live monitor, in the order in which they run. */
final class MonitorStudies {
    private static final int BUDGET = 20;

    static final List<Study> ALL = List.of(
            new Study("monitor", "Window", Study.Needs.NOTHING, MonitorStudies::window),
            new Study("monitor", "Look", Study.Needs.NOTHING, MonitorStudies::look),
            new Study("monitor", "Endurance", Study.Needs.NOTHING, MonitorStudies::endurance),
            new Study("monitor", "Keys", Study.Needs.NOTHING, MonitorStudies::keys),
            new Study("monitor", "Latency", Study.Needs.NOTHING, MonitorStudies::latency),
            new Study("monitor", "Kills", Study.Needs.NOTHING, MonitorStudies::kills),
            new Study("monitor", "OrganicMonth", Study.Needs.NOTHING, MonitorStudies::organic),
            new Study("monitor", "FirstAlerts", Study.Needs.DATA, MonitorStudies::firstAlerts));

    private MonitorStudies() {}

    /** Two days each and one day kept, so that the window is full, and posts leave it. The detector looks once. */
    private static void window(Settings settings, Measurements results) throws Exception {
        int[] sizes = settings.full() ? new int[] {500_000, 1_000_000, 2_000_000} : new int[] {20_000};
        for (int posts : sizes) {
            Intake.Cost cost = Intake.measure(new Intake.Load(posts, 48, 24, 0), settings.scratch());
            intake(results.group("monitor", "Window"), "vigie monitor, " + posts + " posts", cost);
        }
    }

    /** The least heap for a look at windows of several sizes; a larger window never needs less. */
    private static void look(Settings settings, Measurements results) throws Exception {
        double tooSmall = 64;
        for (int posts : settings.full() ? new int[] {250_000, 500_000, 1_000_000} : new int[] {20_000}) {
            Look.Need need = Look.measure(posts, tooSmall, settings.scratch());
            String subject = "vigie monitor, " + posts + " posts";
            results.group("monitor", "Look")
                    .less(subject, "least heap", need.leastHeap(), "MB")
                    .less(subject, "CPU with it", need.leastCpu(), "s")
                    .less(subject, "CPU with 4 GB", need.ampleCpu(), "s")
                    .less(subject, "wall with 4 GB", need.ampleWall(), "s");
            tooSmall = need.leastHeap() / 1.1;
        }
    }

    /** Ten million posts of one day, half a day kept, so that the window holds five million. No findings are due. */
    private static void endurance(Settings settings, Measurements results) throws Exception {
        int posts = settings.full() ? 10_000_000 : 20_000;
        Intake.Cost cost = Intake.measure(new Intake.Load(posts, 24, 12, 0), settings.scratch());
        intake(results.group("monitor", "Endurance"), "vigie monitor, " + posts + " posts", cost);
    }

    /** One day each: bins are as full as they are with five million posts a week. */
    private static void keys(Settings settings, Measurements results) throws Exception {
        int posts = settings.full() ? 100_000 : 20_000;
        for (int keys : settings.full() ? new int[] {1, 10_000, 1_000_000} : new int[] {10_000}) {
            Intake.Cost cost = Intake.measure(new Intake.Load(posts, 24, 7 * 24, keys), settings.scratch());
            intake(results.group("monitor", "Keys[posts=" + posts + "]"), "vigie monitor, " + keys + " hashtags", cost);
        }
    }

    private static void intake(Measurements.Group group, String subject, Intake.Cost cost) {
        group.less(subject, "CPU a post", cost.micros(), "us")
                .more(subject, "posts by the clock", cost.rate(), "posts/s")
                .more(subject, "posts of the window", (double) cost.window(), "")
                .more(subject, "looks of the detector", cost.looks(), "")
                .less(subject, "CPU of the last look", cost.lastLook(), "s")
                .less(subject, "last look, wall", cost.lastLookWall(), "s")
                .less(subject, "peak memory", cost.peakMegabytes(), "MB")
                .less(subject, "state", cost.stateMegabytes(), "MB")
                .less(subject, "state a post of the window", cost.stateBytes(), "B")
                .less(subject, "restart after a kill, CPU", cost.restartCpu(), "s")
                .less(subject, "restart, wall", cost.restartWall(), "s");
    }

    private static void latency(Settings settings, Measurements results) throws Exception {
        int rate = 5_000;
        Latency.Outcome outcome = Latency.measure(settings.full() ? 300_000 : 20_000, rate, settings.scratch());
        Measurements.Group group = results.group("monitor", "Latency[rate=" + rate + "]");
        times(group, "vigie monitor, by processor time", outcome.byProcessor());
        times(group, "vigie monitor, by the clock", outcome.byClock());
        group.more("vigie monitor", "fast alarms", outcome.alarms(), "");
    }

    private static void times(Measurements.Group group, String subject, Latency.Times times) {
        group.less(subject, "median", times.median(), "ms")
                .less(subject, "p99", times.p99(), "ms")
                .less(subject, "longest of a fast alarm", times.ofAlarms(), "ms");
    }

    private static void kills(Settings settings, Measurements results) throws Exception {
        Kills.Outcome outcome =
                Kills.measure(settings.full() ? 100 : 3, settings.full() ? 10_000 : 5_000, 18, settings.scratch());
        results.group("monitor", "Kills")
                .more("vigie monitor", "kills", outcome.kills(), "")
                .more("vigie monitor", "posts", outcome.posts(), "")
                .less("vigie monitor", "posts lost", (double) outcome.lost(), "")
                .less("vigie monitor", "kills that cost acknowledged posts", outcome.lostAcknowledged(), "")
                .more("vigie monitor", "alerts", (double) outcome.alerts(), "")
                .more("vigie monitor", "files of alerts with the same bytes", outcome.areEqual() ? 1 : 0, "");
    }

    private static void organic(Settings settings, Measurements results) throws Exception {
        int posts = settings.full() ? 60_000 : 10_000;
        for (long seed = 7; seed < (settings.full() ? 10 : 8); seed++) {
            OrganicMonth.Outcome outcome = OrganicMonth.measure(posts, seed, BUDGET, settings.scratch());
            results.group("monitor", "OrganicMonth[budget=" + BUDGET + "]")
                    .more("vigie monitor, seed " + seed, "posts", outcome.posts(), "")
                    .less("vigie monitor, seed " + seed, "false fast alarms a day", outcome.perDay(), "")
                    .less("vigie monitor, seed " + seed, "most on a day", outcome.worstDay(), "")
                    .less("vigie monitor, seed " + seed, "of rises", outcome.rises(), "")
                    .less("vigie monitor, seed " + seed, "of copies", outcome.copies(), "")
                    .less("vigie monitor, seed " + seed, "withheld", (double) outcome.withheld(), "")
                    .less("vigie monitor, seed " + seed, "alerts of campaigns", outcome.campaigns(), "");
        }
    }

    /** Real labelled posts of three months, in the order of their times; with a long window, pools without pace are seen too. */
    private static void firstAlerts(Settings settings, Measurements results) throws Exception {
        LabelledFile file = LabelledFile.in(settings.data("campaigns")).stream()
                .filter(labelled -> labelled.name().equals("autumn-2012"))
                .findFirst()
                .orElseThrow();
        List<Post> posts = file.read();
        posts.sort(Comparator.comparing(Post::time));
        List<Post> first = settings.full() ? posts : posts.subList(0, Math.min(20_000, posts.size()));
        for (int window : settings.full() ? new int[] {7, 100} : new int[] {7}) {
            firstAlerts(first, window, settings, results.group("monitor", "FirstAlerts[days=" + window + "]"));
        }
    }

    private static void firstAlerts(List<Post> posts, int window, Settings settings, Measurements.Group group)
            throws Exception {
        int number = 0;
        for (FirstAlerts.Outcome outcome : FirstAlerts.measure(posts, window, settings.scratch())) {
            String subject = "group " + ++number + " of the batch job";
            group.more(subject, "accounts", outcome.accounts(), "")
                    .more(subject, "posts in common", outcome.posts(), "")
                    .less(subject, "posts before a fast alarm", shown(outcome.beforeFastAlarm()), "")
                    .less(subject, "posts before a rise of all", shown(outcome.beforeRiseOfAll()), "")
                    .less(subject, "posts before a campaign", shown(outcome.beforeCampaign()), "");
        }
    }

    /** Not a number where nothing was said. */
    private static double shown(OptionalInt posts) {
        return posts.isPresent() ? posts.getAsInt() : Double.NaN;
    }
}
