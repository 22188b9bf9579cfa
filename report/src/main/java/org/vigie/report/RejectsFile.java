/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.vigie.core.file.Shown;
import org.vigie.core.file.WholeFile;
import org.vigie.posts.Names;
import org.vigie.posts.PostSource.Reject;
import org.vigie.report.table.CsvTable;

/** The rows that were refused, written as they come: see docs/formats/manifest-json.md. */
final class RejectsFile {
    static final String FILE = "rejects.csv";

    private final Path part;
    private final boolean whole;
    private final MessageDigest digest = Hashes.sha256();
    private final Writer out;
    private final CsvTable csv;
    private long count;

    /** Without the rows' own words unless they may be shown whole. */
    RejectsFile(Path part, boolean whole) {
        this.part = part;
        this.whole = whole;
        try {
            this.out = new BufferedWriter(
                    new OutputStreamWriter(
                            new DigestOutputStream(WholeFile.create(part), digest), StandardCharsets.UTF_8),
                    1 << 16);
            this.csv = new CsvTable(out, "file", "line", "reason", "content");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Reject reject) {
        count++;
        csv.given(Shown.name(reject.file())).number(reject.line());
        csv.given(Names.clean(whole ? reject.reason() : withoutQuotes(reject.reason())));
        csv.given(whole ? Names.clean(reject.content()) : "").end();
    }

    long count() {
        return count;
    }

    ReportFolder.Written end() throws IOException {
        out.close();
        return new ReportFolder.Written(HexFormat.of().formatHex(digest.digest()), Files.size(part));
    }

    private static String withoutQuotes(String reason) {
        int from = reason.indexOf('\'');
        int to = reason.lastIndexOf('\'');
        return from < 0 || to <= from ? reason : reason.substring(0, from + 1) + "\u2026" + reason.substring(to);
    }
}
