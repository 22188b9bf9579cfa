/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import com.google.common.primitives.ImmutableIntArray;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.SharedObject;
import org.vigie.campaign.findings.Evidence;
import org.vigie.campaign.findings.Signal;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.core.column.IntList;
import org.vigie.core.internal.BusiestHour;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.Technique;

/** Turns candidates that are reported into campaigns: counts, examples, leaders, score and evidence. */
final class CampaignAssembler {
    private static final int EXAMPLES = 10;
    /** Answers to so many different posts are a swarm. */
    private static final int SWARM = 3;

    private final Corpus corpus;
    private final Duration window;
    /** By object of {@link ObjectKind#TEXT}. */
    private final Map<Integer, TextCluster> clusters;

    /** The objects of each row, by kind; made once for all campaigns. */
    private final Map<ObjectKind, RowTags> touchedBy = new HashMap<>();

    /** @param window acts on one object that are so close are a meeting */
    CampaignAssembler(Corpus corpus, Duration window, List<TextCluster> clusters) {
        this.corpus = corpus;
        this.window = window;
        this.clusters = new HashMap<>();
        clusters.forEach(c -> this.clusters.put(c.object(), c));
    }

    /** Ranks the campaigns and names them. Equal scores go by the number of the first member. */
    List<Campaign> assemble(List<Decision.Reported> reported) {
        List<Campaign> campaigns = new ArrayList<>();
        reported.forEach(r -> campaigns.add(assemble(r)));
        campaigns.sort(Comparator.comparingDouble((Campaign c) -> -c.score())
                .thenComparing(c -> c.members().get(0).account()));
        List<Campaign> ranked = new ArrayList<>();
        for (Campaign campaign : campaigns) {
            ranked.add(campaign.withId("C" + (ranked.size() + 1)));
        }
        return ranked;
    }

    private Campaign assemble(Decision.Reported reported) {
        Candidate group = reported.candidate();
        int[] rows = group.rows();
        List<SharedObject> objects = objects(group);
        List<TextCluster> texts = new ArrayList<>();
        List<SharedObject> others = new ArrayList<>();
        for (SharedObject object : objects) {
            if (!object.kind().equals(ObjectKind.TEXT)) {
                others.add(object);
            } else if (clusters.containsKey(object.object())) {
                texts.add(clusters.get(object.object()));
            }
        }
        Meetings meetings = new Meetings(corpus, group, window);
        List<Campaign.Member> members = members(meetings, rows);
        Map<String, Double> parts = scoreParts(group, objects, meetings.density());
        double score = parts.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        return new Campaign(
                "",
                score,
                parts,
                group.count().pValue(),
                reported.qValue(),
                members,
                texts,
                languages(corpus, IntStream.of(rows)),
                others,
                mentions(rows),
                ImmutableIntArray.copyOf(rows),
                time(rows[0]),
                peak(rows),
                time(rows[rows.length - 1]),
                meetings.density(),
                evidence(group, objects, rows),
                List.of(),
                techniques(group, objects),
                Campaign.State.MACHINE_SUSPECTED);
    }

    private Instant time(int row) {
        return Instant.ofEpochMilli(corpus.time(row));
    }

    /** What was found in common before some accounts failed the test may be nothing of those who passed. */
    private static List<Sighting> sightings(Candidate group) {
        return group.objects().stream()
                .filter(on -> on.rowStream().anyMatch(group::hasRow))
                .toList();
    }

    private List<SharedObject> objects(Candidate group) {
        List<SharedObject> objects = new ArrayList<>();
        for (Sighting on : sightings(group)) {
            int[] own = on.rowStream().filter(group::hasRow).toArray();
            int accounts =
                    (int) IntStream.of(own).map(corpus::account).distinct().count();
            objects.add(new SharedObject(on.kind(), on.object(), accounts, own.length, on.accountCount()));
        }
        List<ObjectKind> kinds = kinds();
        objects.sort(Comparator.comparingInt((SharedObject o) -> -o.accounts())
                .thenComparingInt(o -> -o.posts())
                .thenComparingInt(o -> kinds.indexOf(o.kind()))
                .thenComparingInt(SharedObject::object));
        return objects;
    }

    /** Whatever accounts may have in common, in the order of outputs. */
    private List<ObjectKind> kinds() {
        List<ObjectKind> kinds = new ArrayList<>(corpus.kinds());
        kinds.add(ObjectKind.WORDING);
        return kinds;
    }

    private List<Campaign.Member> members(Meetings meetings, int[] rows) {
        Map<Integer, IntList> own = new HashMap<>();
        for (int row : rows) {
            own.computeIfAbsent(corpus.account(row), a -> new IntList()).add(row);
        }
        List<Campaign.Member> members = new ArrayList<>();
        own.forEach((account, posted) -> members.add(new Campaign.Member(
                account, posted.size(), corpus.postsOf(account), time(posted.get(0)), meetings.lead(account))));
        members.sort(
                Comparator.comparingInt((Campaign.Member m) -> -m.posts()).thenComparingInt(Campaign.Member::account));
        return members;
    }

    /** The middle of the hour with most posts. */
    private Instant peak(int[] rows) {
        BusiestHour hour = BusiestHour.of(rows.length, i -> corpus.time(rows[i]));
        return Instant.ofEpochMilli((corpus.time(rows[hour.from()]) + corpus.time(rows[hour.to() - 1])) / 2);
    }

    private Map<String, Double> scoreParts(Candidate group, List<SharedObject> objects, double density) {
        double shared = 0;
        double all = 0;
        for (SharedObject object : objects) {
            shared += object.accounts();
            all += object.allAccounts();
        }
        Candidate.Count count = group.count();
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("commitment", group.commitment());
        parts.put("exclusivity", all == 0 ? 0 : shared / all);
        parts.put("excess", Math.max(0, 1 - count.expected() / Math.max(1, count.observed())));
        parts.put("density", density);
        return parts;
    }

    private List<Evidence> evidence(Candidate group, List<SharedObject> objects, int[] rows) {
        List<Evidence> evidence = new ArrayList<>();
        for (ObjectKind kind : kinds()) {
            long count = objects.stream().filter(o -> o.kind().equals(kind)).count();
            if (count > 0) {
                evidence.add(new Evidence(
                        Evidence.Kind.CONTENT,
                        Signal.SHARED,
                        Optional.of(kind),
                        (double) count,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        examples(sightings(group).stream()
                                .filter(o -> o.kind().equals(kind))
                                .max(Comparator.comparingInt(Sighting::accountCount)
                                        .thenComparingInt(o -> -o.object()))
                                .stream()
                                .flatMapToInt(Sighting::rowStream)
                                .filter(group::hasRow))));
            }
        }
        Candidate.Count count = group.count();
        evidence.add(new Evidence(
                Evidence.Kind.ACCOUNTS,
                group.signal(),
                Optional.empty(),
                (double) count.observed(),
                OptionalDouble.of(count.expected()),
                OptionalDouble.of(count.pValue()),
                examples(IntStream.of(rows))));
        return evidence;
    }

    private static ImmutableIntArray examples(IntStream rows) {
        return ImmutableIntArray.copyOf(rows.limit(EXAMPLES));
    }

    private List<Technique> techniques(Candidate group, List<SharedObject> objects) {
        Set<Technique> techniques = new LinkedHashSet<>();
        for (ObjectKind kind : kinds()) {
            if (objects.stream().anyMatch(o -> o.kind().equals(kind))) {
                techniques.addAll(kind.techniques());
            }
        }
        boolean answersMany = corpus.kinds().contains(ObjectKind.REPLY)
                && touched(ObjectKind.REPLY, group.rows()).size() >= SWARM;
        if (answersMany || group.signal() == Signal.COMMON_SWARMS) {
            techniques.add(Technique.SWARMING);
        }
        return List.copyOf(techniques);
    }

    private List<Campaign.Mention> mentions(int[] rows) {
        if (!corpus.kinds().contains(ObjectKind.MENTION)) {
            return List.of();
        }
        List<Campaign.Mention> mentions = new ArrayList<>();
        touched(ObjectKind.MENTION, rows).forEach((object, n) -> mentions.add(new Campaign.Mention(object, n)));
        mentions.sort(
                Comparator.comparingInt((Campaign.Mention m) -> -m.posts()).thenComparingInt(Campaign.Mention::object));
        return mentions;
    }

    /** How many of some rows touch each object of a kind. */
    private Map<Integer, Integer> touched(ObjectKind kind, int[] rows) {
        RowTags objects = touchedBy.computeIfAbsent(kind, k -> new RowTags(corpus, k, 0));
        Map<Integer, Integer> counts = new HashMap<>();
        for (int row : rows) {
            objects.forEach(row, o -> counts.merge(o, 1, Integer::sum));
        }
        return counts;
    }

    /** Posts by language, the most frequent first, ties by tag. */
    static Map<String, Integer> languages(Corpus corpus, IntStream rows) {
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(r -> counts.merge(corpus.language(r), 1, Integer::sum));
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
        entries.sort(
                Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        Map<String, Integer> ordered = new LinkedHashMap<>();
        entries.forEach(e -> ordered.put(e.getKey(), e.getValue()));
        return Collections.unmodifiableMap(ordered);
    }
}
