/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.network;

import java.time.Duration;
import java.time.Instant;

/**
 * One edge of a {@link CoordinationNetwork} with everything that is known about it: how often, how close in time, how
 * evenly and led by whom two accounts acted on the same objects.
 *
 * @param source the first account, the one with the smaller index
 * @param target the second account
 * @param weight the weight; the number of co-actions unless the network was reweighted
 * @param coActions the number of pairs of actions, one of each account, on one object within the window
 * @param objects the number of distinct objects in common within the window
 * @param meanDelta the mean time between the two actions of a co-action, rounded to the nanosecond
 * @param minDelta the shortest time between the two actions of a co-action
 * @param sourceContents the number of distinct contents of the source that take part
 * @param targetContents the number of distinct contents of the target that take part
 * @param symmetry the smaller number of contents divided by the larger, in (0, 1]; 1 when both gave as many
 * @param lead the share of co-actions in which the source acted first, in [0, 1]; equal times count half
 * @param first the time of the first action that takes part
 * @param last the time of the last action that takes part
 */
public record Edge(
        String source,
        String target,
        double weight,
        int coActions,
        int objects,
        Duration meanDelta,
        Duration minDelta,
        int sourceContents,
        int targetContents,
        double symmetry,
        double lead,
        Instant first,
        Instant last) {}
