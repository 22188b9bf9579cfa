/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import java.util.ArrayList;
import java.util.List;
import org.vigie.campaign.CampaignDetector;
import org.vigie.campaign.evaluation.Evaluation;
import org.vigie.campaign.evaluation.ReportedGroup;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.Post;

/**
 * Campaigns planted in simulated traffic at every pace. Accounts have a few texts of their own, each a wave of minutes
 * to hours on another day, or spread over all weeks. Arguments: posts of the background, seeds, the share of posts that is
 * seen.
 */
public final class Waves {
    /**
     * A campaign to plant.
     *
     * @param accounts how many accounts
     * @param texts how many texts; 0 for words of their own, said to one addressee after the other
     * @param each how many of the texts an account posts
     * @param hours how long a wave takes; 0 for no waves: any time
     * @param share the share of its texts in all that an account posts
     * @param addressees how many others the texts are said to, each account picking among them; 0 for nobody
     * @param isLinked whether each text comes with a link of its own, as a page's words do
     */
    public record Plan(
            int accounts, int texts, int each, double hours, double share, int addressees, boolean isLinked) {
        Plan(int accounts, int texts, int each, double hours, double share) {
            this(accounts, texts, each, hours, share, 0, false);
        }

        Plan(int accounts, int texts, int each, double hours, double share, int addressees) {
            this(accounts, texts, each, hours, share, addressees, false);
        }

        private Plan linked() {
            return new Plan(accounts, texts, each, hours, share, addressees, true);
        }

        @Override
        public String toString() {
            String pace = hours == 0
                    ? "any time"
                    : hours < 1
                            ? "waves of " + Math.round(hours * 60) + " min"
                            : "waves of " + Math.round(hours) + " h";
            String said = (texts == 0 ? "own words" : texts == 1 ? "1 text" : texts + " texts")
                    + (isLinked ? ", a link each" : "");
            String what =
                    addressees == 0 ? each + " of " + said : said + " to " + each + " of " + addressees + " people";
            return accounts + " accounts, " + what + ", " + pace + ", " + Math.round(share * 100) + " % of their posts";
        }
    }

    /** Those of every pace; the first five have no posts but the campaign's. */
    private static final List<Plan> PLANS = List.of(
            new Plan(80, 5, 5, 4, 1),
            new Plan(40, 3, 3, 1, 1),
            new Plan(40, 3, 3, 3, 1),
            new Plan(40, 5, 5, 4, 1),
            new Plan(40, 3, 3, 12, 1),
            new Plan(25, 4, 3, 1, 0.3),
            new Plan(80, 4, 3, 12, 0.3),
            new Plan(30, 4, 3, 0.2, 0.3),
            new Plan(12, 8, 4, 0, 0.3),
            new Plan(60, 60, 6, 0, 0.3),
            new Plan(60, 30, 5, 0, 0.12),
            new Plan(40, 1, 4, 6, 1, 30),
            new Plan(60, 1, 3, 24, 0.3, 40),
            new Plan(30, 2, 6, 0, 0.3, 120),
            new Plan(40, 10, 4, 0, 1).linked(),
            new Plan(25, 8, 5, 12, 0.6).linked(),
            new Plan(30, 0, 8, 6, 0.3, 15),
            new Plan(60, 0, 6, 6, 0.1, 40),
            new Plan(20, 0, 6, 1, 1, 12),
            new Plan(25, 0, 7, 0.2, 0.3, 12));

    private Waves() {}

    /**
     * What became of a campaign.
     *
     * @param plan the campaign
     * @param runs how often it was planted
     * @param planted its accounts, all runs together
     * @param found those that were reported
     * @param wrong honest accounts that were reported
     * @param falseGroups groups of mostly honest accounts
     */
    public record Outcome(Plan plan, int runs, int planted, int found, int wrong, int falseGroups) {}

    /**
     * Runs the study.
     *
     * @param args posts, seeds, the share that is seen
     */
    public static void main(String[] args) {
        measure(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Double.parseDouble(args[2]))
                .forEach(System.out::println);
    }

    /**
     * Plants each campaign alone and detects.
     *
     * @param posts how many posts the background has
     * @param seeds how many backgrounds
     * @param seen each post is looked at with this probability
     * @return an outcome for each campaign
     */
    public static List<Outcome> measure(int posts, int seeds, double seen) {
        Phrases phrases = new Phrases();
        List<Outcome> outcomes = new ArrayList<>();
        for (Plan plan : PLANS) {
            int found = 0;
            int wrong = 0;
            int falseGroups = 0;
            for (int seed = 1; seed <= seeds; seed++) {
                Scene scene = new Scene(Scene.simulated(posts, seed), phrases, seed);
                plant(plan, "planted", scene);
                Evaluation evaluation = evaluate(Copies.sampled(scene.posts(), seen, seed), scene);
                found += evaluation.campaigns().right();
                wrong += evaluation.campaigns().wrong();
                falseGroups += evaluation.mostlyOthers().size();
            }
            outcomes.add(new Outcome(plan, seeds, seeds * plan.accounts, found, wrong, falseGroups));
        }
        return outcomes;
    }

    /** Traffic with the first few campaigns in it. */
    static List<Post> simulated(int posts, long seed) {
        Scene scene = new Scene(Scene.simulated(posts, seed), new Phrases(), seed);
        PLANS.forEach(plan -> plant(plan, plan.toString(), scene));
        return scene.posts();
    }

    private static Evaluation evaluate(List<Post> posts, Scene scene) {
        Corpus corpus = Corpus.of(posts);
        Findings findings = CampaignDetector.withDefaults().detect(corpus);
        return Evaluation.of(ReportedGroup.of(findings, Names.plain(corpus)), scene.labels());
    }

    private static void plant(Plan plan, String label, Scene s) {
        String language = s.language();
        List<String> texts = s.phrases.texts(s.random, language, plan.texts, 2).stream()
                .map(text -> plan.isLinked ? text + " " + s.link("short") : text)
                .toList();
        List<Long> starts = new ArrayList<>();
        int waves = plan.texts == 0 ? plan.addressees : plan.texts;
        for (int k = 0; k < waves; k++) {
            starts.add(s.morning(2 * k % 11) + 3600L * (3 * k % 12));
        }
        for (int i = 0; i < plan.accounts; i++) {
            String account = s.account(label);
            s.random
                    .ints(0, plan.addressees == 0 ? plan.texts : plan.addressees)
                    .distinct()
                    .limit(plan.each)
                    .forEach(k -> {
                        int wave = k % waves;
                        long time = plan.hours == 0 ? s.anyTime() : starts.get(wave) + s.within(plan.hours);
                        String text = plan.texts == 0 ? s.phrases.text(s.random, language, 2) : texts.get(wave);
                        s.post(account, time, plan.addressees == 0 ? text : "@member" + k + " " + text);
                    });
            s.everyday(account, language, (int) Math.round(plan.each / plan.share) - plan.each);
        }
    }
}
