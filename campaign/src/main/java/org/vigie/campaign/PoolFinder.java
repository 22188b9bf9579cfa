/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.campaign.findings.Explanation;
import org.vigie.campaign.findings.Signal;
import org.vigie.core.parallel.Parallel;
import org.vigie.core.stats.Tails;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/**
 * Finds pools. A good part of the own posts of their accounts are objects that the others have too, and hardly anybody
 * else. People of the same languages, hours, hashtags and sources share less.
 *
 * <p>Texts count at every pace. Links and reposts, which everybody passes on, count only where an act is closer to
 * others than the hours around it explain. A text that mostly comes with one link was supplied by a page or a button,
 * and is not shared words.
 */
final class PoolFinder {
    private static final PoolSettings TEXTS = PoolSettings.texts();
    private static final PoolSettings PASSED_ON = PoolSettings.passedOn();
    private static final PoolSettings SWARMS = PoolSettings.swarms();

    private final PoolData data;
    private final Corpus corpus;
    private final Parameters parameters;

    PoolFinder(PoolData data, Parameters parameters) {
        this.data = data;
        this.corpus = data.corpus;
        this.parameters = parameters;
    }

    List<Candidate> find() {
        List<Candidate> candidates = new ArrayList<>();
        for (ObjectKind kind : corpus.kinds()) {
            if (kind.equals(ObjectKind.TEXT)) {
                candidates.addAll(candidates(data.texts(), Signal.COMMON_POOL, of(kind, o -> o), TEXTS));
            } else if (kind.feeds(ObjectKind.Use.POOL) || kind.feeds(ObjectKind.Use.TIGHT_POOL)) {
                candidates.addAll(objects(kind));
            }
        }
        candidates.addAll(saidWithLinks(candidates));
        candidates.addAll(addressed(candidates));
        candidates.addAll(reworded(candidates));
        candidates.addAll(swarming(candidates));
        return candidates;
    }

    /**
     * Groups that share mostly texts of which each comes with one link. Readers of a page say its words, too, each as often as
     * it pleases them; groups of which most are known are not found again.
     */
    private List<Candidate> saidWithLinks(List<Candidate> known) {
        PageWords pages = data.textsOfPages().pages;
        if (pages.isEmpty()) {
            return List.of();
        }
        List<Candidate> found = candidates(
                data.textsOfPages(), Signal.COMMON_POOL, of(ObjectKind.TEXT, o -> o), PoolSettings.textsOfPages());
        return notKnown(found, known)
                .filter(c -> 2
                                * c.objects().stream()
                                        .filter(o -> pages.has(o.object()))
                                        .count()
                        > c.objects().size())
                .toList();
    }

    /** Nearly the same in other words, wave by wave; groups of which most are known are not found again. */
    private List<Candidate> reworded(List<Candidate> known) {
        List<Candidate> found = candidates(data.wordings(), Signal.COMMON_POOL, of(ObjectKind.WORDING, o -> o), TEXTS);
        return notKnown(found, known).toList();
    }

    private Stream<Candidate> notKnown(List<Candidate> found, List<Candidate> known) {
        BitSet taken = new BitSet();
        known.stream()
                .filter(c -> c.count().pValue() <= parameters.alpha())
                .flatMapToInt(Candidate::accountStream)
                .forEach(taken::set);
        return found.stream()
                .filter(c -> 2 * c.accountStream().filter(taken::get).count() < c.size());
    }

    /** One text to many addressees; groups of which most have a pool of texts already are not found again. */
    private List<Candidate> addressed(List<Candidate> known) {
        Addressed addressed = data.addressed();
        List<Candidate> found = candidates(
                addressed.incidences, Signal.COMMON_ADDRESSEES, of(ObjectKind.TEXT, addressed::textOf), TEXTS);
        return innocent(notKnown(found, known));
    }

    /** Any words, said to the same list of people in the same hours. */
    private List<Candidate> swarming(List<Candidate> known) {
        Swarms swarms = data.swarms();
        List<Candidate> found = candidates(swarms.incidences, Signal.COMMON_SWARMS, swarms::sightings, SWARMS);
        return innocent(notKnown(found, known));
    }

    /** What is said to few is their occasion; what most others say too, if to one person only, is not the group's. */
    private List<Candidate> innocent(Stream<Candidate> found) {
        return found.map(c ->
                        data.addressees().count(c.rows()) < Addressees.MANY ? explained(c, Explanation.ADDRESSEE) : c)
                .map(c -> c.exclusivity() < PoolTest.MAJORITY ? explained(c, Explanation.COMMON_PROPERTY) : c)
                .toList();
    }

    private static Candidate explained(Candidate c, Explanation explanation) {
        return new Candidate(
                c.signal(),
                c.accounts(),
                c.rows(),
                c.objects(),
                new Candidate.Count(c.count().observed(), c.count().expected(), 1),
                c.commitment(),
                explanation);
    }

    private List<Candidate> objects(ObjectKind kind) {
        Incidences incidences = new Incidences(corpus, corpus.layer(kind), PASSED_ON.carriers());
        if (!kind.feeds(ObjectKind.Use.POOL)) {
            keepTight(incidences);
        }
        return candidates(incidences, Signal.COMMON_POOL, of(kind, o -> o), PASSED_ON);
    }

    /** Only acts closer to others than the pace of the hours around them explains are evidence. */
    private void keepTight(Incidences incidences) {
        long window = parameters.window().toMillis();
        long interval = parameters.interval().toMillis();
        double share = window / (double) interval;
        incidences.isTight = true;
        incidences.live.clear();
        for (int o = incidences.shareable.nextSetBit(0); o >= 0; o = incidences.shareable.nextSetBit(o + 1)) {
            int from = incidences.startOfObject[o];
            int to = incidences.startOfObject[o + 1];
            int nearFrom = from;
            int nearTo = from;
            int aroundFrom = from;
            int aroundTo = from;
            for (int i = from; i < to; i++) {
                long time = corpus.time(incidences.row[i]);
                nearFrom = forward(incidences, nearFrom, time - window);
                aroundFrom = forward(incidences, aroundFrom, time - interval);
                nearTo = Math.min(to, forwardAfter(incidences, nearTo, to, time + window));
                aroundTo = Math.min(to, forwardAfter(incidences, aroundTo, to, time + interval));
                int near = nearTo - nearFrom - 1;
                int around = aroundTo - aroundFrom - 1;
                boolean tight =
                        near >= 2 && Tails.poisson(near, PASSED_ON.tightness() * around * share) <= PASSED_ON.entry();
                incidences.live.set(i, tight);
            }
        }
    }

    private int forward(Incidences incidences, int from, long time) {
        int i = from;
        while (corpus.time(incidences.row[i]) < time) {
            i++;
        }
        return i;
    }

    private int forwardAfter(Incidences incidences, int from, int to, long time) {
        int i = from;
        while (i < to && corpus.time(incidences.row[i]) <= time) {
            i++;
        }
        return i;
    }

    /**
     * All posts on objects of a kind.
     *
     * @param objectOf the object of its kind that an object of the incidences is of
     */
    private Function<int[], List<Sighting>> of(ObjectKind kind, IntUnaryOperator objectOf) {
        return objects -> {
            ObjectLayer layer = corpus.layer(kind);
            return IntStream.of(objects)
                    .map(objectOf)
                    .distinct()
                    .mapToObj(object -> new Sighting(corpus, kind, object, layer.rows(object)))
                    .toList();
        };
    }

    /** @param sightings the evidence that objects of the incidences are */
    private List<Candidate> candidates(
            Incidences incidences, Signal signal, Function<int[], List<Sighting>> sightings, PoolSettings settings) {
        PoolCore core = new PoolCore(incidences, settings);
        List<int[]> groups = new PoolGroups(incidences, core, settings.merge())
                .find().stream()
                        .filter(g -> g.length >= parameters.minAccounts())
                        .toList();
        if (groups.isEmpty()) {
            return List.of();
        }
        Strata strata = incidences == data.texts() ? data.strataOfTexts() : data.strata(incidences);
        PoolTest.Result[] results = new PoolTest.Result[groups.size()];
        Parallel.run(parameters.threads(), results.length, () -> {
            PoolTest test = new PoolTest(corpus, incidences, strata, settings, data.languageOf, data.speakers);
            return g -> results[g] = test.test(groups.get(g), parameters.minAccounts());
        });
        return IntStream.range(0, results.length)
                .filter(g -> results[g].objects.size() > 0) // else all that they share are an application's words
                .mapToObj(g -> candidate(signal, sightings, groups.get(g), results[g]))
                .toList();
    }

    /** With the members if there are enough of them, else with the group that was tested. */
    private Candidate candidate(
            Signal signal, Function<int[], List<Sighting>> evidence, int[] group, PoolTest.Result result) {
        int[] members = result.members.size() >= parameters.minAccounts() ? result.members.toArray() : group;
        List<Sighting> sightings = evidence.apply(result.objects.toArray());
        IntStream rows = sightings.stream()
                .flatMapToInt(Sighting::rowStream)
                .filter(r -> Arrays.binarySearch(members, corpus.account(r)) >= 0);
        Candidate candidate = new Candidate(
                signal,
                members,
                rows.sorted().distinct().toArray(),
                sightings,
                new Candidate.Count(result.members.size(), result.expected, result.pValue),
                result.all == 0 ? 0 : result.shared / (double) result.all,
                explanation(result));
        return candidate.withFailed(result.crowd);
    }

    private Explanation explanation(PoolTest.Result result) {
        if (result.members.size() < parameters.minAccounts()) {
            return Explanation.TOO_FEW;
        }
        if (!result.isExclusive) {
            return Explanation.COMMON_PROPERTY;
        }
        int best = 0;
        for (int k = 1; k < result.explained.length; k++) {
            best = result.explained[k] > result.explained[best] ? k : best;
        }
        return switch (Strata.Kind.of(best)) {
            case ANYBODY -> Explanation.ANYBODY;
            case LANGUAGE -> Explanation.LANGUAGE;
            case HOURS -> Explanation.HOURS;
            case HASHTAG, HASHTAG_AND_LANGUAGE -> Explanation.HASHTAG;
            case DOMAIN, DOMAIN_AND_LANGUAGE -> Explanation.SOURCE;
            case ADDRESSEE -> Explanation.ADDRESSEE;
        };
    }
}
