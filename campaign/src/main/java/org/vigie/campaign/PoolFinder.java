/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.Explanation;
import org.vigie.campaign.findings.Signal;
import org.vigie.core.parallel.Parallel;
import org.vigie.core.stats.Tails;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/**
 * Finds pools: accounts a good part of whose own posts are objects that the others have too and hardly anybody else, more
 * than people of the same languages, hours, hashtags and sources do.
 *
 * <p>Texts count at every pace. Links and reposts, which everybody passes on, count only where an act is closer to others
 * than the hours around it explain. A text that mostly comes with one link was supplied by a page or a button, and is
 * not shared words.
 */
final class PoolFinder {
    private final PoolData data;
    private final Corpus corpus;
    private final Parameters parameters;
    private final PoolSettings settings = PoolSettings.campaigns();

    PoolFinder(PoolData data, Parameters parameters) {
        this.data = data;
        this.corpus = data.corpus;
        this.parameters = parameters;
    }

    List<Candidate> find() {
        List<Candidate> candidates = new ArrayList<>();
        for (ObjectKind kind : corpus.kinds()) {
            if (kind.equals(ObjectKind.TEXT)) {
                candidates.addAll(candidates(data.texts(settings.carriers()), kind));
            } else if (kind.feeds(ObjectKind.Use.POOL) || kind.feeds(ObjectKind.Use.TIGHT_POOL)) {
                candidates.addAll(objects(kind));
            }
        }
        return candidates;
    }

    private List<Candidate> objects(ObjectKind kind) {
        Incidences incidences = new Incidences(corpus, corpus.layer(kind), settings.carriers());
        if (!kind.feeds(ObjectKind.Use.POOL)) {
            keepTight(incidences);
        }
        return candidates(incidences, kind);
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
                        near >= 2 && Tails.poisson(near, settings.tightness() * around * share) <= settings.entry();
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

    private List<Candidate> candidates(Incidences incidences, ObjectKind kind) {
        PoolCore core = new PoolCore(incidences, settings);
        List<int[]> groups = new PoolGroups(incidences, core, settings.merge())
                .find().stream()
                        .filter(g -> g.length >= parameters.minAccounts())
                        .toList();
        if (groups.isEmpty()) {
            return List.of();
        }
        Strata strata = data.strata(incidences);
        Candidate[] found = new Candidate[groups.size()];
        Parallel.run(parameters.threads(), found.length, () -> {
            PoolTest test = new PoolTest(incidences, strata, settings, data.languageOf, data.speakers);
            return g -> {
                PoolTest.Result result = test.test(groups.get(g), parameters.minAccounts());
                found[g] = candidate(kind, groups.get(g), result);
            };
        });
        return List.of(found);
    }

    /** With the members if there are enough of them, else with the group that was tested. */
    private Candidate candidate(ObjectKind kind, int[] group, PoolTest.Result result) {
        int[] members = result.members.size() >= parameters.minAccounts() ? result.members.toArray() : group;
        boolean[] isMember = new boolean[corpus.accounts()];
        for (int a : members) {
            isMember[a] = true;
        }
        ObjectLayer layer = corpus.layer(kind);
        List<Sighting> sightings = new ArrayList<>();
        IntStream.Builder rows = IntStream.builder();
        for (int at = 0; at < result.objects.size(); at++) {
            int object = result.objects.get(at);
            int[] all = layer.rows(object);
            sightings.add(new Sighting(corpus, kind, object, all));
            IntStream.of(all).filter(r -> isMember[corpus.account(r)]).forEach(rows::add);
        }
        return new Candidate(
                Signal.COMMON_POOL,
                members,
                rows.build().sorted().distinct().toArray(),
                sightings,
                new Candidate.Count(result.members.size(), result.expected, result.pValue),
                result.all == 0 ? 0 : result.shared / (double) result.all,
                explanation(result));
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
        };
    }
}
