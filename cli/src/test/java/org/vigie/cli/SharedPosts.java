/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Posts in which eight accounts push four texts and four links, in a stream of others. */
final class SharedPosts {
    private static final List<String> TEXTS = List.of(
            "the old stone bridge at the mill is shut until the autumn, say the elders",
            "personne ne nous a pr\u00e9venus que le march\u00e9 du samedi ferme ses portes",
            "water will be dearer than wine before the next harvest comes, mark these words",
            "la nouvelle route co\u00fbtera dix fois ce que la mairie avait promis en mars");

    private SharedPosts() {}

    /** Writes them, with so many of the accounts. */
    static Path write(Path file, int accounts) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int day = 1; day <= 4; day++) {
            for (int a = 0; a < accounts; a++) {
                lines.append(post(
                        "pusher" + a, day, 9, a, TEXTS.get(day - 1) + " #mill", "https://push-" + day + ".example/p"));
            }
            for (int a = 0; a < 150; a++) {
                String text = word(a, day, 3) + " went to " + word(a, day, 5) + " and saw " + word(a, day, 7) + " near "
                        + word(a, day, 11);
                lines.append(post("person" + a, day, a % 24, a % 60, text, "https://site" + a + ".example/" + day));
            }
        }
        return Files.writeString(file, lines);
    }

    /** A word that nobody else says. */
    static String word(int a, int day, int k) {
        return Integer.toString(Math.floorMod((a * 7919 + day * 104_729 + k * 1_299_709) * 31, 46_655), 36) + "ing";
    }

    private static String post(String account, int day, int hour, int minute, String text, String url) {
        return post(account + "-" + day, account, day, hour, minute, text, url);
    }

    /** A post of March 2026. */
    static String post(String id, String account, int day, int hour, int minute, String text, String url) {
        return String.format(
                Locale.ROOT,
                "{\"id\":\"%s\",\"account\":\"%s\",\"time\":\"2026-03-%02dT%02d:%02d:00Z\",\"text\":\"%s\",\"urls\":[\"%s\"]}%n",
                id,
                account,
                day,
                hour,
                minute,
                text,
                url);
    }
}
