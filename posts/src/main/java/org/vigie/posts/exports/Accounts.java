/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells accounts, as lists of users have them, from posts without a text. */
final class Accounts {
    /** What they are counted as. */
    static final String NAME = "accounts";

    /** What an account is called in its own object. */
    private static final List<String> OWN_NAMES =
            List.of("username", "user_name", "screen_name", "handle", "acct", "login", "displayname", "display_name");

    /** What refers to an account; without an id beside it, it may be the account's own. */
    private static final List<String> REFERENCES = List.of("user_id", "userid", "account_id", "did", "uid");

    private static final List<String> BIRTHS = List.of(
            "created_at", "createdat", "created_utc", "created", "created_time", "join_date", "joined", "registered");

    /** What only accounts have. */
    private static final List<String> OF_ACCOUNTS = List.of(
            "followers_count",
            "followerscount",
            "followers",
            "follower_count",
            "friends_count",
            "friendscount",
            "following_count",
            "followingcount",
            "follows_count",
            "followscount",
            "statuses_count",
            "statusescount",
            "tweet_count",
            "posts_count",
            "postscount",
            "public_metrics.followers_count",
            "public_metrics.tweet_count",
            "link_karma",
            "comment_karma",
            "profile_image_url",
            "profile_image_url_https",
            "avatar",
            "biography",
            "bio",
            "note");

    /** What an account says of itself; a post may have it for a text. */
    private static final List<String> SELF_PORTRAITS = List.of("description", "raw_description", "rawdescription");

    /** What posts have, besides the columns of fields. */
    private static final List<String> OF_POSTS = List.of(
            "like_count",
            "likes",
            "retweet_count",
            "reply_count",
            "view_count",
            "share_count",
            "comment_count",
            "comments_count",
            "public_metrics.retweet_count",
            "media_url",
            "media_type",
            "permalink",
            "shortcode",
            "conversation_id",
            "referenced_tweets",
            "referenced_tweets.id",
            "entities.hashtags.tag",
            "video_description",
            "selftext");

    private static final List<Field> FIELDS_OF_POSTS = List.of(
            Field.TEXT, Field.TIME, Field.ACCOUNT, Field.REPOST_OF, Field.REPLY_TO, Field.HASHTAGS, Field.MENTIONS);

    private Accounts() {}

    /** Whether an object is an account: it has its name and when it was opened, and nothing that a post has. */
    static boolean isObject(Predicate<String> has) {
        return isAccount(has, SELF_PORTRAITS.stream().noneMatch(has) || has.test("name"));
    }

    /** Whether a table is of accounts. A table of posts may have no texts, so more is asked than of an object. */
    static boolean isTable(Predicate<String> has) {
        return isAccount(has, false);
    }

    private static boolean isAccount(Predicate<String> has, boolean isEnough) {
        boolean isNamed = OWN_NAMES.stream().anyMatch(has)
                || (!has.test("id") && REFERENCES.stream().anyMatch(has));
        return isNamed
                && BIRTHS.stream().anyMatch(has)
                && (isEnough || OF_ACCOUNTS.stream().anyMatch(has))
                && OF_POSTS.stream().noneMatch(has)
                && !has.test("urls")
                && FIELDS_OF_POSTS.stream()
                        .noneMatch(field -> ByName.EXPORT.plainColumns(field).stream()
                                .filter(column -> !isOfAccount(column, has))
                                .anyMatch(has));
    }

    private static boolean isOfAccount(String column, Predicate<String> has) {
        boolean isReference = REFERENCES.contains(column) && !has.test("id");
        return isReference
                || column.equals("name")
                || Stream.of(OWN_NAMES, BIRTHS, SELF_PORTRAITS).anyMatch(names -> names.contains(column));
    }
}
