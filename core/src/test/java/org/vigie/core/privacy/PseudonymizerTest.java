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
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymizerTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    /** SECRET is an order that people guess, so no file or variable may hold it. */
    private static final String STRONG = "tK7vQ2mZ9xR4bN8cW1jH6fL3pD5sG0yA";

    private static final SecretKey KEY = SecretKey.of(SECRET.getBytes(StandardCharsets.US_ASCII));
    private static final Pseudonymizer NAMES = Pseudonymizer.withKey(KEY);

    @Test
    void versionOneIsPinned() {
        // From Python's hmac module over the length-prefixed domain and the message.
        assertThat(KEY.id()).isEqualTo("806bb47197a5caf4");
        assertThat(NAMES.pseudonym("account", "Зоряна_1986")).isEqualTo("d86uwuWPsKQXN7nL");
        assertThat(HexFormat.of().formatHex(KEY.digest("x", new byte[] {'a', 'b', 'c'})))
                .isEqualTo("44e4b62b61c706461740ae78ddb87237fd98215b5100161bfb837a911dd08a53");
    }

    @Test
    void fieldsAndKeysAreSeparated() {
        Set<String> names = new HashSet<>();
        names.add(NAMES.pseudonym("account", "marie"));
        names.add(NAMES.pseudonym("hashtag", "marie"));
        names.add(NAMES.pseudonym("accountm", "arie"));
        names.add(NAMES.pseudonym("account", "Marie"));
        names.add(Pseudonymizer.withKey(SecretKey.random()).pseudonym("account", "marie"));
        assertThat(names).hasSize(5).allMatch(name -> name.matches("[A-Za-z0-9_-]{16}"));
        assertThat(NAMES.withBytes(24).pseudonym("account", "marie"))
                .hasSize(32)
                .startsWith(NAMES.pseudonym("account", "marie"));
    }

    @Test
    void theKeyIsNeverShown() {
        assertThat(KEY.toString()).isEqualTo("SecretKey[id=" + KEY.id() + "]");
        assertThat(NAMES.toString()).isEqualTo("Pseudonymizer[keyId=" + KEY.id() + ", bytes=12]");
        assertThat(KEY.toString() + NAMES).doesNotContain(SECRET.substring(0, 10), "30313233");
        assertThat(NAMES.keyId()).isEqualTo(KEY.id());
        assertThatThrownBy(() -> SecretKey.fromEnvironment(Map.of("K", "tooshort-secret"), "K"))
                .hasMessage("key must have 16 to 4096 bytes but had 15");
    }

    @Test
    void keysAndDigestsAreCopies() {
        byte[] bytes = SECRET.getBytes(StandardCharsets.US_ASCII);
        SecretKey key = SecretKey.of(bytes);
        byte[] digest = key.digest("x", bytes);
        Arrays.fill(bytes, (byte) 0);
        assertThat(key).isEqualTo(KEY);
        byte[] kept = digest.clone();
        Arrays.fill(digest, (byte) 0);
        assertThat(key.digest("x", SECRET.getBytes(StandardCharsets.US_ASCII))).isEqualTo(kept);
    }

    @Test
    void equalKeysAreEqual() {
        SecretKey strong = SecretKey.of(STRONG.getBytes(StandardCharsets.US_ASCII));
        SecretKey same = SecretKey.fromEnvironment(Map.of("VIGIE_KEY", STRONG), "VIGIE_KEY");
        assertThat(same).isEqualTo(strong).hasSameHashCodeAs(strong).isNotEqualTo(KEY);
        assertThat(SecretKey.random()).isNotEqualTo(KEY).isNotEqualTo(SecretKey.random());
        assertThat(KEY).isNotEqualTo("key");
    }

    @Test
    void filesMustBePrivate(@TempDir Path dir) throws IOException {
        Path file = Files.writeString(dir.resolve("key"), STRONG + "\r\n");
        boolean posix = Files.getFileStore(file).supportsFileAttributeView("posix");
        if (posix) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
            assertThatThrownBy(() -> SecretKey.fromFile(file))
                    .hasMessageStartingWith("key file must be closed to group and others (chmod 600 ")
                    .hasMessageEndingWith("but has rw-r-----");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(SecretKey.fromFile(file)).isEqualTo(SecretKey.of(STRONG.getBytes(StandardCharsets.US_ASCII)));
        Files.write(file, new byte[5000]);
        assertThatThrownBy(() -> SecretKey.fromFile(file))
                .hasMessage("key file must have at most 4096 bytes but had 5000");
        Files.write(file, new byte[] {'\n'});
        assertThatThrownBy(() -> SecretKey.fromFile(file)).hasMessage("key must have 16 to 4096 bytes but had 0");
    }

    @Test
    void rejectsWithRuleAndValue() {
        assertThatThrownBy(() -> SecretKey.of(new byte[4097]))
                .hasMessage("key must have 16 to 4096 bytes but had 4097");
        assertThatThrownBy(() -> KEY.digest("\uD800", new byte[0]))
                .hasMessage("text must be valid UTF-16 but has a lone surrogate");
        assertThatThrownBy(() -> SecretKey.fromEnvironment(Map.of("K", "\uD800" + SECRET), "K"))
                .hasMessage("text must be valid UTF-16 but has a lone surrogate");
        assertThatThrownBy(() -> NAMES.pseudonym("\uD800", "a"))
                .hasMessage("text must be valid UTF-16 but has a lone surrogate");
        assertThatThrownBy(() -> SecretKey.fromEnvironment(Map.of(), "VIGIE_KEY"))
                .hasMessage("environment variable VIGIE_KEY must hold a key but is not set");
        assertThatThrownBy(() -> NAMES.withBytes(7)).hasMessage("bytes must be in [8, 32] but was 7");
        assertThatThrownBy(() -> NAMES.pseudonym("account", "a\uD800"))
                .hasMessage("text must be valid UTF-16 but has a lone surrogate");
    }
}
