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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files for partners: what they never hold, and that there are some when nothing was found. */
final class SharedOutputTest extends WithPartner {
    /** The promise of the whole chain: with a key and without texts, nothing of people or words in any byte. */
    @Test
    void canariesAreInNoOutputByte() throws IOException {
        Path out = folder.resolve("out");
        for (String more : List.of("--lang=en", "--lang=fr", "--stix-profile=opencti", "--misp-objects")) {
            Run hidden = Run.of(
                    "detect",
                    partner.posts(),
                    "--out",
                    out,
                    "--key-file",
                    partner.key(),
                    "--text-retention",
                    "none",
                    "--stix-incidents",
                    more);
            assertThat(hidden.exit()).as(hidden.err()).isZero();
            Partner.requireNoCanary("standard output", hidden.out().getBytes(StandardCharsets.UTF_8), false);
            Partner.requireNoCanary("standard error", hidden.err().getBytes(StandardCharsets.UTF_8), false);
            try (Stream<Path> files = Files.list(out)) {
                for (Path file : files.toList()) {
                    // Links and hashtags that a finding rests on are shown in any case.
                    Partner.requireNoCanary(file.toString(), Files.readAllBytes(file), true);
                }
            }
            assertThat(out.resolve("stix.json")).content().contains("\"grouping\"");
            assertThat(out.resolve("misp.json")).content().contains("External analysis");
        }
        Run refused = Run.of("fingerprint", out, "--key-file", partner.key(), "--out", folder.resolve("f.jsonl"));
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("has no whole texts to make fingerprints of (text retention none)");
        Run full =
                Run.of("fingerprint", partner.run(), "--key-file", partner.key(), "--out", folder.resolve("f.jsonl"));
        Partner.requireNoCanary("fingerprints", Files.readAllBytes(folder.resolve("f.jsonl")), false);
        Partner.requireNoCanary("standard error", full.err().getBytes(StandardCharsets.UTF_8), false);
        Run match = Run.of("match", folder.resolve("f.jsonl"), "--against", partner.run(), "--key-file", partner.key());
        Partner.requireNoCanary("matches", (match.out() + match.err()).getBytes(StandardCharsets.UTF_8), false);
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
        assertThat(Run.of("fingerprint", none, "--key-file", partner.key(), "--out", empty)
                        .exit())
                .isZero();
        Run match = Run.of("match", empty, "--against", none, "--key-file", partner.key());
        assertThat(match.exit()).as(match.err()).isZero();
        assertThat(match.out()).isEqualTo("nothing was seen here too\n");
    }
}
