/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.campaign.CampaignDetector;
import org.vigie.campaign.findings.Findings;
import org.vigie.core.privacy.SecretKey;
import org.vigie.posts.Corpus;
import org.vigie.posts.CorpusBuilder;
import org.vigie.posts.Names;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.simulation.CampaignKind;
import org.vigie.posts.simulation.Simulator;
import org.vigie.report.exchange.FingerprintFile;
import org.vigie.report.exchange.FingerprintMatcher;
import org.vigie.report.exchange.Fingerprinter;

/** From posts in which every account says a message in its own words to the page that shows these words side by side. */
class WordingsReportTest {
    @TempDir
    Path folder;

    private static Findings found() {
        CorpusBuilder builder = Corpus.builder().withThreads(2);
        Simulator.withDefaults()
                .withPosts(6_000)
                .withLanguages(List.of("en"))
                .withCampaign(CampaignKind.REWORDED, 24)
                .run((post, label) -> builder.post(post));
        return CampaignDetector.withDefaults().withThreads(2).detect(builder.build());
    }

    @Test
    void wordingsOfOneMessageStandBesideOneAnother() throws IOException {
        Findings findings = found();
        assertThat(findings.campaigns())
                .anySatisfy(campaign -> assertThat(campaign.objects())
                        .anyMatch(object -> object.kind().equals(ObjectKind.WORDING)));
        String english = html(findings, Locale.ENGLISH);
        assertThat(english).contains("<h4>One message in varying words</h4>");
        String shown = english.substring(english.indexOf("<h4>One message in varying words</h4>"));
        assertThat(shown.substring(0, 4_000)).contains("<ins>").contains("<del>");
        assertThat(html(findings, Locale.FRENCH)).contains("<h4>Un même message sous diverses formulations</h4>");
    }

    /** Partners recognise it by the first text of each wording, however their accounts put it. */
    @Test
    void itsFingerprintHasTheWordings() throws IOException {
        Findings findings = found();
        Path run = ReportWriter.withDefaults()
                .withFormats(ReportFormats.named("json"))
                .write(findings, Names.plain(findings.corpus()), Provenance.none(), folder)
                .folder();
        Fingerprinter maker =
                Fingerprinter.withKey(SecretKey.of("a key of the tests, long enough".getBytes(StandardCharsets.UTF_8)));
        FingerprintFile file = maker.of(run);
        assertThat(file.warnings()).noneMatch(warning -> warning.contains("matches none"));
        assertThat(FingerprintMatcher.withDefaults().match(file.fingerprints(), findings.corpus(), maker))
                .hasSameSizeAs(file.fingerprints());
    }

    private String html(Findings findings, Locale language) throws IOException {
        Path to = folder.resolve(language.getLanguage());
        ReportWriter.withDefaults()
                .withLocale(language)
                .write(findings, Names.plain(findings.corpus()), Provenance.none(), to);
        return Files.readString(to.resolve("report.html"));
    }
}
