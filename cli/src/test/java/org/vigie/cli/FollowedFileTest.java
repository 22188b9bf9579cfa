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
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class FollowedFileTest {
    @TempDir
    private Path folder;

    private final List<String> heard = new ArrayList<>();

    private final FollowedFile.Hearer hearer = new FollowedFile.Hearer() {
        @Override
        public void turned(FollowedFile.Turn turn) {
            heard.add(turn.toString());
        }

        @Override
        public void gone() {
            heard.add("gone");
        }

        @Override
        public void leftBehind() {
            heard.add("left behind");
        }
    };

    private Path begin() throws IOException {
        return Files.writeString(folder.resolve("posts.ndjson"), "one\n");
    }

    private FollowedFile follow(Path file, long patience) throws IOException {
        FollowedFile in = new FollowedFile(file, hearer, Duration.ofMillis(patience));
        assertThat(in.next()).isTrue();
        return in;
    }

    private static String read(FollowedFile in, int bytes) throws IOException {
        return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }

    /** In another thread, after the file was waited at. */
    private static Thread later(long millis, Work work) {
        Thread thread = new Thread(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
                work.run();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        return thread;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void assumeKeys(Path file) throws IOException {
        assumeTrue(Files.readAttributes(file, BasicFileAttributes.class).fileKey() != null);
    }

    @Test
    @Timeout(30)
    void whatIsAddedIsRead() throws IOException {
        Path file = begin();
        try (FollowedFile in = follow(file, 0)) {
            assertThat(read(in, 4)).isEqualTo("one\n");
            Files.writeString(file, "two\n", StandardOpenOption.APPEND);
            assertThat(in.available()).isEqualTo(4);
            assertThat(read(in, 4)).isEqualTo("two\n");
            later(300, () -> Files.writeString(file, "three\n", StandardOpenOption.APPEND));
            assertThat(read(in, 6)).isEqualTo("three\n");
        }
        assertThat(heard).isEmpty();
    }

    @Test
    @Timeout(30)
    void anEmptyFileIsWaitedFor() throws IOException {
        Path file = Files.writeString(folder.resolve("posts.ndjson"), "");
        later(300, () -> Files.writeString(file, "one\n"));
        try (FollowedFile in = follow(file, 0)) {
            assertThat(read(in, 4)).isEqualTo("one\n");
        }
        assertThat(heard).isEmpty();
    }

    @Test
    @Timeout(30)
    void aFileThatIsCutIsReadFromItsBeginning() throws IOException {
        Path file = begin();
        try (FollowedFile in = follow(file, 0)) {
            assertThat(read(in, 4)).isEqualTo("one\n");
            Files.writeString(file, "");
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.read()).as("it stays so").isEqualTo(-1);
            assertThat(in.available()).isZero();
            Files.writeString(file, "two\n");
            assertThat(in.next()).isTrue();
            assertThat(read(in, 4)).isEqualTo("two\n");
        }
        assertThat(heard).containsExactly("CUT");
    }

    /** As long as before, or longer: its length does not show it. */
    @Test
    @Timeout(30)
    void aFileThatIsWrittenAnewIsReadFromItsBeginning() throws IOException {
        Path file = begin();
        try (FollowedFile in = follow(file, 0)) {
            assertThat(read(in, 4)).isEqualTo("one\n");
            Files.writeString(file, "six\n");
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.next()).isTrue();
            assertThat(read(in, 4)).isEqualTo("six\n");
            later(300, () -> Files.writeString(file, "7".repeat(3_000)));
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.next()).isTrue();
            assertThat(read(in, 3_000)).isEqualTo("7".repeat(3_000));
        }
        assertThat(heard).containsExactly("CUT", "CUT");
    }

    @Test
    @Timeout(30)
    void aFileThatIsReplacedIsReadToItsEndAndTheNextIsFollowed() throws IOException {
        Path file = begin();
        assumeKeys(file);
        try (FollowedFile in = follow(file, 1_000)) {
            assertThat(read(in, 4)).isEqualTo("one\n");
            Path moved = Files.move(file, folder.resolve("posts.1"));
            Files.writeString(file, "three\n");
            // Who writes it has not noticed yet.
            later(500, () -> Files.writeString(moved, "two\n", StandardOpenOption.APPEND));
            assertThat(read(in, 100)).isEqualTo("two\n");
            assertThat(in.next()).isTrue();
            assertThat(read(in, 6)).isEqualTo("three\n");
            Files.writeString(moved, "too late\n", StandardOpenOption.APPEND);
            later(600, () -> Files.writeString(file, "four\n", StandardOpenOption.APPEND));
            assertThat(read(in, 5)).isEqualTo("four\n");
        }
        assertThat(heard).containsExactly("REPLACED", "left behind");
    }

    @Test
    @Timeout(30)
    void aFileThatIsGoneIsWaitedForAndThatIsSaidOnce() throws IOException {
        Path file = begin();
        assumeKeys(file);
        try (FollowedFile in = follow(file, 0)) {
            assertThat(read(in, 4)).isEqualTo("one\n");
            Files.delete(file);
            later(700, () -> Files.writeString(file, "two\n"));
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.next()).isTrue();
            assertThat(read(in, 4)).isEqualTo("two\n");
        }
        assertThat(heard).containsExactly("gone", "REPLACED");
    }

    /** Two rotations in a row, the first of them of a file to which nothing came. */
    @Test
    @Timeout(30)
    void anEmptyFileThatIsReplacedIsPassed() throws IOException {
        Path file = begin();
        assumeKeys(file);
        try (FollowedFile in = follow(file, 0)) {
            assertThat(read(in, 4)).isEqualTo("one\n");
            Files.move(file, folder.resolve("posts.2"));
            Files.writeString(file, "");
            assertThat(in.read()).isEqualTo(-1);
            later(500, () -> {
                Files.move(file, folder.resolve("posts.1"));
                Files.writeString(file, "two\n");
            });
            assertThat(in.next()).isTrue();
            assertThat(read(in, 4)).isEqualTo("two\n");
        }
        assertThat(heard).contains("REPLACED").doesNotContain("CUT", "left behind");
    }

    @Test
    @Timeout(30)
    void anInterruptedThreadReadsNoMore() throws IOException {
        Path file = begin();
        try (FollowedFile in = follow(file, 0)) {
            assertThat(read(in, 4)).isEqualTo("one\n");
            Thread reading = Thread.currentThread();
            later(300, reading::interrupt);
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.next()).isFalse();
        }
        assertThat(heard).isEmpty();
    }
}
