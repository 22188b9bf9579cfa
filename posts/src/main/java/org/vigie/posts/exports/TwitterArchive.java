/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

/** Twitter's archive of information operations. */
final class TwitterArchive {
    static final Export EXPORT = Export.named("twitter-io", "Twitter's archive of information operations")
            .recognisedBy("tweetid", "userid", "tweet_text", "tweet_time")
            .withColumns(Field.ID, "tweetid")
            .withColumns(Field.ACCOUNT, "userid")
            .withColumns(Field.TIME, "tweet_time")
            .withColumns(Field.TEXT, "tweet_text")
            .withColumns(Field.LANGUAGE, "tweet_language")
            .withColumns(Field.URLS, "urls")
            .withColumns(Field.HASHTAGS, "hashtags")
            .withColumns(Field.MENTIONS, "user_mentions")
            .withColumns(Field.REPOST_OF, "retweet_tweetid")
            .withColumns(Field.REPLY_TO, "in_reply_to_tweetid")
            .withColumns(Field.REPLY_TO_ACCOUNT, "in_reply_to_userid")
            .withColumns(Field.ACCOUNT_CREATED, "account_creation_date");

    private TwitterArchive() {}
}
