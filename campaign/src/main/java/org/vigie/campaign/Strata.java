/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.core.column.IntList;
import org.vigie.posts.Corpus;

/**
 * Of which strata each incidence is: everybody; its language; language and four hours of the day; its rarest hashtag,
 * alone and with the language; the rarest domain of its links, alone and with the language. An incidence without a hashtag
 * has the one that its text mostly comes with.
 */
final class Strata {
    /** Rarer hashtags and domains are no stratum. */
    static final int COMMON = 5;

    private static final long HOURS = 4 * 3_600_000L;
    private static final long DAY = 24 * 3_600_000L;

    /** What incidences of a stratum have in common. */
    enum Kind {
        ANYBODY,
        LANGUAGE,
        HOURS,
        HASHTAG,
        HASHTAG_AND_LANGUAGE,
        DOMAIN,
        DOMAIN_AND_LANGUAGE;

        /** The kinds by number. */
        private static final List<Kind> ALL = List.of(values());

        int number() {
            return ALL.indexOf(this);
        }

        static Kind of(int number) {
            return ALL.get(number);
        }

        static int count() {
            return ALL.size();
        }

        boolean isSite() {
            return this == DOMAIN || this == DOMAIN_AND_LANGUAGE;
        }

        /** Strata that every account is in, whose controls are trimmed. */
        boolean isWide() {
            return this == ANYBODY || this == LANGUAGE || this == HOURS;
        }
    }

    private final Map<Long, Integer> numbers = new HashMap<>();
    private final IntList kinds = new IntList();
    private final int[] start;
    private final int[] stratum;
    private final int[] sizes;
    private final BitSet occasions = new BitSet();

    Strata(Corpus corpus, Incidences incidences, int[] languages, RowTags tags, RowTags domains, Occasions occasion) {
        int[] tagOfObject = tagsOfObjects(incidences, tags);
        start = new int[incidences.size() + 1];
        IntList all = new IntList();
        for (int i = 0; i < incidences.size(); i++) {
            int row = incidences.row[i];
            int language = languages[row];
            all.add(number(Kind.ANYBODY, 0, 0));
            all.add(number(Kind.LANGUAGE, language, 0));
            all.add(number(Kind.HOURS, language, (int) (Math.floorMod(corpus.time(row), DAY) / HOURS)));
            int tag = tags.rarest(row);
            occasions.set(i, occasion.isOf(row));
            if (tag < 0 && tagOfObject[incidences.object[i]] >= 0) {
                tag = tagOfObject[incidences.object[i]];
                occasions.set(i, occasion.isDuring(row, tag));
            }
            if (tag >= 0) {
                all.add(number(Kind.HASHTAG, tag, 0));
                all.add(number(Kind.HASHTAG_AND_LANGUAGE, tag, language));
            }
            int domain = domains.rarest(row);
            if (domain >= 0) {
                all.add(number(Kind.DOMAIN, domain, 0));
                all.add(number(Kind.DOMAIN_AND_LANGUAGE, domain, language));
            }
            start[i + 1] = all.size();
        }
        stratum = all.toArray();
        sizes = new int[kinds.size()];
        for (int s : stratum) {
            sizes[s]++;
        }
    }

    private int number(Kind kind, int first, int second) {
        long key = ((long) kind.number() << 58) | ((long) first << 20) | second;
        Integer known = numbers.get(key);
        if (known == null) {
            known = kinds.size();
            numbers.put(key, known);
            kinds.add(kind.number());
        }
        return known;
    }

    /** The hashtag with which an object mostly comes, at least with a third of its carriers; else -1. */
    private static int[] tagsOfObjects(Incidences incidences, RowTags tags) {
        int[] tagOf = new int[incidences.objects];
        for (int o = 0; o < tagOf.length; o++) {
            tagOf[o] = -1;
            if (incidences.shareable.get(o)) {
                Map<Integer, Integer> counts = new HashMap<>();
                for (int i = incidences.startOfObject[o]; i < incidences.startOfObject[o + 1]; i++) {
                    tags.forEach(incidences.row[i], t -> counts.merge(t, 1, Integer::sum));
                }
                int most = 0;
                for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
                    boolean first = count.getValue() == most && count.getKey() < tagOf[o];
                    if (count.getValue() > most || first) {
                        most = count.getValue();
                        tagOf[o] = count.getKey();
                    }
                }
                if (3 * most < incidences.ofObject(o)) {
                    tagOf[o] = -1;
                }
            }
        }
        return tagOf;
    }

    /** How many strata there are. */
    int count() {
        return sizes.length;
    }

    /** How many incidences a stratum has. */
    int size(int s) {
        return sizes[s];
    }

    Kind kind(int s) {
        return Kind.of(kinds.get(s));
    }

    /** The first of an incidence's strata; they are {@code at(first(i)) .. at(first(i + 1) - 1)}. */
    int first(int incidence) {
        return start[incidence];
    }

    int at(int place) {
        return stratum[place];
    }

    /** Whether an incidence belongs to an occasion. */
    boolean isOccasion(int incidence) {
        return occasions.get(incidence);
    }
}
