/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStrengthTest {
    @TempDir
    private Path folder;

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void weakKeysAreRefused() throws IOException {
        for (String weak : List.of(
                "a".repeat(16),
                "a".repeat(4_096),
                "0".repeat(64),
                "0123456789abcdef".repeat(4),
                "0123456789".repeat(20),
                "abcabcabcabcabcabcabcabcabcabcabcabc",
                "abcdefghijklmnopqrstuvwxyz",
                "9876543210987654321098765432109876543210",
                "motdepasse",
                "motdepassemotdepassemotdepasse",
                "1234567890123456789012345",
                "secretsecretsecretsecret",
                "\u00e9".repeat(40))) {
            Path file = file(bytes(weak + "\n"));
            assertThatThrownBy(() -> SecretKey.fromFile(file))
                    .as(weak)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("key must have ")
                    .hasMessageNotContaining(weak);
            assertThatThrownBy(() -> SecretKey.fromEnvironment(Map.of("K", weak), "K"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> KeyStrength.require(bytes("0123456789abcdef".repeat(4))))
                .hasMessageMatching("key must have at least 128 bits to guess but has about [0-9]+;"
                        + " make one with vigie key --new");
    }

    /** A refused random key would be a nuisance, and a rule that refuses many would be a wrong rule. */
    @Test
    void randomKeysPassInEveryWriting() {
        for (int size : new int[] {16, 32}) {
            SplittableRandom random = new SplittableRandom(5);
            for (int i = 0; i < 100_000; i++) {
                byte[] key = new byte[size];
                random.nextBytes(key);
                KeyStrength.require(key);
                KeyStrength.require(bytes(Base64.getEncoder().encodeToString(key)));
                KeyStrength.require(
                        bytes(Base64.getUrlEncoder().withoutPadding().encodeToString(key)));
                KeyStrength.require(bytes(HexFormat.of().formatHex(key)));
                KeyStrength.require(bytes(HexFormat.of().withUpperCase().formatHex(key)));
                KeyStrength.require(bytes(base32(key)));
                KeyStrength.require(bytes(new UUID(random.nextLong(), random.nextLong()).toString()));
            }
        }
        KeyStrength.require(bytes("00112233445566778899aabbccddeeff"));
        KeyStrength.require(bytes("quatre mots rares: cormoran, quinquet, bastingage, jusant"));
    }

    private static String base32(byte[] key) {
        StringBuilder out = new StringBuilder();
        int bits = 0;
        int have = 0;
        for (byte b : key) {
            bits = bits << 8 | (b & 0xff);
            for (have += 8; have >= 5; have -= 5) {
                out.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(bits >> (have - 5) & 31));
            }
        }
        return have == 0 ? out.toString() : out.append('A').toString();
    }

    /** Also those that end as a line does: 16 random bytes are 16 bytes. */
    @Test
    void randomBytesAreReadFromAFileAsTheyAre() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 400; i++) {
            byte[] key = new byte[16];
            random.nextBytes(key);
            if (i % 2 == 0) {
                key[15] = '\n';
            }
            if (i % 4 == 0) {
                key[14] = '\r';
            }
            assertThat(SecretKey.fromFile(file(key))).isEqualTo(SecretKey.of(key));
        }
        for (String end : List.of("", "\n", "\r\n")) {
            String line = "quatre mots rares: cormoran, \u00e9toile, jusant";
            assertThat(SecretKey.fromFile(file(bytes(line + end)))).isEqualTo(SecretKey.of(bytes(line)));
        }
        assertThatThrownBy(() -> SecretKey.fromFile(file(bytes("motdepasse12345\n"))))
                .as("a typed line does not become strong by its end")
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Path file(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("key"), content);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }
}
