/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.benchmarks.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.campaign.CampaignDetector;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Corpus;
import org.vigie.posts.Names;
import org.vigie.posts.Post;

/**
 * What the detector reports where nobody acts in concert. There are audiences of many kinds inside ordinary traffic,
 * posts whose accounts or times are drawn anew, and the honest accounts of labelled files. Every report is a false
 * one. Arguments: posts of the simulated background (0 for none), seeds, and, for real backgrounds, a folder of
 * labelled files.
 */
public final class OrganicCorpora {
    private OrganicCorpora() {}

    /**
     * What was said of one kind of corpus.
     *
     * @param corpus its name
     * @param isOpen whether the method is known to report it
     * @param runs how many of the kind were looked at
     * @param groups the sizes of the groups that were reported, all of them false
     * @param pValues the p-values of all groups that were tested
     */
    public record Outcome(String corpus, boolean isOpen, int runs, List<Integer> groups, List<Double> pValues) {
        /**
         * Copies the lists.
         *
         * @param corpus as {@link #corpus()}
         * @param isOpen as {@link #isOpen()}
         * @param runs as {@link #runs()}
         * @param groups as {@link #groups()}
         * @param pValues as {@link #pValues()}
         */
        public Outcome {
            groups = List.copyOf(groups);
            pValues = List.copyOf(pValues);
        }

        /**
         * Returns the share of tested groups with a small p-value; on such corpora it should not be above the level.
         *
         * @param level the largest p-value that counts
         * @return in [0, 1]; 0 if no group was tested
         */
        public double share(double level) {
            return pValues.stream().mapToInt(p -> p <= level ? 1 : 0).average().orElse(0);
        }
    }

    /**
     * Runs the study.
     *
     * @param args posts, seeds, a folder of labelled files if any
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        int posts = Integer.parseInt(args[0]);
        int seeds = Integer.parseInt(args[1]);
        if (posts > 0) {
            simulated(posts, seeds).forEach(OrganicCorpora::print);
        }
        if (args.length > 2) {
            for (LabelledFile file : LabelledFile.in(Path.of(args[2]))) {
                System.out.println(file.name());
                genuine(file, seeds).forEach(OrganicCorpora::print);
            }
        }
    }

    private static void print(Outcome outcome) {
        System.out.printf(
                Locale.ROOT,
                "%-28s %d runs, %d groups tested, p <= .01: %.3f, p <= .05: %.3f, false groups %s%n",
                outcome.corpus,
                outcome.runs,
                outcome.pValues.size(),
                outcome.share(0.01),
                outcome.share(0.05),
                outcome.groups);
    }

    /**
     * Audiences in simulated traffic, that traffic alone, and copies of traffic with campaigns.
     *
     * @param posts how many posts the background has
     * @param seeds how many corpora of each kind
     * @return an outcome for each kind
     */
    public static List<Outcome> simulated(int posts, int seeds) {
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(outcome("background alone", seeds, seed -> Scene.simulated(posts, seed)));
        outcomes.addAll(audiences(seed -> Scene.simulated(posts, seed), 1, seeds));
        outcomes.add(outcome(
                "background, times shuffled",
                seeds,
                seed -> Copies.withTimesShuffled(Scene.simulated(posts, seed), seed)));
        outcomes.add(outcome(
                "campaigns, accounts permuted",
                seeds,
                seed -> Copies.withAccountsPermuted(Waves.simulated(posts, seed), seed)));
        return outcomes;
    }

    /**
     * Audiences in simulated traffic of which only a sample is seen.
     *
     * @param posts how many posts the background has
     * @param seeds how many corpora of each kind
     * @param seen each post is looked at with this probability
     * @return an outcome for each kind
     */
    public static List<Outcome> sampled(int posts, int seeds, double seen) {
        return audiences(seed -> Scene.simulated(posts, seed), seen, seeds);
    }

    /**
     * The honest accounts of a labelled file, audiences among them, and copies of the whole file.
     *
     * @param file the file
     * @param seeds how many corpora of each kind
     * @return an outcome for each kind
     * @throws IOException if it cannot be read
     */
    public static List<Outcome> genuine(LabelledFile file, int seeds) throws IOException {
        List<Post> genuine = Scene.genuine(file);
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(outcome("genuine accounts alone", 1, seed -> genuine));
        outcomes.add(outcome("genuine accounts, times shuffled", 1, seed -> Copies.withTimesShuffled(genuine, seed)));
        outcomes.addAll(audiences(seed -> genuine, 1, seeds));
        List<Post> all = file.read();
        Corpus corpus = Corpus.of(all);
        Names names = Names.plain(corpus);
        Map<String, String> languages = new HashMap<>();
        IntStream.range(0, corpus.size()).forEach(row -> languages.put(names.post(row), corpus.language(row)));
        outcomes.add(outcome("all, accounts permuted", seeds, seed -> Copies.withAccountsPermuted(all, seed)));
        outcomes.add(outcome(
                "all, accounts permuted in languages",
                seeds,
                seed -> Copies.withAccountsPermuted(all, post -> languages.getOrDefault(post.id(), ""), seed)));
        return outcomes;
    }

    private static List<Outcome> audiences(IntFunction<List<Post>> background, double seen, int seeds) {
        Phrases phrases = new Phrases();
        return Stream.of(Audience.values())
                .map(audience -> outcome(audience.label(), audience.isOpen(), seeds, seed -> {
                    Scene scene = new Scene(background.apply(seed), phrases, seed);
                    audience.playIn(scene);
                    return Copies.sampled(scene.posts(), seen, seed);
                }))
                .toList();
    }

    private static Outcome outcome(String name, int seeds, IntFunction<List<Post>> corpora) {
        return outcome(name, false, seeds, corpora);
    }

    /** Seeds count from 1. */
    private static Outcome outcome(String name, boolean isOpen, int seeds, IntFunction<List<Post>> corpora) {
        List<Integer> groups = new ArrayList<>();
        List<Double> pValues = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            Findings findings = CampaignDetector.withDefaults().detect(Corpus.of(corpora.apply(seed)));
            for (Campaign campaign : findings.campaigns()) {
                groups.add(campaign.members().size());
                pValues.add(campaign.pValue());
            }
            findings.nearMisses().forEach(miss -> pValues.add(miss.pValue()));
        }
        return new Outcome(name, isOpen, seeds, groups, pValues);
    }
}
