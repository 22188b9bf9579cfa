/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.monitor;

import java.util.ArrayList;
import java.util.List;
import org.vigie.posts.ObjectKind;
import org.vigie.posts.Post;

/** What of a post is watched: its objects, and its text if that is its own. */
final class Keys {
    private static final int MOST_KEYS_OF_KIND = 20;
    private static final int MIN_WORDS = 3;
    private static final List<ObjectKind> KEYS = List.of(
            ObjectKind.HASHTAG,
            ObjectKind.DOMAIN,
            ObjectKind.URL,
            ObjectKind.MENTION,
            ObjectKind.REPLY,
            ObjectKind.REPOST);

    private Keys() {}

    /** The key of texts that resemble one another, by the first post that had one. */
    static Rates.Key text(long root) {
        return new Rates.Key(ObjectKind.TEXT.name(), Long.toString(root));
    }

    /**
     * The keys of a post.
     *
     * @param list some of each kind; more may be added
     * @param leftOut how many more there are
     */
    record Found(List<Rates.Key> list, int leftOut) {}

    /** The keys of a post's objects, some of each kind. */
    static Found of(Post post) {
        List<Rates.Key> keys = new ArrayList<>();
        int leftOut = 0;
        boolean isRepost = post.isRepost();
        for (ObjectKind kind : KEYS) {
            List<String> names = kind.objects(post, isRepost);
            for (int i = 0; i < Math.min(names.size(), MOST_KEYS_OF_KIND); i++) {
                keys.add(new Rates.Key(kind.name(), names.get(i)));
            }
            leftOut += Math.max(0, names.size() - MOST_KEYS_OF_KIND);
        }
        return new Found(keys, leftOut);
    }

    /** Whether a text is its account's own and no greeting. */
    static boolean isCompared(Post post) {
        return post.hasOwnText() && words(post.text()) >= MIN_WORDS;
    }

    private static int words(String text) {
        int words = 0;
        boolean isIn = false;
        for (int i = 0; i < text.length() && words < MIN_WORDS; i++) {
            int c = text.charAt(i);
            boolean isWord = Character.isLetterOrDigit(c) || Character.isSurrogate((char) c);
            words += isWord && (!isIn || Character.isIdeographic(c)) ? 1 : 0;
            isIn = isWord;
        }
        return words;
    }

    /** What no-text mode keeps of a post. What only repeats another touches nothing. */
    static Post withoutText(Post post) {
        boolean isOwn = !post.isRepost() || post.repostOf().isPresent();
        Post.Builder bare = Post.builder(post.id(), post.account(), post.time(), "")
                .language(post.language().orElse(""))
                .urls(isOwn ? post.urls() : List.of())
                .hashtags(isOwn ? post.hashtags() : List.of())
                .mentions(isOwn ? post.mentions() : List.of())
                .repostOf(post.repostOf().orElse(""))
                .replyTo(post.replyTo().orElse(""))
                .platform(post.platform().orElse(""));
        post.accountCreated().ifPresent(bare::accountCreated);
        return bare.build();
    }
}
