/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/**
 * Texts that come with one link, and whose words those are: a page's or an application's, or the group's that has the link
 * to itself. Immutable and thread-safe.
 */
final class PageWords {
    /** Of objects that are no texts. */
    static final PageWords NONE = new PageWords(Map.of(), Map.of());

    private final Map<Integer, Integer> linkOf;
    /** The accounts of each of these links, ascending. */
    private final Map<Integer, int[]> accountsOf;

    private PageWords(Map<Integer, Integer> linkOf, Map<Integer, int[]> accountsOf) {
        this.linkOf = linkOf;
        this.accountsOf = accountsOf;
    }

    /**
     * Linear in the posts and their links, but for sorting.
     *
     * @param texts those that may be shared
     */
    static PageWords of(Corpus corpus, BitSet texts, int[] textOfRow) {
        Map<Integer, Integer> linkOf = SuppliedTexts.links(corpus, texts, textOfRow);
        Map<Integer, int[]> accountsOf = new HashMap<>();
        for (int link : linkOf.values()) {
            accountsOf.computeIfAbsent(link, l -> accounts(corpus, l));
        }
        return new PageWords(linkOf, accountsOf);
    }

    private static int[] accounts(Corpus corpus, int link) {
        ObjectLayer links = corpus.layer(ObjectKind.URL);
        return IntStream.range(links.start(link), links.start(link + 1))
                .map(a -> corpus.account(links.row(a)))
                .sorted()
                .distinct()
                .toArray();
    }

    /** The texts that come with one link, a new set. */
    BitSet texts() {
        BitSet texts = new BitSet();
        linkOf.keySet().forEach(texts::set);
        return texts;
    }

    /** Whether no text comes with one link. */
    boolean isEmpty() {
        return linkOf.isEmpty();
    }

    /** Whether a text comes with one link. */
    boolean has(int text) {
        return linkOf.containsKey(text);
    }

    /**
     * Takes out the texts of links of which a group has too few of the accounts: an application says them to all who use it.
     *
     * @param share the least share of a link's accounts that makes it the group's own
     */
    void removeOfOthers(Set<Integer> texts, BitSet group, double share) {
        int size = group.cardinality();
        Map<Integer, Boolean> isOwn = new HashMap<>();
        texts.removeIf(text -> {
            int[] accounts = accountsOf.get(linkOf.getOrDefault(text, -1));
            return accounts != null
                    && !isOwn.computeIfAbsent(
                            linkOf.get(text), l -> common(accounts, group, size) >= share * accounts.length);
        });
    }

    /** Goes over the fewer, for an application may have many users and many groups. */
    private static long common(int[] accounts, BitSet group, int size) {
        return accounts.length < size
                ? IntStream.of(accounts).filter(group::get).count()
                : group.stream()
                        .filter(a -> Arrays.binarySearch(accounts, a) >= 0)
                        .count();
    }
}
