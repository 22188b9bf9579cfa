/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.IOException;
import java.io.Writer;
import org.vigie.posts.Names;
import org.vigie.posts.PostSource.Reject;

/** Writes rejects.csv: see docs/formats/manifest-json.md. */
final class RejectsCsv implements ReportFormat {
    static final String FILE = "rejects.csv";

    @Override
    public String file() {
        return FILE;
    }

    /** Without the refused rows' own words where texts or names are withheld: they were never understood. */
    @Override
    public void write(Report report, Writer out) throws IOException {
        Names names = report.names();
        boolean whole =
                names.retention() == Names.Retention.FULL && names.keyId().isEmpty();
        CsvTable csv = new CsvTable(out, "file", "line", "reason", "content");
        for (Reject reject : report.provenance().rejects()) {
            csv.given(Names.clean(reject.file())).number(reject.line());
            csv.given(Names.clean(whole ? reject.reason() : withoutQuotes(reject.reason())));
            csv.given(whole ? Names.clean(reject.content()) : "").end();
        }
        csv.flush();
    }

    private static String withoutQuotes(String reason) {
        int from = reason.indexOf('\'');
        int to = reason.lastIndexOf('\'');
        return from < 0 || to <= from ? reason : reason.substring(0, from + 1) + "\u2026" + reason.substring(to);
    }
}
