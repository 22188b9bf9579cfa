/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.vigie.graph.network.CoordinationNetwork;

/** Turns tested groups into campaigns: counts, examples, leaders, score and evidence. */
final class CampaignAssembler {
    private static final long HOUR = 3_600_000;
    private static final int EXAMPLES = 10;

    private final PostTable posts;
    private final CoordinationNetwork network;
    private final String[] languages;
    private final Map<Integer, TextCluster> clusters;

    CampaignAssembler(
            PostTable posts, CoordinationNetwork network, String[] languages, Map<Integer, TextCluster> clusters) {
        this.posts = posts;
        this.network = network;
        this.languages = languages;
        this.clusters = clusters;
    }

    /**
     * Ranks the groups that are campaigns and names them.
     *
     * @param q the q-value of each group
     */
    List<Campaign> assemble(List<Group> groups, double[] q, double alpha) {
        List<Campaign> campaigns = new ArrayList<>();
        for (int g = 0; g < q.length; g++) {
            if (q[g] <= alpha) {
                campaigns.add(assemble(groups.get(g), q[g]));
            }
        }
        campaigns.sort(Comparator.comparingDouble((Campaign c) -> -c.score())
                .thenComparing(c -> c.members().get(0).account()));
        List<Campaign> ranked = new ArrayList<>();
        for (Campaign campaign : campaigns) {
            ranked.add(campaign.withId("C" + (ranked.size() + 1)));
        }
        return ranked;
    }

    private Campaign assemble(Group group, double q) {
        int[] rows = group.posts().stream().mapToInt(Integer::intValue).toArray();
        List<SharedObject> objects = objects(group);
        List<TextCluster> texts = objects.stream()
                .filter(o -> o.kind() == ObjectKind.TEXT)
                .map(o -> clusters.get(Integer.parseInt(o.key())))
                .filter(java.util.Objects::nonNull)
                .toList();
        List<SharedObject> others =
                objects.stream().filter(o -> o.kind() != ObjectKind.TEXT).toList();
        List<Campaign.Member> members = members(group, rows);
        Map<String, Double> parts = scoreParts(group, objects, members);
        double score = parts.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        return new Campaign(
                "",
                score,
                parts,
                Math.max(group.returnsP(), group.timing().pValue()),
                q,
                members,
                texts,
                count(Arrays.stream(rows).mapToObj(r -> languages[r]).toList()),
                others,
                count(Arrays.stream(rows)
                        .boxed()
                        .flatMap(r -> posts.post(r).mentions().stream())
                        .toList()),
                Arrays.stream(rows).mapToObj(r -> posts.post(r).id()).toList(),
                time(rows[0]),
                peak(rows),
                time(rows[rows.length - 1]),
                density(group),
                evidence(group, objects, rows),
                techniques(objects, rows),
                Campaign.State.MACHINE_SUSPECTED);
    }

    private Instant time(int row) {
        return Instant.ofEpochMilli(posts.time(row));
    }

    private List<SharedObject> objects(Group group) {
        List<SharedObject> objects = new ArrayList<>();
        for (SynchronousObject on : group.objects()) {
            int[] own = Arrays.stream(on.posts())
                    .filter(r -> Collections.binarySearch(group.posts(), r) >= 0)
                    .toArray();
            int accounts =
                    (int) Arrays.stream(own).map(posts::account).distinct().count();
            objects.add(new SharedObject(
                    on.layer().kind(), on.layer().key(on.object()), accounts, own.length, on.accounts().length));
        }
        objects.sort(Comparator.comparingInt((SharedObject o) -> -o.accounts())
                .thenComparingInt(o -> -o.posts())
                .thenComparing(SharedObject::kind)
                .thenComparing(SharedObject::key));
        return objects;
    }

    private List<Campaign.Member> members(Group group, int[] rows) {
        Map<Integer, IntList> own = new HashMap<>();
        for (int row : rows) {
            own.computeIfAbsent(posts.account(row), a -> new IntList()).add(row);
        }
        List<Campaign.Member> members = new ArrayList<>();
        own.forEach((account, posted) -> members.add(new Campaign.Member(
                posts.accounts().get(account),
                posted.size(),
                posts.postsOf(account),
                time(posted.get(0)),
                lead(account, group))));
        members.sort(
                Comparator.comparingInt((Campaign.Member m) -> -m.posts()).thenComparing(Campaign.Member::account));
        return members;
    }

    /** The share of an account's co-actions with the group in which it came first. */
    private double lead(int account, Group group) {
        double[] sums = new double[2];
        network.forEachNeighbour(account, (other, e) -> {
            if (Collections.binarySearch(group.accounts(), other) >= 0) {
                double lead = network.source(e) == account ? network.lead(e) : 1 - network.lead(e);
                sums[0] += lead * network.coActions(e);
                sums[1] += network.coActions(e);
            }
        });
        return sums[1] == 0 ? 0 : sums[0] / sums[1];
    }

    private Instant peak(int[] rows) {
        int best = 0;
        int from = 0;
        long peak = posts.time(rows[0]);
        for (int to = 0; to < rows.length; to++) {
            while (posts.time(rows[to]) - posts.time(rows[from]) > HOUR) {
                from++;
            }
            if (to - from + 1 > best) {
                best = to - from + 1;
                peak = (posts.time(rows[from]) + posts.time(rows[to])) / 2;
            }
        }
        return Instant.ofEpochMilli(peak);
    }

    private Map<String, Double> scoreParts(Group group, List<SharedObject> objects, List<Campaign.Member> members) {
        double shared = 0;
        double all = 0;
        for (SharedObject object : objects) {
            shared += object.accounts();
            all += object.allAccounts();
        }
        double together = members.stream().mapToInt(Campaign.Member::posts).sum();
        double posted = members.stream().mapToInt(Campaign.Member::allPosts).sum();
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put(
                group.isSlow() ? "persistence" : "synchrony",
                1 - 1 / Math.max(1, group.timing().ratio()));
        parts.put("exclusivity", all == 0 ? 0 : shared / all);
        parts.put("repetition", group.returns() / (double) (group.returns() + members.size()));
        parts.put("density", density(group));
        parts.put("commitment", posted == 0 ? 0 : together / posted);
        return Collections.unmodifiableMap(parts);
    }

    private double density(Group group) {
        int n = group.accounts().size();
        // Every edge is met from both ends.
        return sumInside(group, e -> 1) / ((double) n * (n - 1));
    }

    private double sumInside(Group group, IntToDoubleFunction value) {
        double[] sum = new double[1];
        for (int account : group.accounts()) {
            network.forEachNeighbour(account, (other, e) -> {
                if (Collections.binarySearch(group.accounts(), other) >= 0) {
                    sum[0] += value.applyAsDouble(e);
                }
            });
        }
        return sum[0];
    }

    private List<Evidence> evidence(Group group, List<SharedObject> objects, int[] rows) {
        List<String> examples = ids(Arrays.stream(rows));
        List<Evidence> evidence = new ArrayList<>();
        for (ObjectKind kind : ObjectKind.values()) {
            long count = objects.stream().filter(o -> o.kind() == kind).count();
            if (count > 0) {
                evidence.add(new Evidence(
                        Evidence.Kind.CONTENT,
                        "shared-" + kind.label(),
                        (double) count,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        ids(group.objects().stream()
                                .filter(o -> o.layer().kind() == kind)
                                .max(Comparator.comparingInt((SynchronousObject o) -> o.accounts().length)
                                        .thenComparingInt(o -> -o.object()))
                                .stream()
                                .flatMapToInt(o -> Arrays.stream(o.posts()))
                                .filter(r -> Collections.binarySearch(group.posts(), r) >= 0))));
            }
        }
        Synchrony.Result timing = group.timing();
        evidence.add(new Evidence(
                Evidence.Kind.TIMING,
                group.isSlow() ? "other-days" : "synchrony",
                (double) timing.observed(),
                OptionalDouble.of(timing.expected()),
                OptionalDouble.of(timing.pValue()),
                examples));
        evidence.add(new Evidence(
                Evidence.Kind.ACCOUNTS,
                group.signal(),
                (double) group.returns(),
                OptionalDouble.of(group.expectedReturns()),
                OptionalDouble.of(group.returnsP()),
                examples));
        return evidence;
    }

    private List<String> ids(IntStream rows) {
        return rows.limit(EXAMPLES).mapToObj(r -> posts.post(r).id()).toList();
    }

    private List<Technique> techniques(List<SharedObject> objects, int[] rows) {
        boolean text = has(objects, ObjectKind.TEXT);
        boolean amplified = has(objects, ObjectKind.URL) || has(objects, ObjectKind.REPOST);
        boolean replies = Arrays.stream(rows)
                        .mapToObj(r -> posts.post(r).replyTo())
                        .filter(java.util.Optional::isPresent)
                        .distinct()
                        .limit(3)
                        .count()
                == 3;
        List<Technique> techniques = new ArrayList<>();
        if (text) {
            techniques.add(Technique.COPYPASTA);
        }
        if (has(objects, ObjectKind.HASHTAG)) {
            techniques.add(Technique.FLOOD_HASHTAG);
        }
        if (amplified) {
            techniques.add(Technique.AMPLIFY);
        }
        if (replies) {
            techniques.add(Technique.SWARMING);
        }
        return techniques;
    }

    private static boolean has(List<SharedObject> objects, ObjectKind kind) {
        return objects.stream().anyMatch(o -> o.kind() == kind);
    }

    /** Counts, the most frequent first, ties by name. */
    static Map<String, Integer> count(List<String> values) {
        Map<String, Integer> counts = new HashMap<>();
        for (String value : values) {
            counts.merge(value.toLowerCase(Locale.ROOT), 1, Integer::sum);
        }
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
        entries.sort(
                Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        Map<String, Integer> ordered = new LinkedHashMap<>();
        entries.forEach(e -> ordered.put(e.getKey(), e.getValue()));
        return Collections.unmodifiableMap(ordered);
    }
}
