/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** The coordination network toolkit of Queensland University of Technology, all versions. */
final class QutToolkit {
    static final Export EXPORT = Export.named("qut", "QUT's coordination network toolkit")
            .recognisedBy("message_id", "user_id", "message", "timestamp")
            .withColumns(Field.ID, "message_id")
            .withColumns(Field.ACCOUNT, "user_id", "username")
            .withColumns(Field.TIME, "timestamp")
            .withColumns(Field.TEXT, "message")
            .withColumns(Field.REPOST_OF, "repost_id")
            .withColumns(Field.REPLY_TO, "reply_id")
            .withColumns(Field.URLS, "urls")
            .withUnixTime();

    private QutToolkit() {}
}
