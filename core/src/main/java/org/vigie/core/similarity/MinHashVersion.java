/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.similarity;

/**
 * Versions of the signature function: each fixes every bit of a signature for ever.
 *
 * <p>{@link #DEFAULT} may move to a newer version in a later release; a named version may not change.
 */
public enum MinHashVersion {
    /** The first version. */
    V1;

    /** The version used when none is named. */
    public static final MinHashVersion DEFAULT = V1;

    /**
     * Gives the number that stands for the version in stored bytes.
     *
     * @return the number, which never changes
     */
    public int code() {
        return 1;
    }

    /** Reads a stored number. */
    static MinHashVersion of(int code) {
        if (code == 1) {
            return V1;
        }
        throw new IllegalArgumentException("version must be 1 but was " + code);
    }
}
