/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Identifies the language of a text, from a single word to a long document.
 *
 * <p>Source: W. Cavnar and J. Trenkle, <i>N-Gram-Based Text Categorization</i> (1994); M. Lui and T. Baldwin,
 * <i>langid.py: An Off-the-shelf Language Identification Tool</i> (2012); A. Joulin et al., <i>Bag of Tricks for
 * Efficient Text Classification</i> (2017); probabilities after C. Guo et al., <i>On Calibration of Modern Neural
 * Networks</i> (2017). Deviations: the script decides alone where only one language uses it. Weights go straight from
 * character n-grams (n = 1..5) and whole words to languages. The temperature depends on the length.
 *
 * <p>Upper case, stretched letters, urls, e-mail addresses, @names and #hashtags do not count, and a word that is said
 * again at once counts once. Letters set apart, one word over and over, laughter and faces are no language. Reads at most
 * {@value #MAX_CHARACTERS} UTF-16 units of a text, whatever its length, so the time is linear with a fixed bound.
 * The same text gives the same answer on every machine. Immutable and thread-safe; the embedded model is loaded
 * once and shared.
 */
public final class LanguageIdentifier {
    /** The most that is read of a text, in UTF-16 units; the rest is ignored. */
    public static final int MAX_CHARACTERS = 20_000;

    private static final String RESOURCE = "languages.bin";

    private static final class Embedded {
        static final LanguageModel MODEL = load();

        private static LanguageModel load() {
            try (InputStream in = LanguageIdentifier.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException(
                            "language model must be on the class path but was not: " + RESOURCE);
                }
                return ModelFormat.read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final LanguageModel model;
    private final Set<String> tags;
    private final double minProbability;
    private final Decision decision;

    private LanguageIdentifier(LanguageModel model, Set<String> tags, double minProbability) {
        this.model = model;
        this.tags = tags;
        this.minProbability = minProbability;
        this.decision = new Decision(model, tags);
    }

    /**
     * The identifier with the embedded model, over all its languages, which answers for every text of words.
     *
     * @return the identifier; the model is read on the first call only
     */
    public static LanguageIdentifier withDefaults() {
        return of(Embedded.MODEL);
    }

    /**
     * The same as {@link #withDefaults()}.
     *
     * @return the identifier
     */
    public static LanguageIdentifier load() {
        return withDefaults();
    }

    /**
     * An identifier with a model that {@link LanguageModelTrainer} wrote.
     *
     * @param model the model file, which is trusted
     * @return the identifier
     * @throws IOException when the file cannot be read or is no undamaged model of a known version
     */
    public static LanguageIdentifier load(Path model) throws IOException {
        try (InputStream in = Files.newInputStream(model)) {
            return of(ModelFormat.read(in));
        }
    }

    private static LanguageIdentifier of(LanguageModel model) {
        return new LanguageIdentifier(model, all(model), 0);
    }

    private static Set<String> all(LanguageModel model) {
        Set<String> tags = model.tags();
        for (int s = 0; s < Scripts.count(); s++) {
            Scripts.singleLanguage(s).ifPresent(tags::add);
        }
        tags.remove(LanguageGuess.UNDETERMINED); // a label to train against, never an answer
        tags.add("he");
        tags.add("yi");
        tags.add("ba"); // by their letters
        tags.add("sd");
        return java.util.Collections.unmodifiableSet(tags);
    }

    /**
     * Restricts the answers.
     *
     * <p>Tags may be written as people write them: in any case, or in three letters ({@code eng}, {@code fre}). A
     * region or a script does not count ({@code zh-CN}, {@code pt_BR}, {@code sr@latin}). Old tags are read ({@code iw}, {@code in},
     * {@code ji}, {@code mo}), and other names ({@code fil} for {@code tl}). Some tags stand for several: {@code no} is
     * {@code nb} and {@code nn}, {@code sh} is {@code bs}, {@code hr} and {@code sr}.
     *
     * @param candidates language tags, at least one, each of a language among {@link #languages()} of the model
     * @return a new identifier, whose {@link #languages()} are plain tags
     * @throws IllegalArgumentException if there is no candidate or one is no known language
     */
    public LanguageIdentifier withLanguages(Set<String> candidates) {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("languages must be at least one but were none");
        }
        Set<String> known = all(model);
        Set<String> chosen = new TreeSet<>();
        for (String tag : candidates) {
            Set<String> meant = LanguageTags.meant(tag, known);
            if (meant.isEmpty()) {
                throw new IllegalArgumentException("language must be a known tag but was " + tag);
            }
            chosen.addAll(meant);
        }
        return new LanguageIdentifier(model, java.util.Collections.unmodifiableSet(chosen), minProbability);
    }

    /**
     * Makes the identifier abstain, with {@code und}, below a probability. At 0 it answers for every text of
     * words; at 0.5 it declines gibberish, code and words that are common to languages.
     *
     * @param probability in [0, 1]
     * @return a new identifier
     * @throws IllegalArgumentException if the probability is out of range
     */
    public LanguageIdentifier withMinProbability(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("minimum probability must be in [0, 1] but was " + probability);
        }
        return new LanguageIdentifier(model, tags, probability);
    }

    /**
     * The languages this identifier can answer, sorted.
     *
     * @return tags without script
     */
    public Set<String> languages() {
        return tags;
    }

    /**
     * Identifies the language of a text.
     *
     * @param text any text, of any length
     * @return the guess
     */
    public LanguageGuess identify(String text) {
        return guess(text);
    }

    LanguageGuess guess(CharSequence text) {
        LanguageGuess guess = decision.decide(text, 0, end(text));
        return guess.isDetermined() && guess.probability() < minProbability
                ? LanguageGuess.undetermined(guess.alternatives(), guess.script())
                : guess;
    }

    /** Where reading ends: not within a word, which cut off would be another one. */
    static int end(CharSequence text) {
        if (text.length() <= MAX_CHARACTERS) {
            return text.length();
        }
        int end = MAX_CHARACTERS;
        while (end > MAX_CHARACTERS - WordReader.MAX_WORD && text.charAt(end) > ' ') {
            end--;
        }
        return text.charAt(end) <= ' ' ? end : MAX_CHARACTERS;
    }

    /**
     * Cuts a text that mixes languages into parts of one language each. The parts cover the text without gaps, in
     * order. White space and signs belong to the part before them, but quotes and brackets that open a part belong to
     * that part. A part is {@code und} when its language is less likely than the minimum probability.
     *
     * @param text any text; what lies beyond {@value #MAX_CHARACTERS} UTF-16 units belongs to the last part
     * @return the parts; none for an empty text
     */
    public List<LanguageSpan> spans(String text) {
        return parts(text);
    }

    List<LanguageSpan> parts(CharSequence text) {
        List<LanguageSpan> spans = new SpanFinder(model, decision).find(text);
        return minProbability == 0
                ? spans
                : spans.stream().map(span -> certain(text, span)).toList();
    }

    /** The part itself, or without its language when that is not likely enough for the part alone. */
    private LanguageSpan certain(CharSequence text, LanguageSpan span) {
        LanguageGuess guess = decision.decide(text, span.start(), Math.min(span.end(), end(text)));
        boolean isLikely = guess.alternatives().stream()
                .anyMatch(a -> a.tag().equals(span.tag()) && a.probability() >= minProbability);
        return isLikely ? span : new LanguageSpan(span.start(), span.end(), LanguageGuess.UNDETERMINED);
    }
}
