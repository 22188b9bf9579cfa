/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The definition of a coordination network, by all pairs of rows. */
final class PairOracle {
    record Key(String source, String target) {}

    static final class Sum {
        int coActions;
        long sum;
        long min = Long.MAX_VALUE;
        double lead;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        final Set<String> objects = new HashSet<>();
        final Set<String> sourceContents = new HashSet<>();
        final Set<String> targetContents = new HashSet<>();
    }

    private PairOracle() {}

    static Map<Key, Sum> edges(List<Action> rows, long window, int minParticipation) {
        Map<String, String> authors = new HashMap<>();
        List<Action> byTime = new ArrayList<>(rows);
        byTime.sort(Comparator.comparing(Action::time).thenComparing(Action::account));
        for (Action a : byTime) {
            if (a.object().equals(a.content())) {
                authors.putIfAbsent(a.object(), a.account());
            }
        }
        List<Action> kept = new ArrayList<>(rows.stream()
                .filter(a -> !a.account().equals(authors.get(a.object())))
                .toList());
        while (true) {
            Map<String, Set<String>> contents = new HashMap<>();
            for (Action[] pair : pairs(kept, window)) {
                for (Action a : pair) {
                    contents.computeIfAbsent(a.account(), k -> new HashSet<>()).add(a.content());
                }
            }
            List<Action> next = kept.stream()
                    .filter(a -> contents.getOrDefault(a.account(), Set.of()).size() >= minParticipation)
                    .toList();
            if (next.size() == kept.size()) {
                break;
            }
            kept = new ArrayList<>(next);
        }
        Map<Key, Sum> result =
                new TreeMap<>(java.util.Comparator.comparing(Key::source).thenComparing(Key::target));
        for (Action[] pair : pairs(kept, window)) {
            Arrays.sort(pair, java.util.Comparator.comparing(Action::account));
            Sum sum = result.computeIfAbsent(new Key(pair[0].account(), pair[1].account()), k -> new Sum());
            long s = pair[0].time().toEpochMilli();
            long t = pair[1].time().toEpochMilli();
            sum.coActions++;
            sum.sum += Math.abs(s - t);
            sum.min = Math.min(sum.min, Math.abs(s - t));
            sum.lead += s < t ? 1 : s == t ? 0.5 : 0;
            sum.first = Math.min(sum.first, Math.min(s, t));
            sum.last = Math.max(sum.last, Math.max(s, t));
            sum.objects.add(pair[0].object());
            sum.sourceContents.add(pair[0].content());
            sum.targetContents.add(pair[1].content());
        }
        return result;
    }

    private static List<Action[]> pairs(List<Action> rows, long window) {
        List<Action[]> result = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                Action a = rows.get(i);
                Action b = rows.get(j);
                if (a.object().equals(b.object())
                        && !a.account().equals(b.account())
                        && Math.abs(a.time().toEpochMilli() - b.time().toEpochMilli()) <= window) {
                    result.add(new Action[] {a, b});
                }
            }
        }
        return result;
    }
}
