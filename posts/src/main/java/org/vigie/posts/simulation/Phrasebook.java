/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import java.util.List;
import java.util.regex.Pattern;

/** What can be said in one language. */
final class Phrasebook {
    /** The subjects that people are interested in; each account has two. */
    static final List<String> TOPICS =
            List.of("weather", "transit", "library", "sport", "food", "byelection", "garden", "music");

    /** No word boundary {@code \b} here: JDK 19 changed what it means beside accented letters. */
    private static final Pattern ELISION = Pattern.compile("(?<![\\p{L}])([Dd]|[Qq]u)e (?=[AEIOUaeiouéèêÉÈÊ])");

    private final String language;
    private final Grammar grammar;
    private final String gap;

    Phrasebook(String language) {
        this.language = language;
        grammar = new Grammar("common.txt", language + ".txt", "?claims-" + language + ".txt");
        gap = language.equals("ja") ? "" : " ";
    }

    String language() {
        return language;
    }

    /** What stands between two sentences. */
    String gap() {
        return gap;
    }

    Grammar grammar() {
        return grammar;
    }

    String draw(String key, Dice dice) {
        return polish(grammar.draw(key, dice));
    }

    /** One draw that begins with a capital. */
    String sentence(String key, Dice dice) {
        StringBuilder text = new StringBuilder();
        sentence(text, draw(key, dice));
        return text.toString();
    }

    /** Joins what French joins: "de Alunmere" is "d'Alunmere". */
    String polish(String text) {
        return language.equals("fr") ? ELISION.matcher(text).replaceAll("$1'") : text;
    }

    /** The key for a topic, or the general one when the language has nothing on the topic. */
    String key(String base, int topic) {
        String special = base + "." + TOPICS.get(topic);
        return grammar.has(special) ? special : base;
    }

    /** An everyday text: two or three sentences, so that chance alone hardly ever repeats one. */
    String everyday(int topic, Dice dice) {
        String key = key("post", topic);
        int first = dice.below(grammar.size(key));
        StringBuilder text = new StringBuilder();
        if (dice.chance(0.3)) {
            text.append(grammar.draw("open", dice)).append(gap);
        }
        sentence(text, grammar.draw(key, first, dice));
        text.append(gap);
        if (dice.chance(0.5)) {
            int second = (first + 1 + dice.below(grammar.size(key) - 1)) % grammar.size(key);
            sentence(text, grammar.draw(key, second, dice));
        } else {
            sentence(text, grammar.draw("aside", dice));
        }
        if (dice.chance(0.3)) {
            text.append(gap);
            sentence(text, grammar.draw("close", dice));
        }
        return polish(text.toString());
    }

    /** An answer to somebody, with something of one's own: bare answers would repeat one another. */
    String answer(int topic, Dice dice) {
        StringBuilder text = new StringBuilder();
        sentence(text, grammar.draw("reply", dice));
        text.append(gap);
        if (dice.chance(0.5)) {
            sentence(text, grammar.draw(key("post", topic), dice));
        } else {
            sentence(text, grammar.draw("aside", dice));
            text.append(gap);
            sentence(text, grammar.draw(dice.chance(0.5) ? "close" : "aside", dice));
        }
        return polish(text.toString());
    }

    /** Appends a sentence that begins with a capital. */
    private static void sentence(StringBuilder text, String sentence) {
        int first = sentence.codePointAt(0);
        text.appendCodePoint(Character.toTitleCase(first))
                .append(sentence, Character.charCount(first), sentence.length());
    }
}
