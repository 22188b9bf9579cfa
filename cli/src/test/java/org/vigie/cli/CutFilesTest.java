/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one command wrote and another reads: half of it is never read as if it were whole. */
final class CutFilesTest {
    @TempDir
    private static Path shared;

    private static Path posts;
    private static Path run;
    private static Path key;
    private static Path prints;

    @TempDir
    private Path folder;

    @BeforeAll
    static void detect() throws IOException {
        posts = SharedPosts.write(shared.resolve("posts.jsonl"), 8);
        run = shared.resolve("run");
        key = shared.resolve("vigie.key");
        prints = shared.resolve("prints.jsonl");
        requireDone(Run.of("detect", posts, "--out", run, "--formats", "json"));
        requireDone(Run.of("key", "--new", key));
        requireDone(Run.of("fingerprint", run, "--key-file", key, "--out", prints));
    }

    private static void requireDone(Run done) {
        assertThat(done.exit()).as(done.err()).isZero();
    }

    /** Every length of a short file, some of a long one, and every end of a line. */
    private void requireRefused(Path whole, Function<Path, List<List<Object>>> commands) throws IOException {
        byte[] bytes = Files.readAllBytes(whole);
        List<Integer> lengths = new ArrayList<>(List.of(0, 1, 4, bytes.length - 40, bytes.length - 3));
        IntStream.range(1, 12).map(part -> bytes.length / 12 * part).forEach(lengths::add);
        int[] ends = IntStream.range(1, bytes.length - 1)
                .filter(i -> bytes[i - 1] == '\n')
                .toArray();
        IntStream.range(0, Math.min(12, ends.length))
                .map(e -> ends[e * ends.length / Math.min(12, ends.length)])
                .forEach(lengths::add);
        Path cut = folder.resolve("cut-" + whole.getFileName());
        for (int length : lengths) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            for (List<Object> words : commands.apply(cut)) {
                Run refused = Run.of(words.toArray());
                assertThat(refused.exit()).as("%s of %d bytes", words, length).isEqualTo(1);
                assertThat(refused.err())
                        .as("%s of %d bytes", words, length)
                        .startsWith("vigie: ")
                        .contains("cut-");
                if (length > 64) { // less may be posts
                    assertThat(refused.err()).hasLineCount(1);
                }
            }
        }
        Files.write(cut, bytes);
        for (List<Object> words : commands.apply(cut)) {
            requireDone(Run.of(words.toArray()));
        }
    }

    @Test
    void fingerprints() throws IOException {
        Path index = folder.resolve("index.jsonl");
        requireRefused(
                prints,
                cut -> List.of(
                        List.of("match", cut, "--against", prints),
                        List.of("match", prints, "--against", cut, "--key-file", key),
                        List.of("match", prints, cut, "--merge", index),
                        List.of("match", cut, "--against", run, "--key-file", key)));
        assertThat(index).content().contains("\"schema\":\"vigie-fingerprints-2\"", "{\"fingerprints\":1,");
        requireRefused(index, cut -> List.of(List.of("match", prints, "--against", cut, "--key-file", key)));
    }

    @Test
    void revocations() throws IOException {
        Path revoked = folder.resolve("revoked.jsonl");
        requireDone(Run.of("fingerprint", "--revoke", "0123456789abcdef", "--key-file", key, "--out", revoked));
        requireRefused(revoked, cut -> List.of(List.of("match", prints, cut, "--key-file", key)));
    }

    @Test
    void campaigns() throws IOException {
        Path truth = Files.writeString(folder.resolve("truth.csv"), "account,campaign\npusher0,a\n");
        requireRefused(
                run.resolve("campaigns.json"),
                cut -> List.of(
                        List.of("compare", cut, run),
                        List.of("compare", run, cut),
                        List.of("evaluate", cut, truth),
                        List.of("fingerprint", cut, "--key-file", key, "--out", folder.resolve("f.jsonl")),
                        List.of("match", prints, "--against", renamed(cut), "--key-file", key)));
    }

    private static Path renamed(Path cut) {
        try {
            Path folder = Files.createDirectories(cut.resolveSibling("cut-run"));
            return Files.write(folder.resolve("campaigns.json"), Files.readAllBytes(cut));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theIndexOfDuplicates() throws IOException {
        Path index = folder.resolve("texts.index");
        requireDone(Run.of("duplicates", posts, "--save-index", index));
        requireRefused(index, cut -> List.of(List.of("duplicates", posts, "--against", cut)));
    }

    /** Said in both languages, with the file that is meant. */
    @Test
    void whatIsWrongIsSaidInBothLanguages() throws IOException {
        String whole = Files.readString(prints);
        String head = whole.substring(0, whole.indexOf('\n') + 1);
        String last = whole.substring(whole.lastIndexOf('{'));
        requireSaid(head, "half.jsonl has no closing line", "half.jsonl n’a pas de ligne de fin");
        requireSaid(
                head + last,
                "has 0 fingerprints and 0 revocations, but its closing line says 1 and 0",
                "a 0 empreinte et 0 révocation, mais sa ligne de fin en annonce 1 et 0");
        requireSaid(
                whole.replace("\"accounts\":8", "\"accounts\":9"),
                "was changed after it was written",
                "a été modifié après son écriture");
        requireSaid(
                whole + whole,
                "nothing may follow the closing line; vigie match --merge puts files together",
                "rien ne peut suivre la ligne de fin ; vigie match --merge réunit des fichiers");
        requireSaid(head + whole, "the first line must come once", "la première ligne ne doit venir qu’une fois");
    }

    private void requireSaid(String text, String english, String french) throws IOException {
        Path half = Files.writeString(folder.resolve("half.jsonl"), text);
        Run refused = Run.of("match", half, "--against", prints);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains(english).hasLineCount(1);
        Run dit = Run.of("match", half, "--against", prints, "--lang", "fr");
        assertThat(dit.err().replace('\u00a0', ' ').replace('\u202f', ' '))
                .contains(french)
                .hasLineCount(1);
    }

    /** Whoever changes a line can close the file anew; they can't make the line pass who has the key. */
    @Test
    void aClosingLineIsNoSignature() throws IOException {
        String whole = Files.readString(prints).replace("\"accounts\":8", "\"accounts\":9");
        String before = whole.substring(0, whole.lastIndexOf('{'));
        Path changed = Files.writeString(
                folder.resolve("changed.jsonl"),
                before + "{\"fingerprints\":1,\"revocations\":0,\"sha256\":\"" + sha256(before) + "\"}\n");
        Run forged = Run.of("match", changed, "--against", run, "--key-file", key);
        assertThat(forged.exit()).isEqualTo(1);
        assertThat(forged.err()).contains("1 fingerprint that was not made with this key, or was changed");
        requireDone(Run.of("match", changed, "--against", changed));
    }

    @Test
    void theOlderFormatIsReadWithAWarning() throws IOException {
        String whole = Files.readString(prints);
        Path old = Files.writeString(
                folder.resolve("old.jsonl"),
                whole.substring(0, whole.lastIndexOf('{')).replace("vigie-fingerprints-2", "vigie-fingerprints-1"));
        Path anew = folder.resolve("anew.jsonl");
        Run read = Run.of("match", old, "--merge", anew, "--key-file", key, "--quiet");
        requireDone(read);
        assertThat(read.err()).contains("warning: ", "old.jsonl is of the older format vigie-fingerprints-1");
        assertThat(anew).hasSameTextualContentAs(prints);
        Run against = Run.of("match", prints, "--against", old, "--quiet", "--lang", "fr");
        assertThat(against.err()).contains("old.jsonl est de l’ancien format vigie-fingerprints-1");
        assertThat(Run.of("match", prints, "--against", anew, "--quiet").err()).isEmpty();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
