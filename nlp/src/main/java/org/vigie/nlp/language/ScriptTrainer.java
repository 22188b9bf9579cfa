/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains the languages of one script against each other. The method is softmax regression over n-grams by stochastic
 * gradient descent, with a step per feature (AdaGrad). Then weights are pruned to a budget, and descent goes on with
 * what is left.
 *
 * <p>Samples are drawn, not stored: a language by its prior, a length, then words from its text or its lists.
 */
final class ScriptTrainer {
    /** What to spend. */
    record Budget(long samples, long refineSamples, int features, int weights) {}

    /** No letter: marks the features that are whole words. */
    static final char WORD = '\uFFFF';

    /** No feature is shorter than the boundary alone, which is none itself. */
    static final int BOUNDARY = -2;

    private static final int NONE = -1;

    private static final double LEARNING_RATE = 1.2;

    /** Squared error of the learning labels from which a sample teaches them something. */
    private static final float NOTHING_NEW = 1e-5f;

    /** Steps of what a model knew already, as if it had been met this often before for each time it was counted. */
    private static final float SETTLED = 4;

    private final int k;
    /** Weights of a feature lie this far from those of the next: whole vectors, which are added fastest. */
    private final int stride;

    private final Budget budget;
    private final Consumer<String> log;
    private final Sampler sampler;

    private Features known = new Features(new int[0], new int[0], 0);
    /** The last letter of the n-gram, {@link #WORD} for a whole word; known once the feature was met in training. */
    private char[] letters = new char[0];

    /** The feature one character shorter, {@link #NONE} or {@link #BOUNDARY}. */
    private int[] prefixes = new int[0];

    private float[] weights = new float[0];
    private float[] squares = new float[0];
    private final @Nullable WarmStart start;

    /** The labels that learn; the others keep what they had from the start. */
    private final int[] moving;

    private final int[] active = new int[Sampler.MAX_WORDS * (WordReader.MAX_WORD + 2) * Ngrams.MAX_N];
    private int activeCount;

    ScriptTrainer(
            List<TrainingLabel> labels,
            double[] prior,
            Budget budget,
            @Nullable WarmStart start,
            SplittableRandom random,
            Consumer<String> log) {
        this.start = start;
        this.moving = start == null
                ? IntStream.range(0, labels.size()).toArray()
                : IntStream.range(0, labels.size()).filter(start::isMoving).toArray();
        this.k = labels.size();
        this.stride = (k + 15) / 16 * 16;
        this.budget = budget;
        this.sampler = new Sampler(labels, prior, random);
        this.log = log;
    }

    TrainedRows train() {
        selectFeatures();
        int features = known.size();
        weights = new float[Math.multiplyExact(features, stride)];
        squares = new float[features];
        float[] bias = new float[k];
        for (int i = 0; i < k && start != null; i++) {
            bias[i] = start.bias(i) * start.scale();
        }
        float[] scores = new float[stride];
        long report = Math.max(1, budget.samples / 10);
        double loss = 0;
        for (long step = 0; step < budget.samples; step++) {
            int label = sampler.draw();
            activate();
            System.arraycopy(bias, 0, scores, 0, k);
            for (int a = 0; a < activeCount; a++) {
                int at = active[a] * stride;
                for (int i = 0; i < stride; i++) {
                    scores[i] += weights[at + i];
                }
            }
            float p = softmax(scores, label);
            loss -= StrictMath.log(Math.max(p, 1e-9f));
            if (p < 0.995f) {
                correct(scores, bias, (float) (LEARNING_RATE * (1 - 0.9 * step / budget.samples)));
            }
            if ((step + 1) % report == 0) {
                log.accept(
                        String.format(java.util.Locale.ROOT, "  %d samples, mean loss %.4f", step + 1, loss / report));
                loss = 0;
            }
        }
        TrainedRows pruned = prune(bias);
        weights = new float[0];
        return budget.refineSamples == 0 ? pruned : refine(pruned);
    }

    /** Learns from the errors of a sample, unless only labels that keep their weights have some. */
    private void correct(float[] errors, float[] bias, float decay) {
        Arrays.fill(errors, k, stride, 0);
        float norm = 0;
        for (int i : moving) {
            norm += errors[i] * errors[i];
        }
        if (norm < NOTHING_NEW) {
            return;
        }
        for (int a = 0; a < activeCount; a++) {
            int feature = active[a];
            squares[feature] += norm;
            float rate = decay / (float) Math.sqrt(squares[feature] + 1f);
            learn(feature * stride, rate, errors);
        }
        float biasRate = decay * 0.01f;
        for (int i : moving) {
            bias[i] -= biasRate * errors[i];
        }
    }

    private void learn(int at, float rate, float[] errors) {
        if (moving.length == k) {
            for (int i = 0; i < stride; i++) {
                weights[at + i] -= rate * errors[i]; // whole vectors
            }
        } else {
            for (int i : moving) {
                weights[at + i] -= rate * errors[i];
            }
        }
    }

    /** Turns scores into p - target and returns the probability of the label. */
    private float softmax(float[] scores, int label) {
        float max = scores[0];
        for (int i = 1; i < k; i++) {
            max = Math.max(max, scores[i]);
        }
        float sum = 0;
        for (int i = 0; i < k; i++) {
            scores[i] = exp(scores[i] - max);
            sum += scores[i];
        }
        float inverse = 1 / sum;
        for (int i = 0; i < k; i++) {
            scores[i] *= inverse;
        }
        float p = scores[label];
        scores[label] -= 1;
        return p;
    }

    /** e^x for x at most 0, the same bits on every machine: 2^n by exponent, the rest by a polynomial. */
    static float exp(float x) {
        float y = Math.max(x, -80f) * 1.442695f;
        int n = (int) (y - 0.5f);
        float f = y - n;
        float p = 1f + f * (0.6931472f + f * (0.2402265f + f * (0.0555041f + f * (0.0096181f + f * 0.0013334f))));
        return p * Float.intBitsToFloat((n + 127) << 23);
    }

    /** Lists the features of the sample, each chain of growing n-grams up to the first that was not kept. */
    private void activate() {
        activeCount = 0;
        for (int w = 0; w < sampler.wordCount; w++) {
            char[] word = sampler.words[w];
            int length = sampler.lengths[w];
            int whole = Ngrams.extend(Ngrams.SEED, Ngrams.BOUNDARY);
            for (int i = -1; i < length; i++) {
                int hash = Ngrams.SEED;
                int stop = Math.min(i + Ngrams.MAX_N, length + 1);
                int before = i < 0 ? BOUNDARY : NONE;
                for (int j = i; j < stop; j++) {
                    char c = j < 0 || j == length ? Ngrams.BOUNDARY : word[j];
                    hash = Ngrams.extend(hash, c);
                    if (j < 0) {
                        continue;
                    }
                    int id = known.find(hash);
                    if (id < 0 || !isOwn(id, before, c, j - i + 1)) {
                        break;
                    }
                    before = id;
                    active[activeCount++] = id;
                }
                whole = Ngrams.extend(whole, i + 1 == length ? Ngrams.BOUNDARY : word[i + 1]);
            }
            if (length + 2 > Ngrams.MAX_N) {
                int id = known.find(Ngrams.wholeWord(whole));
                if (id >= 0 && isOwn(id, NONE, WORD, Ngrams.WORD)) {
                    active[activeCount++] = id;
                }
            }
        }
    }

    /** Of n-grams with the same hash, the first that is met has the feature to itself; the others count as not kept. */
    private boolean isOwn(int id, int prefix, char letter, int order) {
        if (letters[id] == 0) {
            letters[id] = letter;
            prefixes[id] = prefix;
            int key = prefix >= 0 ? known.key(prefix) : Ngrams.extend(Ngrams.SEED, Ngrams.BOUNDARY);
            boolean isTraining = weights.length > 0; // what is refined has its weights in rows already
            if (isTraining
                    && start != null
                    && squares[id] == 0
                    && start.copy(order, known.key(id), key, weights, id * stride)) {
                squares[id] = moving.length == k ? SETTLED * known.count(id) : 0;
            }
        }
        return letters[id] == letter && prefixes[id] == prefix;
    }

    /** Counts the n-grams of drawn samples and keeps the most frequent; a prefix is never rarer, so it stays. */
    private void selectFeatures() {
        Features.Counter counter = new Features.Counter();
        long draws = Math.max(budget.samples / 8, Math.min(budget.samples, 8L * budget.features));
        for (long s = 0; s < draws; s++) {
            sampler.draw();
            for (int w = 0; w < sampler.wordCount; w++) {
                int length = sampler.lengths[w];
                int whole = Ngrams.extend(Ngrams.SEED, Ngrams.BOUNDARY);
                for (int i = -1; i < length; i++) {
                    int hash = Ngrams.SEED;
                    int stop = Math.min(i + Ngrams.MAX_N, length + 1);
                    for (int j = i; j < stop; j++) {
                        hash = Ngrams.extend(hash, j < 0 || j == length ? Ngrams.BOUNDARY : sampler.words[w][j]);
                        if (j >= 0) {
                            counter.count(hash);
                        }
                    }
                    whole = Ngrams.extend(whole, i + 1 == length ? Ngrams.BOUNDARY : sampler.words[w][i + 1]);
                }
                if (length + 2 > Ngrams.MAX_N) {
                    counter.count(Ngrams.wholeWord(whole));
                }
            }
        }
        known = counter.mostFrequent(budget.features);
        prefixes = new int[known.size()];
        letters = new char[known.size()];
        Arrays.fill(prefixes, NONE);
        log.accept("  " + k + " languages, " + counter.met() + " n-grams seen, " + known.size() + " kept");
    }

    /** Keeps the weights that move the scores most: size of the weight times the square root of how often it is met. */
    private TrainedRows prune(float[] bias) {
        int features = known.size();
        float[] row = new float[k];
        float[] gains = new float[weights.length];
        int still = 0;
        for (int f = 0; f < features; f++) {
            int at = f * stride;
            System.arraycopy(weights, at, row, 0, k);
            Arrays.sort(row);
            float middle = moving.length == k ? row[k / 2] : 0;
            float importance = (float) Math.sqrt(known.count(f));
            for (int i = 0; i < k; i++) {
                weights[at + i] -= middle; // equal shifts of a row change no probability
                gains[at + i] = Math.abs(weights[at + i]) * importance;
            }
            still += keepStart(at, gains);
        }
        float threshold = quantile(gains, still + (int) ((long) budget.weights * moving.length / k));
        int[] keys = known.keys();
        byte[][] rowLabels = new byte[features][];
        float[][] rowWeights = new float[features][];
        int kept = 0;
        for (int f = 0; f < features; f++) {
            int at = f * stride;
            int n = 0;
            for (int i = 0; i < k; i++) {
                n += gains[at + i] > threshold ? 1 : 0;
            }
            rowLabels[f] = new byte[n];
            rowWeights[f] = new float[n];
            n = 0;
            for (int i = 0; i < k; i++) {
                if (gains[at + i] > threshold) {
                    rowLabels[f][n] = (byte) i;
                    rowWeights[f][n++] = weights[at + i];
                }
            }
            kept += n;
        }
        log.accept("  " + kept + " weights kept of " + (long) features * k);
        return new TrainedRows(keys, prefixes, letters, rowLabels, rowWeights, bias);
    }

    /** What does not learn is not pruned; returns how many weights that are. */
    private int keepStart(int at, float[] gains) {
        int m = 0;
        int still = 0;
        for (int i = 0; i < k; i++) {
            if (m < moving.length && moving[m] == i) {
                m++;
            } else {
                gains[at + i] = weights[at + i] == 0 ? 0 : Float.MAX_VALUE;
                still += weights[at + i] == 0 ? 0 : 1;
            }
        }
        return still;
    }

    /** A value that about this many gains exceed, by histogram of the float bits. */
    private static float quantile(float[] gains, int keep) {
        int[] histogram = new int[1 << 16];
        for (float g : gains) {
            histogram[Float.floatToIntBits(g) >>> 15]++;
        }
        long sum = 0;
        int bin = histogram.length - 1;
        while (bin > 0 && sum + histogram[bin] <= keep) {
            sum += histogram[bin--];
        }
        return Float.intBitsToFloat(((bin + 1) << 15) - 1);
    }

    private TrainedRows refine(TrainedRows r) {
        float[] scores = new float[k];
        double loss = 0;
        long report = Math.max(1, budget.refineSamples / 4);
        for (long step = 0; step < budget.refineSamples; step++) {
            int label = sampler.draw();
            activate();
            System.arraycopy(r.bias, 0, scores, 0, k);
            for (int a = 0; a < activeCount; a++) {
                byte[] rowLabels = r.rowLabels[active[a]];
                float[] rowWeights = r.rowWeights[active[a]];
                for (int i = 0; i < rowLabels.length; i++) {
                    scores[rowLabels[i] & 0xFF] += rowWeights[i];
                }
            }
            float p = softmax(scores, label);
            loss -= StrictMath.log(Math.max(p, 1e-9f));
            for (int i = 0, m = 0; i < k; i++) {
                boolean moves = m < moving.length && moving[m] == i;
                m += moves ? 1 : 0;
                scores[i] = moves ? scores[i] : 0;
            }
            if (p < 0.995f) {
                float decay = (float) (0.5 * LEARNING_RATE * (1 - 0.95 * step / budget.refineSamples));
                for (int a = 0; a < activeCount; a++) {
                    int feature = active[a];
                    byte[] rowLabels = r.rowLabels[feature];
                    float[] rowWeights = r.rowWeights[feature];
                    float rate = decay / (float) Math.sqrt(squares[feature] + 1f);
                    for (int i = 0; i < rowLabels.length; i++) {
                        rowWeights[i] -= rate * scores[rowLabels[i] & 0xFF];
                    }
                }
                for (int i = 0; i < k; i++) {
                    r.bias[i] -= 0.01f * decay * scores[i];
                }
            }
            if ((step + 1) % report == 0) {
                log.accept(String.format(
                        java.util.Locale.ROOT, "  refined on %d samples, mean loss %.4f", step + 1, loss / report));
                loss = 0;
            }
        }
        return r;
    }
}
