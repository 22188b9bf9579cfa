/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.vigie.campaign.findings.Findings;
import org.vigie.posts.Names;
import org.vigie.report.page.View;

/**
 * Writes a report into a folder, one file a {@link ReportFormat}. {@code report.html} is to be read; {@code stix.json}
 * and {@code misp.json} are for partners. The others are to work on: {@code campaigns.json}, {@code network.gexf},
 * {@code network.graphml}, {@code campaigns.csv}, {@code accounts.csv}, {@code posts.csv}, {@code clusters.csv},
 * {@code bursts.csv} and {@code edges.csv}. {@code manifest.json} says what was looked at and how. {@code rejects.csv}
 * is added if rows were refused. The formats are described in docs/formats, and how results appear together at {@link
 * ReportFolder}.
 *
 * <p>What is shown of accounts, posts and texts is what {@link Names} shows. The page is one file that loads nothing;
 * everything from a post is escaped where it stands.
 *
 * <p>The same findings and names give the same bytes everywhere, but for the timings in the manifest. Files of formats
 * that are not asked for stay as they are. Immutable and thread-safe.
 */
public final class ReportWriter {
    private final List<ReportFormat> formats;
    private final Locale locale;
    private final String version;

    private ReportWriter(List<ReportFormat> formats, Locale locale, String version) {
        this.formats = formats;
        this.locale = locale;
        this.version = version;
    }

    /**
     * The defaults: all of {@link ReportFormats}, in English.
     *
     * @return the writer
     */
    public static ReportWriter withDefaults() {
        String version = ReportWriter.class.getPackage().getImplementationVersion();
        return new ReportWriter(ReportFormats.all(), Locale.ENGLISH, version == null ? "development" : version);
    }

    /**
     * Sets the formats, in the order of writing.
     *
     * @param newFormats the formats; the rejects and the manifest are written in any case
     * @return the changed writer
     * @throws IllegalArgumentException if a file's name has other characters than letters, digits, {@code . _ -}, is {@code
     *     rejects.csv} or {@code manifest.json}, or comes twice
     */
    public ReportWriter withFormats(List<ReportFormat> newFormats) {
        Set<String> files = new HashSet<>(Set.of(RejectsFile.FILE, Manifest.FILE));
        for (ReportFormat format : newFormats) {
            String file = format.file();
            if (!file.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
                throw new IllegalArgumentException(
                        "the file of a format must be named with letters, digits, '.', '_' and '-' but was '" + file
                                + "'");
            }
            if (!files.add(file)) {
                throw new IllegalArgumentException("every format must have a file of its own but two write " + file);
            }
        }
        return new ReportWriter(List.copyOf(newFormats), locale, version);
    }

    /**
     * Writes another format too, after the others.
     *
     * @param more the format
     * @return the changed writer
     * @throws IllegalArgumentException if its file's name is not allowed, as {@link #withFormats} says
     */
    public ReportWriter withFormat(ReportFormat more) {
        List<ReportFormat> all = new ArrayList<>(formats);
        all.add(more);
        return withFormats(all);
    }

    /**
     * Sets the language for people who read.
     *
     * @param newLocale the page is in French, or in English for all others
     * @return the changed writer
     */
    public ReportWriter withLocale(Locale newLocale) {
        return new ReportWriter(formats, Objects.requireNonNull(newLocale, "newLocale"), version);
    }

    /**
     * Sets the version that outputs name.
     *
     * @param newVersion the version of the program
     * @return the changed writer
     */
    public ReportWriter withVersion(String newVersion) {
        return new ReportWriter(formats, locale, Objects.requireNonNull(newVersion, "newVersion"));
    }

    /**
     * Returns the names of all files that this writer may write into a folder.
     *
     * @return the names, the manifest last
     */
    public List<String> files() {
        List<String> files = new ArrayList<>();
        formats.forEach(format -> files.add(format.file()));
        files.add(RejectsFile.FILE);
        files.add(Manifest.FILE);
        return files;
    }

    /**
     * Writes all files of a report without refused rows. Files of the same names are replaced.
     *
     * @param findings what was found
     * @param names what may be shown of it
     * @param provenance where it comes from
     * @param folder where to; made if it is not there
     * @return what was written
     * @throws IllegalArgumentException if the names are of another corpus than the findings
     * @throws IOException if a file can't be written, or another run is writing into the folder
     */
    public WrittenReport write(Findings findings, Names names, Provenance provenance, Path folder) throws IOException {
        try (ReportFolder open =
                ReportFolder.open(folder, names.retention(), names.keyId().isPresent())) {
            return write(findings, names, provenance, open);
        }
    }

    /**
     * Writes all files of a report, with the rows that the folder was given as refused. Files of the same names are
     * replaced.
     *
     * @param findings what was found
     * @param names what may be shown of it
     * @param provenance where it comes from
     * @param folder where to; stays open
     * @return what was written
     * @throws IllegalArgumentException if the names are of another corpus than the findings, or the folder was opened for
     *     more than they show
     * @throws IOException if a file can't be written
     */
    public WrittenReport write(Findings findings, Names names, Provenance provenance, ReportFolder folder)
            throws IOException {
        if (names.corpus() != findings.corpus()) {
            throw new IllegalArgumentException("names must be of the corpus of the findings but are of another one");
        }
        if (folder.showsMoreThan(names)) {
            throw new IllegalArgumentException(
                    "the folder must be opened for cut texts or pseudonyms, as the names are, but shows refused rows");
        }
        String run = Hashes.run(version, findings, provenance.inputs());
        Report report = new Report(new View(findings, names, provenance.inputs(), version, run), provenance, locale);
        long rejects = folder.rejected();
        folder.clean(formats);
        for (ReportFormat format : formats) {
            folder.write(format, report);
        }
        folder.endRejects();
        folder.write(new Manifest(folder.files(), rejects), report);
        return new WrittenReport(folder.path(), run, folder.place(), report.warnings());
    }
}
