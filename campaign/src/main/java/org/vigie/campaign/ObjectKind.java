/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

import java.util.Locale;

/** What accounts act on together: each kind is a layer of the coordination network. */
public enum ObjectKind {
    /** A cluster of near-duplicate texts. */
    TEXT,
    /** A link. */
    URL,
    /** A hashtag. */
    HASHTAG,
    /** A post that is repeated. */
    REPOST,
    /** A post that is answered. */
    REPLY;

    /**
     * The name in files: lower case.
     *
     * @return the name
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
