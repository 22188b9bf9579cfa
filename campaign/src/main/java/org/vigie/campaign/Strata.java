/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.core.column.IntList;
import org.vigie.posts.Corpus;

/**
 * Of which strata each incidence is: everybody; its language; language and four hours of the day; its rarest hashtag,
 * alone and with the language; the rarest domain of its links, alone and with the language; whom of those it mentions
 * fewest mention. An incidence without a hashtag
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
        DOMAIN_AND_LANGUAGE,
        ADDRESSEE;

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

    /** An incidence has at most one stratum of each kind. */
    static final int SLOTS = Kind.count();

    private final Rows rows;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final IntList kinds = new IntList();
    /** By incidence and kind, -1 for none. */
    private final int[] strata;

    private final int[] sizes;
    private final BitSet occasions = new BitSet();

    /** What rows are of. */
    static final class Rows {
        private final int[] languages;
        private final RowTags tags;
        private final RowTags domains;
        private final RowTags mentions;
        private final Occasions occasions;

        /** @param languages the number of the language of each row; taken over */
        Rows(int[] languages, RowTags tags, RowTags domains, RowTags mentions, Occasions occasions) {
            this.languages = languages;
            this.tags = tags;
            this.domains = domains;
            this.mentions = mentions;
            this.occasions = occasions;
        }
    }

    Strata(Corpus corpus, Incidences incidences, Rows rows) {
        this.rows = rows;
        strata = new int[SLOTS * incidences.size()];
        Arrays.fill(strata, -1);
        for (int i = 0; i < incidences.size(); i++) {
            int row = incidences.row[i];
            int language = rows.languages[row];
            put(i, Kind.ANYBODY, 0, 0);
            put(i, Kind.LANGUAGE, language, 0);
            put(i, Kind.HOURS, language, (int) (Math.floorMod(corpus.time(row), DAY) / HOURS));
            int domain = rows.domains.rarest(row);
            if (domain >= 0) {
                put(i, Kind.DOMAIN, domain, 0);
                put(i, Kind.DOMAIN_AND_LANGUAGE, domain, language);
            }
            int mention = rows.mentions.rarest(row);
            if (mention >= 0) {
                put(i, Kind.ADDRESSEE, mention, 0);
            }
            int tag = rows.tags.rarest(row);
            occasions.set(i, rows.occasions.isOf(row));
            if (tag >= 0) {
                tag(i, tag, language);
            }
        }
        tagObjects(incidences);
        sizes = new int[kinds.size()];
        for (int s : strata) {
            if (s >= 0) {
                sizes[s]++;
            }
        }
    }

    /** Incidences without a hashtag have that of their object. */
    private void tagObjects(Incidences incidences) {
        for (int o = incidences.shareable.nextSetBit(0); o >= 0; o = incidences.shareable.nextSetBit(o + 1)) {
            int tag = tagOf(incidences, o);
            for (int i = incidences.startOfObject[o]; tag >= 0 && i < incidences.startOfObject[o + 1]; i++) {
                int row = incidences.row[i];
                if (rows.tags.rarest(row) < 0) {
                    tag(i, tag, rows.languages[row]);
                    occasions.set(i, rows.occasions.isDuring(row, tag));
                }
            }
        }
    }

    private void tag(int incidence, int tag, int language) {
        put(incidence, Kind.HASHTAG, tag, 0);
        put(incidence, Kind.HASHTAG_AND_LANGUAGE, tag, language);
    }

    private void put(int incidence, Kind kind, int first, int second) {
        strata[SLOTS * incidence + kind.number()] = number(kind, first, second);
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
    private int tagOf(Incidences incidences, int object) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = incidences.startOfObject[object]; i < incidences.startOfObject[object + 1]; i++) {
            rows.tags.forEach(incidences.row[i], t -> counts.merge(t, 1, Integer::sum));
        }
        int tag = -1;
        int most = 0;
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            boolean first = count.getValue() == most && count.getKey() < tag;
            if (count.getValue() > most || first) {
                most = count.getValue();
                tag = count.getKey();
            }
        }
        return 3 * most < incidences.ofObject(object) ? -1 : tag;
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

    /** The stratum of an incidence that is of the kind with this number, or -1. */
    int at(int incidence, int slot) {
        return strata[SLOTS * incidence + slot];
    }

    /** Whether an incidence belongs to an occasion. */
    boolean isOccasion(int incidence) {
        return occasions.get(incidence);
    }
}
