/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.vigie.core.file.Shown;
import org.vigie.posts.Names;
import org.vigie.posts.PostSource.Reject;
import org.vigie.report.table.CsvTable;

/** The rows that were refused, written as they come: see docs/formats/manifest-json.md. */
final class RejectsFile {
    static final String FILE = "rejects.csv";

    private final boolean whole;
    private final DigestedFile file;
    private final CsvTable csv;
    private long count;

    /** Without the rows' own words unless they may be shown whole. */
    RejectsFile(Path part, boolean whole) {
        this.whole = whole;
        try {
            this.file = new DigestedFile(part);
            this.csv = new CsvTable(file.out(), "file", "line", "reason", "content");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Reject reject) {
        count++;
        csv.given(Shown.name(reject.file())).number(reject.line());
        csv.given(Names.clean(whole ? reject.reason() : reject.reasonWithoutWords()));
        csv.given(whole ? Names.clean(reject.content()) : "").end();
    }

    long count() {
        return count;
    }

    DigestedFile.Written end() throws IOException {
        return file.end();
    }
}
