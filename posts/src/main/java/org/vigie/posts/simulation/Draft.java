/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.posts.Post;

/** A post being written. Lives for one post only, on one thread. */
final class Draft {
    private final int account;
    private final String language;
    private final String kind;
    private boolean planted;
    private String text = "";
    private String repostOf = "";
    private String replyTo = "";
    private final List<String> urls = new ArrayList<>(1);
    private final List<String> hashtags = new ArrayList<>(2);
    private final List<String> mentions = new ArrayList<>(1);

    Draft(int account, String language, String kind) {
        this.account = account;
        this.language = language;
        this.kind = kind;
    }

    int account() {
        return account;
    }

    String kind() {
        return kind;
    }

    String text() {
        return text;
    }

    boolean planted() {
        return planted;
    }

    Draft plant() {
        planted = true;
        return this;
    }

    Draft say(String words) {
        text = text.isEmpty() ? words : text + " " + words;
        return this;
    }

    Draft link(String url) {
        urls.add(url);
        return say(url);
    }

    Draft tag(String hashtag) {
        hashtags.add(hashtag);
        return say("#" + hashtag);
    }

    /** Names an account that the text already contains. */
    Draft mention(String handle) {
        mentions.add(handle);
        return this;
    }

    /** Begins the text with the account that is spoken to. */
    Draft address(String handle) {
        mentions.add(handle);
        text = text.isEmpty() ? "@" + handle : "@" + handle + " " + text;
        return this;
    }

    Draft replyTo(String post) {
        replyTo = post;
        return this;
    }

    /** Repeats somebody's post with everything in it. */
    Draft repost(String post, String author, Draft original) {
        repostOf = post;
        text = "RT @" + author + ": " + original.text;
        mentions.add(author);
        urls.addAll(original.urls);
        hashtags.addAll(original.hashtags);
        mentions.addAll(original.mentions);
        return this;
    }

    Post post(String id, Instant time, Accounts accounts) {
        return Post.builder(id, accounts.handle(account), time, text)
                .language(language)
                .urls(urls)
                .hashtags(hashtags)
                .mentions(mentions)
                .repostOf(repostOf)
                .replyTo(replyTo)
                .platform("microblog")
                .accountCreated(accounts.created(account))
                .build();
    }
}
