/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    private Path folder;

    @Test
    void onlyOneHoldsItAndNothingStays() throws IOException {
        try (FolderLock lock = FolderLock.take(folder)) {
            assertThat(lock).isNotNull();
            Path other = Files.createDirectory(folder.resolve("inner")).resolve("..");
            assertThatThrownBy(() -> FolderLock.take(other))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("another run is writing into ")
                    .hasMessageEndingWith(": wait until it is done, or name another folder");
            Files.delete(folder.resolve("inner"));
        }
        assertThat(folder).isEmptyDirectory();
        FolderLock.take(folder).close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatAKilledRunLeftBlocksNobody() throws IOException {
        Files.createFile(folder.resolve(FolderLock.FILE));
        FolderLock.take(folder).close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whoClosesTwiceTakesNothingFromTheNext() throws IOException {
        FolderLock first = FolderLock.take(folder);
        first.close();
        try (FolderLock next = FolderLock.take(folder)) {
            first.close();
            assertThat(next).isNotNull();
            assertThat(folder.resolve(FolderLock.FILE)).exists();
            assertThatThrownBy(() -> FolderLock.take(folder)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void needsAFolder() {
        assertThatThrownBy(() -> FolderLock.take(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }
}
