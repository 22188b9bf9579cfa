/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import org.vigie.posts.rows.Row;

/** The YouTube Data API's videos, of searches and lists: title and description are the text. */
final class YouTubeVideos {
    static final Export EXPORT = Export.named("youtube-videos", "YouTube Data API's videos")
            .recognisedBy("snippet.publishedat", "snippet.channelid", "snippet.title")
            .withColumns(Field.ID, "id.videoid", "contentdetails.videoid", "snippet.resourceid.videoid", "id")
            .withColumns(Field.ACCOUNT, "snippet.videoownerchannelid", "snippet.channelid")
            .withColumns(Field.TIME, "contentdetails.videopublishedat", "snippet.publishedat")
            .withColumns(Field.LANGUAGE, "snippet.defaultaudiolanguage", "snippet.defaultlanguage")
            .withColumns(Field.HASHTAGS, "snippet.tags")
            .withValue(Field.TEXT, YouTubeVideos::text, "snippet.title", "snippet.description")
            .withSetAside(YouTubeVideos::otherThanVideo);

    private YouTubeVideos() {}

    private static String text(Row row) {
        String description = row.get("snippet.description");
        return description.isEmpty() ? row.get("snippet.title") : row.get("snippet.title") + "\n" + description;
    }

    private static String otherThanVideo(Row row) {
        String kind = row.has("id.kind") ? row.get("id.kind") : row.get("kind");
        return kind.equals("youtube#channel") ? "channels" : kind.equals("youtube#playlist") ? "playlists" : "";
    }
}
