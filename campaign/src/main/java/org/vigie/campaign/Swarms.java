/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vigie.core.column.IntList;
import org.vigie.core.column.LongList;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/**
 * Own specific posts that address the same account within six hours of the first of them, in whatever words. Who comes to
 * a list of targets with the same others, wave by wave, shares these swarms and no text. Of the swarms at one target an
 * account has one only, that of most accounts; so to come back to somebody is no evidence. Nor is a swarm at somebody
 * who addresses half of it: friends talk. Nor are answers to posts whose author is not known: those who follow a channel
 * comment on each of its posts. Linear in the acts, but for sorting.
 */
final class Swarms {
    /** Fewer accounts are no swarm. */
    static final int COMPANY = 4;

    private static final long WINDOW = Duration.ofHours(6).toMillis();

    final Incidences incidences;
    private final Corpus corpus;
    private final Addressees addressees;
    /** By row: its swarm, a number of its own if it addresses nobody, -1 if it is no own specific text. */
    private final int[] swarmOfRow;
    /** By swarm: whom it addresses. */
    private final int[] targetOf;

    Swarms(Corpus corpus, int[] textOfRow, Addressees addressees) {
        this.corpus = corpus;
        this.addressees = addressees;
        this.swarmOfRow = new int[corpus.size()];
        this.targetOf = number(textOfRow);
        this.incidences = new Incidences(corpus, targetOf.length, swarmOfRow, COMPANY);
        IntStream.range(0, targetOf.length)
                .filter(swarm -> targetOf[swarm] == Addressees.NOBODY)
                .forEach(incidences.shareable::clear);
        incidences.shareable.andNot(conversations());
        keepOneOfEachTarget();
    }

    private int[] number(int[] textOfRow) {
        IntList targets = new IntList();
        Map<Integer, Integer> present = new HashMap<>();
        IntList firstRows = new IntList();
        for (int row = 0; row < swarmOfRow.length; row++) {
            int target = addressees.isKnown(row) ? addressees.target[row] : Addressees.NOBODY;
            if (textOfRow[row] < 0) {
                swarmOfRow[row] = -1;
                continue;
            }
            Integer swarm = target == Addressees.NOBODY ? null : present.get(target);
            if (swarm == null || corpus.time(row) - corpus.time(firstRows.get(swarm)) > WINDOW) {
                swarm = targets.size();
                targets.add(target);
                firstRows.add(row);
                present.put(target, swarm);
            }
            swarmOfRow[row] = swarm;
        }
        return targets.toArray();
    }

    /** Swarms at somebody who addresses at least half of their accounts. */
    private BitSet conversations() {
        int[] accountOf = addressees.accounts();
        BitSet wanted = new BitSet();
        incidences.shareable.stream()
                .filter(swarm -> accountOf[targetOf[swarm]] >= 0)
                .forEach(wanted::set);
        if (wanted.isEmpty()) {
            return wanted;
        }
        long[] said = addressing(accountOf, wanted);
        BitSet found = new BitSet();
        wanted.stream().forEach(swarm -> {
            int target = accountOf[targetOf[swarm]];
            long answered = IntStream.range(incidences.startOfObject[swarm], incidences.startOfObject[swarm + 1])
                    .filter(i -> Arrays.binarySearch(said, pair(target, incidences.account[i])) >= 0)
                    .count();
            found.set(swarm, answered >= PoolTest.MAJORITY * incidences.ofObject(swarm));
        });
        return found;
    }

    /** Whom the targets of some swarms address, as pairs, sorted. */
    private long[] addressing(int[] accountOf, BitSet swarms) {
        BitSet targets = new BitSet();
        swarms.stream().map(swarm -> accountOf[targetOf[swarm]]).forEach(targets::set);
        LongList pairs = new LongList();
        for (ObjectKind kind : List.of(ObjectKind.MENTION, ObjectKind.REPLY)) {
            if (corpus.kinds().contains(kind)) {
                ObjectLayer layer = corpus.layer(kind);
                int[] accounts = corpus.authors(kind);
                for (int o = 0; o < accounts.length; o++) {
                    for (int a = layer.start(o); accounts[o] >= 0 && a < layer.start(o + 1); a++) {
                        int by = corpus.account(layer.row(a));
                        if (targets.get(by)) {
                            pairs.add(pair(by, accounts[o]));
                        }
                    }
                }
            }
        }
        return IntStream.range(0, pairs.size()).mapToLong(pairs::get).sorted().toArray();
    }

    private static long pair(int by, int whom) {
        return ((long) by << 32) | whom;
    }

    private void keepOneOfEachTarget() {
        incidences.live.clear();
        Map<Integer, Integer> largest = new HashMap<>();
        for (int a = 0; a < incidences.accounts; a++) {
            largest.clear();
            for (int q = incidences.startOfAccount[a]; q < incidences.startOfAccount[a + 1]; q++) {
                int i = incidences.ofAccount[q];
                if (incidences.shareable.get(incidences.object[i])) {
                    largest.merge(targetOf[incidences.object[i]], i, this::larger);
                }
            }
            largest.values().forEach(incidences.live::set);
        }
    }

    private int larger(int one, int other) {
        return incidences.ofObject(incidences.object[other]) > incidences.ofObject(incidences.object[one])
                ? other
                : one;
    }

    /** The posts of some swarms, by what they mention or answer. */
    List<Sighting> sightings(int[] swarms) {
        BitSet wanted = new BitSet();
        IntStream.of(swarms).forEach(wanted::set);
        Map<ObjectKind, Map<Integer, IntList>> rows = new HashMap<>();
        for (int row = 0; row < swarmOfRow.length; row++) {
            if (swarmOfRow[row] >= 0 && wanted.get(swarmOfRow[row])) {
                rows.computeIfAbsent(addressees.kind(row), k -> new TreeMap<>())
                        .computeIfAbsent(addressees.object(row), o -> new IntList())
                        .add(row);
            }
        }
        List<Sighting> sightings = new ArrayList<>();
        for (ObjectKind kind : List.of(ObjectKind.MENTION, ObjectKind.REPLY)) {
            rows.getOrDefault(kind, Map.of())
                    .forEach((object, of) -> sightings.add(new Sighting(corpus, kind, object, of.toArray())));
        }
        return sightings;
    }
}
