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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of an index of many partners a run is told what the others found, and not what it put in itself. */
final class OwnFingerprintsTest {
    private static final Pattern ORIGIN = Pattern.compile("\"origin\":\"([^\"]+)\"");

    @TempDir
    private static Path shared;

    private static Path ours;
    private static Path theirs;
    private static Path key;

    @TempDir
    private Path folder;

    @BeforeAll
    static void detect() throws IOException {
        key = shared.resolve("vigie.key");
        assertThat(Run.of("key", "--new", key).exit()).isZero();
        ours = detect("ours", SharedPosts.write(shared.resolve("ours.jsonl"), 8));
        theirs = detect("theirs", SharedPosts.write(shared.resolve("theirs.jsonl"), 9));
    }

    private static Path detect(String name, Path posts, Object... more) {
        Path run = shared.resolve(name);
        List<Object> words = new ArrayList<>(List.of("detect", posts, "--out", run, "--formats", "json"));
        words.addAll(List.of(more));
        Run done = Run.of(words.toArray());
        assertThat(done.exit()).as(done.err()).isZero();
        return run;
    }

    private Path fingerprints(String name, Path run, Object... more) {
        Path file = folder.resolve(name);
        List<Object> words = new ArrayList<>(List.of("fingerprint", run, "--key-file", key, "--out", file));
        words.addAll(List.of(more));
        Run made = Run.of(words.toArray());
        assertThat(made.exit()).as(made.err()).isZero();
        return file;
    }

    private static Run match(Path file, Path run, String... more) {
        List<Object> words =
                new ArrayList<>(List.of("match", file, "--against", run, "--key-file", key, "--on", "2026-03-10"));
        words.addAll(List.of(more));
        Run match = Run.of(words.toArray());
        assertThat(match.exit()).as(match.err()).isZero();
        return match;
    }

    /** Whatever the settings that they were made with. */
    @Test
    void whatTheRunPutIntoTheIndexIsLeftOut() {
        Path index = folder.resolve("index.jsonl");
        Run merged = Run.of(
                "match",
                fingerprints("ours.jsonl", ours),
                fingerprints("short.jsonl", ours, "--valid-days", "30"),
                fingerprints("theirs.jsonl", theirs),
                "--merge",
                index,
                "--key-file",
                key,
                "--on",
                "2026-03-10");
        assertThat(merged.exit()).as(merged.err()).isZero();
        Run match = match(index, ours);
        assertThat(match.out())
                .contains("index.jsonl ", " was seen here too: C1 ")
                .hasLineCount(1);
        assertThat(match.err())
                .isEqualTo("3 fingerprints, 0 of them expired or revoked; 2 of this very run left out; 1 match\n");
        assertThat(match(index, theirs).out()).hasLineCount(2);
        assertThat(match(fingerprints("again.jsonl", ours, "--share-min-accounts", "2"), ours)
                        .out())
                .isEqualTo("nothing was seen here too\n");
        assertThat(match(index, ours, "--lang", "fr")
                        .err()
                        .replace('\u00a0', ' ')
                        .replace('\u202f', ' '))
                .contains("; 2 de cette analyse même laissées de côté ; 1 correspondance");
    }

    /** Another key, other posts or other settings make another run: its findings are told. */
    @Test
    void anotherRunOfTheSamePostsIsNoOwn() throws IOException {
        Path again = detect("again", shared.resolve("ours.jsonl"), "--alpha", "0.04");
        assertThat(match(fingerprints("ours.jsonl", ours), again).out()).contains("was seen here too");
        Path same = detect("same", shared.resolve("ours.jsonl"));
        assertThat(match(fingerprints("ours.jsonl", ours), same).err())
                .as("the same version, settings and posts")
                .contains("1 of this very run left out");
    }

    /** Nobody without the run can tell which fingerprints are of one partner. */
    @Test
    void theOriginTellsNothingOfTheRun() throws IOException {
        String file = Files.readString(fingerprints("ours.jsonl", ours), StandardCharsets.UTF_8);
        String campaigns = Files.readString(ours.resolve("campaigns.json"));
        Matcher run = Pattern.compile("\"run\" : \"([0-9a-f]{64})\"").matcher(campaigns);
        assertThat(run.find()).isTrue();
        assertThat(file).doesNotContain(run.group(1).substring(0, 12));
        Path other = folder.resolve("other.key");
        assertThat(Run.of("key", "--new", other).exit()).isZero();
        Path keyed = folder.resolve("keyed.jsonl");
        assertThat(Run.of("fingerprint", ours, "--key-file", other, "--out", keyed)
                        .exit())
                .isZero();
        assertThat(origin(file)).hasSize(16).isNotEqualTo(origin(Files.readString(keyed)));
        assertThat(origin(file)).isNotEqualTo(origin(Files.readString(fingerprints("theirs.jsonl", theirs))));
    }

    private static String origin(String file) {
        Matcher origin = ORIGIN.matcher(file);
        assertThat(origin.find()).isTrue();
        return origin.group(1);
    }
}
