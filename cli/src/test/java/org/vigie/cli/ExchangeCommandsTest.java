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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** key, fingerprint, match, compare, and what files for partners never hold. */
final class ExchangeCommandsTest {
    private static final String SCHEMA = "{\"schema\":\"vigie-fingerprints-2\"";

    private static final List<String> TEXTS = List.of(
            "qzcanarytext the old stone bridge at the mill is shut until the autumn, say the elders",
            "qzcanarytext personne ne nous a pr\u00e9venus que le march\u00e9 du samedi ferme ses portes",
            "qzcanarytext water will be dearer than wine before the next harvest comes, mark these words",
            "qzcanarytext la nouvelle route co\u00fbtera dix fois ce que la mairie avait promis en mars");

    @TempDir
    private static Path shared;

    private static Path posts;
    private static Path run;
    private static Path key;

    @TempDir
    private Path folder;

    /** Eight accounts push four texts and two links, in a stream of others. Names and texts are canaries. */
    @BeforeAll
    static void detect() throws IOException {
        StringBuilder lines = new StringBuilder();
        int id = 0;
        for (int day = 1; day <= 4; day++) {
            for (int a = 0; a < 8; a++) {
                lines.append(post(
                        id++,
                        "qzcanary_pusher" + a,
                        day,
                        9,
                        a,
                        TEXTS.get(day - 1) + " #qzcanarytag",
                        "https://qzcanary-" + day + ".example/page"));
            }
            for (int a = 0; a < 150; a++) {
                lines.append(post(
                        id++,
                        "qzcanary_person" + a,
                        day,
                        a % 24,
                        a % 60,
                        "qzcanaryother " + word(a, day, 3) + " went to " + word(a, day, 5) + " and saw "
                                + word(a, day, 7) + " near " + word(a, day, 11),
                        "https://site" + a + ".example/" + day));
            }
        }
        posts = Files.writeString(shared.resolve("posts.jsonl"), lines);
        run = shared.resolve("run");
        Run detected = Run.of("detect", posts, "--out", run, "--formats", "json,stix,misp");
        assertThat(detected.exit()).as(detected.err()).isZero();
        assertThat(Files.readString(run.resolve("campaigns.json"))).contains("\"id\" : \"C1\"");
        key = shared.resolve("vigie.key");
        assertThat(Run.of("key", "--new", key).exit()).isZero();
    }

    private static String word(int a, int day, int k) {
        return Integer.toString(Math.floorMod((a * 7919 + day * 104_729 + k * 1_299_709) * 31, 46_655), 36) + "ing";
    }

    private static String post(int id, String account, int day, int hour, int minute, String text, String url) {
        return String.format(
                Locale.ROOT,
                "{\"id\":\"qzcanarypost%d\",\"account\":\"%s\",\"time\":\"2026-03-%02dT%02d:%02d:00Z\",\"text\":\"%s\",\"urls\":[\"%s\"]}%n",
                id,
                account,
                day,
                hour,
                minute,
                text,
                url);
    }

    private Path fingerprints(String name, Object... more) {
        Path file = folder.resolve(name);
        List<Object> words = new ArrayList<>(List.of("fingerprint", run, "--key-file", key, "--out", file));
        words.addAll(List.of(more));
        Run made = Run.of(words.toArray());
        assertThat(made.exit()).as(made.err()).isZero();
        return file;
    }

    @Test
    void aNewKeyIsStrongPrivateAndNeverReplaced() throws IOException {
        Path file = folder.resolve("new.key");
        Run made = Run.of("key", "--new", file);
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.out()).matches("pseudonyms [0-9a-f]{16}\\Rfingerprints [0-9a-f]{16}\\R");
        String secret = Files.readString(file);
        assertThat(secret.strip()).hasSize(44);
        assertThat(made.out() + made.err()).doesNotContain(secret.strip());
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(Run.of("key", file).out()).isEqualTo(made.out());
        Run again = Run.of("key", "--new", file);
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("a key is never replaced");
        assertThat(file).hasContent(secret);
    }

    /** It has its name only when it is whole; what a killed run left goes, and nothing is written through a link. */
    @Test
    void aNewKeyIsWholeOrNotThere() throws IOException {
        Path file = folder.resolve("new.key");
        Path part = Files.writeString(folder.resolve("new.key.part"), "half a k");
        Run made = Run.of("key", "--new", file);
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(part).doesNotExist();
        assertThat(Files.readString(file)).hasSize(45);
        Path target = folder.resolve("target.key");
        Path link = folder.resolve("link.key");
        Files.createSymbolicLink(link, target);
        Run linked = Run.of("key", "--new", link);
        assertThat(linked.exit()).isEqualTo(1);
        assertThat(linked.err()).contains("a key is never replaced").hasLineCount(1);
        assertThat(target).doesNotExist();
        assertThat(folder.resolve("link.key.part")).doesNotExist();
    }

    @Test
    void weakKeysAreRefusedByEveryCommand() throws IOException {
        Path weak = Files.writeString(folder.resolve("weak.key"), "x".repeat(64) + "\n");
        if (weak.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(weak, PosixFilePermissions.fromString("rw-------"));
        }
        for (Run refused : List.of(
                Run.of("detect", posts, "--out", folder.resolve("o"), "--key-file", weak),
                Run.of("fingerprint", run, "--key-file", weak, "--out", folder.resolve("f")),
                Run.of("match", fingerprints("a.jsonl"), "--against", run, "--key-file", weak),
                Run.of("key", weak))) {
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err())
                    .contains("128 bits to guess", "vigie key --new")
                    .doesNotContain("xxxx");
        }
        assertThat(folder.resolve("f")).doesNotExist();
        assertThat(folder.resolve("o")).doesNotExist();
    }

    @Test
    void partnersFindTheirCommonCampaign() throws IOException {
        Path theirs = fingerprints("theirs.jsonl");
        assertThat(Files.readString(theirs)).startsWith(SCHEMA);
        Path here = folder.resolve("here"); // a run of its own: what this very run made is left out
        assertThat(Run.of("detect", posts, "--out", here, "--formats", "json", "--alpha", "0.04")
                        .exit())
                .isZero();
        Run text = Run.of("match", theirs, "--against", here, "--key-file", key, "--on", "2026-03-10");
        assertThat(text.exit()).as(text.err()).isZero();
        assertThat(text.out())
                .startsWith("theirs.jsonl ")
                .contains(
                        " was seen here too: C1 ",
                        "4 links in common",
                        "Jaccard 1.00 +- 0.00",
                        "2026-03-01 to 2026-03-04");
        Run csv = Run.of("match", theirs, fingerprints("mine.jsonl"), "--format", "csv", "--on", "2026-03-10");
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv.lines().get(1)).startsWith("theirs.jsonl,").contains(",mine.jsonl,");
        Run json = Run.of("match", theirs, "--against", theirs, "--format", "json", "--on", "2026-03-10");
        assertThat(json.out()).contains("\"schema\" : \"vigie-matches-1\"", "\"standard_error\" : 0");
    }

    /** Whoever found nothing may still have seen it: what counts is the share of the partner's texts and links. */
    @Test
    void aPartnersCampaignIsFoundAmongPosts() throws IOException {
        Path theirs = fingerprints("theirs.jsonl");
        Path half = folder.resolve("half.jsonl");
        try (Stream<String> lines = Files.lines(posts)) {
            Files.write(
                    half,
                    lines.filter(l -> !l.contains("2026-03-01") && !l.contains("2026-03-03") && !l.contains("pusher7"))
                            .toList());
        }
        List<Object> words = List.of("match", theirs, "--against", half, "--key-file", key, "--on", "2026-03-10");
        Run found = Run.of(words.toArray());
        assertThat(found.exit()).as(found.err()).isZero();
        assertThat(found.out())
                .contains(" was seen here too: half.jsonl ", "2 links in common (50% of the smaller)")
                .contains("2026-03-01 to 2026-03-04 and 2026-03-02 to 2026-03-04")
                .hasLineCount(1);
        requireNoCanary("matches", (found.out() + found.err()).getBytes(StandardCharsets.UTF_8), false);
        List<Object> french = new ArrayList<>(words);
        french.addAll(List.of("--lang", "fr"));
        assertThat(Run.of(french.toArray()).out()).contains("a été vue ici aussi");
        Path others = folder.resolve("others.jsonl");
        try (Stream<String> lines = Files.lines(posts)) {
            Files.write(others, lines.filter(l -> !l.contains("pusher")).toList());
        }
        assertThat(Run.of("match", theirs, "--against", others, "--key-file", key, "--on", "2026-03-10")
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
        Path theirs = fingerprints("theirs.jsonl");
        for (Path file : List.of(posts, theirs)) {
            List<String> words =
                    List.of("match", "theirs.jsonl", "--key-file", key.toString(), "--on", "2026-03-10", "--against");
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
        Path theirs = fingerprints("theirs.jsonl", "--valid-days", "30");
        Path index = folder.resolve("index.jsonl");
        Run merged = Run.of("match", theirs, "--merge", index, "--on", "2026-03-10", "--key-file", key);
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
        Run revoke = Run.of("fingerprint", "--revoke", id, "--key-file", key, "--out", revoked);
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
        Run without = Run.of("match", theirs, revoked, "--against", run, "--key-file", key, "--on", "2026-03-10");
        assertThat(without.out()).isEqualTo("nothing was seen here too\n");
    }

    private Path both(Path a, Path b) throws IOException {
        Path file = folder.resolve(a.getFileName() + "+" + b.getFileName());
        assertThat(Run.of("match", a, b, "--merge", file).exit()).isZero();
        return file;
    }

    @Test
    void wrongKeysAndFilesAreSaid() throws IOException {
        Path theirs = fingerprints("theirs.jsonl");
        Path other = folder.resolve("other.key");
        Run.of("key", "--new", other);
        Run noKey = Run.of("match", theirs, "--against", run);
        assertThat(noKey.exit()).isEqualTo(2);
        assertThat(noKey.err()).contains("name it with --key-file");
        Run wrong = Run.of("match", theirs, "--against", run, "--key-file", other);
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).contains("not made with this key");
        Path changed = Files.writeString(
                folder.resolve("changed.jsonl"), Files.readString(theirs).replace("\"accounts\":8", "\"accounts\":9"));
        Run forged = Run.of("match", changed, "--against", run, "--key-file", key);
        assertThat(forged.exit()).isEqualTo(1);
        assertThat(forged.err()).contains("changed.jsonl was changed after it was written");
        assertThat(Run.of("match", theirs).exit()).isEqualTo(2);
        assertThat(Run.of("match", theirs, "--against", theirs, "--min-jaccard", "0.1")
                        .exit())
                .isEqualTo(2);
        assertThat(Run.of("fingerprint", "--key-file", key, "--out", folder.resolve("x"))
                        .exit())
                .isEqualTo(2);
        assertThat(Run.of("match", posts, "--against", theirs).err())
                .contains("posts.jsonl line 1, column ", "the first line must name the schema of vigie fingerprint")
                .doesNotContain("canary");
        assertThat(Run.of("fingerprint", "--revoke", "x", "--key-file", key, "--out", folder.resolve("x"))
                        .exit())
                .isEqualTo(2);
    }

    /** The promise of the whole chain: with a key and without texts, nothing of people or words in any byte. */
    @Test
    void canariesAreInNoOutputByte() throws IOException {
        Path out = folder.resolve("out");
        for (String more : List.of("--lang=en", "--lang=fr", "--stix-profile=opencti", "--misp-objects")) {
            Run hidden = Run.of(
                    "detect",
                    posts,
                    "--out",
                    out,
                    "--key-file",
                    key,
                    "--text-retention",
                    "none",
                    "--stix-incidents",
                    more);
            assertThat(hidden.exit()).as(hidden.err()).isZero();
            requireNoCanary("standard output", hidden.out().getBytes(StandardCharsets.UTF_8), false);
            requireNoCanary("standard error", hidden.err().getBytes(StandardCharsets.UTF_8), false);
            try (Stream<Path> files = Files.list(out)) {
                for (Path file : files.toList()) {
                    // Links and hashtags that a finding rests on are shown in any case.
                    requireNoCanary(file.toString(), Files.readAllBytes(file), true);
                }
            }
            assertThat(out.resolve("stix.json")).content().contains("\"grouping\"");
            assertThat(out.resolve("misp.json")).content().contains("External analysis");
        }
        Run refused = Run.of("fingerprint", out, "--key-file", key, "--out", folder.resolve("f.jsonl"));
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("has no whole texts to make fingerprints of (text retention none)");
        Run full = Run.of("fingerprint", run, "--key-file", key, "--out", folder.resolve("f.jsonl"));
        requireNoCanary("fingerprints", Files.readAllBytes(folder.resolve("f.jsonl")), false);
        requireNoCanary("standard error", full.err().getBytes(StandardCharsets.UTF_8), false);
        Run match = Run.of("match", folder.resolve("f.jsonl"), "--against", run, "--key-file", key);
        requireNoCanary("matches", (match.out() + match.err()).getBytes(StandardCharsets.UTF_8), false);
    }

    private static void requireNoCanary(String where, byte[] bytes, boolean mayHaveLinks) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (mayHaveLinks) {
            text = text.replaceAll("qzcanary-[0-9]\\.example", "").replace("qzcanarytag", "");
        }
        int at = text.indexOf("qzcanary");
        assertThat(at < 0 ? "" : text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60)))
                .as(where)
                .isEmpty();
    }

    @Test
    void runsAreCompared() throws IOException {
        Path small = folder.resolve("small.jsonl");
        try (Stream<String> lines = Files.lines(posts)) {
            Files.write(
                    small,
                    lines.filter(l -> !l.contains("pusher6") && !l.contains("pusher7"))
                            .toList());
        }
        Path before = folder.resolve("before");
        assertThat(Run.of("detect", small, "--out", before, "--formats", "json").exit())
                .isZero();
        Run text = Run.of("compare", before, run);
        assertThat(text.exit()).as(text.err()).isZero();
        assertThat(text.out()).isEqualTo("""
                        0 appeared, 1 grew, 0 stayed, 0 shrank, 0 ended
                          grew     C1 -> C1: accounts 6 -> 8 (6 in common), posts 24 -> 32 (24 in common)
                        """);
        assertThat(Run.of("compare", run, before, "--format", "csv").lines())
                .containsExactly(
                        "state,before,after,accounts_before,accounts_after,accounts_common,posts_before,posts_after,posts_common",
                        "shrank,C1,C1,8,6,6,32,24,24");
        Path none = folder.resolve("none");
        try (Stream<String> lines = Files.lines(posts)) {
            Files.write(small, lines.filter(l -> !l.contains("pusher")).toList());
        }
        assertThat(Run.of("detect", small, "--out", none, "--formats", "json").exit())
                .isZero();
        assertThat(Run.of("compare", none, run, "--format", "json").out())
                .contains("\"schema\" : \"vigie-comparison-1\"", "\"state\" : \"appeared\"");
        assertThat(Run.of("compare", run, none).out()).contains("1 ended", "accounts 8 -> 0");
        Path keyed = folder.resolve("keyed");
        assertThat(Run.of("detect", posts, "--out", keyed, "--formats", "json", "--key-file", key)
                        .exit())
                .isZero();
        Run mixed = Run.of("compare", keyed, run);
        assertThat(mixed.exit()).isEqualTo(2);
        assertThat(mixed.err()).contains("both runs must have names of one key");
        assertThat(Run.of("compare", folder, run).exit()).isEqualTo(1);
    }

    /** Each fails with one sentence, and neither a run nor a key is touched. */
    @Test
    void whatCantBeIsSaidInOneLine() throws IOException {
        Path f = fingerprints("f.jsonl");
        Path campaigns = run.resolve("campaigns.json");
        byte[] before = Files.readAllBytes(campaigns);
        Path secret = Files.copy(key, folder.resolve("copy.key"));
        Path out = folder.resolve("never");
        Map<List<Object>, String> wrong = Map.ofEntries(
                Map.entry(
                        List.of("fingerprint", run, "--key-file", key, "--out", campaigns),
                        "2 would replace the input"),
                Map.entry(
                        List.of("match", f, "--against", run, "--key-file", key, "--merge", campaigns),
                        "2 would replace the input"),
                Map.entry(
                        List.of("fingerprint", run, "--key-file", secret, "--out", secret),
                        "2 would replace the input"),
                Map.entry(List.of("fingerprint", run, "--key-file", key, "--out", run), "1 it is a folder"),
                Map.entry(List.of("fingerprint", run, "--key-file", run, "--out", out), "1 is a folder, not a file"),
                Map.entry(List.of("fingerprint", folder, "--key-file", key, "--out", out), "1 has no campaigns.json"),
                Map.entry(
                        List.of("fingerprint", run, "--key-file", key, "--out", out, "--revoke", ","),
                        "2 name either a RUN or ids to --revoke"),
                Map.entry(List.of("match", run, "--against", f), "1 is a folder, not a file"),
                Map.entry(
                        List.of("match", f, "--against", f, "--on", "yesterday"), "2 must be a day such as 2026-03-02"),
                Map.entry(List.of("match", f, "--against", out), "1 no such file or folder: "),
                Map.entry(List.of("compare", run, out), "1 no such file or folder: "),
                Map.entry(List.of("compare", run, f), "1 it is no campaigns.json"),
                Map.entry(List.of("key", run), "1 is a folder, not a file"),
                Map.entry(List.of("key", "--new", secret), "1 a key is never replaced"),
                Map.entry(List.of("key", "--new", campaigns.resolve("k")), "1 campaigns.json is a file"),
                Map.entry(
                        List.of("detect", posts, "--out", out, "--formats", ","), "2 --formats must name at least one"),
                Map.entry(List.of("detect", posts, "--out", out, "--formats", "json,json"), "2 a file of its own"),
                Map.entry(List.of("detect", posts, "--out", campaigns), "1 campaigns.json is a file"));
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
        assertThat(secret).hasSameBinaryContentAs(key);
    }

    /** Files that are empty, cut off or of another version are refused, in both languages. */
    @Test
    void damagedFilesOfPartnersAndRunsAreRefused() throws IOException {
        Path f = fingerprints("f.jsonl");
        String whole = Files.readString(f);
        String json = Files.readString(run.resolve("campaigns.json"));
        Path empty = Files.writeString(folder.resolve("empty.json"), "");
        Path cut = Files.writeString(folder.resolve("cut.json"), json.substring(0, json.length() / 2));
        Path other =
                Files.writeString(folder.resolve("other.json"), json.replace("vigie-campaigns-1", "vigie-campaigns-9"));
        Path cutPrints = Files.writeString(folder.resolve("cut.jsonl"), whole.substring(0, whole.length() - 40));
        Path otherPrints = Files.writeString(
                folder.resolve("other.jsonl"), whole.replace("vigie-fingerprints-2", "vigie-fingerprints-9"));
        Path readable = Files.copy(key, folder.resolve("readable.key"));
        Files.setPosixFilePermissions(readable, PosixFilePermissions.fromString("rw-r--r--"));
        Map<List<Object>, List<String>> wrong = Map.of(
                List.of("compare", run, empty), List.of("there is nothing in it", "il est vide"),
                List.of("compare", cut, run), List.of("it is no whole JSON", "ce n’est pas du JSON complet"),
                List.of("compare", run, other),
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
                List.of("fingerprint", run, "--key-file", key, "--out", cut, "--valid-days", "0"),
                        List.of(
                                "--valid-days must be at least 1 but was 0",
                                "--valid-days doit être au moins 1, et non 0"),
                List.of("fingerprint", run, "--key-file", readable, "--out", cut),
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

    /** Nothing found is a result: files for partners are there, and are read. */
    @Test
    void nothingFoundIsAResult() throws IOException {
        Path few = Files.writeString(folder.resolve("few.csv"), "id,account,time,text\n1,a,2024-02-13,x\n");
        Path none = folder.resolve("none");
        assertThat(Run.of("detect", few, "--out", none).exit()).isZero();
        assertThat(none.resolve("report.html"))
                .content()
                .contains("1 post by 1 account, published on 13 February 2024: too few to test anything.")
                .doesNotContain("whoever chose them");
        assertThat(none.resolve("stix.json")).content().contains("\"bundle\"").endsWith("}\n");
        assertThat(none.resolve("misp.json")).content().contains("0 campaigns").endsWith("}\n");
        Path empty = folder.resolve("empty.jsonl");
        assertThat(Run.of("fingerprint", none, "--key-file", key, "--out", empty)
                        .exit())
                .isZero();
        Run match = Run.of("match", empty, "--against", none, "--key-file", key);
        assertThat(match.exit()).as(match.err()).isZero();
        assertThat(match.out()).isEqualTo("nothing was seen here too\n");
    }

    @Test
    void sharingOptionsAreChecked() {
        for (List<String> words : List.of(
                List.of("--tlp", "white"), List.of("--share-min-accounts", "1"), List.of("--stix-profile", "x"))) {
            List<Object> all = new ArrayList<>(List.of("detect", posts, "--out", folder.resolve("o")));
            all.addAll(words);
            Run wrong = Run.of(all.toArray());
            assertThat(wrong.exit()).as(words.toString()).isEqualTo(2);
            assertThat(wrong.err().lines()).hasSize(1);
        }
    }
}
