/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.coaction;

import java.time.Duration;
import java.time.Instant;

/**
 * Evidence of an edge: two actions of two accounts on one object within the window, the older first.
 *
 * @param object the object
 * @param firstAccount the account that acted first; at equal times, the one asked for first
 * @param firstContent its content
 * @param firstTime its time
 * @param secondAccount the account that acted second
 * @param secondContent its content
 * @param secondTime its time
 */
public record CoAction(
        String object,
        String firstAccount,
        String firstContent,
        Instant firstTime,
        String secondAccount,
        String secondContent,
        Instant secondTime) {
    /**
     * Returns the time between the two actions.
     *
     * @return the duration, >= 0
     */
    public Duration delta() {
        return Duration.between(firstTime, secondTime);
    }
}
