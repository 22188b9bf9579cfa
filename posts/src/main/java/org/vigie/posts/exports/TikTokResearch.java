/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** TikTok's research API. */
final class TikTokResearch {
    static final Export EXPORT = Export.named("tiktok-research", "TikTok research API")
            .recognisedBy("video_description", "create_time", "username")
            .withColumns(Field.ID, "id", "video_id")
            .withColumns(Field.ACCOUNT, "username")
            .withColumns(Field.TIME, "create_time")
            .withColumns(Field.TEXT, "video_description")
            .withColumns(Field.HASHTAGS, "hashtag_names")
            .withPages("videos");

    private TikTokResearch() {}
}
