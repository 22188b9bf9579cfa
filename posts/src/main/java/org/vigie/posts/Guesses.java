/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.vigie.core.column.IntList;
import org.vigie.core.column.StringTable;
import org.vigie.nlp.language.LanguageGuess;
import org.vigie.nlp.language.LanguageMix;

/**
 * What the identifier said of texts, by number and in little room: the languages that each may be in and how likely.
 * A text has its language by the mix of the collection that it stands in, so what was said of it alone is kept.
 */
final class Guesses {
    /** Less likely languages are left out, save the first of them: it says how likely the others are at most. */
    private static final double LEAST = 1e-4;

    /** Of a text without words, or that nobody asked about. */
    static final LanguageGuess NONE = new LanguageGuess(LanguageGuess.UNDETERMINED, 0, List.of(), "Zyyy");

    private final StringTable tags = new StringTable();
    /** Tags and scripts by number, one string for each. */
    private final List<String> names = new ArrayList<>();

    /** Where the languages of each guess begin, and the end. */
    private final IntList starts = new IntList();

    private final IntList script = new IntList();
    private final IntList tag = new IntList();
    /** The bits of probabilities. */
    private final IntList likely = new IntList();

    Guesses() {
        starts.add(0);
    }

    int size() {
        return starts.size() - 1;
    }

    /** Adds a guess and returns its number. */
    int add(LanguageGuess guess) {
        for (LanguageGuess.Alternative a : guess.alternatives()) {
            tag.add(tags.add(a.tag()));
            likely.add(Float.floatToIntBits((float) a.probability()));
            if (a.probability() < LEAST) {
                break;
            }
        }
        script.add(tags.add(guess.script()));
        starts.add(tag.size());
        return size() - 1;
    }

    LanguageGuess get(int number) {
        List<LanguageGuess.Alternative> alternatives = new ArrayList<>();
        for (int i = starts.get(number); i < starts.get(number + 1); i++) {
            alternatives.add(new LanguageGuess.Alternative(name(tag.get(i)), Float.intBitsToFloat(likely.get(i))));
        }
        if (alternatives.isEmpty()) {
            return NONE;
        }
        LanguageGuess.Alternative first = alternatives.get(0);
        return new LanguageGuess(first.tag(), first.probability(), alternatives, name(script.get(number)));
    }

    /** The tag of each guess by the mix of all. */
    List<String> tagsByMix() {
        List<LanguageGuess> all = new AbstractList<>() {
            @Override
            public LanguageGuess get(int index) {
                return Guesses.this.get(index);
            }

            @Override
            public int size() {
                return Guesses.this.size();
            }
        };
        LanguageMix mix = LanguageMix.of(all);
        List<String> found = new ArrayList<>(size());
        for (LanguageGuess guess : all) {
            String first = mix.rescore(guess).tag();
            int number = tags.add(first); // one string for all texts of a language
            found.add(name(number));
        }
        return found;
    }

    private String name(int number) {
        while (names.size() <= number) {
            names.add(tags.get(names.size()));
        }
        return names.get(number);
    }
}
