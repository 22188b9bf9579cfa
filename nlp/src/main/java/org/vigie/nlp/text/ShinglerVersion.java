/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.text;

/**
 * Versions of {@link Shingler}: each fixes for ever the element hashes of a text whose characters Unicode 13 knows, the
 * newest that JDK 17 knows.
 *
 * <p>{@link #DEFAULT} may move to a newer version in a later release; a named version may not change.
 */
public enum ShinglerVersion {
    /** The first version. */
    V1;

    /** The version used when none is named. */
    public static final ShinglerVersion DEFAULT = V1;
}
