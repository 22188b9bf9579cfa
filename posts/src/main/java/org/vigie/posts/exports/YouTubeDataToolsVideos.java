/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import org.vigie.posts.rows.Row;

/** Lists of videos that YouTube Data Tools writes: title and description are the text. */
final class YouTubeDataToolsVideos {
    static final Export EXPORT = Export.named("youtube-data-tools-videos", "YouTube Data Tools' lists of videos")
            .recognisedBy("videoid", "videotitle", "channelid", "publishedat|publishedatsql")
            .withColumns(Field.ID, "videoid")
            .withColumns(Field.ACCOUNT, "channelid")
            .withColumns(Field.TIME, "publishedat", "publishedatsql")
            .withColumns(Field.LANGUAGE, "defaultlaudiolanguage", "defaultaudiolanguage", "defaultlanguage")
            .withColumns(Field.HASHTAGS, "tags")
            .withValue(Field.TEXT, YouTubeDataToolsVideos::text, "videotitle", "videodescription");

    private YouTubeDataToolsVideos() {}

    private static String text(Row row) {
        String description = row.get("videodescription");
        return description.isEmpty() ? row.get("videotitle") : row.get("videotitle") + "\n" + description;
    }
}
