/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The evidence of the words read so far; serves one text at a time on one thread. */
final class Scores {
    private static final long LANES = 0x00FF_00FF_00FF_00FFL;
    private static final int MAX_STARTS = WordReader.MAX_WORD + 1;

    /** Score by label, without bias; complete only after {@link #settle}. */
    final int[] byLabel;

    /** How many n-grams of three and more characters were known. */
    int known;

    /** How many of them the words have, known or not. */
    int possible;

    private final @Nullable WordCache cache;
    private final WeightTable weights;
    private final char[] text = new char[WordReader.MAX_WORD + 2];
    private final int[][] keys = new int[Ngrams.MAX_N + 1][WordReader.MAX_WORD + 2];
    private int wholeKey;
    /** Keeps the early loads alive; the value says nothing. */
    private int touched;

    private int narrowCount;
    private int wideCount;
    /** Values of the narrow rows, and offsets of the wide ones, that a word has. */
    private final int[] narrow = new int[MAX_STARTS * Ngrams.MAX_N + 1];

    private final int[] bases = new int[MAX_STARTS];
    /** Sums of the wide rows in lanes of 16 bits: of the bytes at even and at odd places. */
    private final long[] even;

    private final long[] odd;
    /** The narrow weights of one word, by label of its script. */
    private final int[] byWord;

    private int rows;
    private int script;

    /** Scores that look every word up anew. */
    Scores(LanguageModel model) {
        this(model, null);
    }

    /** Scores that keep the evidence of words that come again. */
    Scores(LanguageModel model, @Nullable WordCache cache) {
        this.cache = cache;
        weights = model.weights;
        byLabel = new int[model.labels.size()];
        even = new long[weights.labels.mostLongs()];
        odd = new long[even.length];
        byWord = new int[Long.BYTES * even.length];
    }

    void clear() {
        Arrays.fill(byLabel, 0);
        Arrays.fill(even, 0);
        Arrays.fill(odd, 0);
        rows = 0;
        known = 0;
        possible = 0;
    }

    void add(char[] word, int length, int wordScript) {
        add(word, 0, length, wordScript);
    }

    /** Adds the evidence of the word that begins at a place of a buffer. */
    void add(char[] chars, int start, int length, int wordScript) {
        if (wordScript != script) {
            settle();
            script = wordScript;
        }
        possible += Ngrams.countLong(length);
        WordCache frequent = cache;
        WordCache.Place place =
                frequent == null ? WordCache.Place.STRANGE : frequent.find(chars, start, length, wordScript);
        if (frequent == null || place == WordCache.Place.STRANGE) {
            makeRoom(MAX_STARTS);
            lookUp(chars, start, length);
            addNarrow();
        } else if (place == WordCache.Place.WANTED) {
            settle();
            int before = known;
            lookUp(chars, start, length);
            addNarrowToLanes();
            frequent.keep(even, odd, rows, known - before);
        } else {
            makeRoom(frequent.rows());
            frequent.addTo(even, odd, weights.labels.longs(script));
            rows += frequent.rows();
            known += frequent.known();
        }
    }

    private void makeRoom(int newRows) {
        if (rows > WeightTable.CAPACITY - newRows) {
            settle();
        }
    }

    /**
     * Finds the rows of a word and adds the wide ones.
     *
     * <p>Nearly all of the time goes into waiting for memory. So the slots of all n-grams are touched first, then all
     * rows, without a branch on what they hold. The processor waits for many of them at once, and each is at hand when
     * it is needed.
     */
    private void lookUp(char[] chars, int start, int length) {
        text[0] = Ngrams.BOUNDARY;
        System.arraycopy(chars, start, text, 1, length);
        text[length + 1] = Ngrams.BOUNDARY;
        hash(length + 2);
        find(length + 2);
        addWide();
    }

    /** Computes the keys of all n-grams, those of order n at their place in row n, and touches their slots. */
    private void hash(int end) {
        int whole = Ngrams.SEED;
        for (int i = 0; i < end; i++) {
            keys[1][i] = Ngrams.extend(Ngrams.SEED, text[i]);
            whole = Ngrams.extend(whole, text[i]);
        }
        wholeKey = Ngrams.wholeWord(whole);
        int met = weights.touch(Ngrams.WORD, wholeKey);
        for (int n = 2; n <= Ngrams.MAX_N; n++) {
            int[] shorter = keys[n - 1];
            int[] longer = keys[n];
            for (int i = 0; i + n <= end; i++) {
                int key = Ngrams.extend(shorter[i], text[i + n - 1]);
                longer[i] = key;
                met ^= weights.touch(n, key);
            }
        }
        touched = met;
    }

    /** Lists the rows of the word, by where they lie, with as few branches on what is found as can be. */
    private void find(int end) {
        int narrowRows = 0;
        int met = 0;
        for (int i = 0; i < end - 1; i++) {
            int value = i + 2 < end ? weights.find(3, keys[3][i]) : 0;
            int isWide = WeightTable.isWide(value);
            bases[i] = (value >>> 8) * isWide;
            narrow[narrowRows] = value;
            narrowRows += 1 - isWide;
            met += value == 0 ? 0 : 1;
            if (isWide == 0) {
                // A rare beginning, or the last letter: what is shorter has to be asked for.
                int one = weights.find(1, keys[1][i]);
                int two = weights.find(2, keys[2][i]);
                int longest = WeightTable.isWide(two) == 1 ? two : one;
                bases[i] = (longest >>> 8) * WeightTable.isWide(longest);
                narrow[narrowRows] = one;
                narrowRows += 1 - WeightTable.isWide(one);
                narrow[narrowRows] = two;
                narrowRows += 1 - WeightTable.isWide(two);
            }
        }
        for (int n = 4; n <= Ngrams.MAX_N; n++) {
            int[] nth = keys[n];
            for (int i = 0; i + n <= end; i++) {
                int value = weights.find(n, nth[i]);
                int isWide = WeightTable.isWide(value);
                bases[i] += ((value >>> 8) - bases[i]) * isWide;
                narrow[narrowRows] = value;
                narrowRows += 1 - isWide;
                met += value == 0 ? 0 : 1;
            }
        }
        if (end > Ngrams.MAX_N) {
            narrow[narrowRows++] = weights.find(Ngrams.WORD, wholeKey);
        }
        known += met;
        int sum = touched;
        int wideRows = 0;
        for (int i = 0; i < end - 1; i++) {
            int base = bases[i];
            sum ^= weights.touchWide(base, script);
            bases[wideRows] = base;
            wideRows += base == 0 ? 0 : 1;
        }
        for (int r = 0; r < narrowRows; r++) {
            sum ^= weights.narrow[narrow[r] >>> 8];
        }
        touched = sum;
        narrowCount = narrowRows;
        wideCount = wideRows;
    }

    private void addWide() {
        int n = weights.labels.longs(script);
        long[] from = weights.wide;
        rows += wideCount;
        int r = 0;
        for (; r + 1 < wideCount; r += 2) {
            int a = bases[r];
            int b = bases[r + 1];
            for (int i = 0; i < n; i++) {
                long x = from[a + i];
                long y = from[b + i];
                even[i] += (x & LANES) + (y & LANES);
                odd[i] += (x >>> 8 & LANES) + (y >>> 8 & LANES);
            }
        }
        if (r < wideCount) {
            int a = bases[r];
            for (int i = 0; i < n; i++) {
                even[i] += from[a + i] & LANES;
                odd[i] += from[a + i] >>> 8 & LANES;
            }
        }
    }

    private void addNarrow() {
        int count = narrowCount;
        short[] entries = weights.narrow;
        for (int r = 0; r < count; r++) {
            int at = narrow[r] >>> 8;
            int stop = at + (narrow[r] & 0xFF);
            for (int e = at; e < stop; e++) {
                short entry = entries[e];
                byLabel[(entry >>> 8) & 0xFF] += (byte) entry;
            }
        }
    }

    /**
     * Adds the narrow rows of a word that is alone in the lanes to these, as if they were wide. Further rows of zeros
     * keep every lane from falling below 0.
     */
    private void addNarrowToLanes() {
        int first = weights.labels.first(script);
        int count = weights.labels.count(script);
        Arrays.fill(byWord, 0, count, 0);
        short[] entries = weights.narrow;
        for (int r = 0; r < narrowCount; r++) {
            int at = narrow[r] >>> 8;
            int stop = at + (narrow[r] & 0xFF);
            for (int e = at; e < stop; e++) {
                int label = (entries[e] >>> 8 & 0xFF) - first;
                if (label >= 0 && label < count) { // in a crowded table a key can be taken for one of another script
                    byWord[label] += (byte) entries[e];
                }
            }
        }
        int most = 0;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, Math.abs(byWord[i]));
        }
        int zeros = (most + WeightTable.MAX - 1) / WeightTable.MAX;
        for (int i = 0; i < count; i++) {
            long value = byWord[i] + (long) zeros * WeightTable.ZERO;
            ((i & 1) == 0 ? even : odd)[i >> 3] += value << ((i >> 1 & 3) << 4);
        }
        rows += zeros;
    }

    /** Brings the scores up to date. */
    void settle() {
        if (rows == 0) {
            return;
        }
        int first = weights.labels.first(script);
        int count = weights.labels.count(script);
        int offset = rows * WeightTable.ZERO;
        for (int i = 0; i < count; i++) {
            long lanes = (i & 1) == 0 ? even[i >> 3] : odd[i >> 3];
            byLabel[first + i] += (int) (lanes >>> ((i >> 1 & 3) << 4) & 0xFFFF) - offset;
        }
        Arrays.fill(even, 0);
        Arrays.fill(odd, 0);
        rows = 0;
    }
}
