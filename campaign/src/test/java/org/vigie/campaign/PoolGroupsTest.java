/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vigie.posts.Corpus;

/** Groups by definition, with maps, are the oracle of those in arrays. */
class PoolGroupsTest {
    private static final double MERGE = 0.2;

    /** Accounts in some circles that share texts of their own, and now and then one of another circle. */
    private static Corpus corpus(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Scene scene = new Scene();
        int circles = random.nextInt(2, 8);
        int strangers = random.nextInt(3, 200);
        for (int i = 0; i < 900; i++) {
            int account = random.nextInt(90);
            int circle = random.nextInt(strangers) == 0 ? random.nextInt(circles) : account % circles;
            int text = circle * 31 + random.nextInt(9);
            scene.add(scene.post(
                    "a" + account,
                    random.nextInt(9_000),
                    "the ferry number " + (100_003 + 7_919 * text) + " leaves the harbour of "
                            + (900_001 + 104_729 * text)));
        }
        return scene.corpus();
    }

    /** What the class says it does, step by step. */
    private static final class ByDefinition {
        private final List<int[]> incidences = new ArrayList<>();
        private final TreeMap<Integer, Integer> ofAccount = new TreeMap<>();
        private final TreeMap<Integer, Integer> ofObject = new TreeMap<>();

        ByDefinition(Incidences all, PoolCore core) {
            for (int i = 0; i < all.size(); i++) {
                if (all.live.get(i) && core.objects.get(all.object[i]) && core.accounts.get(all.account[i])) {
                    incidences.add(new int[] {all.account[i], all.object[i]});
                    ofAccount.put(all.account[i], -1);
                    ofObject.put(all.object[i], all.object[i]);
                }
            }
        }

        List<List<Integer>> groups() {
            propagate();
            while (merge()) {}
            Map<Integer, List<Integer>> groups = new TreeMap<>();
            ofAccount.forEach((a, label) ->
                    groups.computeIfAbsent(label, k -> new ArrayList<>()).add(a));
            return List.copyOf(groups.values());
        }

        private void propagate() {
            boolean moved = true;
            for (int round = 0; moved && round < 50; round++) {
                moved = false;
                for (int a : List.copyOf(ofAccount.keySet())) {
                    Map<Integer, Long> votes = new HashMap<>();
                    incidences.stream()
                            .filter(i -> i[0] == a)
                            .forEach(i -> votes.merge(ofObject.get(i[1]), weight(i[1]), Long::sum));
                    moved |= !best(votes, ofAccount.get(a)).equals(ofAccount.put(a, best(votes, ofAccount.get(a))));
                }
                for (int o : List.copyOf(ofObject.keySet())) {
                    Map<Integer, Long> votes = new HashMap<>();
                    incidences.stream()
                            .filter(i -> i[1] == o)
                            .forEach(i -> votes.merge(ofAccount.get(i[0]), 1L, Long::sum));
                    moved |= !best(votes, ofObject.get(o)).equals(ofObject.put(o, best(votes, ofObject.get(o))));
                }
            }
        }

        private long weight(int object) {
            int carriers = (int) incidences.stream().filter(i -> i[1] == object).count();
            return Math.round(1e6 / StrictMath.log(2 + carriers));
        }

        private static Integer best(Map<Integer, Long> votes, int present) {
            long most = votes.values().stream().mapToLong(v -> v).max().orElse(0);
            TreeSet<Integer> best = new TreeSet<>();
            votes.forEach((label, count) -> {
                if (count == most) {
                    best.add(label);
                }
            });
            return best.isEmpty() || best.contains(present) ? present : best.first();
        }

        /** Joins each group with the one it shares most with, if that is a fifth of what it does. */
        private boolean merge() {
            TreeMap<Integer, Integer> target = new TreeMap<>();
            for (int label : new TreeSet<>(ofAccount.values())) {
                List<int[]> own = incidences.stream()
                        .filter(i -> ofAccount.get(i[0]) == label)
                        .toList();
                TreeMap<Integer, Integer> shared = new TreeMap<>();
                for (int[] i : own) {
                    TreeSet<Integer> others = new TreeSet<>();
                    incidences.stream().filter(j -> j[1] == i[1]).forEach(j -> others.add(ofAccount.get(j[0])));
                    others.remove(label);
                    others.forEach(other -> shared.merge(other, 1, Integer::sum));
                }
                int most = shared.values().stream().mapToInt(v -> v).max().orElse(0);
                if (most > 0 && most >= MERGE * own.size()) {
                    shared.forEach((other, count) -> {
                        if (count == most) {
                            target.putIfAbsent(label, other);
                        }
                    });
                }
            }
            target.forEach((from, to) -> {
                int a = ofLabel(from, target);
                int b = ofLabel(to, target);
                assertThat(a).isEqualTo(b);
            });
            ofAccount.replaceAll((a, label) -> ofLabel(label, target));
            return !target.isEmpty();
        }

        /** The smallest label that is joined with one, by one or many steps, in either direction. */
        private static int ofLabel(int label, Map<Integer, Integer> target) {
            TreeSet<Integer> joined = new TreeSet<>(List.of(label));
            int size = 0;
            while (joined.size() > size) {
                size = joined.size();
                target.forEach((from, to) -> {
                    if (joined.contains(from) || joined.contains(to)) {
                        joined.add(from);
                        joined.add(to);
                    }
                });
            }
            return joined.first();
        }
    }

    @Test
    void groupsAreThoseOfTheDefinition() {
        Set<Integer> groups = new TreeSet<>();
        for (long seed = 1; seed <= 12; seed++) {
            Incidences incidences = new PoolData(corpus(seed)).texts();
            PoolCore core = new PoolCore(incidences, PoolSettings.texts());
            List<List<Integer>> found = new PoolGroups(incidences, core, MERGE)
                    .find().stream().map(g -> Arrays.stream(g).boxed().toList()).toList();
            assertThat(found).isEqualTo(new ByDefinition(incidences, core).groups());
            groups.add(found.size());
        }
        assertThat(groups).contains(1).hasSizeGreaterThan(2);
    }
}
