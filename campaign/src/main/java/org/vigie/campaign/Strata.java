/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.core.column.IntList;
import org.vigie.posts.Corpus;

/**
 * Of which strata each incidence is. They are everybody; its language; language and four hours of the day. Then its
 * rarest hashtag and the rarest domain of its links, each alone and with the language. Last, whom of those it mentions
 * fewest mention. An incidence without a hashtag has the one that its text mostly comes with. Most incidences are of
 * the same strata as many others: what is the same of them all is a profile.
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
    private final Map<Profile, Integer> profiles = new HashMap<>();
    /** By profile and kind, -1 for none. */
    private final IntList strata = new IntList();

    private final BitSet occasions = new BitSet();
    /** By incidence, and in the order of {@link Incidences#ofAccount}. */
    private final int[] profileOf;

    private final int[] profileByAccount;
    private final int[] sizes;

    /** Numbers of what incidences have in common, -1 for none. */
    private record Profile(int language, int hours, int domain, int mention, int tag, boolean isOccasion) {}

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
        int[] tags = tags(incidences);
        profileOf = new int[incidences.size()];
        for (int i = 0; i < profileOf.length; i++) {
            int row = incidences.row[i];
            boolean isOccasion = (rows.tags.rarest(row) < 0 && tags[i] >= 0)
                    ? rows.occasions.isDuring(row, tags[i])
                    : rows.occasions.isOf(row);
            profileOf[i] = profiles.computeIfAbsent(
                    new Profile(
                            rows.languages[row],
                            (int) (Math.floorMod(corpus.time(row), DAY) / HOURS),
                            rows.domains.rarest(row),
                            rows.mentions.rarest(row),
                            tags[i],
                            isOccasion),
                    this::add);
        }
        profileByAccount =
                IntStream.of(incidences.ofAccount).map(i -> profileOf[i]).toArray();
        sizes = new int[kinds.size()];
        for (int profile : profileOf) {
            for (int slot = 0; slot < SLOTS; slot++) {
                int s = stratum(profile, slot);
                if (s >= 0) {
                    sizes[s]++;
                }
            }
        }
    }

    /** The rarest hashtag of each incidence, that of its object if it has none itself, or -1. */
    private int[] tags(Incidences incidences) {
        int[] tags =
                IntStream.of(incidences.row).map(row -> rows.tags.rarest(row)).toArray();
        for (int o = incidences.shareable.nextSetBit(0); o >= 0; o = incidences.shareable.nextSetBit(o + 1)) {
            int tag = tagOf(incidences, o);
            for (int i = incidences.startOfObject[o]; tag >= 0 && i < incidences.startOfObject[o + 1]; i++) {
                if (tags[i] < 0) {
                    tags[i] = tag;
                }
            }
        }
        return tags;
    }

    /** Numbers the strata of a profile in the order of kinds. */
    private int add(Profile p) {
        int number = profiles.size();
        occasions.set(number, p.isOccasion);
        strata.add(number(Kind.ANYBODY, 0, 0));
        strata.add(number(Kind.LANGUAGE, p.language, 0));
        strata.add(number(Kind.HOURS, p.language, p.hours));
        strata.add(p.tag < 0 ? -1 : number(Kind.HASHTAG, p.tag, 0));
        strata.add(p.tag < 0 ? -1 : number(Kind.HASHTAG_AND_LANGUAGE, p.tag, p.language));
        strata.add(p.domain < 0 ? -1 : number(Kind.DOMAIN, p.domain, 0));
        strata.add(p.domain < 0 ? -1 : number(Kind.DOMAIN_AND_LANGUAGE, p.domain, p.language));
        strata.add(p.mention < 0 ? -1 : number(Kind.ADDRESSEE, p.mention, 0));
        return number;
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

    /** How many profiles there are. */
    int profiles() {
        return profiles.size();
    }

    /** The profile of an incidence by its place in {@link Incidences#ofAccount}. */
    int profileAt(int place) {
        return profileByAccount[place];
    }

    /** The stratum of a profile that is of the kind with this number, or -1. */
    int stratum(int profile, int slot) {
        return strata.get(SLOTS * profile + slot);
    }

    /** The stratum of an incidence that is of the kind with this number, or -1. */
    int at(int incidence, int slot) {
        return stratum(profileOf[incidence], slot);
    }

    /** Whether incidences of a profile belong to an occasion. */
    boolean isOccasion(int profile) {
        return occasions.get(profile);
    }
}
