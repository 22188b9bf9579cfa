/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A field of a post, to be found in the columns of an export. */
public enum Field {
    /** The post's identifier. */
    ID,
    /** The author. */
    ACCOUNT,
    /** When it was published. */
    TIME,
    /** What it says. */
    TEXT,
    /** The declared language. */
    LANGUAGE,
    /** Links. */
    URLS,
    /** Hashtags. */
    HASHTAGS,
    /** Mentioned accounts. */
    MENTIONS,
    /** The post it repeats. */
    REPOST_OF,
    /** The post it answers. */
    REPLY_TO,
    /** The account that it answers, or below whose posts or videos it stands; it counts as mentioned. */
    REPLY_TO_ACCOUNT,
    /** Where it was published. */
    PLATFORM,
    /** When the account was opened. */
    ACCOUNT_CREATED;

    /**
     * The name on the command line and in canonical files: {@code repost_of}.
     *
     * @return the name
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The field of a name.
     *
     * @param label the name, as {@link #label()} gives it
     * @return the field
     * @throws IllegalArgumentException if a post has no such field
     */
    public static Field of(String label) {
        List<String> known = new ArrayList<>();
        for (Field field : values()) {
            if (field.label().equals(label)) {
                return field;
            }
            known.add(field.label());
        }
        throw new IllegalArgumentException(
                "a post has no field '" + label + "': the fields are " + String.join(", ", known));
    }

    /** Whether it names a post or an account. */
    boolean isName() {
        return this == ID || this == ACCOUNT || this == REPOST_OF || this == REPLY_TO || this == REPLY_TO_ACCOUNT;
    }

    boolean isList() {
        return this == URLS || this == HASHTAGS || this == MENTIONS;
    }
}
