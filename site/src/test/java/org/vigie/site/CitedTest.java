/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What is to be cited: the papers of the index are those that its classes name, and the version is the build's. */
final class CitedTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern CLASS = Pattern.compile("\\(\\.\\./\\.\\./([^)]+\\.java)\\)");
    private static final Pattern PAPER = Pattern.compile("(\\p{Lu}\\p{L}+), (?:\\*[^*]+\\*, )?([12]\\d{3})");
    private static final Pattern SOURCE = Pattern.compile("<p>Sources?( of the method)?: ");
    private static final Pattern VERSION = Pattern.compile("<revision>([^<]+)</revision>");

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file), StandardCharsets.UTF_8);
    }

    @Test
    void classesNameThePapersOfTheIndex() throws IOException {
        SoftAssertions all = new SoftAssertions();
        int papers = 0;
        for (String line : read("docs/methods/papers.md").lines().toList()) {
            Matcher file = CLASS.matcher(line);
            if (file.find()) {
                String source = read(file.group(1));
                for (Matcher paper = PAPER.matcher(line); paper.find(); papers++) {
                    all.assertThat(source).as(line).contains(paper.group(1), paper.group(2));
                }
            }
        }
        all.assertAll();
        assertThat(papers).isGreaterThan(30);
    }

    @Test
    void everyPublicClassWithASourceIsInTheIndex() throws IOException {
        String index = read("docs/methods/papers.md");
        SoftAssertions all = new SoftAssertions();
        for (String module : List.of("core", "nlp", "graph", "posts", "campaign", "report")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    String code = Files.readString(file, StandardCharsets.UTF_8);
                    int type = code.indexOf("\npublic ");
                    String said = type < 0 ? "" : code.substring(0, type);
                    if (SOURCE.matcher(said).find()) {
                        all.assertThat(index)
                                .contains(ROOT.relativize(file).toString().replace('\\', '/'));
                    }
                }
            }
        }
        all.assertAll();
    }

    @Test
    void theVersionIsTheBuilds() throws IOException {
        Matcher version = VERSION.matcher(read("pom.xml"));
        assertThat(version.find()).isTrue();
        assertThat(read("CITATION.cff")).contains("\nversion: " + version.group(1) + "\n");
        assertThat(read("codemeta.json")).contains("\"version\": \"" + version.group(1) + "\"");
    }

    @Test
    void theLicenceIsTheProjects() throws IOException {
        assertThat(List.of(read("CITATION.cff"), read("codemeta.json"), read("pom.xml")))
                .allSatisfy(text -> assertThat(text).contains("Apache-2.0"));
    }
}
