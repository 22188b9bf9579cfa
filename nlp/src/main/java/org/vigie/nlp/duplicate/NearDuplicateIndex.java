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
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.vigie.core.internal.Checks;
import org.vigie.core.search.BandKeys;
import org.vigie.core.search.LshIndex;

/**
 * Near-duplicate texts of a stream: each text that comes in is answered with the earlier ones that it resembles. Indices
 * of parts of a stream can be merged, and one can be written and read again.
 *
 * <p>The method is that of {@link NearDuplicates} with {@link CandidateMethod#LSH}: copies are collapsed, candidates
 * come from an {@link LshIndex}, every match is verified by exact Jaccard. Only distinct texts take memory: the
 * characters of the normalised text and about 500 bytes each; drop old ones with {@link #expireBefore(long)}.
 *
 * <p>A flood of variants of one text makes each answer long. So {@link #add(long, String, long, int)} and {@link
 * #query(String, int)} look at a limited number of earlier texts, and say when there were more. Of more than 256 texts
 * that agree in a band, the later ones are not found by it. An answer that this may have touched says so too.
 *
 * <p>Thread-safe, and threads work side by side: texts are normalised, shingled, signed and compared outside the lock,
 * which holds for looking up and adding only. Deterministic for a given order of calls.
 */
public final class NearDuplicateIndex {
    private final Questions questions;
    private final LshIndex index;
    /** Distinct texts by their normalised form, and by id. */
    private final Map<String, Item> byText = new HashMap<>();

    private final Map<Long, Item> byId = new HashMap<>();

    private NearDuplicateIndex(NearDuplicates search) {
        questions = new Questions(search);
        index = LshIndex.of(questions.banding);
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
     * @param complete whether no candidate was left out: neither by the limit of the call nor by a full bucket
     */
    public record Answer(List<DuplicateMatch> matches, int candidates, boolean complete) {
        /**
         * Copies the list.
         *
         * @param matches the copies and near-duplicates that were found, ascending by id
         * @param candidates how many earlier texts were looked at
         * @param complete whether no candidate was left out: neither by the limit of the call nor by a full bucket
         */
        public Answer {
            matches = List.copyOf(matches);
        }
    }

    /**
     * Finds the near-duplicates of a text, then adds it. A copy of a text that is in the index only renews that text.
     *
     * @param id the id of the text, not in the index yet
     * @param text any text; one of which nothing is left is not added
     * @param time when it was seen, in any unit
     * @return the earlier texts that it is a copy or a near-duplicate of, ascending by id. Whether a full bucket left
     *     some out is told by {@link #add(long, String, long, int)} only
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
     * @param most the most earlier texts to look at, at least 1. Where there are more, the calls before alone decide
     *     which ones: they are neither the latest nor the nearest
     * @return what was found; a copy is always found
     * @throws IllegalArgumentException if the id is in the index or the number is below 1
     */
    public Answer add(long id, String text, long time, int most) {
        try (Question question = questions.of(text)) {
            return question.answer(addAndFind(id, question, time, most));
        }
    }

    /**
     * Adds a text as {@link #add(long, String, long, int)} does, and finds the first of what it resembles here, or else
     * in an older index. The text is prepared once for both, and no more texts are looked at than it takes.
     *
     * @param id the id of the text, not in the index yet
     * @param text any text; one of which nothing is left is not added
     * @param time when it was seen, in any unit
     * @param most the most texts to look at in each index, at least 1
     * @param older an index of the same search, which stays as it is
     * @return the smallest id that {@code add} answers, or else that the older index answers
     * @throws IllegalArgumentException if this index has the id, the number is below 1 or the searches differ
     */
    public OptionalLong addAndFindFirst(long id, String text, long time, int most, NearDuplicateIndex older) {
        requireSame(older);
        try (Question question = questions.of(text)) {
            OptionalLong here = question.first(addAndFind(id, question, time, most));
            return here.isPresent() ? here : question.first(older.find(question, most));
        }
    }

    /**
     * Finds the first text that a text resembles here, or else in an older index, without adding it.
     *
     * @param text any text
     * @param most the most texts to look at in each index, at least 1
     * @param older an index of the same search
     * @return the smallest id that {@link #query(String, int)} answers, or else that the older index answers
     * @throws IllegalArgumentException if the number is below 1 or the searches differ
     */
    public OptionalLong findFirst(String text, int most, NearDuplicateIndex older) {
        requireSame(older);
        try (Question question = questions.of(text)) {
            OptionalLong here = question.first(find(question, most));
            return here.isPresent() ? here : question.first(older.find(question, most));
        }
    }

    private void requireSame(NearDuplicateIndex older) {
        if (!questions.asked.equals(older.questions.asked)) {
            throw new IllegalArgumentException("the search of both indices must be the same but was " + questions.asked
                    + " and " + older.questions.asked);
        }
    }

    /**
     * Adds a text without asking what it resembles, which is most of the work: for an index that is made again of what it
     * held. The same texts in the same order make the same index as {@link #add(long, String, long)} does. Others wait.
     *
     * @param id the id of the text, not in the index yet
     * @param text any text; one of which nothing is left is not added
     * @param time when it was seen, in any unit
     * @throws IllegalArgumentException if the id is in the index
     */
    public synchronized void addUnasked(long id, String text, long time) {
        requireNew(id);
        String normal = questions.normalizer.normalize(text);
        if (!normal.isEmpty()) {
            putOrRenew(new Item(id, normal, time, 1));
        }
    }

    private void requireNew(long id) {
        if (byId.containsKey(id)) {
            throw new IllegalArgumentException("id must not be in the index yet but " + id + " was");
        }
    }

    private Question.Found addAndFind(long id, Question question, long time, int most) {
        question.touch(index);
        synchronized (this) {
            return addAndFindHeld(id, question, time, most);
        }
    }

    private Question.Found addAndFindHeld(long id, Question question, long time, int most) {
        requireNew(id);
        Question.Found found = find(question, most);
        if (found.copy() != null) {
            found.copy().seen(time, 1);
        } else if (!question.normal.isEmpty()) {
            put(new Item(id, question.normal, time, 1), question.parity, question.keys);
        }
        return found;
    }

    private void put(Item item, Parity parity, @Nullable BandKeys keys) {
        item.setParity(parity);
        byText.put(item.text(), item);
        byId.put(item.id(), item);
        if (keys != null) {
            index.add(item.id(), keys, item.lastSeen());
        }
    }

    private void signAndPut(Item item) {
        try (Question question = questions.ofNormal(item.text())) {
            put(item, question.parity, question.keys);
        }
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
        String mine = questions.parameters;
        String others = other.questions.parameters;
        if (!mine.equals(others)) {
            throw new IllegalArgumentException(
                    "normaliser and shingler of both indices must be the same but were " + mine + " and " + others);
        }
        // One lock at a time: two threads may merge two indices into each other.
        List<Item> items = other.items();
        synchronized (this) {
            for (Item item : items) {
                Item same = byId.get(item.id());
                if (same != null && !same.text().equals(item.text())) {
                    throw new IllegalArgumentException(
                            "id must stand for the same text in both indices but " + item.id() + " does not");
                }
            }
            items.forEach(this::putOrRenew);
        }
    }

    private void putOrRenew(Item item) {
        Item copy = byText.get(item.text());
        if (copy != null) {
            copy.seen(item.lastSeen(), item.copies());
        } else {
            signAndPut(new Item(item.id(), item.text(), item.lastSeen(), item.copies()));
        }
    }

    /** Copies of the distinct texts, by ascending id. */
    synchronized List<Item> items() {
        return byId.values().stream()
                .map(item -> new Item(item.id(), item.text(), item.lastSeen(), item.copies()))
                .sorted(Comparator.comparingLong(Item::id))
                .toList();
    }

    /**
     * Writes the index in the format of docs/formats/duplicate-index.md, with a checksum. Holds the texts, but no seed.
     *
     * @param out receives the bytes; not closed
     * @throws IOException if writing fails
     */
    public void snapshot(OutputStream out) throws IOException {
        DuplicateSnapshot.write(questions.parameters, items(), out);
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
        for (Item item : DuplicateSnapshot.read(index.questions.parameters, in)) {
            index.signAndPut(item);
        }
        return index;
    }

    /**
     * Finds the near-duplicates of a text without adding it.
     *
     * @param text any text
     * @return the texts that it is a copy or a near-duplicate of, ascending by id. Whether a full bucket left some out
     *     is told by {@link #query(String, int)} only
     */
    public List<DuplicateMatch> query(String text) {
        return query(text, Integer.MAX_VALUE).matches();
    }

    /**
     * Finds near-duplicates of a text without adding it, looking at a limited number of texts.
     *
     * @param text any text
     * @param most the most texts to look at, as for {@link #add(long, String, long, int)}
     * @return what was found; a copy is always found
     * @throws IllegalArgumentException if the number is below 1
     */
    public Answer query(String text, int most) {
        try (Question question = questions.of(text)) {
            return question.answer(find(question, most));
        }
    }

    private synchronized Question.Found find(Question question, int most) {
        Checks.between("most", most, 1, Integer.MAX_VALUE);
        Item copy = byText.get(question.normal);
        if (question.keys == null) {
            return new Question.Found(copy, List.of(), true);
        }
        // One more than is looked at tells whether there are more; the one of the smallest id stays out then.
        long[] ids = index.query(question.keys, most == Integer.MAX_VALUE ? most : most + 1);
        boolean cut = ids.length > most;
        List<Item> items = new ArrayList<>(ids.length);
        for (int i = cut ? 1 : 0; i < ids.length; i++) {
            items.add(Objects.requireNonNull(byId.get(ids[i]), "item"));
        }
        return new Question.Found(copy, items, !cut && index.isComplete(question.keys));
    }

    /**
     * Tells how often a text was added.
     *
     * @param id the id of a text
     * @return 1 and the number of its copies, or 0 when it is not in the index
     */
    public synchronized long copies(long id) {
        Item item = byId.get(id);
        return item == null ? 0 : item.copies();
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
        byText.remove(item.text());
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
        List<Long> old = byId.values().stream()
                .filter(item -> item.lastSeen() < time)
                .map(Item::id)
                .toList();
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
