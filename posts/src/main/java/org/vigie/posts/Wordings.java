/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import java.time.Duration;
import java.util.Arrays;
import org.vigie.core.column.IntList;
import org.vigie.core.search.Banding;
import org.vigie.core.search.LshIndex;
import org.vigie.core.similarity.MinHash;
import org.vigie.core.similarity.Signature;
import org.vigie.nlp.duplicate.DuplicateReport;
import org.vigie.nlp.text.ShingleBuffer;
import org.vigie.nlp.text.Shingler;

/**
 * Own texts that say nearly the same in other words, within two hours of the first of them. Rows come in order of time.
 * Each joins the most similar of the first texts of the last two hours, or is a first one itself (leader clustering:
 * Hartigan, 1975); so nothing chains from wording to wording. First texts are found by bands of MinHash: at the least
 * similarity two in three, at .6 all but two in a hundred. A row and what it is compared with are bounded, so time is linear
 * in the rows; memory is that of the texts of two hours.
 */
final class Wordings {
    private static final long WINDOW = Duration.ofHours(2).toMillis();
    private static final double LEAST = 0.4;
    /** Fewer are a short line, and what crowds call out at a match is nearly the same too. */
    private static final int LEAST_SHINGLES = 60;

    private static final Banding BANDING = new Banding(24, 3);
    private static final int MOST_COMPARED = 64;
    private static final long[] NONE = {};

    private final Corpus corpus;
    private final MinHash minHash = MinHash.withDefaults().withComponents(BANDING.components());
    private final Shingler shingler = Shingler.forScript();
    private final ShingleBuffer buffer = new ShingleBuffer();
    private final LshIndex index = LshIndex.of(BANDING, MOST_COMPARED);
    /** The rows of first texts, and their shingles while they are of the last two hours. */
    private final IntList firsts = new IntList();

    private long[][] shingles = new long[16][];
    private int expired;

    private Wordings(Corpus corpus) {
        this.corpus = corpus;
    }

    static ObjectLayer layer(Corpus corpus) {
        return new Wordings(corpus).layer();
    }

    private ObjectLayer layer() {
        DuplicateReport copies = corpus.duplicates();
        int clusters = copies.clusters().size();
        // Copies of one text are on one object while it lasts, without a search.
        int[] latest = new int[clusters + corpus.texts()];
        Arrays.fill(latest, -1);
        IntList objects = new IntList();
        IntList rows = new IntList();
        for (int row = 0; row < corpus.size(); row++) {
            if (corpus.hasOwnText(row) && corpus.isSpecific(row)) {
                int cluster = copies.clusterOf(row);
                int text = cluster >= 0 ? cluster : clusters + corpus.text(row);
                if (latest[text] < expired(corpus.time(row) - WINDOW)) {
                    latest[text] = objectOf(row);
                }
                objects.add(latest[text]);
                rows.add(row);
            }
        }
        return ObjectLayer.of(corpus, ObjectKind.WORDING, firsts.size(), objects.toArray(), rows.toArray());
    }

    /** Lets go of first texts before a time; the number of the first one that stays. */
    private int expired(long time) {
        while (expired < firsts.size() && corpus.time(firsts.get(expired)) < time) {
            shingles[expired] = NONE;
            index.remove(expired++);
        }
        return expired;
    }

    /** The most similar first text, the earliest of equals; if none is similar enough, the row's is a new one. */
    private int objectOf(int row) {
        shingler.shingle(corpus.normalized(corpus.text(row)), buffer);
        int object = firsts.size();
        long[] own = NONE;
        if (buffer.size() >= LEAST_SHINGLES) {
            own = buffer.toArray();
            Arrays.sort(own);
            Signature signature = minHash.signature(own);
            double best = 0;
            for (long other : index.query(signature, MOST_COMPARED)) {
                double jaccard = jaccard(own, shingles[(int) other]);
                if (jaccard >= LEAST && jaccard > best) {
                    best = jaccard;
                    object = (int) other;
                }
            }
            if (object == firsts.size()) {
                index.add(object, signature, corpus.time(row));
            }
        }
        if (object == firsts.size()) {
            if (object == shingles.length) {
                shingles = Arrays.copyOf(shingles, object + (object >> 1));
            }
            shingles[object] = own;
            firsts.add(row);
        }
        return object;
    }

    /** Of two sorted sets. */
    private static double jaccard(long[] a, long[] b) {
        int shared = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                shared++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return shared / (double) (a.length + b.length - shared);
    }
}
