/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import org.vigie.core.column.IntList;
import org.vigie.core.internal.Overlap;
import org.vigie.core.parallel.Parallel;
import org.vigie.core.search.Banding;
import org.vigie.core.similarity.MinHash;
import org.vigie.nlp.duplicate.DuplicateReport;
import org.vigie.nlp.text.ShingleBuffer;
import org.vigie.nlp.text.Shingler;

/**
 * Own texts that say nearly the same in other words, within two hours of the first of them. Rows come in order of
 * time. Each joins the most similar of the first texts of the last two hours, or is a first one itself. This is leader
 * clustering (Hartigan, 1975), so nothing chains from wording to wording. Texts of other numbers are no wordings of each
 * other, or all who fill in one form would seem to say the same. First texts are found by bands of MinHash:
 * at the least similarity four in five, at .6 all but three in a thousand. A row and what it is compared with are
 * bounded, so time is linear in the rows. Memory is that of the texts of two hours. Texts are signed on all threads,
 * block by block; one thread joins them.
 */
final class Wordings {
    private static final long WINDOW = Duration.ofHours(2).toMillis();
    private static final double LEAST = 0.4;
    /** Fewer are a short line, and what crowds call out at a match is nearly the same too. */
    private static final int LEAST_SHINGLES = 60;

    private static final Banding BANDING = new Banding(24, 3);
    private static final int MOST_COMPARED = 64;

    /** Rows that are signed at once, of so many characters in all unless it is one row, and those of one task. */
    private static final int BLOCK = 4096;

    private static final int BLOCK_CHARS = 1 << 21;
    private static final int TASK = 64;

    private final Corpus corpus;
    private final MinHash minHash = MinHash.withDefaults().withComponents(BANDING.components());
    /** Own specific rows, the text of each that copies share, and the object it is on. */
    private final IntList rows = new IntList();

    private final IntList texts = new IntList();
    private final IntList objects = new IntList();
    /** The row that each object is named after, and by text the object its copies are on while it lasts. */
    private final IntList firsts = new IntList();

    private final int[] latest;

    /** First texts that are long enough, by number in the bands: their objects, and shingles while they last. */
    private final RecentBands bands = new RecentBands(BANDING.bands());

    private final IntList leaders = new IntList();
    private SignedText[] signed = new SignedText[16];
    private int oldest;
    private final int[] found = new int[MOST_COMPARED];
    private final Overlap overlap = new Overlap();

    private Wordings(Corpus corpus) {
        this.corpus = corpus;
        DuplicateReport copies = corpus.duplicates();
        int clusters = copies.clusters().size();
        for (int row = 0; row < corpus.size(); row++) {
            if (corpus.hasOwnText(row) && corpus.isSpecific(row)) {
                int cluster = copies.clusterOf(row);
                rows.add(row);
                texts.add(cluster >= 0 ? cluster : clusters + corpus.text(row));
            }
        }
        latest = new int[clusters + corpus.texts()];
        Arrays.fill(latest, -1);
    }

    static ObjectLayer layer(Corpus corpus) {
        return new Wordings(corpus).layer();
    }

    private ObjectLayer layer() {
        Block signed = new Block(0, 0);
        while (signed.end < rows.size()) {
            Block joining = signed;
            Block next = new Block(joining.end);
            // The first task joins the texts of a block while the others sign those of the next.
            Parallel.run(corpus.search().threads(), 1 + next.tasks(), () -> {
                Signer signer = new Signer();
                return task -> {
                    if (task == 0) {
                        join(joining);
                    } else {
                        next.sign(task - 1, signer);
                    }
                };
            });
            signed = next;
        }
        join(signed);
        return ObjectLayer.of(corpus, ObjectKind.WORDING, firsts.size(), objects.toArray(), rows.toArray());
    }

    private void join(Block block) {
        for (int i = block.from; i < block.end; i++) {
            if (!lasts(i)) {
                latest[texts.get(i)] = objectOf(rows.get(i), block.texts[i - block.from]);
            }
            objects.add(latest[texts.get(i)]);
        }
    }

    /** Whether a copy is on an object that is not yet two hours old: it needs no search. */
    private boolean lasts(int i) {
        int object = latest[texts.get(i)];
        return object >= 0 && corpus.time(firsts.get(object)) >= corpus.time(rows.get(i)) - WINDOW;
    }

    /** The most similar first text, the earliest of equals; if none is similar enough, the row's is a new one. */
    private int objectOf(int row, SignedText own) {
        int object = firsts.size();
        if (own != SignedText.NONE) {
            forget(corpus.time(row) - WINDOW);
            int compared = bands.find(own.keys, oldest, found);
            double best = LEAST;
            boolean isLoaded = false;
            for (int i = 0; i < compared; i++) {
                SignedText other = signed[found[i]];
                if (own.mayReach(other, best) && !own.hasOtherNumbers(other)) {
                    if (!isLoaded) {
                        overlap.load(own.shingles);
                        isLoaded = true;
                    }
                    double jaccard = own.jaccard(other, overlap);
                    int leader = leaders.get(found[i]);
                    if (jaccard > best || (jaccard == best && leader < object)) {
                        best = jaccard;
                        object = leader;
                    }
                }
            }
            if (object == firsts.size()) {
                lead(object, own);
            }
        }
        if (object == firsts.size()) {
            firsts.add(row);
        }
        return object;
    }

    /** Lets go of first texts before a time. */
    private void forget(long time) {
        while (oldest < leaders.size() && corpus.time(firsts.get(leaders.get(oldest))) < time) {
            signed[oldest++] = SignedText.NONE;
        }
    }

    private void lead(int object, SignedText own) {
        int number = bands.add(own.keys, oldest);
        if (number == signed.length) {
            signed = Arrays.copyOf(signed, number + (number >> 1));
        }
        signed[number] = own;
        leaders.add(object);
    }

    /** Rows whose texts are signed together, but for copies of what lasts when the block is made. */
    private final class Block {
        final int from;
        final int end;
        final SignedText[] texts;
        private final BitSet lasting = new BitSet();

        Block(int from, int end) {
            this.from = from;
            this.end = end;
            texts = new SignedText[end - from];
        }

        Block(int from) {
            this(from, endOfBlock(from));
            for (int i = from; i < end; i++) {
                lasting.set(i - from, lasts(i));
            }
        }

        int tasks() {
            return (texts.length + TASK - 1) / TASK;
        }

        void sign(int task, Signer signer) {
            for (int at = task * TASK; at < Math.min(texts.length, (task + 1) * TASK); at++) {
                if (!lasting.get(at)) {
                    texts[at] = signer.sign(corpus.normalized(corpus.text(rows.get(from + at))));
                }
            }
        }
    }

    private int endOfBlock(int from) {
        int end = from;
        long chars = 0;
        do {
            chars += corpus.normalizedLength(corpus.text(rows.get(end++)));
        } while (end < rows.size() && end - from < BLOCK && chars < BLOCK_CHARS);
        return end;
    }

    /** One thread's. */
    private final class Signer {
        private final Shingler shingler = Shingler.forScript();
        private final ShingleBuffer buffer = new ShingleBuffer();
        private final int[] signature = new int[BANDING.components()];

        SignedText sign(String text) {
            if (text.length() < LEAST_SHINGLES) { // at most one shingle a character
                return SignedText.NONE;
            }
            shingler.shingle(text, buffer);
            if (buffer.size() < LEAST_SHINGLES) {
                return SignedText.NONE;
            }
            minHash.signature(buffer.elements(), buffer.size(), signature);
            int[] keys = new int[BANDING.bands()];
            Arrays.setAll(keys, band -> (int) BANDING.key(signature, band));
            return new SignedText(text, buffer.toArray(), keys);
        }
    }
}
