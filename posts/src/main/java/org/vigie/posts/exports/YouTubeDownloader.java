/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import org.vigie.posts.rows.Row;

/** JSON Lines of youtube-comment-downloader: times are parsed from "2 years ago". */
final class YouTubeDownloader {
    private static final String NO_VIDEO =
            "of a file that does not say whose video they comment on: accounts that come to"
                    + " the same people in words of their own are not looked for there; add a column reply_to_account with the"
                    + " channel of the video";

    static final Export EXPORT = Export.named("youtube-comment-downloader", "youtube-comment-downloader's JSON Lines")
            .recognisedBy("cid", "text", "channel|author", "time_parsed")
            .withColumns(Field.ID, "cid")
            .withColumns(Field.ACCOUNT, "channel", "author")
            .withColumns(Field.TIME, "time_parsed")
            .withColumns(Field.TEXT, "text")
            .withValue(Field.REPLY_TO, YouTubeDownloader::parent, "cid", "reply")
            .withDoubt(
                    Field.REPLY_TO_ACCOUNT, row -> row.get("reply_to_account").isEmpty() ? NO_VIDEO : "");

    private YouTubeDownloader() {}

    /** The id of an answer begins with that of its comment. */
    private static String parent(Row row) {
        String id = row.get("cid");
        int dot = id.indexOf('.');
        return dot > 0 ? id.substring(0, dot) : "";
    }
}
