/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One post: who said what, when, and what it points at. What a platform did not tell is an empty list or an empty
 * {@code Optional}, never {@code null}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the post's identifier, unique within a run, not empty
 * @param account the author's identifier, not empty
 * @param time when it was published
 * @param text what it says, as published; may be empty
 * @param language the language as the source declares it, often wrong, so it is never trusted over the text
 * @param urls links as they appear, in order
 * @param hashtags hashtags without {@code #}, in order
 * @param mentions mentioned accounts without {@code @}, in order
 * @param repostOf the post that this one repeats
 * @param replyTo the post that this one answers
 * @param platform where it was published
 * @param accountCreated when the account was opened
 * @param attributes what else a source knows, by name, for an {@link ObjectKind} of one's own
 */
public record Post(
        String id,
        String account,
        Instant time,
        String text,
        Optional<String> language,
        List<String> urls,
        List<String> hashtags,
        List<String> mentions,
        Optional<String> repostOf,
        Optional<String> replyTo,
        Optional<String> platform,
        Optional<Instant> accountCreated,
        Map<String, String> attributes) {

    /**
     * Checks the identifiers and copies the lists.
     *
     * @param id as {@link #id()}
     * @param account as {@link #account()}
     * @param time as {@link #time()}
     * @param text as {@link #text()}
     * @param language as {@link #language()}
     * @param urls as {@link #urls()}
     * @param hashtags as {@link #hashtags()}
     * @param mentions as {@link #mentions()}
     * @param repostOf as {@link #repostOf()}
     * @param replyTo as {@link #replyTo()}
     * @param platform as {@link #platform()}
     * @param accountCreated as {@link #accountCreated()}
     * @param attributes as {@link #attributes()}
     * @throws IllegalArgumentException if {@code id} or {@code account} is empty
     */
    public Post {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("id must not be empty");
        }
        if (account.isEmpty()) {
            throw new IllegalArgumentException("account must not be empty");
        }
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(repostOf, "repostOf");
        Objects.requireNonNull(replyTo, "replyTo");
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(accountCreated, "accountCreated");
        urls = List.copyOf(urls);
        hashtags = List.copyOf(hashtags);
        mentions = List.copyOf(mentions);
        attributes = Map.copyOf(attributes);
    }

    /**
     * Returns something that a source knows of the post beyond the usual fields.
     *
     * @param name the attribute's name
     * @return its value; empty if the source gave none
     */
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /**
     * Returns this post under another identifier.
     *
     * @param newId the identifier
     * @return a post that is equal in all else
     * @throws IllegalArgumentException if the identifier is empty
     */
    public Post withId(String newId) {
        return with(newId, account, time);
    }

    /**
     * Returns this post by another account.
     *
     * @param newAccount the author's identifier
     * @return a post that is equal in all else
     * @throws IllegalArgumentException if the identifier is empty
     */
    public Post withAccount(String newAccount) {
        return with(id, newAccount, time);
    }

    /**
     * Returns this post at another time.
     *
     * @param newTime when it was published
     * @return a post that is equal in all else
     */
    public Post withTime(Instant newTime) {
        return with(id, account, newTime);
    }

    private Post with(String newId, String newAccount, Instant newTime) {
        return new Post(
                newId,
                newAccount,
                newTime,
                text,
                language,
                urls,
                hashtags,
                mentions,
                repostOf,
                replyTo,
                platform,
                accountCreated,
                attributes);
    }

    /**
     * Tells whether the post only repeats another, also where it is only marked ({@code RT @x}, {@code via @x}).
     *
     * @return true if what it says is not its account's. Linear in the text
     */
    public boolean isRepost() {
        return repostOf.isPresent() || TextMark.isMarkedRepost(text);
    }

    /**
     * Tells whether the text is its account's own words, neither repeated nor quoted, and long enough to be compared: at
     * least {@value Corpus#MIN_TEXT_LENGTH} UTF-16 units.
     *
     * @return true if so. Linear in the text
     */
    public boolean hasOwnText() {
        return TextMark.isOwn(this, TextMark.of(text));
    }

    /**
     * Starts a post with the four things that every post has.
     *
     * @param id the post's identifier
     * @param account the author's identifier
     * @param time when it was published
     * @param text what it says
     * @return a builder with everything else absent
     */
    public static Builder builder(String id, String account, Instant time, String text) {
        return new Builder(id, account, time, text);
    }

    /** Collects the optional parts of a post. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private final String account;
        private final Instant time;
        private final String text;
        private Optional<String> language = Optional.empty();
        private List<String> urls = List.of();
        private List<String> hashtags = List.of();
        private List<String> mentions = List.of();
        private Optional<String> repostOf = Optional.empty();
        private Optional<String> replyTo = Optional.empty();
        private Optional<String> platform = Optional.empty();
        private Optional<Instant> accountCreated = Optional.empty();
        private Map<String, String> attributes = Map.of();

        private Builder(String id, String account, Instant time, String text) {
            this.id = id;
            this.account = account;
            this.time = time;
            this.text = text;
        }

        /**
         * Sets the declared language.
         *
         * @param value a language tag or name; empty means absent
         * @return this builder
         */
        public Builder language(String value) {
            language = present(value);
            return this;
        }

        /**
         * Sets the links.
         *
         * @param value links in order
         * @return this builder
         */
        public Builder urls(List<String> value) {
            urls = value;
            return this;
        }

        /**
         * Sets the hashtags.
         *
         * @param value hashtags without {@code #}
         * @return this builder
         */
        public Builder hashtags(List<String> value) {
            hashtags = value;
            return this;
        }

        /**
         * Sets the mentioned accounts.
         *
         * @param value accounts without {@code @}
         * @return this builder
         */
        public Builder mentions(List<String> value) {
            mentions = value;
            return this;
        }

        /**
         * Sets the post that this one repeats.
         *
         * @param value a post's identifier; empty means absent
         * @return this builder
         */
        public Builder repostOf(String value) {
            repostOf = present(value);
            return this;
        }

        /**
         * Sets the post that this one answers.
         *
         * @param value a post's identifier; empty means absent
         * @return this builder
         */
        public Builder replyTo(String value) {
            replyTo = present(value);
            return this;
        }

        /**
         * Sets the platform.
         *
         * @param value its name; empty means absent
         * @return this builder
         */
        public Builder platform(String value) {
            platform = present(value);
            return this;
        }

        /**
         * Sets when the account was opened.
         *
         * @param value the time
         * @return this builder
         */
        public Builder accountCreated(Instant value) {
            accountCreated = Optional.of(value);
            return this;
        }

        /**
         * Adds something beyond the usual fields, such as the hash of an image, for an {@link ObjectKind} of one's own.
         *
         * @param name the attribute's name
         * @param value its value; empty means absent
         * @return this builder
         */
        public Builder attribute(String name, String value) {
            if (!value.isEmpty()) {
                Map<String, String> more = new HashMap<>(attributes);
                more.put(name, value);
                attributes = more;
            }
            return this;
        }

        /**
         * Returns the post.
         *
         * @return the post
         * @throws IllegalArgumentException if the id or the account is empty
         */
        public Post build() {
            return new Post(
                    id,
                    account,
                    time,
                    text,
                    language,
                    urls,
                    hashtags,
                    mentions,
                    repostOf,
                    replyTo,
                    platform,
                    accountCreated,
                    attributes);
        }

        private static Optional<String> present(String value) {
            return value.isEmpty() ? Optional.empty() : Optional.of(value);
        }
    }
}
