/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** Posts of Facebook's Graph API, as Facepager and netvizz fetch them; comments stand inside and are posts of their own. */
final class FacebookGraph {
    static final Export EXPORT = Export.named("facebook-graph", "Facebook's Graph API: posts and their comments")
            .recognisedBy("created_time", "from.id|from.name", "message|story", "id")
            .withColumns(Field.ID, "id")
            .withColumns(Field.ACCOUNT, "from.id", "from.name")
            .withColumns(Field.TIME, "created_time")
            .withColumns(Field.TEXT, "message", "story")
            .withColumns(Field.URLS, "link", "attachments.data.unshimmed_url")
            .withColumns(Field.REPLY_TO, "parent.id")
            .withAlsoFromText(Field.URLS)
            .withNestedRows("comments.data");

    private FacebookGraph() {}
}
