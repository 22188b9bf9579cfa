/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guides as a site: whole, and without anything from elsewhere. */
final class SiteTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern POINTER = Pattern.compile("(href|src)=\"([^\"]+)\"");

    @Test
    void everythingThatPagesPointToIsThere(@TempDir Path out) throws IOException {
        Site.guides(ROOT, out, true);
        List<Path> pages;
        try (Stream<Path> files = Files.walk(out)) {
            pages = files.filter(file -> file.toString().endsWith(".html")).toList();
        }
        assertThat(pages).hasSameSizeAs(Page.all(ROOT)).contains(out.resolve("index.html"));
        SoftAssertions all = new SoftAssertions();
        for (Path page : pages) {
            String html = Files.readString(page);
            all.assertThat(html).as(page.toString()).doesNotContain("<script>", "<style", "<!--");
            // What is wider than a phone can have the focus, to be scrolled by keyboard; axe-core asks for it.
            all.assertThat(html).as(page.toString()).doesNotContain("<pre><code", "<div class=\"table\">");
            for (MatchResult pointer : POINTER.matcher(html).results().toList()) {
                String target = pointer.group(2);
                if (target.startsWith("https://")) {
                    all.assertThat(pointer.group(1)).as("%s: %s", page, target).isEqualTo("href");
                } else if (target.startsWith("#")) {
                    all.assertThat(html).as("%s: %s", page, target).contains("id=\"" + target.substring(1) + "\"");
                } else if (!target.contains("api/index.html")) {
                    String[] parts = target.split("#", 2);
                    Path file = page.resolveSibling(parts[0]).normalize();
                    all.assertThat(file).as("%s: %s", page, target).isRegularFile();
                    if (parts.length == 2 && Files.exists(file)) {
                        all.assertThat(Files.readString(file))
                                .as("%s: %s", page, target)
                                .contains("id=\"" + parts[1] + "\"");
                    }
                }
            }
        }
        all.assertAll();
    }

    @Test
    void searchKnowsEveryPageAndNextLeadsThroughAll(@TempDir Path out) throws IOException {
        Site.guides(ROOT, out, false);
        List<Page> pages = Page.all(ROOT);
        assertThat(Files.readString(out.resolve("pages.js")))
                .contains(pages.stream()
                        .map(page -> "\"" + Site.target(page.file()) + "\"")
                        .toList());
        Pattern next = Pattern.compile("<a rel=\"next\" href=\"([^\"]+)\"");
        Path at = out.resolve("index.html");
        int visited = 1;
        for (Matcher link = next.matcher(Files.readString(at)); link.find(); visited++) {
            at = at.resolveSibling(link.group(1)).normalize();
            link = next.matcher(Files.readString(at));
        }
        assertThat(visited).isEqualTo(pages.size());
    }

    @Test
    void codeIsColouredAndItsWordsStay() {
        String html = "<pre><code class=\"language-java\">int a = f(&quot;// x&quot;); // y\n</code></pre>";
        assertThat(Highlighter.colour(html))
                .isEqualTo("<pre><code><span class=\"keyword\">int</span> a = f(<span class=\"string\">"
                        + "&quot;// x&quot;</span>); <span class=\"comment\">// y</span>\n</code></pre>");
    }
}
