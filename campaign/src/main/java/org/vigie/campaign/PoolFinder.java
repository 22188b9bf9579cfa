/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
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
    private static final long WINDOW = 600_000;
    private static final int WINDOWS = 12;

    private final Corpus corpus;
    private final Parameters parameters;
    private final PoolSettings settings = PoolSettings.defaults();
    private final int[] textOfRow;
    private final int[] languages;
    private final int[] languageOf;
    private final int[] speakers;
    private final RowTags tags;
    private final RowTags domains;
    private final Occasions occasions;

    /** Which object of the corpus an object of a layer is. */
    private record Named(ObjectKind kind, int object) {}

    PoolFinder(Corpus corpus, Parameters parameters) {
        this.corpus = corpus;
        this.parameters = parameters;
        this.textOfRow = textOfRow();
        Map<String, Integer> tagNumbers = new HashMap<>();
        this.languages = new int[corpus.size()];
        for (int r = 0; r < languages.length; r++) {
            languages[r] = tagNumbers.computeIfAbsent(corpus.language(r), t -> tagNumbers.size());
        }
        this.languageOf = mainLanguages(tagNumbers.size());
        this.speakers = new int[tagNumbers.size()];
        for (int language : languageOf) {
            speakers[language]++;
        }
        this.tags = new RowTags(corpus, ObjectKind.HASHTAG, Strata.COMMON);
        this.domains = new RowTags(corpus, ObjectKind.DOMAIN, Strata.COMMON);
        this.occasions = new Occasions(corpus, tags, textOfRow);
    }

    /** The object that a row's own words are: the cluster of its text, or the text itself; -1 if they are not specific. */
    private int[] textOfRow() {
        int clusters = corpus.duplicates().clusters().size();
        int[] texts = new int[corpus.size()];
        for (int r = 0; r < texts.length; r++) {
            int cluster = corpus.duplicates().clusterOf(r);
            boolean own = corpus.hasOwnText(r) && corpus.isSpecific(r);
            texts[r] = !own ? -1 : cluster >= 0 ? cluster : clusters + corpus.text(r);
        }
        return texts;
    }

    /** The language of most of an account's own texts; the first by number among equals. */
    private int[] mainLanguages(int count) {
        int[][] counts = new int[corpus.accounts()][];
        for (int r = 0; r < corpus.size(); r++) {
            if (textOfRow[r] >= 0) {
                int account = corpus.account(r);
                if (counts[account] == null) {
                    counts[account] = new int[count];
                }
                counts[account][languages[r]]++;
            }
        }
        int[] main = new int[counts.length];
        for (int a = 0; a < main.length; a++) {
            for (int l = 0; counts[a] != null && l < count; l++) {
                main[a] = counts[a][l] > counts[a][main[a]] ? l : main[a];
            }
        }
        return main;
    }

    List<Candidate> find() {
        List<Candidate> candidates = new ArrayList<>(texts());
        if (corpus.kinds().contains(ObjectKind.URL)) {
            candidates.addAll(links());
        }
        if (corpus.kinds().contains(ObjectKind.REPOST)) {
            candidates.addAll(reposts());
        }
        return candidates;
    }

    private List<Candidate> texts() {
        int clusters = corpus.duplicates().clusters().size();
        Incidences incidences =
                new Incidences(corpus, clusters + corpus.texts(), textOfRow, settings.carriers());
        leaveOutSupplied(incidences);
        return candidates(incidences, o -> new Named(ObjectKind.TEXT, o), ObjectKind.TEXT);
    }

    /** Texts most of whose posts have one and the same link. */
    private void leaveOutSupplied(Incidences incidences) {
        if (!corpus.kinds().contains(ObjectKind.URL)) {
            return;
        }
        int[] posts = new int[incidences.objects];
        for (int text : textOfRow) {
            if (text >= 0) {
                posts[text]++;
            }
        }
        ObjectLayer links = corpus.layer(ObjectKind.URL);
        for (int link = 0; link < links.objects(); link++) {
            Map<Integer, Integer> ofText = new HashMap<>();
            for (int a = links.start(link); a < links.start(link + 1); a++) {
                int text = textOfRow[links.row(a)];
                if (text >= 0 && incidences.shareable.get(text)) {
                    ofText.merge(text, 1, Integer::sum);
                }
            }
            ofText.forEach((text, n) -> {
                if (2 * n > posts[text]) {
                    incidences.shareable.clear(text);
                }
            });
        }
    }

    private List<Candidate> links() {
        ObjectLayer layer = corpus.layer(ObjectKind.URL);
        Incidences incidences = new Incidences(corpus, layer, settings.carriers());
        keepTight(incidences);
        return candidates(incidences, o -> new Named(ObjectKind.URL, o), ObjectKind.URL);
    }

    private List<Candidate> reposts() {
        ObjectLayer layer = corpus.layer(ObjectKind.REPOST);
        Incidences incidences = new Incidences(corpus, layer, settings.carriers());
        keepTight(incidences);
        return candidates(incidences, o -> new Named(ObjectKind.REPOST, o), ObjectKind.REPOST);
    }

    /** Only acts closer to others than the pace of the hours around them explains are evidence. */
    private void keepTight(Incidences incidences) {
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
                nearFrom = forward(incidences, nearFrom, time - WINDOW);
                aroundFrom = forward(incidences, aroundFrom, time - WINDOWS * WINDOW);
                nearTo = Math.min(to, forwardAfter(incidences, nearTo, to, time + WINDOW));
                aroundTo = Math.min(to, forwardAfter(incidences, aroundTo, to, time + WINDOWS * WINDOW));
                int near = nearTo - nearFrom - 1;
                int around = aroundTo - aroundFrom - 1;
                boolean tight = near >= 2
                        && Tails.poisson(near, settings.excess() * around / WINDOWS) <= settings.entry();
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

    private List<Candidate> candidates(Incidences incidences, IntFunction<Named> named, ObjectKind kind) {
        PoolCore core = new PoolCore(incidences, settings, settings.objects(), settings.carriers());
        List<int[]> groups = new PoolGroups(incidences, core, settings.merge())
                .find().stream()
                        .filter(g -> g.length >= parameters.minAccounts())
                        .toList();
        if (groups.isEmpty()) {
            return List.of();
        }
        Strata strata = new Strata(corpus, incidences, languages, tags, domains, occasions);
        Candidate[] found = new Candidate[groups.size()];
        Parallel.run(parameters.threads(), found.length, () -> {
            PoolTest test = new PoolTest(incidences, strata, settings, languageOf, speakers);
            return g -> {
                PoolTest.Result result =
                        test.test(groups.get(g), settings.carriers() - 1, parameters.minAccounts());
                found[g] = candidate(incidences, groups.get(g), result, named);
            };
        });
        return List.of(found);
    }

    /** With the members if there are enough of them, else with the group that was tested. */
    private Candidate candidate(
            Incidences incidences, int[] group, PoolTest.Result result, IntFunction<Named> named) {
        int[] members = result.members.size() >= parameters.minAccounts() ? result.members.toArray() : group;
        boolean[] isMember = new boolean[corpus.accounts()];
        for (int a : members) {
            isMember[a] = true;
        }
        Map<Named, int[]> rowsOf = new TreeMap<>(
                Comparator.comparing((Named n) -> n.kind().name()).thenComparingInt(Named::object));
        for (int at = 0; at < result.objects.size(); at++) {
            Named object = named.apply(result.objects.get(at));
            ObjectLayer layer = corpus.layer(object.kind());
            rowsOf.put(object, layer.rows(object.object()));
        }
        List<Sighting> sightings = new ArrayList<>();
        IntStream.Builder rows = IntStream.builder();
        rowsOf.forEach((object, all) -> {
            sightings.add(new Sighting(corpus, object.kind(), object.object(), all));
            IntStream.of(all).filter(r -> isMember[corpus.account(r)]).forEach(rows::add);
        });
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
        int best = 0;
        for (int k = 1; k < result.explained.length; k++) {
            best = result.explained[k] > result.explained[best] ? k : best;
        }
        return switch (Strata.Kind.values()[best]) {
            case ANYBODY -> Explanation.ANYBODY;
            case LANGUAGE -> Explanation.LANGUAGE;
            case HOURS -> Explanation.HOURS;
            case HASHTAG, HASHTAG_AND_LANGUAGE -> Explanation.HASHTAG;
            case DOMAIN, DOMAIN_AND_LANGUAGE -> Explanation.SOURCE;
        };
    }
}
