/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.Set;

/**
 * Names of months in English, French, German, Spanish, Portuguese, Italian, Dutch, Swedish, Indonesian, Turkish,
 * Russian, Ukrainian, Romanian, Bulgarian, Greek, Finnish, Hungarian and Arabic, and of weekdays in most of these.
 * Those of Polish, Czech and Croatian are not read: listopada is November in one and October in another.
 */
final class MonthNames {
    /** What the names of each month begin with, in lower case. */
    private static final String[][] STEMS = {
        {
            "jan",
            "ene",
            "gen",
            "jän",
            "oca",
            "янв",
            "січ",
            "ian",
            "яну",
            "ιαν",
            "tammi",
            "\u064a\u0646\u0627\u064a\u0631",
            "\u062c\u0627\u0646\u0641\u064a"
        },
        {
            "feb",
            "fév",
            "fev",
            "şub",
            "фев",
            "лют",
            "φεβ",
            "helmi",
            "\u0641\u0628\u0631\u0627\u064a\u0631",
            "\u0641\u064a\u0641\u0631\u064a",
            "\u0634\u0628\u0627\u0637"
        },
        {
            "mar",
            "mär",
            "maa",
            "mrt",
            "мар",
            "бер",
            "μαρ",
            "μάρ",
            "már",
            "\u0645\u0627\u0631\u0633",
            "\u0622\u0630\u0627\u0631",
            "\u0627\u0630\u0627\u0631"
        },
        {
            "apr",
            "avr",
            "abr",
            "nis",
            "апр",
            "кві",
            "απρ",
            "ápr",
            "huhti",
            "\u0623\u0628\u0631\u064a\u0644",
            "\u0627\u0628\u0631\u064a\u0644",
            "\u0625\u0628\u0631\u064a\u0644",
            "\u0623\u0641\u0631\u064a\u0644",
            "\u0646\u064a\u0633\u0627\u0646"
        },
        {
            "may",
            "mai",
            "mei",
            "maj",
            "mag",
            "май",
            "мая",
            "тра",
            "μαΐ",
            "μαι",
            "μάι",
            "máj",
            "touko",
            "\u0645\u0627\u064a",
            "\u0623\u064a\u0627\u0631",
            "\u0627\u064a\u0627\u0631"
        },
        {
            "jun",
            "juin",
            "giu",
            "haz",
            "июн",
            "чер",
            "iun",
            "юни",
            "ιουν",
            "ιούν",
            "jún",
            "kesä",
            "\u064a\u0648\u0646\u064a\u0648",
            "\u062c\u0648\u0627\u0646",
            "\u062d\u0632\u064a\u0631\u0627\u0646"
        },
        {
            "jul",
            "juil",
            "lug",
            "tem",
            "июл",
            "лип",
            "iul",
            "юли",
            "ιουλ",
            "ιούλ",
            "júl",
            "heinä",
            "\u064a\u0648\u0644\u064a\u0648",
            "\u062c\u0648\u064a\u0644\u064a\u0629",
            "\u062a\u0645\u0648\u0632"
        },
        {
            "aug",
            "aoû",
            "aou",
            "ago",
            "agu",
            "ağu",
            "авг",
            "сер",
            "αυγ",
            "αύγ",
            "elo",
            "\u0623\u063a\u0633\u0637\u0633",
            "\u0627\u063a\u0633\u0637\u0633",
            "\u0623\u0648\u062a"
        },
        {
            "sep",
            "set",
            "eyl",
            "сен",
            "вер",
            "сеп",
            "σεπ",
            "szep",
            "syys",
            "\u0633\u0628\u062a\u0645\u0628\u0631",
            "\u0623\u064a\u0644\u0648\u0644",
            "\u0627\u064a\u0644\u0648\u0644"
        },
        {
            "oct",
            "okt",
            "out",
            "ott",
            "eki",
            "окт",
            "жов",
            "οκτ",
            "loka",
            "\u0623\u0643\u062a\u0648\u0628\u0631",
            "\u0627\u0643\u062a\u0648\u0628\u0631"
        },
        {"nov", "kas", "ноя", "лис", "noi", "ное", "νοε", "marras", "\u0646\u0648\u0641\u0645\u0628\u0631"},
        {"dec", "déc", "dez", "dic", "des", "ara", "дек", "гру", "δεκ", "joulu", "\u062f\u064a\u0633\u0645\u0628\u0631"
        },
    };

    private static final String[] WEEKDAYS = {
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "mié", "mie",
        "jue", "vie", "sáb", "sab", "dom", "seg", "ter", "qua", "qui", "sex", "die", "mit", "don", "fre", "son", "gio",
        "maa", "din", "woe", "vri", "zat", "zon", "mån", "tis", "ons", "tor", "lör", "sön", "пн", "вт", "ср", "чт",
        "пт", "сб", "вс", "нд", "пон", "вто", "вів", "сре", "сер", "чет", "пят", "п'я", "суб", "вос", "нед"
    };

    /** German and Dutch ones of two letters, which are whole. */
    private static final Set<String> SHORT_WEEKDAYS =
            Set.of("mo", "di", "mi", "do", "fr", "sa", "so", "ma", "wo", "vr", "za", "zo");

    /** Words that stand between the parts of a date. */
    private static final Set<String> BETWEEN = Set.of(
            "de", "del", "of", "at", "à", "às", "as", "a", "las", "los", "um", "om", "ore", "alle", "le", "la", "kl",
            "в", "о", "г", "года", "р", "року", "saat", "pukul", "den", "el", "il", "у", "klo", "на", "στις", "ngày",
            "năm", "lúc");

    /** Words that stand behind a clock. */
    private static final Set<String> BEHIND = Set.of("uhr", "h", "hs", "hrs", "uur");

    private MonthNames() {}

    /** The month of a word in lower case, from 1; 0 if it is none. The longest stem counts: marraskuu is not March. */
    static int month(String word) {
        int month = 0;
        int longest = 2;
        for (int m = 0; m < STEMS.length; m++) {
            for (String stem : STEMS[m]) {
                if (stem.length() > longest && word.startsWith(stem)) {
                    longest = stem.length();
                    month = m + 1;
                }
            }
        }
        return month;
    }

    /** Whether the number behind a word is a month's, as in Vietnamese. */
    static boolean isMonthByNumber(String word) {
        return word.equals("th\u00e1ng") || word.equals("thg");
    }

    static boolean isWeekday(String word) {
        return SHORT_WEEKDAYS.contains(word) || startsWithAny(word, WEEKDAYS);
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
