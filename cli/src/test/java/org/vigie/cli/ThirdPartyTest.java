/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What others made is named, with its version: each library of this test's own class path. */
final class ThirdPartyTest {
    private static final Pattern ROW = Pattern.compile("\\| ([a-z0-9_, -]+) \\| ([^|]+) \\| [^|]*[A-Z][^|]*\\|.*");

    /** As the local repository lays them out: {@code .../name/version/name-version.jar}. */
    private static Set<String> used() {
        Set<String> used = new TreeSet<>();
        for (String property : List.of("java.class.path", "jdk.module.path", "surefire.test.class.path")) {
            for (String entry : System.getProperty(property, "").split(File.pathSeparator, -1)) {
                Path jar = Path.of(entry);
                Path version = jar.getParent();
                if (!entry.endsWith(".jar") || version == null || version.getParent() == null) {
                    continue;
                }
                String name = version.getParent().getFileName() + " " + version.getFileName();
                boolean laidOut = jar.endsWith(name.replace(' ', '-') + ".jar");
                if (laidOut && !name.startsWith("vigie-") && !name.startsWith("surefire-")) {
                    used.add(name);
                }
            }
        }
        return used;
    }

    @Test
    void everyLibraryIsNamed() throws IOException {
        List<String> named = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("../THIRD-PARTY.md"), StandardCharsets.UTF_8)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                for (String name : row.group(1).split(", ", -1)) {
                    named.add(name + " " + row.group(2).strip());
                }
            }
        }
        Set<String> used = used();
        assertThat(used).contains("picocli " + picocli.CommandLine.VERSION).hasSizeGreaterThan(20);
        SoftAssertions all = new SoftAssertions();
        for (String library : used) {
            // The launchers of tests are there too, by their own versions.
            if (!library.startsWith("junit-platform-launcher ") && !library.startsWith("common-")) {
                all.assertThat(named).as("THIRD-PARTY.md").contains(library);
            }
        }
        all.assertAll();
    }
}
