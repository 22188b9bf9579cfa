/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the pages point to is there: pages, headings, pictures, files, classes. Nothing is fetched. */
final class DocsLinksTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BENCHMARK = Pattern.compile("org\\.vigie\\.benchmarks((?:\\.[a-z]+)+\\.[A-Z]\\w+)");
    private static List<Page> pages = List.of();

    @BeforeAll
    static void read() throws IOException {
        pages = Page.all(ROOT);
        assertThat(pages).extracting(Page::file).contains("README.md", "docs/index.md", "docs/methods/bursts.md");
    }

    @Test
    void linksResolve() {
        Map<String, Page> byFile = new HashMap<>();
        pages.forEach(page -> byFile.put(page.file(), page));
        SoftAssertions all = new SoftAssertions();
        for (Page page : pages) {
            for (String link : page.destinations()) {
                if (link.contains("://") || link.startsWith("mailto:")) {
                    all.assertThat(URI.create(link).getScheme())
                            .as("%s: %s", page.file(), link)
                            .isEqualTo("https");
                    continue;
                }
                String[] parts = link.split("#", 2);
                String target = page.resolve(link);
                all.assertThat(ROOT.resolve(target))
                        .as("%s: %s", page.file(), link)
                        .exists();
                if (parts.length == 2) {
                    Page other = byFile.get(target);
                    all.assertThat(other == null ? List.of() : other.anchors())
                            .as("%s: %s", page.file(), link)
                            .contains(parts[1]);
                }
            }
        }
        all.assertAll();
    }

    /** A page that nothing points to is read by nobody. */
    @Test
    void everyPageIsReachedFromTheReadme() {
        Map<String, Page> unseen = new HashMap<>();
        pages.forEach(page -> unseen.put(page.file(), page));
        visit("README.md", unseen);
        assertThat(unseen.keySet()).isEmpty();
    }

    private static void visit(String file, Map<String, Page> unseen) {
        Page page = unseen.remove(file);
        if (page == null) {
            return;
        }
        for (String link : page.destinations()) {
            if (!link.contains("://")) {
                String target = page.resolve(link);
                visit(target.endsWith(".md") ? target : target + "/README.md", unseen);
            }
        }
    }

    @Test
    void benchmarksThatArePromisedExist() throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (Page page : pages) {
            String text = Files.readString(ROOT.resolve(page.file()), StandardCharsets.UTF_8);
            BENCHMARK
                    .matcher(text)
                    .results()
                    .forEach(match -> all.assertThat(ROOT.resolve("benchmarks/src/main/java/org/vigie/benchmarks"
                                    + match.group(1).replace('.', '/') + ".java"))
                            .as("%s: %s", page.file(), match.group())
                            .exists());
        }
        all.assertAll();
    }

    /** Paths of one machine help nobody else. */
    @Test
    void pagesNameNoMachine() {
        assertThat(pages)
                .allSatisfy(page -> assertThat(Files.readString(ROOT.resolve(page.file()), StandardCharsets.UTF_8))
                        .as(page.file())
                        .doesNotContain("/work/", "/root/", "/home/"));
    }
}
