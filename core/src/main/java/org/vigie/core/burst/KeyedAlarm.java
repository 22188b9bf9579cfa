/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.core.burst;

import java.util.Objects;

/**
 * An alarm for one of many watched keys. Immutable and thread-safe.
 *
 * @param key the key
 * @param count the events of the key in the bin
 * @param score what its monitor says
 * @param qValue the smallest false-discovery rate at which the key would be called in this bin
 */
public record KeyedAlarm(String key, long count, BurstScore score, double qValue) {
    /**
     * Checks the parts.
     *
     * @param key the key
     * @param count the events
     * @param score the score
     * @param qValue in [0, 1]
     */
    public KeyedAlarm {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(score, "score");
        if (!(qValue >= 0 && qValue <= 1)) {
            throw new IllegalArgumentException("qValue must be in [0, 1] but was " + qValue);
        }
    }
}
