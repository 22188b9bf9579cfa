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
import org.vigie.campaign.CampaignTester.Tested;
import org.vigie.graph.network.CoordinationNetwork;

/** Turns tested groups into campaigns: counts, examples, leaders, score and evidence. */
final class CampaignAssembler {
    private static final long HOUR = 3_600_000;
    private static final int EXAMPLES = 10;

    private final PostTable posts;
    private final CoordinationNetwork network;
    private final long window;
    private final String[] languages;
    private final Map<Integer, TextCluster> clusters;

    CampaignAssembler(
            PostTable posts,
            CoordinationNetwork network,
            long window,
            String[] languages,
            Map<Integer, TextCluster> clusters) {
        this.posts = posts;
        this.network = network;
        this.window = window;
        this.languages = languages;
        this.clusters = clusters;
    }

    /** Ranks the groups that are campaigns and names them. */
    List<Campaign> assemble(List<Tested> reported) {
        List<Campaign> campaigns = new ArrayList<>();
        for (Tested tested : reported) {
            campaigns.add(assemble(tested, ""));
        }
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, campaigns.size()).boxed().toList());
        order.sort(Comparator.comparingDouble((Integer i) -> -campaigns.get(i).score())
                .thenComparing(i -> campaigns.get(i).members().get(0).account()));
        List<Campaign> ranked = new ArrayList<>();
        for (int i : order) {
            ranked.add(campaigns.get(i).withId("C" + (ranked.size() + 1)));
        }
        return ranked;
    }

    private Campaign assemble(Tested tested, String id) {
        Group group = tested.group();
        boolean[] marked = new boolean[posts.size()];
        tested.acts().forEach(acts -> acts.markCoActing(posts, window, marked));
        int[] rows = IntStream.range(0, marked.length).filter(i -> marked[i]).toArray();
        List<SharedObject> objects = objects(tested, marked);
        List<TextCluster> texts = objects.stream()
                .filter(o -> o.kind() == ObjectKind.TEXT)
                .map(o -> clusters.get(Integer.parseInt(o.key())))
                .filter(java.util.Objects::nonNull)
                .toList();
        List<SharedObject> others =
                objects.stream().filter(o -> o.kind() != ObjectKind.TEXT).toList();
        List<Campaign.Member> members = members(group, rows);
        Map<String, Double> parts = scoreParts(tested, objects, members);
        double score = parts.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        List<Evidence> evidence = evidence(tested, objects, rows);
        return new Campaign(
                id,
                score,
                parts,
                tested.p(),
                tested.q(),
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
                evidence,
                techniques(objects, rows),
                Campaign.State.MACHINE_SUSPECTED);
    }

    private Instant time(int row) {
        return Instant.ofEpochMilli(posts.time(row));
    }

    private List<SharedObject> objects(Tested tested, boolean[] marked) {
        List<SharedObject> objects = new ArrayList<>();
        for (GroupActs acts : tested.acts()) {
            Layer layer = acts.layer();
            for (GroupActs.OnObject on : acts.objects()) {
                int[] together =
                        Arrays.stream(on.posts()).filter(r -> marked[r]).toArray();
                int accounts = (int)
                        Arrays.stream(together).map(posts::account).distinct().count();
                if (accounts >= 2) {
                    objects.add(new SharedObject(
                            layer.kind(),
                            layer.key(on.object()),
                            accounts,
                            together.length,
                            layer.accounts(on.object())));
                }
            }
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

    private Map<String, Double> scoreParts(Tested tested, List<SharedObject> objects, List<Campaign.Member> members) {
        double shared = 0;
        double all = 0;
        for (SharedObject object : objects) {
            shared += object.accounts();
            all += object.allAccounts();
        }
        double together = members.stream().mapToInt(Campaign.Member::posts).sum();
        double posted = members.stream().mapToInt(Campaign.Member::allPosts).sum();
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("synchrony", 1 - 1 / Math.max(1, tested.timing().ratio()));
        parts.put("exclusivity", all == 0 ? 0 : shared / all);
        parts.put("repetition", 1 - 1 / Math.max(1, meanObjects(tested.group())));
        parts.put("density", density(tested.group()));
        parts.put("commitment", posted == 0 ? 0 : together / posted);
        return Collections.unmodifiableMap(parts);
    }

    private double meanObjects(Group group) {
        return sumInside(group, network::objects) / Math.max(1, sumInside(group, e -> 1));
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

    private List<Evidence> evidence(Tested tested, List<SharedObject> objects, int[] rows) {
        List<String> examples = Arrays.stream(rows)
                .limit(EXAMPLES)
                .mapToObj(r -> posts.post(r).id())
                .toList();
        List<Evidence> evidence = new ArrayList<>();
        for (ObjectKind kind : ObjectKind.values()) {
            long count = objects.stream().filter(o -> o.kind() == kind).count();
            if (count > 0) {
                evidence.add(new Evidence(
                        Evidence.Kind.CONTENT,
                        "shared-" + kind.label(),
                        count,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        examples(tested, kind)));
            }
        }
        evidence.add(CampaignTester.evidence(tested, examples));
        evidence.add(new Evidence(
                Evidence.Kind.ACCOUNTS,
                "same-accounts",
                meanObjects(tested.group()),
                OptionalDouble.empty(),
                OptionalDouble.of(tested.group().content()),
                examples));
        return evidence;
    }

    private List<String> examples(Tested tested, ObjectKind kind) {
        return tested.acts().stream()
                .filter(acts -> acts.layer().kind() == kind)
                .flatMap(acts -> acts.objects().stream())
                .max(Comparator.comparingInt(GroupActs.OnObject::accounts).thenComparingInt(o -> -o.object()))
                .stream()
                .flatMapToInt(on -> Arrays.stream(on.posts()))
                .limit(EXAMPLES)
                .mapToObj(r -> posts.post(r).id())
                .toList();
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
