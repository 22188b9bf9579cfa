/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a partner has found is found here: in a run, in posts, in files of fingerprints. */
final class MatchCommandTest extends WithPartner {
    @Test
    void partnersFindTheirCommonCampaign() throws IOException {
        Path theirs = partner.fingerprints(folder.resolve("theirs.jsonl"));
        assertThat(Files.readString(theirs)).startsWith("{\"schema\":\"vigie-fingerprints-2\"");
        Path here = folder.resolve("here"); // a run of its own: what this very run made is left out
        assertThat(Run.of("detect", partner.posts(), "--out", here, "--formats", "json", "--alpha", "0.04")
                        .exit())
                .isZero();
        Run text = Run.of("match", theirs, "--against", here, "--key-file", partner.key(), "--on", "2026-03-10");
        assertThat(text.exit()).as(text.err()).isZero();
        assertThat(text.out())
                .startsWith("theirs.jsonl ")
                .contains(
                        " was seen here too: C1 ",
                        "4 links in common",
                        "Jaccard 1.00 +- 0.00",
                        "2026-03-01 to 2026-03-04");
        Run csv = Run.of(
                "match",
                theirs,
                partner.fingerprints(folder.resolve("mine.jsonl")),
                "--format",
                "csv",
                "--on",
                "2026-03-10");
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv.lines().get(1)).startsWith("theirs.jsonl,").contains(",mine.jsonl,");
        Run json = Run.of("match", theirs, "--against", theirs, "--format", "json", "--on", "2026-03-10");
        assertThat(json.out()).contains("\"schema\" : \"vigie-matches-1\"", "\"standard_error\" : 0");
    }

    /** Whoever found nothing may still have seen it: what counts is the share of the partner's texts and links. */
    @Test
    void aPartnersCampaignIsFoundAmongPosts() throws IOException {
        Path theirs = partner.fingerprints(folder.resolve("theirs.jsonl"));
        Path half = folder.resolve("half.jsonl");
        try (Stream<String> lines = Files.lines(partner.posts())) {
            Files.write(
                    half,
                    lines.filter(l -> !l.contains("2026-03-01") && !l.contains("2026-03-03") && !l.contains("pusher7"))
                            .toList());
        }
        List<Object> words =
                List.of("match", theirs, "--against", half, "--key-file", partner.key(), "--on", "2026-03-10");
        Run found = Run.of(words.toArray());
        assertThat(found.exit()).as(found.err()).isZero();
        assertThat(found.out())
                .contains(" was seen here too: half.jsonl ", "2 links in common (50% of the smaller)")
                .contains("2026-03-01 to 2026-03-04 and 2026-03-02 to 2026-03-04")
                .hasLineCount(1);
        Partner.requireNoCanary("matches", (found.out() + found.err()).getBytes(StandardCharsets.UTF_8), false);
        List<Object> french = new ArrayList<>(words);
        french.addAll(List.of("--lang", "fr"));
        assertThat(Run.of(french.toArray()).out()).contains("a été vue ici aussi");
        Path others = folder.resolve("others.jsonl");
        try (Stream<String> lines = Files.lines(partner.posts())) {
            Files.write(others, lines.filter(l -> !l.contains("pusher")).toList());
        }
        assertThat(Run.of("match", theirs, "--against", others, "--key-file", partner.key(), "--on", "2026-03-10")
                        .out())
                .isEqualTo("nothing was seen here too\n");
        Run noKey = Run.of("match", theirs, "--against", half);
        assertThat(noKey.exit()).isEqualTo(2);
        assertThat(noKey.err()).contains("a run or posts are compared under the partners' key");
    }

    /** A pipe gives what it has once only: what is looked at to tell posts from fingerprints is read all the same. */
    @Test
    void whatIsComparedWithMayBeAPipe() throws Exception {
        assumeTrue(Spawned.hasShell());
        Path theirs = partner.fingerprints(folder.resolve("theirs.jsonl"));
        for (Path file : List.of(partner.posts(), theirs)) {
            List<String> words = List.of(
                    "match", "theirs.jsonl", "--key-file", partner.key().toString(), "--on", "2026-03-10", "--against");
            List<Object> plain = new ArrayList<>(words);
            plain.set(1, theirs);
            plain.add(file);
            Run expected = Run.of(plain.toArray());
            assertThat(expected.out()).contains("was seen here too");
            Run piped = Spawned.shell(
                    folder,
                    "mkfifo " + file.getFileName() + ".pipe && { cat '" + file + "' > " + file.getFileName()
                            + ".pipe & } && vigie " + String.join(" ", words) + " " + file.getFileName() + ".pipe");
            assertThat(piped.exit()).as(piped.err()).isZero();
            assertThat(piped.out().replace(".pipe", "")).isEqualTo(expected.out());
        }
    }

    @Test
    void anIndexKeepsRevocationsAndExpiry() throws IOException {
        Path theirs = partner.fingerprints(folder.resolve("theirs.jsonl"), "--valid-days", "30");
        Path index = folder.resolve("index.jsonl");
        Run merged = Run.of("match", theirs, "--merge", index, "--on", "2026-03-10", "--key-file", partner.key());
        assertThat(merged.exit()).as(merged.err()).isZero();
        assertThat(Run.of("match", theirs, "--against", index, "--on", "2026-04-02")
                        .out())
                .contains("seen here too");
        assertThat(Run.of("match", theirs, "--against", index, "--on", "2026-04-03")
                        .out())
                .isEqualTo("nothing was seen here too\n");
        String print = Files.readAllLines(theirs).get(1);
        String id = print.substring(print.indexOf(":\"") + 2, print.indexOf("\",\"issued"));
        Path revoked = folder.resolve("revoked.jsonl");
        Run revoke = Run.of("fingerprint", "--revoke", id, "--key-file", partner.key(), "--out", revoked);
        assertThat(revoke.exit()).as(revoke.err()).isZero();
        Run after = Run.of("match", theirs, revoked, "--against", index, "--on", "2026-03-10", "--merge", index);
        assertThat(after.exit()).as("an index is no result of itself").isEqualTo(2);
        // Wherever the revocation is, it holds for all files of the command.
        for (List<Object> words : List.<List<Object>>of(
                List.of(theirs, revoked, "--against", index),
                List.of(theirs, "--against", both(index, revoked)),
                List.of(theirs, index, revoked),
                List.of(both(theirs, revoked), index),
                List.of(revoked, "--against", index))) {
            List<Object> all = new ArrayList<>(List.of("match", "--on", "2026-03-10"));
            all.addAll(words);
            Run matched = Run.of(all.toArray());
            assertThat(matched.exit()).as(matched.err()).isZero();
            assertThat(matched.out()).as(words.toString()).isEqualTo("nothing was seen here too\n");
        }
        assertThat(Run.of("match", theirs, "--against", index, "--on", "2026-03-10")
                        .err())
                .contains("1 fingerprint, 0 of them expired or revoked; 1 match", "that needs --key-file");
        Run without = Run.of(
                "match",
                theirs,
                revoked,
                "--against",
                partner.run(),
                "--key-file",
                partner.key(),
                "--on",
                "2026-03-10");
        assertThat(without.out()).isEqualTo("nothing was seen here too\n");
    }

    private Path both(Path a, Path b) throws IOException {
        Path file = folder.resolve(a.getFileName() + "+" + b.getFileName());
        assertThat(Run.of("match", a, b, "--merge", file).exit()).isZero();
        return file;
    }

    @Test
    void wrongKeysAndFilesAreSaid() throws IOException {
        Path theirs = partner.fingerprints(folder.resolve("theirs.jsonl"));
        Path other = folder.resolve("other.key");
        Run.of("key", "--new", other);
        Run noKey = Run.of("match", theirs, "--against", partner.run());
        assertThat(noKey.exit()).isEqualTo(2);
        assertThat(noKey.err()).contains("name it with --key-file");
        Run wrong = Run.of("match", theirs, "--against", partner.run(), "--key-file", other);
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).contains("not made with this key");
        Path changed = Files.writeString(
                folder.resolve("changed.jsonl"), Files.readString(theirs).replace("\"accounts\":8", "\"accounts\":9"));
        Run forged = Run.of("match", changed, "--against", partner.run(), "--key-file", partner.key());
        assertThat(forged.exit()).isEqualTo(1);
        assertThat(forged.err()).contains("changed.jsonl was changed after it was written");
        assertThat(Run.of("match", theirs).exit()).isEqualTo(2);
        assertThat(Run.of("match", theirs, "--against", theirs, "--min-jaccard", "0.1")
                        .exit())
                .isEqualTo(2);
        assertThat(Run.of("fingerprint", "--key-file", partner.key(), "--out", folder.resolve("x"))
                        .exit())
                .isEqualTo(2);
        assertThat(Run.of("match", partner.posts(), "--against", theirs).err())
                .contains("posts.jsonl line 1, column ", "the first line must name the schema of vigie fingerprint")
                .doesNotContain("canary");
        assertThat(Run.of("fingerprint", "--revoke", "x", "--key-file", partner.key(), "--out", folder.resolve("x"))
                        .exit())
                .isEqualTo(2);
    }
}
