/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** The vigie command line. */
@org.jspecify.annotations.NullMarked
module org.vigie.cli {
    requires static org.jspecify;
    requires org.vigie.report;
    requires info.picocli;
    requires me.tongfei.progressbar;

    opens org.vigie.cli to
            info.picocli;
}
