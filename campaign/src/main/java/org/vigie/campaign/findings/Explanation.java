/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.findings;

import java.util.Locale;

/** What explains most of a group's common objects, if chance does: which control a group comes nearest to. */
public enum Explanation {
    /** Everybody does so. */
    ANYBODY,
    /** People of the same languages do so. */
    LANGUAGE,
    /** People of the same languages and hours do so. */
    HOURS,
    /** People who use the same hashtags do so. */
    HASHTAG,
    /** People who link to the same sites do so. */
    SOURCE,
    /** People who address the same accounts do so. */
    ADDRESSEE,
    /** Most of those who post the objects are no members: greetings, sayings, news. */
    COMMON_PROPERTY,
    /** Fewer accounts than a campaign needs share more than chance gives each of them. */
    TOO_FEW;

    /**
     * The name in files: lower case with hyphens.
     *
     * @return the name
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
