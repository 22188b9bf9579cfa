/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The vigie command line. */
@org.jspecify.annotations.NullMarked
module org.vigie.cli {
    requires static org.jspecify;
    requires java.net.http;
    requires org.vigie.report;
    requires info.picocli;
    requires me.tongfei.progressbar;

    uses org.vigie.cli.CorpusService;

    opens org.vigie.cli to
            info.picocli;
}
