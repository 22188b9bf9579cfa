/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Coordination: co-actions, networks, backbones, communities, scores. */
@org.jspecify.annotations.NullMarked
module org.vigie.graph {
    requires static transitive org.jspecify;
    requires transitive org.vigie.core;
    requires org.apache.commons.statistics.descriptive;
    requires transitive org.jgrapht.core;

    exports org.vigie.graph.backbone;
    exports org.vigie.graph.coaction;
    exports org.vigie.graph.community;
    exports org.vigie.graph.compat;
    exports org.vigie.graph.network;
    exports org.vigie.graph.score;
}
