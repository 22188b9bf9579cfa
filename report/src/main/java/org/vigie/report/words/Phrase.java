/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phrase of a book.
 *
 * @param parts what stands before, between and after the places of the English phrase
 * @param french the French phrase
 */
record Phrase(List<String> parts, String french) {
    private static final Pattern PLACE = Pattern.compile("\\{\\d+}");
    private static final int LEAST_LETTERS = 5;
    private static final String CONJUNCTION = " or ";
    private static final Pattern EITHER = Pattern.compile("\\[([^]|]*)\\|([^]|]*)]");
    private static final Pattern VALUE = Pattern.compile("\\{(\\d+)(?:([*#])|\\|([^|}]*)\\|([^|}]*))?}");

    static Phrase of(String english, String french) {
        return new Phrase(List.of(PLACE.split(english, -1)), french);
    }

    /** The phrase with each choice of its words. */
    static List<String> either(String english) {
        Matcher matcher = EITHER.matcher(english);
        if (!matcher.find()) {
            return List.of(english);
        }
        List<String> all = new ArrayList<>();
        for (int choice = 1; choice <= 2; choice++) {
            all.addAll(either(
                    english.substring(0, matcher.start()) + matcher.group(choice) + english.substring(matcher.end())));
        }
        return all;
    }

    /** Whether it is what stands around another phrase, whatever that is; a mere colon says too little. */
    boolean isAroundAnother() {
        return french.contains("*}") && letters() >= LEAST_LETTERS;
    }

    /** How much it says of a sentence; what joins two words is in many, so a mere colon says more. */
    int letters() {
        return parts.stream()
                .filter(part -> !part.equals(CONJUNCTION))
                .mapToInt(String::length)
                .sum();
    }

    /** What stands at the places of a sentence that is this phrase: up to the first place where the next part fits. */
    Optional<List<String>> values(String sentence) {
        String first = parts.get(0);
        String last = parts.get(parts.size() - 1);
        if (parts.size() == 1) {
            return sentence.equals(first) ? Optional.of(List.of()) : Optional.empty();
        }
        if (!sentence.startsWith(first) || !sentence.endsWith(last)) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        int at = first.length();
        int end = sentence.length() - last.length();
        for (int p = 1; p < parts.size(); p++) {
            int next = p == parts.size() - 1 ? end : sentence.indexOf(parts.get(p), at + 1);
            if (next <= at || next > end) {
                return Optional.empty(); // at a place there is something
            }
            values.add(sentence.substring(at, next));
            at = next + parts.get(p).length();
        }
        return Optional.of(values);
    }

    /** The French phrase with these values; nothing if one that is a phrase has no French, or a count is none. */
    Optional<String> say(List<String> values, Function<String, Optional<String>> book) {
        Matcher matcher = VALUE.matcher(french);
        StringBuilder said = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            String value = values.get(Integer.parseInt(matcher.group(1)));
            said.append(french, from, matcher.start());
            if (matcher.group(3) != null && !French.isNumber(value)) {
                return Optional.empty();
            } else if (matcher.group(3) != null) {
                said.append(French.isOne(value) ? matcher.group(3) : matcher.group(4));
            } else if ("#".equals(matcher.group(2))) {
                said.append(French.number(value));
            } else if ("*".equals(matcher.group(2))) {
                Optional<String> part = book.apply(value);
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                said.append(part.get());
            } else {
                said.append(value);
            }
            from = matcher.end();
        }
        return Optional.of(said.append(french, from, french.length()).toString());
    }
}
