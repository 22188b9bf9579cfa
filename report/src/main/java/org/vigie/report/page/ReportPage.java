/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import org.vigie.campaign.findings.Campaign;
import org.vigie.core.file.Digests;
import org.vigie.report.table.CsvTable;

/**
 * Writes the page. Everything it needs is inside: no request leaves it, and its content security policy forbids any.
 * The one style and the one script are allowed by their SHA-256. So text which broke out of its place could still not
 * run.
 */
public final class ReportPage {
    private ReportPage() {}

    /** Writes the page in one language. */
    @SuppressWarnings("NullAway") // generated code has a parameter for an interceptor, which it does not use
    public static void write(View view, Locale locale, Writer out) {
        String style = resource("report.css");
        String script = resource("report.js");
        Messages words = Messages.of(locale);
        JtereportGenerated.render(
                new OwaspHtmlTemplateOutput(new WriterOutput(out)),
                null,
                view,
                words,
                new Look(style, script, policy(style, script)),
                Timeline.of(view, words),
                NetworkPicture.of(view));
    }

    /** What the page carries besides words. */
    record Look(String style, String script, String policy) {}

    /** What the table of campaigns is sorted by: score, q, accounts, posts, languages (their order is the rank's), time. */
    static String sortable(Campaign c) {
        return String.join(
                " ",
                CsvTable.tenDigits(c.score()),
                CsvTable.tenDigits(c.qValue()),
                Integer.toString(c.members().size()),
                Integer.toString(c.rows().length()),
                "0",
                Long.toString(c.first().getEpochSecond()));
    }

    static String policy(String style, String script) {
        return "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        byte[] digest = Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    /** Line feeds only: a browser hashes what it parsed, and parsing turns other line ends into line feeds. */
    private static String resource(String name) {
        try (InputStream in =
                Objects.requireNonNull(ReportPage.class.getResourceAsStream(name), "the page's parts are in the jar")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
