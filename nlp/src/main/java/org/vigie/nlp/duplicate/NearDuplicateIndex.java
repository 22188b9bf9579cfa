/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vigie.core.similarity.Banding;
import org.vigie.core.similarity.LshIndex;
import org.vigie.core.similarity.MinHash;
import org.vigie.nlp.text.Shingler;
import org.vigie.nlp.text.TextNormalizer;

/**
 * Near-duplicate texts of a stream: each text that comes in is answered with the earlier ones that it resembles.
 *
 * <p>The method is that of {@link NearDuplicates} with {@link CandidateMethod#LSH}: copies are collapsed, candidates
 * come from an {@link LshIndex}, every match is verified by exact Jaccard. Only distinct texts take memory: the
 * normalised text and about 400 bytes each; drop old ones with {@link #expireBefore(long)}.
 *
 * <p>Thread-safe: every method locks the index. Deterministic for a given order of calls.
 */
public final class NearDuplicateIndex {
    private final TextNormalizer normalizer;
    private final Shingler shingler;
    private final double threshold;
    private final MinHash minHash;
    private final LshIndex index;
    /** Distinct texts by their normalised form, and by id. */
    private final Map<String, Item> byText = new HashMap<>();

    private final Map<Long, Item> byId = new HashMap<>();

    private static final class Item {
        final long id;
        final String text;
        long lastSeen;
        long copies = 1;

        Item(long id, String text, long time) {
            this.id = id;
            this.text = text;
            lastSeen = time;
        }
    }

    private NearDuplicateIndex(NearDuplicates search) {
        normalizer = search.normalizer();
        shingler = search.shingler();
        threshold = search.threshold();
        Banding banding = Banding.forThreshold(threshold, search.recall());
        minHash = MinHash.withDefaults().withComponents(banding.components()).withSeed(search.seed());
        index = LshIndex.of(banding);
    }

    /**
     * Creates an empty index.
     *
     * @param search gives normaliser, shingler, threshold, recall and seed
     * @return the index
     */
    public static NearDuplicateIndex of(NearDuplicates search) {
        return new NearDuplicateIndex(Objects.requireNonNull(search, "search"));
    }

    /**
     * Finds the near-duplicates of a text, then adds it. A copy of a text that is in the index only renews that text.
     *
     * @param id the id of the text, not in the index yet
     * @param text any text; one of which nothing is left is not added
     * @param time when it was seen, in any unit
     * @return the earlier texts that it is a copy or a near-duplicate of, ascending by id
     */
    public synchronized List<DuplicateMatch> add(long id, String text, long time) {
        if (byId.containsKey(id)) {
            throw new IllegalArgumentException("id must not be in the index yet but " + id + " was");
        }
        String normal = normalizer.normalize(text);
        if (normal.isEmpty()) {
            return List.of();
        }
        Item copy = byText.get(normal);
        long[] shingles = shingler.shingles(normal);
        List<DuplicateMatch> matches = matches(normal, shingles);
        if (copy != null) {
            copy.lastSeen = Math.max(copy.lastSeen, time);
            copy.copies++;
            return matches;
        }
        Item item = new Item(id, normal, time);
        byText.put(normal, item);
        byId.put(id, item);
        if (shingles.length > 0) {
            index.add(id, minHash.signature(shingles), time);
        }
        return matches;
    }

    /**
     * Finds the near-duplicates of a text without adding it.
     *
     * @param text any text
     * @return the texts that it is a copy or a near-duplicate of, ascending by id
     */
    public synchronized List<DuplicateMatch> query(String text) {
        String normal = normalizer.normalize(text);
        return normal.isEmpty() ? List.of() : matches(normal, shingler.shingles(normal));
    }

    private List<DuplicateMatch> matches(String normal, long[] shingles) {
        List<DuplicateMatch> matches = new ArrayList<>();
        Item copy = byText.get(normal);
        if (copy != null) {
            matches.add(new DuplicateMatch(copy.id, 1));
        }
        if (shingles.length == 0) {
            return matches;
        }
        long[] sorted = shingles.clone();
        Arrays.sort(sorted);
        for (long id : index.query(minHash.signature(shingles))) {
            Item item = item(id);
            if (item == copy) {
                continue;
            }
            long[] other = shingler.shingles(item.text);
            Arrays.sort(other);
            int total = sorted.length + other.length;
            int shared = SetCache.shared(sorted, other, 1);
            double jaccard = (double) Math.max(0, shared) / (total - Math.max(0, shared));
            if (jaccard >= threshold) {
                matches.add(new DuplicateMatch(id, jaccard));
            }
        }
        matches.sort(Comparator.comparingLong(DuplicateMatch::id));
        return matches;
    }

    private Item item(long id) {
        return Objects.requireNonNull(byId.get(id), "item");
    }

    /**
     * Tells how often a text was added.
     *
     * @param id the id of a text
     * @return 1 and the number of its copies, or 0 when it is not in the index
     */
    public synchronized long copies(long id) {
        Item item = byId.get(id);
        return item == null ? 0 : item.copies;
    }

    /**
     * Takes a text out.
     *
     * @param id its id
     * @return whether it was there
     */
    public synchronized boolean remove(long id) {
        Item item = byId.remove(id);
        if (item == null) {
            return false;
        }
        byText.remove(item.text);
        index.remove(id);
        return true;
    }

    /**
     * Takes out all texts that neither came nor were copied from a time on. Looks at every text.
     *
     * @param time the time from which texts stay
     * @return how many texts went
     */
    public synchronized int expireBefore(long time) {
        List<Long> old = new ArrayList<>();
        for (Item item : byId.values()) {
            if (item.lastSeen < time) {
                old.add(item.id);
            }
        }
        old.forEach(this::remove);
        return old.size();
    }

    /**
     * Tells how many distinct texts there are.
     *
     * @return the number of texts
     */
    public synchronized int size() {
        return byId.size();
    }

    /**
     * Tells how often a full bucket turned a text away, counted once a band.
     *
     * @return the number since the index was made
     */
    public synchronized long capped() {
        return index.capped();
    }
}
