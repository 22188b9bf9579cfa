/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.network;

import java.time.Duration;

/**
 * One object on which accounts acted together.
 *
 * @param object the name of the object
 * @param actions the number of actions on it
 * @param accounts the number of distinct accounts that acted on it
 * @param coActions the number of pairs of actions of different accounts within the window
 * @param coIncidences the number of distinct pairs of accounts within the window
 * @param window the window that was used. It is shorter than the one asked for when the object has more co-actions than
 *     the limit. It is negative when even actions at equal times are more than the limit and the object was left out
 */
public record ObjectSummary(
        String object, int actions, int accounts, long coActions, long coIncidences, Duration window) {
    /**
     * Returns the share of the object's pairs of accounts that fall in the window. It is near 1 when everybody acted at
     * once, near 0 when the object was shared over a long time.
     *
     * @return co-incidences divided by all pairs of its accounts, in [0, 1]
     */
    public double share() {
        double pairs = 0.5 * accounts * (accounts - 1.0);
        return pairs == 0 ? 0 : coIncidences / pairs;
    }
}
