/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.report.page.ReportPage;
import org.vigie.report.page.Shown;
import org.vigie.core.privacy.Pseudonymizer;
import org.vigie.graph.network.ExportColumns;
import org.vigie.graph.network.NetworkFormat;

/**
 * Writes a report into a folder: {@code report.html} to read, {@code campaigns.json}, {@code clusters.csv},
 * {@code bursts.csv}, {@code edges.csv}, {@code network.gexf} and {@code network.graphml} to work on,
 * {@code rejects.csv} if rows were refused, and {@code manifest.json}, which says what was looked at and how. The
 * formats are described in docs/formats.
 *
 * <p>The page is one file that loads nothing. Everything from a post is escaped where it stands. With a pseudonymizer,
 * every account, mention and post id is replaced by its pseudonym, and in texts, links and hashtags whatever follows an
 * {@code @} or equals the name of an account of the input; a name that a text tells otherwise (a real name, a nickname)
 * is not found. Texts can be searched for: use pseudonyms with snippets or without text for what is shared.
 *
 * <p>The same report gives the same bytes everywhere, but for the timings in the manifest. A file appears when it is
 * whole. Immutable and thread-safe; two writers must not share a folder at the same time.
 */
public final class ReportWriter {
    private final Locale locale;
    private final TextRetention retention;
    private final Optional<Pseudonymizer> pseudonymizer;
    private final String version;

    private ReportWriter(
            Locale locale, TextRetention retention, Optional<Pseudonymizer> pseudonymizer, String version) {
        this.locale = locale;
        this.retention = retention;
        this.pseudonymizer = pseudonymizer;
        this.version = version;
    }

    /**
     * The defaults: in English, whole texts, names as they are.
     *
     * @return the writer
     */
    public static ReportWriter withDefaults() {
        String version = ReportWriter.class.getPackage().getImplementationVersion();
        return new ReportWriter(
                Locale.ENGLISH, TextRetention.FULL, Optional.empty(), version == null ? "development" : version);
    }

    /**
     * Sets the page's language.
     *
     * @param newLocale French, or English for all others
     * @return the changed writer
     */
    public ReportWriter with(Locale newLocale) {
        return new ReportWriter(newLocale, retention, pseudonymizer, version);
    }

    /**
     * Sets how much of a post's text is kept.
     *
     * @param newRetention how much
     * @return the changed writer
     */
    public ReportWriter with(TextRetention newRetention) {
        return new ReportWriter(locale, newRetention, pseudonymizer, version);
    }

    /**
     * Replaces names by pseudonyms.
     *
     * @param newPseudonymizer gives the pseudonyms
     * @return the changed writer
     */
    public ReportWriter with(Pseudonymizer newPseudonymizer) {
        return new ReportWriter(locale, retention, Optional.of(newPseudonymizer), version);
    }

    /**
     * Sets the version that outputs name.
     *
     * @param newVersion the version of the program
     * @return the changed writer
     */
    public ReportWriter withVersion(String newVersion) {
        return new ReportWriter(locale, retention, pseudonymizer, newVersion);
    }

    /**
     * Writes all files. Files of the same names are replaced.
     *
     * @param source what to write
     * @param folder where to; made if it is not there
     * @return what was written
     * @throws IOException if a file can't be written
     */
    public WrittenReport write(ReportSource source, Path folder) throws IOException {
        Shown shown = shown(source);
        OutputFolder out = new OutputFolder(folder);
        out.write("report.html", w -> ReportPage.write(shown, locale, w));
        out.write("campaigns.json", w -> CampaignsJson.write(shown, w));
        ExportColumns columns = ExportColumns.none()
                .withText("campaign", shown::campaignOfAccount)
                .withEdgeNumber("p", shown.edgeP()::get)
                .withEdgeNumber("q", shown.edgeQ()::get);
        out.write("network.gexf", w -> NetworkFormat.GEXF.write(shown.network(), columns, w));
        out.write("network.graphml", w -> NetworkFormat.GRAPHML.write(shown.network(), columns, w));
        out.write("clusters.csv", w -> CsvFiles.clusters(shown, w));
        out.write("bursts.csv", w -> CsvFiles.bursts(shown, w));
        out.write("edges.csv", w -> CsvFiles.edges(shown, w));
        if (source.rejects().isEmpty()) {
            out.remove("rejects.csv");
        } else {
            boolean whole = retention == TextRetention.FULL && pseudonymizer.isEmpty();
            out.write("rejects.csv", w -> CsvFiles.rejects(source.rejects(), whole, w));
        }
        out.write("manifest.json", w -> Manifest.write(shown, source, out.files(), w));
        return new WrittenReport(
                folder, shown.header().run(), List.copyOf(out.files().keySet()));
    }

    private Shown shown(ReportSource source) {
        String run = Hashes.run(version, source.report().parameters(), source.inputs(), source.posts());
        Shown.Header header = new Shown.Header(
                version,
                run,
                retention.label(),
                pseudonymizer.map(Pseudonymizer::keyId),
                source.report().parameters());
        return new Redaction(retention, pseudonymizer, source.posts()).shown(source, header);
    }
}
