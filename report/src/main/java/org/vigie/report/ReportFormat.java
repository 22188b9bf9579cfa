/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.io.IOException;
import java.io.Writer;

/**
 * One file of a report. A format of one's own is one class, given to {@link ReportWriter#withFormat}. It asks {@link
 * Report#names()} for every name and text, and for nothing else of the posts, so that what is withheld stays so.
 */
public interface ReportFormat {
    /**
     * Returns the name of the file.
     *
     * @return a name without a folder, such as {@code campaigns.json}
     */
    String file();

    /**
     * Writes the file, the same for the same report.
     *
     * @param report what to write
     * @param out where to, buffered and in UTF-8; whoever gave it closes it
     * @throws IOException if it can't be written
     */
    void write(Report report, Writer out) throws IOException;
}
