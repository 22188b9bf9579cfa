/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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

    @Test
    void writesToAPlaceThatIsNoFileAndNeverReplacesIt() throws IOException {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        Path link = Files.createSymbolicLink(folder.resolve("link"), device);
        for (Path place : new Path[] {device, link}) {
            assertThat(WholeFile.isStream(place)).isTrue();
            WholeFile.write(place, out -> out.write(NEW));
        }
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readAttributes(device, BasicFileAttributes.class).isOther())
                .isTrue();
        assertThat(WholeFile.isStream(file)).isFalse();
        assertThat(WholeFile.isStream(folder)).isFalse();
    }

    @Test
    void saysWhatCouldNotBeWritten() {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        assertThatThrownBy(() -> WholeFile.write(Path.of("/dev/full"), out -> out.write(NEW)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageStartingWith("can't write /dev/full: no space");
    }

    @Test
    void standardOutputHasSeveralNames() throws IOException {
        for (String name : new String[] {"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"}) {
            assertThat(WholeFile.isStandardOutput(Path.of(name))).as(name).isTrue();
        }
        assertThat(WholeFile.isStandardOutput(Path.of("/dev/stderr"))).isFalse();
        assertThat(WholeFile.isStandardOutput(Path.of("stdout"))).isFalse();
        assertThat(StreamPlace.is(Path.of("/dev/fd/63"))).isTrue();
    }
}
