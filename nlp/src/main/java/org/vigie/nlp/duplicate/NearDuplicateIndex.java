/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.core.internal.Checks;
import org.vigie.core.search.Banding;
import org.vigie.core.search.LshIndex;
import org.vigie.core.similarity.MinHash;
import org.vigie.core.similarity.Signature;
import org.vigie.nlp.text.ShingleBuffer;
import org.vigie.nlp.text.Shingler;
import org.vigie.nlp.text.TextNormalizer;

/**
 * Near-duplicate texts of a stream: each text that comes in is answered with the earlier ones that it resembles. Indices
 * of parts of a stream can be merged, and one can be written and read again.
 *
 * <p>The method is that of {@link NearDuplicates} with {@link CandidateMethod#LSH}: copies are collapsed, candidates
 * come from an {@link LshIndex}, every match is verified by exact Jaccard. Only distinct texts take memory: the
 * characters of the normalised text and about 500 bytes each; drop old ones with {@link #expireBefore(long)}.
 *
 * <p>A flood of variants of one text makes each answer long: {@link #add(long, String, long, int)} and {@link
 * #query(String, int)} look at a limited number of earlier texts, and say when there were more.
 *
 * <p>Thread-safe, and threads work side by side: texts are normalised, shingled, signed and compared outside the lock,
 * which holds for looking up and adding only. Deterministic for a given order of calls.
 */
public final class NearDuplicateIndex {
    private final TextNormalizer normalizer;
    private final Shingler shingler;
    private final double threshold;
    private final MinHash minHash;
    private final LshIndex index;
    /** What the texts depend on. */
    private final String parameters;
    /** Distinct texts by their normalised form, and by id. */
    private final Map<String, Item> byText = new HashMap<>();

    private final Map<Long, Item> byId = new HashMap<>();

    /** A distinct text. */
    static final class Item {
        final long id;
        final String text;
        private long lastSeen;
        private long copies;

        Item(long id, String text, long lastSeen, long copies) {
            this.id = id;
            this.text = text;
            this.lastSeen = lastSeen;
            this.copies = copies;
        }

        long lastSeen() {
            return lastSeen;
        }

        long copies() {
            return copies;
        }

        private void seen(long time, long times) {
            lastSeen = Math.max(lastSeen, time);
            copies += times;
        }
    }

    private NearDuplicateIndex(NearDuplicates search) {
        normalizer = search.normalizer();
        shingler = search.shingler();
        threshold = search.threshold();
        Banding banding = Banding.forThreshold(threshold, search.recall());
        minHash = MinHash.withDefaults().withComponents(banding.components()).withSeed(search.seed());
        index = LshIndex.of(banding);
        parameters = normalizer + ", " + shingler.withSeed(0);
    }

    /**
     * Creates an empty index.
     *
     * @param search gives normaliser, shingler, threshold, recall and seed
     * @return the index
     * @throws IllegalArgumentException if no banding of 128 components reaches the recall at the threshold
     */
    public static NearDuplicateIndex of(NearDuplicates search) {
        return new NearDuplicateIndex(Objects.requireNonNull(search, "search"));
    }

    /**
     * The earlier texts that a text resembles, and whether that is all.
     *
     * @param matches the copies and near-duplicates that were found, ascending by id
     * @param candidates how many earlier texts were looked at
     * @param complete whether no more were left to look at
     */
    public record Answer(List<DuplicateMatch> matches, int candidates, boolean complete) {
        /**
         * Copies the list.
         *
         * @param matches the copies and near-duplicates that were found, ascending by id
         * @param candidates how many earlier texts were looked at
         * @param complete whether no more were left to look at
         */
        public Answer {
            matches = List.copyOf(matches);
        }
    }

    /** A text as the index compares it. */
    private final class Question {
        final String normal;
        final long[] shingles;
        final @Nullable Signature signature;

        Question(String text) {
            normal = normalizer.normalize(text);
            shingles = normal.isEmpty() ? new long[0] : shingler.shingles(normal);
            signature = shingles.length == 0 ? null : minHash.signature(shingles);
        }
    }

    /**
     * Finds the near-duplicates of a text, then adds it. A copy of a text that is in the index only renews that text.
     *
     * @param id the id of the text, not in the index yet
     * @param text any text; one of which nothing is left is not added
     * @param time when it was seen, in any unit
     * @return the earlier texts that it is a copy or a near-duplicate of, ascending by id
     * @throws IllegalArgumentException if the id is in the index
     */
    public List<DuplicateMatch> add(long id, String text, long time) {
        return add(id, text, time, Integer.MAX_VALUE).matches();
    }

    /**
     * Finds near-duplicates of a text, then adds it, in a time that a flood of variants of one text does not stretch.
     *
     * @param id the id of the text, not in the index yet
     * @param text any text; one of which nothing is left is not added
     * @param time when it was seen, in any unit
     * @param most the most earlier texts to look at, at least 1; where there are more, those that were added last
     * @return what was found; a copy is always found
     * @throws IllegalArgumentException if the id is in the index or the number is below 1
     */
    public Answer add(long id, String text, long time, int most) {
        Question question = new Question(text);
        List<Item> candidates;
        Item copy;
        synchronized (this) {
            if (byId.containsKey(id)) {
                throw new IllegalArgumentException("id must not be in the index yet but " + id + " was");
            }
            candidates = candidates(question, most);
            copy = byText.get(question.normal);
            if (copy != null) {
                copy.seen(time, 1);
            } else if (!question.normal.isEmpty()) {
                put(new Item(id, question.normal, time, 1), question.signature);
            }
        }
        return answer(question, copy, candidates, most);
    }

    private void put(Item item, @Nullable Signature signature) {
        byText.put(item.text, item);
        byId.put(item.id, item);
        if (signature != null) {
            index.add(item.id, signature, item.lastSeen);
        }
    }

    private @Nullable Signature sign(Item item) {
        long[] shingles = shingler.shingles(item.text);
        return shingles.length == 0 ? null : minHash.signature(shingles);
    }

    /**
     * Adds all texts of another index, as if they had come here. A text that both have keeps the id it has here, and its
     * copies add up.
     *
     * @param other an index with the same normaliser and shingler, which stays as it is; no id of it may stand for another
     *     text here
     * @throws IllegalArgumentException if normaliser or shingler differ, or an id stands for two texts; this index is as
     *     before then
     */
    public void merge(NearDuplicateIndex other) {
        if (!parameters.equals(other.parameters)) {
            throw new IllegalArgumentException("normaliser and shingler of both indices must be the same but were "
                    + parameters + " and " + other.parameters);
        }
        // One lock at a time: two threads may merge two indices into each other.
        List<Item> items = other.items();
        synchronized (this) {
            for (Item item : items) {
                Item same = byId.get(item.id);
                if (same != null && !same.text.equals(item.text)) {
                    throw new IllegalArgumentException(
                            "id must stand for the same text in both indices but " + item.id + " does not");
                }
            }
            items.forEach(this::putOrRenew);
        }
    }

    private void putOrRenew(Item item) {
        Item copy = byText.get(item.text);
        if (copy != null) {
            copy.seen(item.lastSeen, item.copies);
        } else {
            put(new Item(item.id, item.text, item.lastSeen, item.copies), sign(item));
        }
    }

    /** Copies of the distinct texts, by ascending id. */
    synchronized List<Item> items() {
        List<Item> items = new ArrayList<>(byId.size());
        for (Item item : byId.values()) {
            items.add(new Item(item.id, item.text, item.lastSeen, item.copies));
        }
        items.sort(Comparator.comparingLong(item -> item.id));
        return items;
    }

    /**
     * Writes the index in the format of docs/formats/duplicate-index.md, with a checksum. Holds the texts, but no seed.
     *
     * @param out receives the bytes; not closed
     * @throws IOException if writing fails
     */
    public void snapshot(OutputStream out) throws IOException {
        DuplicateSnapshot.write(parameters, items(), out);
    }

    /**
     * Reads an index; every text is signed anew, so seed, threshold and recall may differ from those of the written one.
     *
     * @param search gives normaliser, shingler, threshold, recall and seed; the first two as when the index was written
     * @param in what {@link #snapshot(OutputStream)} wrote; read up to its end, not closed
     * @return the index
     * @throws IOException if reading fails, or if the bytes are not a whole, undamaged snapshot of a known format and of
     *     the same normaliser and shingler
     */
    public static NearDuplicateIndex restore(NearDuplicates search, InputStream in) throws IOException {
        NearDuplicateIndex index = of(search);
        for (Item item : DuplicateSnapshot.read(index.parameters, in)) {
            index.put(item, index.sign(item));
        }
        return index;
    }

    /**
     * Finds the near-duplicates of a text without adding it.
     *
     * @param text any text
     * @return the texts that it is a copy or a near-duplicate of, ascending by id
     */
    public List<DuplicateMatch> query(String text) {
        return query(text, Integer.MAX_VALUE).matches();
    }

    /**
     * Finds near-duplicates of a text without adding it, looking at a limited number of texts.
     *
     * @param text any text
     * @param most the most texts to look at, at least 1; where there are more, those that were added last
     * @return what was found; a copy is always found
     * @throws IllegalArgumentException if the number is below 1
     */
    public Answer query(String text, int most) {
        Question question = new Question(text);
        List<Item> candidates;
        Item copy;
        synchronized (this) {
            candidates = candidates(question, most);
            copy = byText.get(question.normal);
        }
        return answer(question, copy, candidates, most);
    }

    /** The texts that share a bucket, one more than are to be looked at if there are more. */
    private List<Item> candidates(Question question, int most) {
        Checks.between("most", most, 1, Integer.MAX_VALUE);
        List<Item> candidates = new ArrayList<>();
        if (question.signature != null) {
            for (long id : index.query(question.signature, most == Integer.MAX_VALUE ? most : most + 1)) {
                candidates.add(item(id));
            }
        }
        return candidates;
    }

    private Answer answer(Question question, @Nullable Item copy, List<Item> candidates, int most) {
        List<DuplicateMatch> matches = new ArrayList<>();
        if (copy != null) {
            matches.add(new DuplicateMatch(copy.id, 1));
        }
        boolean complete = candidates.size() <= most;
        // The one too many is the oldest.
        List<Item> looked = complete ? candidates : candidates.subList(1, candidates.size());
        Overlap overlap = new Overlap();
        overlap.load(question.shingles);
        ShingleBuffer buffer = new ShingleBuffer();
        for (Item item : looked) {
            if (item == copy) {
                continue;
            }
            shingler.shingle(item.text, buffer);
            int shared = overlap.count(buffer.elements(), buffer.size());
            double jaccard = (double) shared / (question.shingles.length + buffer.size() - shared);
            if (jaccard >= threshold) {
                matches.add(new DuplicateMatch(item.id, jaccard));
            }
        }
        matches.sort(Comparator.comparingLong(DuplicateMatch::id));
        return new Answer(matches, looked.size(), complete);
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
