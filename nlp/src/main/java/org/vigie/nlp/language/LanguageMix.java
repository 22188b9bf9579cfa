/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The languages of a collection and how much of it each is, estimated from the guesses for its texts. Such a guess
 * knows of no other text. But a name or a shout that alone could be anything is most likely in a language that the
 * others are in.
 *
 * <p>Source: A. Dempster, N. Laird, D. Rubin, <i>Maximum Likelihood from Incomplete Data via the EM Algorithm</i>
 * (1977), here for the weights of a mixture whose parts are given; M. Saerens, P. Latinne, C. Decaestecker,
 * <i>Adjusting the Outputs of a Classifier to New a Priori Probabilities</i> (2002), for guesses in place of
 * likelihoods. Deviations: what a guess leaves open is a part of its own, {@code und}. A guess does not name every
 * language of its script. One that it does not name has a part of what the first leaves open. That part is at most as
 * much as the last that is named. A few made-up texts in every language keep small collections from being rounded off.
 *
 * <p>Time is linear in the guesses. Deterministic for the guesses in their order. Immutable and thread-safe.
 */
public final class LanguageMix {
    /** The part of what a first guess leaves open that any language of the collection may claim. */
    private static final double DOUBT = 0.1;

    /** The probability from which a guess stands, whatever the others are. */
    private static final double CERTAIN = 0.9995;

    /** How many of the largest languages are asked about each text. */
    private static final int LARGEST = 8;

    /** Made-up texts, spread over all languages. */
    private static final double MADE_UP = 15;

    private static final int MAX_ROUNDS = 100;
    private static final double CONVERGED = 1e-6;

    private final Map<String, Double> shares;
    /** By script the languages that guesses for texts in it name, and what is none. */
    private final Map<String, Set<String>> written;
    /** By script the share of the collection that these have together. */
    private final Map<String, Double> together;

    private final List<String> largest;

    private LanguageMix(Map<String, Double> shares, Map<String, Set<String>> written) {
        this.shares = shares;
        this.written = written;
        together = new HashMap<>();
        written.forEach((script, tags) -> together.put(
                script,
                tags.stream().mapToDouble(tag -> shares.getOrDefault(tag, 0.0)).sum()));
        largest = shares.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(LARGEST)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Estimates the mix of a collection.
     *
     * @param guesses one for each text, of an identifier without a minimum probability
     * @return the mix; empty without guesses
     */
    public static LanguageMix of(List<LanguageGuess> guesses) {
        Map<String, Set<String>> written = written(guesses);
        Set<String> met = new TreeSet<>(Set.of(LanguageGuess.UNDETERMINED));
        written.values().forEach(met::addAll);
        List<String> tags = List.copyOf(met);
        // Every tag that occurs has a number.
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < tags.size(); i++) {
            numbers.put(tags.get(i), i);
        }
        // Guess by guess its languages and their probabilities, what is left open last; certain ones are but counted.
        double[] certain = new double[tags.size()];
        int[] starts = new int[guesses.size() + 1];
        int doubtful = 0;
        int[] language = new int[64];
        double[] probability = new double[64];
        double[] doubts = new double[guesses.size()];
        int[] scripts = new int[guesses.size()];
        List<String> codes = List.copyOf(written.keySet());
        int[][] inScript = written.values().stream()
                .map(of -> of.stream().mapToInt(tag -> number(numbers, tag)).toArray())
                .toArray(int[][]::new);
        int used = 0;
        for (LanguageGuess guess : guesses) {
            List<LanguageGuess.Alternative> alternatives = guess.alternatives();
            if (isCertain(alternatives)) {
                certain[number(numbers, alternatives.get(0).tag())]++;
                continue;
            }
            if (used + alternatives.size() + 1 > language.length) {
                language = Arrays.copyOf(language, 2 * (used + alternatives.size() + 1));
                probability = Arrays.copyOf(probability, language.length);
            }
            double open = 1;
            for (LanguageGuess.Alternative a : alternatives) {
                language[used] = number(numbers, a.tag());
                probability[used++] = a.probability();
                open -= a.probability();
            }
            language[used] = number(numbers, LanguageGuess.UNDETERMINED);
            probability[used++] = Math.max(0, open);
            doubts[doubtful] = doubt(alternatives);
            scripts[doubtful] = codes.indexOf(guess.script());
            starts[++doubtful] = used;
        }
        double[] mix = new double[tags.size()];
        Arrays.fill(mix, 1.0 / mix.length);
        double change = guesses.isEmpty() ? 0 : 1;
        for (int round = 0; round < MAX_ROUNDS && change > CONVERGED; round++) {
            double[] next = certain.clone();
            double[] rest = new double[inScript.length];
            double[] all = new double[inScript.length];
            for (int s = 0; s < all.length; s++) {
                for (int l : inScript[s]) {
                    all[s] += mix[l];
                }
            }
            for (int t = 0; t < doubtful; t++) {
                // Every language of the script has the doubt about a text; what the guess says comes on top.
                double sum = Math.max(doubts[t] * all[scripts[t]], Double.MIN_NORMAL);
                for (int i = starts[t]; i < starts[t + 1]; i++) {
                    sum += mix[language[i]] * probability[i];
                }
                for (int i = starts[t]; i < starts[t + 1]; i++) {
                    next[language[i]] += mix[language[i]] * probability[i] / sum;
                }
                rest[scripts[t]] += doubts[t] / sum;
            }
            for (int s = 0; s < rest.length; s++) {
                for (int l : inScript[s]) {
                    next[l] += mix[l] * rest[s];
                }
            }
            change = 0;
            for (int l = 0; l < mix.length; l++) {
                double share = (next[l] + MADE_UP / mix.length) / (guesses.size() + MADE_UP);
                change = Math.max(change, Math.abs(share - mix[l]));
                mix[l] = share;
            }
        }
        Map<String, Double> shares = new TreeMap<>();
        for (int l = 0; l < mix.length && !guesses.isEmpty(); l++) {
            shares.put(tags.get(l), mix[l]);
        }
        return new LanguageMix(Collections.unmodifiableMap(shares), written);
    }

    private static Map<String, Set<String>> written(List<LanguageGuess> guesses) {
        Map<String, Set<String>> written = new TreeMap<>();
        for (LanguageGuess guess : guesses) {
            Set<String> tags =
                    written.computeIfAbsent(guess.script(), s -> new TreeSet<>(Set.of(LanguageGuess.UNDETERMINED)));
            guess.alternatives().forEach(a -> tags.add(a.tag()));
        }
        return written;
    }

    /** What a language has that a guess does not name: less than the last that it names. */
    private static double doubt(List<LanguageGuess.Alternative> alternatives) {
        if (alternatives.isEmpty()) {
            return 0;
        }
        double open = Math.max(0, 1 - alternatives.get(0).probability());
        return Math.min(DOUBT * open, alternatives.get(alternatives.size() - 1).probability());
    }

    /**
     * How much of the collection is in each language.
     *
     * @return shares by tag, {@code und} among them, which sum to 1; sorted by tag
     */
    public Map<String, Double> shares() {
        return shares;
    }

    /**
     * A guess again, knowing the collection that its text is from.
     *
     * @param guess a guess for a text of the collection
     * @return the guess with probabilities by this mix; the guess itself when it is certain or has no
     *     alternatives, and by an empty mix
     */
    public LanguageGuess rescore(LanguageGuess guess) {
        if (guess.alternatives().isEmpty() || shares.isEmpty() || isCertain(guess.alternatives())) {
            return guess;
        }
        double doubt = doubt(guess.alternatives());
        Map<String, Double> said = new HashMap<>();
        double open = 1;
        for (LanguageGuess.Alternative a : guess.alternatives()) {
            said.put(a.tag(), a.probability());
            open -= a.probability();
        }
        said.put(LanguageGuess.UNDETERMINED, Math.max(0, open));
        Set<String> possible = written.getOrDefault(guess.script(), Set.of());
        largest.stream().filter(possible::contains).forEach(tag -> said.putIfAbsent(tag, 0.0));
        List<LanguageGuess.Alternative> weights = new ArrayList<>();
        // That of the languages that are not asked about stays; the shares of the others go out below.
        double sum = doubt * together.getOrDefault(guess.script(), 0.0);
        for (Map.Entry<String, Double> e : new TreeMap<>(said).entrySet()) {
            double share = shares.getOrDefault(e.getKey(), 0.0);
            double weight = share * (e.getValue() + doubt);
            weights.add(new LanguageGuess.Alternative(e.getKey(), weight));
            sum += weight - (possible.contains(e.getKey()) ? share * doubt : 0);
        }
        weights.sort(Comparator.comparingDouble(LanguageGuess.Alternative::probability)
                .reversed()
                .thenComparing(LanguageGuess.Alternative::tag));
        double all = sum;
        List<LanguageGuess.Alternative> alternatives = weights.stream()
                .filter(a -> !a.tag().equals(LanguageGuess.UNDETERMINED) && a.probability() > 0)
                .limit(guess.alternatives().size())
                .map(a -> new LanguageGuess.Alternative(a.tag(), Math.min(1, a.probability() / all)))
                .toList();
        if (alternatives.isEmpty() || weights.get(0).tag().equals(LanguageGuess.UNDETERMINED)) {
            return LanguageGuess.undetermined(alternatives, guess.script());
        }
        return new LanguageGuess(
                alternatives.get(0).tag(), alternatives.get(0).probability(), alternatives, guess.script());
    }

    private static boolean isCertain(List<LanguageGuess.Alternative> alternatives) {
        return !alternatives.isEmpty() && alternatives.get(0).probability() >= CERTAIN;
    }

    private static int number(Map<String, Integer> numbers, String tag) {
        return Objects.requireNonNull(numbers.get(tag), tag);
    }
}
