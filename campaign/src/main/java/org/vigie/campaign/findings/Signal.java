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
    /** Acts closer in time than the hours explain. */
    SYNCHRONY,
    /** Acts on the same object on other days. */
    OTHER_DAYS,
    /** How often an account came back to the group's objects in another interval. */
    RETURNING_ACCOUNTS,
    /** How many objects linked pairs of accounts have in common. */
    REPEATED_PAIRS,
    /** How many texts accounts share with the others beyond a first one. */
    COMMON_TEXTS;

    /**
     * The name in files: lower case with hyphens.
     *
     * @return the name
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
