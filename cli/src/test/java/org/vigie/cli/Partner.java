/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An organisation that found a campaign: its posts, its run and its key. Names and texts are canaries. */
record Partner(Path posts, Path run, Path key) {
    private static final List<String> TEXTS = List.of(
            "qzcanarytext the old stone bridge at the mill is shut until the autumn, say the elders",
            "qzcanarytext personne ne nous a pr\u00e9venus que le march\u00e9 du samedi ferme ses portes",
            "qzcanarytext water will be dearer than wine before the next harvest comes, mark these words",
            "qzcanarytext la nouvelle route co\u00fbtera dix fois ce que la mairie avait promis en mars");

    /** Eight accounts push four texts and four links, in a stream of others. */
    static Partner in(Path folder) throws IOException {
        StringBuilder lines = new StringBuilder();
        int id = 0;
        for (int day = 1; day <= 4; day++) {
            for (int a = 0; a < 8; a++) {
                lines.append(SharedPosts.post(
                        "qzcanarypost" + id++,
                        "qzcanary_pusher" + a,
                        day,
                        9,
                        a,
                        TEXTS.get(day - 1) + " #qzcanarytag",
                        "https://qzcanary-" + day + ".example/page"));
            }
            for (int a = 0; a < 150; a++) {
                lines.append(SharedPosts.post(
                        "qzcanarypost" + id++,
                        "qzcanary_person" + a,
                        day,
                        a % 24,
                        a % 60,
                        "qzcanaryother " + SharedPosts.word(a, day, 3) + " went to " + SharedPosts.word(a, day, 5)
                                + " and saw " + SharedPosts.word(a, day, 7) + " near " + SharedPosts.word(a, day, 11),
                        "https://site" + a + ".example/" + day));
            }
        }
        Path posts = Files.writeString(folder.resolve("posts.jsonl"), lines);
        Path run = folder.resolve("run");
        Run detected = Run.of("detect", posts, "--out", run, "--formats", "json,stix,misp");
        assertThat(detected.exit()).as(detected.err()).isZero();
        assertThat(Files.readString(run.resolve("campaigns.json"))).contains("\"id\" : \"C1\"");
        Path key = folder.resolve("vigie.key");
        assertThat(Run.of("key", "--new", key).exit()).isZero();
        return new Partner(posts, run, key);
    }

    /** The fingerprints of the run, written to a file. */
    Path fingerprints(Path file, Object... more) {
        List<Object> words = new ArrayList<>(List.of("fingerprint", run, "--key-file", key, "--out", file));
        words.addAll(List.of(more));
        Run made = Run.of(words.toArray());
        assertThat(made.exit()).as(made.err()).isZero();
        return file;
    }

    /** Nothing of people or words is in these bytes; links and hashtags that a finding rests on may be shown. */
    static void requireNoCanary(String where, byte[] bytes, boolean mayHaveLinks) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (mayHaveLinks) {
            text = text.replaceAll("qzcanary-[0-9]\\.example", "").replace("qzcanarytag", "");
        }
        int at = text.indexOf("qzcanary");
        assertThat(at < 0 ? "" : text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60)))
                .as(where)
                .isEmpty();
    }
}
