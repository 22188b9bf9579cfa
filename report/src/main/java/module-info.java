/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Findings as a page, tables and files that other tools read. */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // names the module that may use an internal package; it comes after it
module org.vigie.report {
    requires static transitive org.jspecify;
    requires transitive org.vigie.campaign;
    requires static java.compiler; // @Generated in the page's generated classes, gone after compilation
    requires de.siegmar.fastcsv;
    requires gg.jte.runtime;
    requires java.xml; // tests read the networks back
    requires tools.jackson.core;

    exports org.vigie.report;
    exports org.vigie.report.exchange;
    exports org.vigie.report.read;
    exports org.vigie.report.words to
            org.vigie.cli;
    exports org.vigie.report.table to
            org.vigie.cli;
}
