/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** Comments that YouTube Data Tools writes. */
final class YouTubeDataToolsComments {
    static final Export EXPORT = Export.named("youtube-data-tools-comments", "YouTube Data Tools' comments")
            .recognisedBy("authorchannelid", "publishedat", "text", "isreplyto|isreply")
            .withColumns(Field.ID, "id")
            .withColumns(Field.ACCOUNT, "authorchannelid", "authorname")
            .withColumns(Field.TIME, "publishedat")
            .withColumns(Field.TEXT, "text")
            .withColumns(Field.REPLY_TO, "isreplyto", "videoid");

    private YouTubeDataToolsComments() {}
}
