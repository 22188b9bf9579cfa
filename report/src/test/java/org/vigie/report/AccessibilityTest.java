/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.campaign.CampaignDetector;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Names;
import org.vigie.posts.simulation.Simulator;

/** The report as axe-core sees it in a real browser. Without Chromium or Chrome nothing is tested. */
class AccessibilityTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Findings FOUND = simulated();

    @TempDir
    private Path folder;

    private static Findings simulated() {
        return TestFindings.withUnreported(CampaignDetector.withDefaults().detect(corpus(1_000, 0.03)));
    }

    private static Corpus corpus(int posts, double planted) {
        CorpusBuilder builder = Corpus.builder();
        Simulator.withDefaults().withPosts(posts).withPlantedShare(planted).run((post, label) -> builder.post(post));
        return builder.build();
    }

    private static Axe axe() {
        assumeTrue(Axe.browser().isPresent(), "no chromium, chromium-browser or google-chrome on the PATH");
        return new Axe(Axe.browser().orElseThrow(), LIMIT);
    }

    private String page(Findings findings, Locale locale) throws IOException {
        ReportWriter.withDefaults()
                .withLocale(locale)
                .withFormats(ReportFormats.named("html"))
                .write(
                        findings,
                        Names.plain(findings.corpus()),
                        Provenance.none().withInputs(List.of(TestFindings.input("ab", 1_000))),
                        folder);
        return Files.readString(folder.resolve("report.html"));
    }

    @BeforeAll
    static void theReportHasAllItsParts() {
        assertThat(FOUND.campaigns()).isNotEmpty();
        assertThat(FOUND.clusters()).isNotEmpty();
        assertThat(FOUND.bursts()).isNotEmpty();
    }

    @Test
    void light() throws Exception {
        assertClean(axe().inspect(page(FOUND, Locale.ENGLISH), Axe.Form.LIGHT), Axe.Form.LIGHT, "en");
    }

    @Test
    void dark() throws Exception {
        assertClean(axe().inspect(page(FOUND, Locale.ENGLISH), Axe.Form.DARK), Axe.Form.DARK, "en");
    }

    @Test
    void phone() throws Exception {
        assertClean(axe().inspect(page(FOUND, Locale.ENGLISH), Axe.Form.PHONE), Axe.Form.PHONE, "en");
    }

    @Test
    void french() throws Exception {
        assertClean(axe().inspect(page(FOUND, Locale.FRENCH), Axe.Form.LIGHT), Axe.Form.LIGHT, "fr");
    }

    @Test
    void nothingFound() throws Exception {
        Findings nothing = TestFindings.nothing(FOUND.corpus());
        assertClean(axe().inspect(page(nothing, Locale.ENGLISH), Axe.Form.LIGHT), Axe.Form.LIGHT, "en");
    }

    /** Each campaign takes a sheet at most. */
    @Test
    void print() throws Exception {
        Findings many = CampaignDetector.withDefaults().detect(corpus(4_000, 0.15));
        assertThat(many.campaigns().size()).isGreaterThan(2);
        String page = page(many, Locale.FRENCH);
        int around = axe().sheets(page.replace("</style>", ".card { display: none !important; }</style>"));
        assertThat(axe().sheets(page) - around).isBetween(1, many.campaigns().size());
    }

    private static void assertClean(Axe.Outcome outcome, Axe.Form form, String language) {
        assertThat(outcome.language()).isEqualTo(language);
        assertThat(outcome.width()).isEqualTo(form.width);
        assertThat(outcome.dark()).isEqualTo(form.dark);
        assertThat(outcome.passed())
                .contains(
                        "color-contrast", "html-has-lang", "landmark-one-main", "page-has-heading-one", "svg-img-alt");
        assertThat(outcome.violations()).isEmpty();
        // On a phone the columns behind the edge are out of axe's sight; they have the colours of a wide page.
        if (form != Axe.Form.PHONE) {
            assertThat(outcome.undecided())
                    .as("what axe cannot tell, besides the contrast of letters in pictures")
                    .allMatch(node -> node.startsWith("color-contrast ") && node.contains(": <text "));
        }
    }

    /** The harness itself: a fault that is there is found. */
    @Test
    void faultsAreFound() throws Exception {
        Axe.Outcome outcome = axe().inspect("""
                        <!doctype html>
                        <html><head><title>Faults</title>
                        <meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head>
                        <body><main><h1>Faults</h1><img src="data:,">
                        <p style="color: #999; background: #fff">Grey on white</p></main></body></html>
                        """, Axe.Form.PHONE);
        assertThat(outcome.violations())
                .hasSize(3)
                .anyMatch(fault -> fault.startsWith("image-alt ") && fault.contains("<img src=\"data:,\">"))
                .anyMatch(fault -> fault.startsWith("color-contrast ") && fault.contains("Grey on white"))
                .anyMatch(fault -> fault.startsWith("html-has-lang "));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aBrowserThatHangsIsEnded() throws Exception {
        Path hanging = Files.createFile(
                folder.resolve("hanging"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(hanging, "#!/bin/sh\nsleep 50\n");
        Axe axe = new Axe(hanging, Duration.ofMillis(500));
        assertThatThrownBy(() -> axe.inspect("<body></body>", Axe.Form.LIGHT))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(hanging + " printed no page in the form LIGHT within PT0.5S; it was ended.");
        assertThat(ProcessHandle.current().descendants())
                .noneMatch(process -> process.info().commandLine().orElse("").contains(hanging.toString()));
    }
}
