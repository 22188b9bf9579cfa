/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.duplicate;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.vigie.core.similarity.Banding;
import org.vigie.core.similarity.ExactJoin;
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
 * no cluster. Memory beyond the texts with {@link CandidateMethod#LSH}: about 30 bytes a text, 20 bytes and 4 bytes a
 * band for each distinct text, and a fixed cache. Same texts, parameters and seed give the same report on any number of
 * threads. Immutable and thread-safe.
 */
public final class NearDuplicates {
    private static final double DEFAULT_THRESHOLD = 0.8;
    /** Twenty bands of six rows at 0.8. */
    private static final double DEFAULT_RECALL = 0.997;

    private static final int DEFAULT_K = 5;
    private static final double REWORDING_RECALL = 0.98;
    /** Fewer words are too little evidence. */
    private static final int LEAST_WORDS = 6;

    private final Settings settings;

    private NearDuplicates(Settings settings) {
        this.settings = settings;
    }

    /** The parameters; never changed once a NearDuplicates has them. */
    private static final class Settings {
        private TextNormalizer normalizer;
        private Shingler shingler;
        private double threshold;
        private double recall;
        private CandidateMethod method;
        private long seed;
        private int threads;
        private LongConsumer progress;
        private double rewording;
        private boolean cohesion;

        Settings(
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

        Settings copy() {
            return new Settings(
                    normalizer, shingler, threshold, recall, method, seed, threads, progress, rewording, cohesion);
        }
    }

    private NearDuplicates changed(Consumer<Settings> change) {
        Settings copy = settings.copy();
        change.accept(copy);
        return new NearDuplicates(copy);
    }

    /** Says which parameters it has, for a record of a run. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, %s, threshold %s, %s with recall %s, seed %d",
                settings.normalizer,
                settings.shingler,
                settings.threshold,
                settings.method.name().toLowerCase(Locale.ROOT),
                settings.recall,
                settings.seed);
    }

    /**
     * Creates the default search: {@link TextNormalizer#social()}, shingles of 5 characters, threshold 0.8,
     * {@link CandidateMethod#LSH} with recall 0.997 at the threshold, seed 0, two threads at most.
     *
     * @return the search
     */
    public static NearDuplicates withDefaults() {
        return new NearDuplicates(new Settings(
                TextNormalizer.social(),
                Shingler.characters(DEFAULT_K),
                DEFAULT_THRESHOLD,
                DEFAULT_RECALL,
                CandidateMethod.LSH,
                0,
                Math.min(2, Runtime.getRuntime().availableProcessors()),
                done -> {},
                0,
                false));
    }

    /**
     * Sets the normaliser.
     *
     * @param normalizer applied to each text first
     * @return the changed search
     */
    public NearDuplicates with(TextNormalizer normalizer) {
        Objects.requireNonNull(normalizer, "normalizer");
        return changed(s -> s.normalizer = normalizer);
    }

    /**
     * Sets the shingler; its seed is replaced by the seed of this search.
     *
     * @param shingler cuts each normalised text into its set
     * @return the changed search
     */
    public NearDuplicates with(Shingler shingler) {
        Objects.requireNonNull(shingler, "shingler");
        return changed(s -> s.shingler = shingler);
    }

    /**
     * Sets the threshold.
     *
     * @param threshold the least Jaccard of a pair, in (0, 1]
     * @return the changed search
     */
    public NearDuplicates withThreshold(double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "threshold must be in (0, 1] but was %s", threshold));
        }
        return changed(s -> s.threshold = threshold);
    }

    /**
     * Sets how likely {@link CandidateMethod#LSH} must find a pair exactly at the threshold; pairs above it are found
     * more surely.
     *
     * @param recall the least probability, in (0, 1)
     * @return the changed search
     */
    public NearDuplicates withRecall(double recall) {
        if (!(recall > 0 && recall < 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "recall must be in (0, 1) but was %s", recall));
        }
        return changed(s -> s.recall = recall);
    }

    /**
     * Sets how candidate pairs are found.
     *
     * @param method the method
     * @return the changed search
     */
    public NearDuplicates withMethod(CandidateMethod method) {
        Objects.requireNonNull(method, "method");
        return changed(s -> s.method = method);
    }

    /**
     * Sets the seed of every hash; keep it secret where the authors of the texts may be hostile.
     *
     * @param seed any value
     * @return the changed search
     */
    public NearDuplicates withSeed(long seed) {
        return changed(s -> s.seed = seed);
    }

    /**
     * Sets how many threads may work; the report is the same for any number.
     *
     * @param threads at least 1
     * @return the changed search
     */
    public NearDuplicates withThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1 but was " + threads);
        }
        return changed(s -> s.threads = threads);
    }

    /**
     * Sets a listener that is told how far the work is.
     *
     * @param progress receives the steps done so far, out of one for each text and one for each distinct text; called
     *     by one thread at a time
     * @return the changed search
     */
    public NearDuplicates withProgress(LongConsumer progress) {
        Objects.requireNonNull(progress, "progress");
        return changed(s -> s.progress = progress);
    }

    /**
     * Looks for reworded texts too: pairs with few characters but many words in common.
     *
     * <p>Two distinct texts of at least 6 different words each are reworded when the Jaccard of their word sets reaches
     * the threshold; they are found by bands of two rows with a recall of 0.98. Costs about twice the time, and more
     * where many texts share their words.
     *
     * @param wordThreshold the least Jaccard of word sets, in (0, 1]; 0.25 is a good start for posts
     * @return the changed search
     */
    public NearDuplicates withRewording(double wordThreshold) {
        if (!(wordThreshold > 0 && wordThreshold <= 1)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "wordThreshold must be in (0, 1] but was %s", wordThreshold));
        }
        return changed(s -> s.rewording = wordThreshold);
    }

    /**
     * Splits chains: every text of a cluster must be paired with the medoid of the cluster. Without it, clusters are
     * connected components, and a chain of small changes may join texts that have nothing in common.
     *
     * @return the changed search
     */
    public NearDuplicates withCohesion() {
        return changed(s -> s.cohesion = true);
    }

    TextNormalizer normalizer() {
        return settings.normalizer;
    }

    Shingler shingler() {
        return settings.shingler.withSeed(settings.seed);
    }

    double threshold() {
        return settings.threshold;
    }

    double recall() {
        return settings.recall;
    }

    long seed() {
        return settings.seed;
    }

    /**
     * Finds the near-duplicates among texts.
     *
     * @param texts the texts; a text is named by its index. The list must allow reads from several threads
     * @return the verified pairs and the clusters
     */
    public DuplicateReport detect(List<String> texts) {
        Settings s = settings;
        Progress progress = new Progress(s.progress);
        DistinctTexts distinct = DistinctTexts.of(texts, s.normalizer, s.seed, s.threads, progress);
        int[] firsts = distinct.firsts;
        Supplier<ShingleSource> sources = () -> new ShingleSource(texts, firsts, s.normalizer, shingler());
        MinHash minHash = MinHash.forSize(meanLength(texts, firsts)).withSeed(s.seed);
        PairList found;
        long capped = 0;
        if (s.method == CandidateMethod.EXACT) {
            found = new PairList();
            ShingleSource source = sources.get();
            ExactJoin.withThreshold(s.threshold).join(firsts.length, source::shingles, found::add);
            progress.add(firsts.length);
        } else {
            LshJoin join = new LshJoin(s.threshold, Banding.forThreshold(s.threshold, s.recall), minHash, s.threads);
            found = join.join(firsts.length, sources, progress);
            capped = join.capped();
        }
        DuplicatePair[] pairs = found.sorted(firsts);
        DuplicatePair[] reworded = {};
        if (s.rewording > 0) {
            Shingler words = Shingler.words(1).withSeed(s.seed);
            LshJoin join = new LshJoin(
                    s.rewording,
                    Banding.forThreshold(s.rewording, REWORDING_RECALL),
                    MinHash.withDefaults().withSeed(s.seed),
                    s.threads);
            PairList alike = join.join(
                    firsts.length, () -> new ShingleSource(texts, firsts, s.normalizer, words, LEAST_WORDS), progress);
            capped += join.capped();
            reworded = without(alike.sorted(firsts), pairs);
        }
        Clusters clusters = new Clusters(distinct.representatives, pairs, reworded, s.cohesion);
        return new DuplicateReport(
                distinct.representatives,
                clusters.clusterOf,
                firsts.length,
                Collections.unmodifiableList(Arrays.asList(pairs)),
                Collections.unmodifiableList(Arrays.asList(reworded)),
                Collections.unmodifiableList(clusters.clusters),
                capped);
    }

    private static int meanLength(List<String> texts, int[] firsts) {
        long total = 0;
        for (int first : firsts) {
            total += texts.get(first).length();
        }
        return (int) Math.max(1, total / Math.max(1, firsts.length));
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
