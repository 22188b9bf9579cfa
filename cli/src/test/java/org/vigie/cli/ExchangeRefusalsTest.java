/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What key, fingerprint, match, compare and the options of shared files refuse, and in which words. */
final class ExchangeRefusalsTest extends WithPartner {
    @Test
    void weakKeysAreRefusedByEveryCommand() throws IOException {
        Path weak = Files.writeString(folder.resolve("weak.key"), "x".repeat(64) + "\n");
        if (weak.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(weak, PosixFilePermissions.fromString("rw-------"));
        }
        for (Run refused : List.of(
                Run.of("detect", partner.posts(), "--out", folder.resolve("o"), "--key-file", weak),
                Run.of("fingerprint", partner.run(), "--key-file", weak, "--out", folder.resolve("f")),
                Run.of(
                        "match",
                        partner.fingerprints(folder.resolve("a.jsonl")),
                        "--against",
                        partner.run(),
                        "--key-file",
                        weak),
                Run.of("key", weak))) {
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("128 bits to guess", "vigie key --new")
                    .doesNotContain("xxxx");
        }
        assertThat(folder.resolve("f")).doesNotExist();
        assertThat(folder.resolve("o")).doesNotExist();
    }

    /** Each fails with one sentence, and neither a run nor a key is touched. */
    @Test
    void whatCantBeIsSaidInOneLine() throws IOException {
        Path f = partner.fingerprints(folder.resolve("f.jsonl"));
        Path campaigns = partner.run().resolve("campaigns.json");
        byte[] before = Files.readAllBytes(campaigns);
        Path secret = Files.copy(partner.key(), folder.resolve("copy.key"));
        Path out = folder.resolve("never");
        Map<List<Object>, String> wrong = Map.ofEntries(
                Map.entry(
                        List.of("fingerprint", partner.run(), "--key-file", partner.key(), "--out", campaigns),
                        "2 would replace the input"),
                Map.entry(
                        List.of(
                                "match",
                                f,
                                "--against",
                                partner.run(),
                                "--key-file",
                                partner.key(),
                                "--merge",
                                campaigns),
                        "2 would replace the input"),
                Map.entry(
                        List.of("fingerprint", partner.run(), "--key-file", secret, "--out", secret),
                        "2 would replace the input"),
                Map.entry(
                        List.of("fingerprint", partner.run(), "--key-file", partner.key(), "--out", partner.run()),
                        "1 it is a folder"),
                Map.entry(
                        List.of("fingerprint", partner.run(), "--key-file", partner.run(), "--out", out),
                        "1 is a folder, not a file"),
                Map.entry(
                        List.of("fingerprint", folder, "--key-file", partner.key(), "--out", out),
                        "1 has no campaigns.json"),
                Map.entry(
                        List.of(
                                "fingerprint",
                                partner.run(),
                                "--key-file",
                                partner.key(),
                                "--out",
                                out,
                                "--revoke",
                                ","),
                        "2 name either a RUN or ids to --revoke"),
                Map.entry(List.of("match", partner.run(), "--against", f), "1 is a folder, not a file"),
                Map.entry(
                        List.of("match", f, "--against", f, "--on", "yesterday"), "2 must be a day such as 2026-03-02"),
                Map.entry(List.of("match", f, "--against", out), "1 no such file or folder: "),
                Map.entry(List.of("compare", partner.run(), out), "1 no such file or folder: "),
                Map.entry(List.of("compare", partner.run(), f), "1 it is no campaigns.json"),
                Map.entry(List.of("key", partner.run()), "1 is a folder, not a file"),
                Map.entry(List.of("key", "--new", secret), "1 a key is never replaced"),
                Map.entry(List.of("key", "--new", campaigns.resolve("k")), "1 campaigns.json is a file"),
                Map.entry(
                        List.of("detect", partner.posts(), "--out", out, "--formats", ","),
                        "2 --formats must name at least one"),
                Map.entry(
                        List.of("detect", partner.posts(), "--out", out, "--formats", "json,json"),
                        "2 a file of its own"),
                Map.entry(List.of("detect", partner.posts(), "--out", campaigns), "1 campaigns.json is a file"));
        wrong.forEach((words, sentence) -> {
            Run refused = Run.of(words.toArray());
            assertThat(refused.exit() + " " + refused.err())
                    .as(words.toString())
                    .startsWith(sentence.substring(0, 2));
            assertThat(refused.err())
                    .contains(sentence.substring(2))
                    .hasLineCount(1)
                    .doesNotContain("Exception");
            assertThat(refused.out()).isEmpty();
        });
        assertThat(out).doesNotExist();
        assertThat(campaigns).hasBinaryContent(before);
        assertThat(secret).hasSameBinaryContentAs(partner.key());
    }

    /** Files that are empty, cut off or of another version are refused, in both languages. */
    @Test
    void damagedFilesOfPartnersAndRunsAreRefused() throws IOException {
        Path f = partner.fingerprints(folder.resolve("f.jsonl"));
        String whole = Files.readString(f);
        String json = Files.readString(partner.run().resolve("campaigns.json"));
        Path empty = Files.writeString(folder.resolve("empty.json"), "");
        Path cut = Files.writeString(folder.resolve("cut.json"), json.substring(0, json.length() / 2));
        Path other =
                Files.writeString(folder.resolve("other.json"), json.replace("vigie-campaigns-1", "vigie-campaigns-9"));
        Path cutPrints = Files.writeString(folder.resolve("cut.jsonl"), whole.substring(0, whole.length() - 40));
        Path otherPrints = Files.writeString(
                folder.resolve("other.jsonl"), whole.replace("vigie-fingerprints-2", "vigie-fingerprints-9"));
        Path readable = Files.copy(partner.key(), folder.resolve("readable.key"));
        Files.setPosixFilePermissions(readable, PosixFilePermissions.fromString("rw-r--r--"));
        Map<List<Object>, List<String>> wrong = Map.of(
                List.of("compare", partner.run(), empty), List.of("there is nothing in it", "il est vide"),
                List.of("compare", cut, partner.run()), List.of("it is no whole JSON", "ce n’est pas du JSON complet"),
                List.of("compare", partner.run(), other),
                        List.of(
                                "another version wrote it: the schema must be vigie-campaigns-1",
                                "une autre version l’a écrit : le schéma doit être vigie-campaigns-1"),
                List.of("match", empty, "--against", f),
                        List.of("is no file of vigie", "n’est pas un fichier de vigie"),
                List.of("match", cutPrints, "--against", f),
                        List.of("it is no whole JSON", "ce n’est pas du JSON complet"),
                List.of("match", otherPrints, "--against", f),
                        List.of(
                                "another version wrote it: schema and method must be vigie-fingerprints-2 and",
                                "une autre version l’a écrit : le schéma et la méthode doivent être vigie-fingerprints-2"),
                List.of("fingerprint", partner.run(), "--key-file", partner.key(), "--out", cut, "--valid-days", "0"),
                        List.of(
                                "--valid-days must be at least 1 but was 0",
                                "--valid-days doit être au moins 1, et non 0"),
                List.of("fingerprint", partner.run(), "--key-file", readable, "--out", cut),
                        List.of("but has rw-r--r--", "mais a les droits rw-r--r--"));
        wrong.forEach((words, sentences) -> {
            List<Object> french = new ArrayList<>(words);
            french.addAll(List.of("--lang", "fr"));
            Run refused = Run.of(words.toArray());
            assertThat(refused.exit()).as(words.toString()).isNotZero();
            assertThat(refused.err())
                    .startsWith("vigie: ")
                    .contains(sentences.get(0))
                    .hasLineCount(1);
            assertThat(Run.of(french.toArray()).err().replace('\u00A0', ' '))
                    .startsWith("vigie : ")
                    .contains(sentences.get(1))
                    .hasLineCount(1);
        });
    }

    @Test
    void sharingOptionsAreChecked() {
        for (List<String> words : List.of(
                List.of("--tlp", "white"), List.of("--share-min-accounts", "1"), List.of("--stix-profile", "x"))) {
            List<Object> all = new ArrayList<>(List.of("detect", partner.posts(), "--out", folder.resolve("o")));
            all.addAll(words);
            Run wrong = Run.of(all.toArray());
            assertThat(wrong.exit()).as(words.toString()).isEqualTo(2);
            assertThat(wrong.err().lines()).hasSize(1);
        }
    }
}
