/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** Tables of the Meta Content Library. */
final class MetaContentLibrary {
    static final Export EXPORT = Export.named("meta-content-library", "Meta Content Library's tables")
            .recognisedBy("post_owner.id|post_owner.username|owner.id|owner.username", "creation_time")
            .withColumns(Field.ID, "id")
            .withColumns(
                    Field.ACCOUNT,
                    "post_owner.id",
                    "owner.id",
                    "post_owner.username",
                    "owner.username",
                    "post_owner.name")
            .withColumns(Field.TIME, "creation_time")
            .withColumns(Field.TEXT, "text")
            .withColumns(Field.LANGUAGE, "lang")
            .withColumns(Field.URLS, "link_attachment.link")
            .withColumns(Field.HASHTAGS, "hashtags");

    private MetaContentLibrary() {}
}
