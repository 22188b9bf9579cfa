/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.Set;

/**
 * Names of months and weekdays in twelve languages: English, French, German, Spanish, Portuguese, Italian, Dutch, Swedish,
 * Indonesian, Turkish, Russian and Ukrainian. Those of Polish, Czech and Croatian are not read: listopada is November in
 * one and October in another.
 */
final class MonthNames {
    /** What the names of each month begin with, in lower case. */
    private static final String[][] STEMS = {
        {"jan", "ene", "gen", "jän", "oca", "янв", "січ"},
        {"feb", "fév", "fev", "şub", "фев", "лют"},
        {"mar", "mär", "maa", "mrt", "мар", "бер"},
        {"apr", "avr", "abr", "nis", "апр", "кві"},
        {"may", "mai", "mei", "maj", "mag", "май", "мая", "тра"},
        {"jun", "juin", "giu", "haz", "июн", "чер"},
        {"jul", "juil", "lug", "tem", "июл", "лип"},
        {"aug", "aoû", "aou", "ago", "agu", "ağu", "авг", "сер"},
        {"sep", "set", "eyl", "сен", "вер"},
        {"oct", "okt", "out", "ott", "eki", "окт", "жов"},
        {"nov", "kas", "ноя", "лис"},
        {"dec", "déc", "dez", "dic", "des", "ara", "дек", "гру"},
    };

    private static final String[] WEEKDAYS = {
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "mié", "mie",
        "jue", "vie", "sáb", "sab", "dom", "seg", "ter", "qua", "qui", "sex", "die", "mit", "don", "fre", "son", "gio",
        "maa", "din", "woe", "vri", "zat", "zon", "mån", "tis", "ons", "tor", "lör", "sön", "пн", "вт", "ср", "чт",
        "пт", "сб", "вс", "нд", "пон", "вто", "вів", "сре", "сер", "чет", "пят", "п'я", "суб", "вос", "нед"
    };

    /** Words that stand between the parts of a date. */
    private static final Set<String> BETWEEN = Set.of(
            "de", "del", "of", "at", "à", "às", "as", "a", "las", "los", "um", "om", "ore", "alle", "le", "la", "kl",
            "в", "о", "г", "года", "р", "року", "saat", "pukul", "den", "el", "il", "у");

    /** Words that stand behind a clock. */
    private static final Set<String> BEHIND = Set.of("uhr", "h", "hs", "hrs", "uur");

    private MonthNames() {}

    /** The month of a word in lower case, from 1; 0 if it is none. */
    static int month(String word) {
        if (word.length() >= 3) {
            for (int m = 0; m < STEMS.length; m++) {
                if (startsWithAny(word, STEMS[m])) {
                    return m + 1;
                }
            }
        }
        return 0;
    }

    static boolean isWeekday(String word) {
        return startsWithAny(word, WEEKDAYS);
    }

    static boolean isBetween(String word) {
        return BETWEEN.contains(word);
    }

    static boolean isBehind(String word) {
        return BEHIND.contains(word);
    }

    private static boolean startsWithAny(String word, String[] stems) {
        for (String stem : stems) {
            if (word.startsWith(stem)) {
                return true;
            }
        }
        return false;
    }
}
