/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Posts as columns: readers of exports, the corpus, the names of its numbers, simulated traffic. */
@org.jspecify.annotations.NullMarked
module org.vigie.posts {
    requires static transitive org.jspecify;
    requires transitive org.vigie.core;
    requires transitive org.vigie.nlp;
    requires com.google.common;
    requires de.siegmar.fastcsv;
    requires tools.jackson.core;

    exports org.vigie.posts;
    exports org.vigie.posts.exports;
    exports org.vigie.posts.rows;
    exports org.vigie.posts.simulation;
}
