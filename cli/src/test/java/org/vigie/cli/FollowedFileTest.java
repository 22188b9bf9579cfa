/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class FollowedFileTest {
    @TempDir
    private Path folder;

    private Path begin() throws IOException {
        return Files.writeString(folder.resolve("posts.ndjson"), "one\n");
    }

    private static String read(FollowedFile in, int bytes) throws IOException {
        return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }

    @Test
    @Timeout(30)
    void whatIsAddedIsRead() throws IOException {
        Path file = begin();
        try (FollowedFile in = new FollowedFile(file)) {
            assertThat(read(in, 4)).isEqualTo("one\n");
            Files.writeString(file, "two\n", StandardOpenOption.APPEND);
            assertThat(in.available()).isEqualTo(4);
            assertThat(read(in, 4)).isEqualTo("two\n");
        }
    }

    @Test
    @Timeout(30)
    void aFileThatIsCutEndsWithAnError() throws IOException {
        Path file = begin();
        try (FollowedFile in = new FollowedFile(file)) {
            assertThat(read(in, 4)).isEqualTo("one\n");
            Files.writeString(file, "");
            assertThatThrownBy(in::read)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("became shorter while it was followed");
        }
    }

    @Test
    @Timeout(30)
    void aFileThatIsReplacedIsReadToItsEndAndEndsWithAnError() throws IOException {
        Path file = begin();
        assumeTrue(Files.readAttributes(file, BasicFileAttributes.class).fileKey() != null);
        try (FollowedFile in = new FollowedFile(file)) {
            Path moved = Files.move(file, folder.resolve("posts.1"));
            Files.writeString(moved, "two\n", StandardOpenOption.APPEND);
            Files.writeString(file, "three\n");
            assertThat(read(in, 8)).isEqualTo("one\ntwo\n");
            assertThatThrownBy(in::read)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("was replaced while it was followed");
        }
    }
}
