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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new key: what is written, and what it never replaces. */
final class KeyCommandTest {
    @TempDir
    private Path folder;

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
}
