/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Text-agnostic algorithms on primitives: set similarity, bursts, statistics, pseudonyms. */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // names the modules that may use internal packages; they come after it
module org.vigie.core {
    requires static transitive org.jspecify;
    requires org.apache.commons.numbers.gamma;
    requires org.apache.commons.statistics.distribution;

    exports org.vigie.core.burst;
    exports org.vigie.core.column to
            org.vigie.posts,
            org.vigie.campaign;
    exports org.vigie.core.file to
            org.vigie.posts,
            org.vigie.campaign,
            org.vigie.report,
            org.vigie.cli;
    exports org.vigie.core.internal to
            org.vigie.nlp,
            org.vigie.graph,
            org.vigie.posts,
            org.vigie.campaign,
            org.vigie.report,
            org.vigie.cli;
    exports org.vigie.core.monitor;
    exports org.vigie.core.parallel to
            org.vigie.nlp,
            org.vigie.graph,
            org.vigie.posts,
            org.vigie.campaign;
    exports org.vigie.core.privacy;
    exports org.vigie.core.search;
    exports org.vigie.core.similarity;
    exports org.vigie.core.stats;
}
