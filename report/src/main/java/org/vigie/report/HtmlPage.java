/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.Writer;
import org.vigie.report.page.ReportPage;

/** Writes report.html, for people. */
final class HtmlPage implements ReportFormat {
    @Override
    public String file() {
        return "report.html";
    }

    @Override
    public void write(Report report, Writer out) {
        ReportPage.write(report.view(), report.locale(), out);
    }
}
