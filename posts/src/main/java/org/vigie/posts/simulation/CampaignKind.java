/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts.simulation;

/** What the accounts of a planted campaign have in common. */
public enum CampaignKind {
    /** A small set of texts in one language, lightly edited at each use. */
    COPYPASTA("copypasta"),
    /** A small set of messages, each worded anew at each use. */
    REWORDED("reworded"),
    /** A small set of texts in English and in French, with common timing and links. */
    TRANSLATED("translated"),
    /** The same few links under texts that differ. */
    CO_URL("co-url"),
    /** The same invented hashtags in texts that differ. */
    CO_HASHTAG("co-hashtag"),
    /** One text sent to many addressees. */
    CO_TARGET("co-target"),
    /** A small set of texts spread over the whole period, never in waves. */
    SLOW_DRIP("slow-drip");

    private final String label;

    CampaignKind(String label) {
        this.label = label;
    }

    /**
     * Returns the name in labels and files.
     *
     * @return lower case with hyphens
     */
    public String label() {
        return label;
    }

    /**
     * Finds a kind by its label.
     *
     * @param label a name such as {@code co-url}
     * @return the kind
     * @throws IllegalArgumentException if there is no such kind
     */
    public static CampaignKind of(String label) {
        for (CampaignKind kind : values()) {
            if (kind.label.equals(label)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("campaign kind must be one of copypasta, reworded, translated, co-url, "
                + "co-hashtag, co-target, slow-drip but was " + label);
    }
}
