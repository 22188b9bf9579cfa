/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

/**
 * Versions of {@link TextNormalizer}: each fixes for ever what becomes of a text whose characters Unicode 13 knows, the
 * newest that JDK 17 knows.
 *
 * <p>{@link #DEFAULT} may move to a newer version in a later release; a named version may not change.
 */
public enum NormalizerVersion {
    /** The first version. */
    V1,
    /**
     * {@link TextNormalizer#social()} brings what NFKC calls equivalent to one form. Signs and their spacing, ornament on
     * letters, digits of any script and links without a scheme make no difference. The other ways are those of V1.
     */
    V2;

    /** The version used when none is named. */
    public static final NormalizerVersion DEFAULT = V2;
}
