/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.findings;

import java.util.Locale;

/** What is counted of a group of accounts, each a key of the report's texts. */
public enum Signal {
    /** Objects of one kind that the accounts have in common. */
    SHARED,
    /** Accounts that share more of their own posts with the group than people alike do. */
    COMMON_POOL,
    /** Accounts that say the same to the same people, or below the same posts, more than people alike do. */
    COMMON_ADDRESSEES,
    /** Accounts that address the same people, or the same posts, in the same hours, more than people alike do. */
    COMMON_SWARMS;

    /**
     * The name in files: lower case with hyphens.
     *
     * @return the name
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
