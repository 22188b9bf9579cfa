/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A phrase book: how French says what the library, and the libraries that it uses, say in English. The English sentence
 * is the key, so no class that fails or warns knows of languages, and results for programs keep their bytes.
 *
 * <p>A book has pairs of lines: the English phrase and the French one, with {@code {0}}, {@code {1}}, ... where
 * something changes. English {@code [row|rows]} stands for either. In French {@code {0*}} is a phrase itself, and is
 * translated too. A {@code {0#}} is written as a French number. A {@code {0|ligne|lignes}} is the word that goes with
 * that number. Of several phrases that fit, those around another phrase are tried first, then those with the most
 * letters of their own. Books are immutable and thread-safe; a look-up takes time linear in the sentence for each
 * phrase.
 */
public final class Phrases {
    private static final int MOST_LEVELS = 6;

    private final List<Phrase> phrases;

    private Phrases(List<Phrase> phrases) {
        this.phrases = phrases.stream()
                .sorted(Comparator.comparing(Phrase::isAroundAnother)
                        .thenComparingInt(Phrase::letters)
                        .reversed())
                .toList();
    }

    /**
     * The book of what readers of exports doubt, in French.
     *
     * @return the book
     */
    public static Phrases ofDoubts() {
        return read(Objects.requireNonNull(Phrases.class.getResourceAsStream("doubts_fr.txt"), "it is in the jar"));
    }

    /**
     * Reads a book and closes it.
     *
     * @param book lines in UTF-8; blank ones and those that begin with a hash sign are passed over
     * @return the book
     * @throws IllegalArgumentException if a phrase has no French
     * @throws UncheckedIOException if it can't be read
     */
    public static Phrases read(InputStream book) {
        List<String> lines = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(book, StandardCharsets.UTF_8))) {
            in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (lines.size() % 2 != 0) {
            throw new IllegalArgumentException("a phrase must have its French but the last has none");
        }
        List<Phrase> phrases = new ArrayList<>();
        for (int i = 0; i < lines.size(); i += 2) {
            String french = French.typeset(lines.get(i + 1));
            Phrase.either(lines.get(i)).forEach(english -> phrases.add(Phrase.of(english, french)));
        }
        return new Phrases(phrases);
    }

    /**
     * Both books in one.
     *
     * @param other another book
     * @return the phrases of both
     */
    public Phrases with(Phrases other) {
        return new Phrases(
                Stream.concat(phrases.stream(), other.phrases.stream()).toList());
    }

    /**
     * Says a sentence in French.
     *
     * @param english a sentence
     * @return it in French, or nothing if no phrase fits
     */
    public Optional<String> translate(String english) {
        return translate(english, MOST_LEVELS);
    }

    private Optional<String> translate(String english, int levels) {
        for (Phrase phrase : phrases) {
            Optional<List<String>> values = phrase.values(english);
            if (values.isPresent()) {
                Optional<String> french =
                        phrase.say(values.get(), part -> levels == 0 ? Optional.empty() : translate(part, levels - 1));
                if (french.isPresent()) {
                    return french;
                }
            }
        }
        return Optional.empty();
    }
}
