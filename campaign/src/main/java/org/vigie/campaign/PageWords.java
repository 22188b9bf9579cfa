/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.ObjectLayer;

/**
 * Texts that come with one link, and whose words those are: a page's or an application's, or the group's that has the link
 * to itself. Immutable and thread-safe.
 */
final class PageWords {
    private final Corpus corpus;
    private final Map<Integer, Integer> linkOf;

    private PageWords(Corpus corpus, Map<Integer, Integer> linkOf) {
        this.corpus = corpus;
        this.linkOf = linkOf;
    }

    /** Of objects that are no texts. */
    static PageWords none(Corpus corpus) {
        return new PageWords(corpus, Map.of());
    }

    /** @param texts those that may be shared */
    static PageWords of(Corpus corpus, BitSet texts, int[] textOfRow) {
        return new PageWords(corpus, SuppliedTexts.links(corpus, texts, textOfRow));
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

    /**
     * Takes out the texts of links of which a group has too few of the accounts: an application says them to all who use it.
     *
     * @param share the least share of a link's accounts that makes it the group's own
     */
    void removeOfOthers(Set<Integer> texts, BitSet group, double share) {
        Map<Integer, Boolean> isOwn = new HashMap<>();
        texts.removeIf(text -> {
            Integer link = linkOf.get(text);
            return link != null && !isOwn.computeIfAbsent(link, l -> isOwn(l, group, share));
        });
    }

    private boolean isOwn(int link, BitSet group, double share) {
        ObjectLayer links = corpus.layer(ObjectKind.URL);
        BitSet accounts = new BitSet();
        for (int a = links.start(link); a < links.start(link + 1); a++) {
            accounts.set(corpus.account(links.row(a)));
        }
        int all = accounts.cardinality();
        accounts.and(group);
        return accounts.cardinality() >= share * all;
    }
}
