/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import org.vigie.posts.rows.Row;

/** The YouTube Data API: threads of comments with their answers, and comments. */
final class YouTubeApi {
    static final Export EXPORT = Export.named("youtube-api", "YouTube Data API's comments")
            .recognisedBy("snippet.toplevelcomment.snippet.publishedat|snippet.authorchannelid.value", "id")
            .withColumns(Field.ID, "snippet.toplevelcomment.id", "id")
            .withColumns(
                    Field.ACCOUNT,
                    "snippet.toplevelcomment.snippet.authorchannelid.value",
                    "snippet.authorchannelid.value",
                    "snippet.toplevelcomment.snippet.authordisplayname",
                    "snippet.authordisplayname")
            .withColumns(Field.TIME, "snippet.toplevelcomment.snippet.publishedat", "snippet.publishedat")
            .withColumns(Field.TEXT, "snippet.toplevelcomment.snippet.textoriginal", "snippet.textoriginal")
            .withColumns(Field.REPLY_TO, "snippet.parentid", "snippet.videoid")
            .withColumns(Field.REPLY_TO_ACCOUNT, "snippet.channelid", "snippet.toplevelcomment.snippet.channelid")
            .withValue(
                    Field.TEXT, YouTubeApi::text, "snippet.toplevelcomment.snippet.textdisplay", "snippet.textdisplay")
            .withNestedRows("replies.comments");

    private YouTubeApi() {}

    /** The original where it is given; otherwise what is displayed, which is HTML. */
    private static String text(Row row) {
        boolean isThread = row.has("snippet.toplevelcomment.snippet.textdisplay")
                || row.has("snippet.toplevelcomment.snippet.textoriginal");
        String prefix = isThread ? "snippet.toplevelcomment.snippet." : "snippet.";
        String original = row.get(prefix + "textoriginal");
        return original.isEmpty() ? row.html(prefix + "textdisplay") : original;
    }
}
