/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report;

import java.util.Locale;

/** How much of a post's text outputs keep. Links and hashtags that a finding rests on are kept in any case. */
public enum TextRetention {
    /** The whole text: for the analyst's own eyes. */
    FULL,
    /** The first {@value #SNIPPET_LENGTH} code points: enough to recognise a text, for outputs that are shared. */
    SNIPPET,
    /** No text at all. */
    NONE;

    /** The length of a snippet in code points. */
    public static final int SNIPPET_LENGTH = 80;

    /**
     * The name in files and on the command line: lower case.
     *
     * @return the name
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
