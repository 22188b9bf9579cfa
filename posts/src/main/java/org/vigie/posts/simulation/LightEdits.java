/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import java.util.Locale;

/** The small changes by which copied texts are kept from being equal. */
final class LightEdits {
    /** Latin letters and their Cyrillic look-alikes, position by position. */
    private static final String LATIN = "aeocpxAEOCPTH";

    private static final String LOOK_ALIKE = "аеосрхАЕОСРТН";

    private LightEdits() {}

    static String apply(String text, Phrasebook book, Accounts accounts, Dice dice) {
        String edited = text;
        double first = dice.uniform();
        if (first < 0.16) {
            edited = edited + " " + book.draw("emoji", dice);
        } else if (first < 0.28) {
            edited = book.draw("emoji", dice) + " " + edited;
        } else if (first < 0.40) {
            edited = dice.between(1, 99) + (dice.chance(0.5) ? "/ " : ". ") + edited;
        } else if (first < 0.50) {
            edited = "@" + accounts.stranger((1 << 17) + dice.below(1 << 16)) + " " + edited;
        } else if (first < 0.56) {
            edited = "RT " + edited;
        }
        double second = dice.uniform();
        if (second < 0.15) {
            edited = edited.replace(". ", "! ");
        } else if (second < 0.25) {
            edited = edited.replace(". ", "… ");
        } else if (second < 0.33) {
            edited = edited.replace(", ", " ");
        } else if (second < 0.45) {
            edited = lookAlikes(edited, dice);
        } else if (second < 0.50) {
            edited = edited.toUpperCase(Locale.ROOT);
        } else if (second < 0.56) {
            edited = edited.replace(" ", "  ");
        }
        return edited;
    }

    /** Exchanges about one letter in five of those that can be exchanged. */
    private static String lookAlikes(String text, Dice dice) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int place = LATIN.indexOf(text.charAt(i));
            out.append(place >= 0 && dice.chance(0.2) ? LOOK_ALIKE.charAt(place) : text.charAt(i));
        }
        return out.toString();
    }
}
