/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.exchange;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.vigie.core.privacy.SecretKey;
import org.vigie.report.exchange.RunContents.Finding;

/** Findings of made-up texts, and their fingerprints. */
final class MadeUp {
    static final SecretKey KEY = key("the key of the partners, 32 bytes");
    static final SecretKey OTHER = key("a key that somebody else made up.");
    static final Fingerprinter MAKER = Fingerprinter.withKey(KEY);
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    static final LocalDate DAY = LocalDate.parse("2026-03-09");

    /** Consonants and vowels of four alphabets: texts of made-up words are alike by intent only. */
    private static final List<List<String>> ALPHABETS = List.of(
            List.of("bcdfghjklmnprstvwz", "aeiou\u00e9"),
            List.of(
                    "\u0431\u0432\u0433\u0434\u0436\u0437\u043a\u043b\u043c\u043d\u043f\u0440\u0441\u0442\u0444\u0445\u0446\u0448",
                    "\u0430\u0435\u0438\u043e\u0443\u044b\u044f"),
            List.of(
                    "\u0628\u062a\u062c\u062d\u062f\u0631\u0632\u0633\u0634\u0635\u0637\u0639\u0641\u0642\u0643\u0644\u0645\u0646",
                    "\u0627\u0648\u064a"),
            List.of(
                    "\u03b2\u03b3\u03b4\u03b6\u03b8\u03ba\u03bb\u03bc\u03bd\u03c0\u03c1\u03c3\u03c4\u03c6\u03c7",
                    "\u03b1\u03b5\u03b7\u03b9\u03bf\u03c5\u03c9"));

    private MadeUp() {}

    static SecretKey key(String text) {
        return SecretKey.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(SplittableRandom random, int words) {
        StringBuilder text = new StringBuilder();
        List<String> letters = ALPHABETS.get(random.nextInt(ALPHABETS.size()));
        for (int w = 0; w < words; w++) {
            text.append(w == 0 ? "" : " ");
            for (int s = 2 + random.nextInt(3); s > 0; s--) {
                letters.forEach(kind -> text.append(kind.charAt(random.nextInt(kind.length()))));
            }
        }
        return text.toString();
    }

    /** One word in eight is another one. */
    static String reworded(SplittableRandom random, String text) {
        String[] words = text.split(" ");
        for (int w = random.nextInt(8); w < words.length; w += 8) {
            words[w] = text(random, 1);
        }
        return String.join(" ", words);
    }

    static Finding finding(int week, List<String> texts, List<String> links) {
        Instant from = START.plusSeconds(604_800L * week);
        return new Finding("C1", from, from.plusSeconds(7_200), from.plusSeconds(86_400), 24, 843, texts, links);
    }

    static Fingerprint print(Fingerprinter maker, int week, List<String> texts, List<String> links) {
        return maker.of(finding(week, texts, links), DAY);
    }

    static List<String> texts(SplittableRandom random, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(text(random, 12 + random.nextInt(12)));
        }
        return texts;
    }

    static String written(FingerprintFile file) throws IOException {
        StringWriter out = new StringWriter();
        file.write(out);
        return out.toString();
    }
}
