/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** What Twitter's streams sent between posts: deletions, limits, withheld posts. */
final class XNotices {
    static final Export EXPORT = Export.named("x-notices", "notices between the posts of Twitter's streams")
            .recognisedBy(
                    "delete.status.id|delete.status.id_str|limit.track|scrub_geo.user_id|status_withheld.id|user_withheld.id"
                            + "|disconnect.code|warning.code")
            .withSetAside(row -> row.has("delete.status.id") || row.has("delete.status.id_str")
                    ? "deletions"
                    : "notices of the stream");

    private XNotices() {}
}
