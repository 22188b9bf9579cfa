/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** CrowdTangle's tables of Facebook, of pages and groups, since 2019. */
final class CrowdTangleFacebook {
    static final Export EXPORT = Export.named("crowdtangle-facebook", "CrowdTangle's tables of Facebook")
            .recognisedBy("facebook_id|page_name|group_name", "post_created|created", "message", "url")
            .withColumns(Field.ID, "url")
            .withColumns(Field.ACCOUNT, "facebook_id", "user_name", "page_name", "group_name")
            .withColumns(Field.TIME, "post_created", "created")
            .withColumns(Field.TEXT, "message", "description", "link_text")
            .withColumns(Field.URLS, "final_link", "link")
            .withDayFirst(false);

    private CrowdTangleFacebook() {}
}
