/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Posts in, campaigns out: readers, pipeline, simulation, reports. */
@org.jspecify.annotations.NullMarked
module org.vigie.campaign {
    requires static transitive org.jspecify;
    requires transitive org.vigie.graph;
    requires transitive org.vigie.nlp;
    requires static java.compiler; // @Generated in the page's generated classes, gone after compilation
    requires de.siegmar.fastcsv;
    requires gg.jte.runtime;
    requires java.xml; // tests read networks and pictures back
    requires tools.jackson.core;

    exports org.vigie.campaign;
    exports org.vigie.campaign.input;
    exports org.vigie.campaign.report;
    exports org.vigie.campaign.simulation;
}
