/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.vigie.core.search.Banding;
import org.vigie.core.similarity.MinHash;
import org.vigie.nlp.text.Shingler;
import org.vigie.nlp.text.TextNormalizer;

/**
 * Finds near-duplicate texts of a batch: pairs whose shingle sets have a Jaccard of at least a threshold, and their
 * clusters.
 *
 * <p>Sources: Andrei Z. Broder, "On the resemblance and containment of documents", 1997 (shingles, MinHash); Piotr
 * Indyk and Rajeev Motwani, "Approximate nearest neighbors", 1998 (banding); Roberto J. Bayardo, Yiming Ma and
 * Ramakrishnan Srikant, "Scaling up all pairs similarity search", 2007 (exact join). Deviation: an estimate never
 * decides; every reported pair is verified by the exact Jaccard of its shingle sets.
 *
 * <p>Texts that are the same after normalisation are collapsed first; a text of which nothing is left is in no pair and
 * no cluster. Each text is normalised once, and the normalised distinct texts are kept. Each of these is shingled for
 * its signature. Verification shingles some of them again and keeps only the latest sets: all of them together would
 * take some 600 bytes per post. Memory beyond the texts with {@link CandidateMethod#LSH}: about 30 bytes per text. Each
 * distinct text takes its normalised form, 40 bytes and 4 bytes per band. There is a fixed cache. Same texts, parameters
 * and seed give the same report on any number of threads. Immutable and thread-safe.
 */
public final class NearDuplicates {
    private static final double DEFAULT_THRESHOLD = 0.8;
    /** Twenty bands of six rows at 0.8. */
    private static final double DEFAULT_RECALL = 0.997;

    private static final int DEFAULT_K = 5;
    private static final int REWORDING_K = 4;
    private static final double REWORDING_THRESHOLD = 0.15;
    private static final double REWORDING_RECALL = 0.98;
    /** Fewer words are too little evidence. */
    private static final int LEAST_WORDS = 6;

    private final TextNormalizer normalizer;
    private final Shingler shingler;
    private final double threshold;
    private final double recall;
    private final CandidateMethod method;
    private final long seed;
    private final int threads;
    private final LongConsumer progress;
    private final double rewording;
    private final boolean cohesion;

    private NearDuplicates(
            TextNormalizer normalizer,
            Shingler shingler,
            double threshold,
            double recall,
            CandidateMethod method,
            long seed,
            int threads,
            LongConsumer progress,
            double rewording,
            boolean cohesion) {
        this.normalizer = normalizer;
        this.shingler = shingler;
        this.threshold = threshold;
        this.recall = recall;
        this.method = method;
        this.seed = seed;
        this.threads = threads;
        this.progress = progress;
        this.rewording = rewording;
        this.cohesion = cohesion;
    }

    /** Says which parameters it has, for a record of a run. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, %s, threshold %s, %s, seed %d, %s, %s",
                normalizer,
                shingler,
                threshold,
                method == CandidateMethod.EXACT ? "exact" : "lsh with recall " + recall,
                seed,
                rewording > 0 ? "rewording from " + rewording : "no rewording",
                cohesion ? "cohesive clusters" : "connected clusters");
    }

    /**
     * Creates the default search: {@link TextNormalizer#social()}, shingles of 5 characters, threshold 0.8,
     * {@link CandidateMethod#LSH} with recall 0.997 at the threshold, seed 0, two threads at most.
     *
     * @return the search
     */
    public static NearDuplicates withDefaults() {
        return new NearDuplicates(
                TextNormalizer.social(),
                Shingler.characters(DEFAULT_K),
                DEFAULT_THRESHOLD,
                DEFAULT_RECALL,
                CandidateMethod.LSH,
                0,
                Math.min(2, Runtime.getRuntime().availableProcessors()),
                done -> {},
                0,
                false);
    }

    /**
     * Creates the search for copies in any script: {@link #withDefaults()} with {@link Shingler#forScript()}, because five
     * characters of Chinese or Japanese are half a sentence.
     *
     * @return the search
     */
    public static NearDuplicates copies() {
        return withDefaults().withShingler(Shingler.forScript());
    }

    /**
     * Creates the search for texts that say the same in partly other words, in any script. Shingles have 4 characters,
     * or fewer as {@link Shingler#forScript(int)} has it. The threshold is 0.15, with {@link CandidateMethod#EXACT} and
     * {@linkplain #withCohesion() cohesive clusters}. So low a threshold compares nearly every two texts, and its time
     * grows with their square: meant for up to some ten thousand distinct texts.
     *
     * @return the search
     */
    public static NearDuplicates rewordings() {
        return withDefaults()
                .withShingler(Shingler.forScript(REWORDING_K))
                .withThreshold(REWORDING_THRESHOLD)
                .withMethod(CandidateMethod.EXACT)
                .withCohesion();
    }

    /**
     * Sets the normaliser.
     *
     * @param normalizer applied to each text first
     * @return the changed search
     */
    public NearDuplicates withNormalizer(TextNormalizer normalizer) {
        Objects.requireNonNull(normalizer, "normalizer");
        return new NearDuplicates(
                normalizer, shingler, threshold, recall, method, seed, threads, progress, rewording, cohesion);
    }

    /**
     * Sets the shingler; its seed is replaced by the seed of this search.
     *
     * @param shingler cuts each normalised text into its set
     * @return the changed search
     */
    public NearDuplicates withShingler(Shingler shingler) {
        Objects.requireNonNull(shingler, "shingler");
        return new NearDuplicates(
                normalizer, shingler, threshold, recall, method, seed, threads, progress, rewording, cohesion);
    }

    /**
     * Sets the threshold.
     *
     * @param threshold the least Jaccard of a pair, in (0, 1]
     * @return the changed search
     * @throws IllegalArgumentException if the threshold is out of range
     */
    public NearDuplicates withThreshold(double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "threshold must be in (0, 1] but was %s", threshold));
        }
        return new NearDuplicates(
                normalizer, shingler, threshold, recall, method, seed, threads, progress, rewording, cohesion);
    }

    /**
     * Sets how likely {@link CandidateMethod#LSH} must find a pair exactly at the threshold; pairs above it are found
     * more surely.
     *
     * @param recall the least probability, in (0, 1)
     * @return the changed search
     * @throws IllegalArgumentException if the recall is out of range
     */
    public NearDuplicates withRecall(double recall) {
        if (!(recall > 0 && recall < 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "recall must be in (0, 1) but was %s", recall));
        }
        return new NearDuplicates(
                normalizer, shingler, threshold, recall, method, seed, threads, progress, rewording, cohesion);
    }

    /**
     * Sets how candidate pairs are found.
     *
     * @param method the method
     * @return the changed search
     */
    public NearDuplicates withMethod(CandidateMethod method) {
        Objects.requireNonNull(method, "method");
        return new NearDuplicates(
                normalizer, shingler, threshold, recall, method, seed, threads, progress, rewording, cohesion);
    }

    /**
     * Sets the seed of every hash; keep it secret where the authors of the texts may be hostile.
     *
     * @param seed any value
     * @return the changed search
     */
    public NearDuplicates withSeed(long seed) {
        return new NearDuplicates(
                normalizer, shingler, threshold, recall, method, seed, threads, progress, rewording, cohesion);
    }

    /**
     * Sets how many threads may work at once, the caller among them; the report is the same for any number.
     *
     * @param threads at least 1
     * @return the changed search
     * @throws IllegalArgumentException if the number is out of range
     */
    public NearDuplicates withThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1 but was " + threads);
        }
        return new NearDuplicates(
                normalizer, shingler, threshold, recall, method, seed, threads, progress, rewording, cohesion);
    }

    /**
     * Sets a listener that is told how far the work is.
     *
     * @param progress receives the steps done so far: one for each text that is normalised and one for each distinct
     *     text. With rewording there is one more for each distinct text. One thread calls it at a time
     * @return the changed search
     */
    public NearDuplicates withProgress(LongConsumer progress) {
        Objects.requireNonNull(progress, "progress");
        return new NearDuplicates(
                normalizer, shingler, threshold, recall, method, seed, threads, progress, rewording, cohesion);
    }

    /**
     * Looks for reworded texts too: pairs with few characters but many words in common.
     *
     * <p>Two distinct texts of at least 6 different words each are reworded when the Jaccard of their word sets reaches
     * the threshold. They are found by bands of two rows with a recall of 0.98. Costs about twice the time, and more
     * where many texts share their words.
     *
     * @param wordThreshold the least Jaccard of word sets, in (0, 1]; 0.25 is a good start for posts
     * @return the changed search
     * @throws IllegalArgumentException if the threshold is out of range
     */
    public NearDuplicates withRewording(double wordThreshold) {
        if (!(wordThreshold > 0 && wordThreshold <= 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "wordThreshold must be in (0, 1] but was %s", wordThreshold));
        }
        return new NearDuplicates(
                normalizer, shingler, threshold, recall, method, seed, threads, progress, wordThreshold, cohesion);
    }

    /**
     * Splits chains: every text of a cluster must be paired with the medoid of the cluster. Without it, clusters are
     * connected components, and a chain of small changes may join texts that have nothing in common.
     *
     * @return the changed search
     */
    public NearDuplicates withCohesion() {
        return new NearDuplicates(
                normalizer, shingler, threshold, recall, method, seed, threads, progress, rewording, true);
    }

    /**
     * Returns the normaliser, which says which texts are the same.
     *
     * @return the normaliser
     */
    public TextNormalizer normalizer() {
        return normalizer;
    }

    /**
     * Returns how many threads may work at once.
     *
     * @return the number, the caller among them
     */
    public int threads() {
        return threads;
    }

    Shingler shingler() {
        return shingler.withSeed(seed);
    }

    double threshold() {
        return threshold;
    }

    double recall() {
        return recall;
    }

    long seed() {
        return seed;
    }

    /**
     * Finds the near-duplicates among texts. Each text is normalised once.
     *
     * @param texts the texts; a text is named by its index. The list must allow reads from several threads
     * @return the verified pairs and the clusters
     * @throws IllegalArgumentException if no banding of 128 components reaches the recall at the threshold
     */
    public DuplicateReport detect(List<String> texts) {
        Progress steps = new Progress(progress);
        return search(DistinctTexts.normalize(texts, normalizer, seed, threads, steps), steps);
    }

    /**
     * Finds the near-duplicates among rows whose texts were normalised and made distinct before: what
     * {@link #detect(List)} reports for the rows' texts, without normalising them again. The normaliser of this search
     * is not used.
     *
     * @param normalized the distinct normalised texts, none of them empty, in any order; those that no row has are left
     *     out. The list may decode lazily: it is asked for a text again each time that its shingles are needed, from
     *     several threads
     * @param textOf for each row the index of its text in {@code normalized}, or -1 when nothing is left of it
     * @return the verified pairs and the clusters of rows
     * @throws IllegalArgumentException if a row names no text of {@code normalized}, or no banding of 128 components
     *     reaches the recall at the threshold
     */
    public DuplicateReport detectDistinct(List<String> normalized, int[] textOf) {
        return search(DistinctTexts.of(normalized, textOf), new Progress(progress));
    }

    private DuplicateReport search(DistinctTexts texts, Progress steps) {
        int[] firsts = texts.firsts;
        PairList found = join(texts).join(texts.size(), () -> new ShingleSource(texts, shingler()), steps);
        DuplicatePair[] pairs = found.sorted(firsts);
        long capped = found.leftOut();
        DuplicatePair[] reworded = {};
        if (rewording > 0) {
            Shingler words = Shingler.words(1).withSeed(seed);
            PairList alike = new LshJoin(
                            rewording,
                            Banding.forThreshold(rewording, REWORDING_RECALL),
                            MinHash.withDefaults().withSeed(seed),
                            threads)
                    .join(texts.size(), () -> new ShingleSource(texts, words, LEAST_WORDS), steps);
            reworded = without(alike.sorted(firsts), pairs);
            capped += alike.leftOut();
        }
        return DuplicateReport.of(texts, pairs, reworded, cohesion, capped);
    }

    private PairJoin join(DistinctTexts texts) {
        return method == CandidateMethod.EXACT ? new ExactPairs(threshold) : lsh(texts.meanLength(threads));
    }

    LshJoin lsh(int meanLength) {
        MinHash policy = MinHash.forSize(meanLength).withSeed(seed);
        return new LshJoin(threshold, Banding.forThreshold(threshold, recall), policy, threads);
    }

    boolean isPlain() {
        return method == CandidateMethod.LSH && rewording == 0 && !cohesion;
    }

    /** Those of the pairs, sorted, that are not among others, sorted. */
    private static DuplicatePair[] without(DuplicatePair[] pairs, DuplicatePair[] others) {
        DuplicatePair[] kept = new DuplicatePair[pairs.length];
        int count = 0;
        int next = 0;
        for (DuplicatePair pair : pairs) {
            while (next < others.length && before(others[next], pair)) {
                next++;
            }
            boolean known = next < others.length
                    && others[next].first() == pair.first()
                    && others[next].second() == pair.second();
            if (!known) {
                kept[count++] = pair;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static boolean before(DuplicatePair a, DuplicatePair b) {
        return a.first() != b.first() ? a.first() < b.first() : a.second() < b.second();
    }
}
