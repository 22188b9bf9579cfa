/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Path file;
    private Path part;

    @BeforeEach
    void names() {
        file = folder.resolve("out.csv");
        part = folder.resolve("out.csv.part");
    }

    @Test
    void keepsTheOldFileUntilTheNewOneIsWhole() throws IOException {
        Files.writeString(file, "old");
        WholeFile.write(file, out -> {
            out.write(NEW);
            assertThat(file).hasContent("old");
            assertThat(part).exists();
        });
        assertThat(file).hasContent("new");
        assertThat(part).doesNotExist();
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        Files.writeString(file, "old");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(NEW);
                    throw new UncheckedIOException(new IOException("no space"));
                }))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("no space");
        assertThat(file).hasContent("old");
        assertThat(part).doesNotExist();
    }

    @Test
    void whatAKilledRunLeftGoes() throws IOException {
        Files.writeString(part, "a longer text than the new one");
        WholeFile.write(file, out -> out.write(NEW));
        assertThat(file).hasContent("new");
        assertThat(part).doesNotExist();

        Files.writeString(part, "half");
        WholeFile.remove(file);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void writesThroughNoLink() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "untouched");
        Files.createSymbolicLink(part, other);
        WholeFile.write(file, out -> out.write(NEW));
        assertThat(other).hasContent("untouched");
        assertThat(file).hasContent("new").isRegularFile();
        assertThat(Files.isSymbolicLink(file)).isFalse();
    }
}
