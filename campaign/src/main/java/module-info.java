/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Campaigns and networks of accounts in posts: detectors, the decision, evaluation. */
@org.jspecify.annotations.NullMarked
module org.vigie.campaign {
    requires static transitive org.jspecify;
    requires transitive com.google.common;
    requires transitive org.vigie.graph;
    requires transitive org.vigie.posts;
    requires com.h2database.mvstore;
    requires tools.jackson.core;

    exports org.vigie.campaign;
    exports org.vigie.campaign.coordination;
    exports org.vigie.campaign.evaluation;
    exports org.vigie.campaign.findings;
    exports org.vigie.campaign.monitor;
}
