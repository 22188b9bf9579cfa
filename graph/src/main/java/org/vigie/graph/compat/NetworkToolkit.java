/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.compat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.core.internal.Checks;
import org.vigie.graph.coaction.Actions;

/**
 * Detects the directed network of the coordination network toolkit. The weight from one account to another counts
 * distinct messages of the first. Counted are those that the second matched on an object within the window.
 *
 * <p>Source: T. Graham and the QUT Digital Observatory, "coordination-network-toolkit". Its peculiarities: weights are
 * directed, an account may be joined to itself, originals count. The layers (repost, link, reply, post) are the
 * caller's objects; for "post", all messages have one object.
 *
 * <p>O(a log a + p) for a actions and p pairs within the window. Immutable and thread-safe.
 */
public final class NetworkToolkit {
    private final long windowMillis;
    private final int minWeight;

    private NetworkToolkit(long windowMillis, int minWeight) {
        this.windowMillis = windowMillis;
        this.minWeight = minWeight;
    }

    /**
     * Returns the toolkit's defaults: a window of 60 seconds and a least weight of 2.
     *
     * @return the detector
     */
    public static NetworkToolkit withDefaults() {
        return new NetworkToolkit(60_000, 2);
    }

    /**
     * Returns this detector with another window.
     *
     * @param window the longest time between two messages, inclusive; >= 0, whole milliseconds
     * @return the detector
     * @throws IllegalArgumentException if the window is below 0 or above 2^60 ms
     */
    public NetworkToolkit withWindow(Duration window) {
        return new NetworkToolkit(Checks.millis("window", window), minWeight);
    }

    /**
     * Returns this detector with another least weight.
     *
     * @param weight the least weight of an edge, >= 1
     * @return the detector
     * @throws IllegalArgumentException if the weight is below 1
     */
    public NetworkToolkit withMinWeight(int weight) {
        Checks.atLeast("min weight", weight, 1);
        return new NetworkToolkit(windowMillis, weight);
    }

    /**
     * A directed edge.
     *
     * @param user1 the account whose messages are counted
     * @param user2 the account that matched them; may be the same
     * @param weight the number of distinct messages of the first account with a match
     */
    public record Edge(String user1, String user2, int weight) {}

    /**
     * Detects the network.
     *
     * @param actions the messages; the content is the message
     * @return the edges, by the numbers of the accounts
     */
    public List<Edge> detect(Actions actions) {
        int[] order = IntStream.range(0, actions.size())
                .boxed()
                .sorted(Comparator.comparingInt(actions::object).thenComparingLong(actions::millis))
                .mapToInt(Integer::intValue)
                .toArray();
        // Positions of one message stay together, so that a partner is counted once per message.
        int[] byMessage = IntStream.range(0, order.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer p) -> actions.account(order[p]))
                        .thenComparingInt(p -> actions.content(order[p])))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] weight = new int[actions.accountCount()];
        int[] message = new int[actions.accountCount()];
        Arrays.fill(message, -1);
        int[] partners = new int[actions.accountCount()];
        int partnerCount = 0;
        List<Edge> result = new ArrayList<>();
        for (int i = 0; i < byMessage.length; i++) {
            int p = byMessage[i];
            int row = order[p];
            for (int direction = -1; direction <= 1; direction += 2) {
                for (int q = p + direction;
                        q >= 0 && q < order.length && near(actions, row, order[q]);
                        q += direction) {
                    int other = actions.account(order[q]);
                    if (actions.content(order[q]) != actions.content(row) && message[other] != actions.content(row)) {
                        if (message[other] < 0) {
                            partners[partnerCount++] = other;
                        }
                        message[other] = actions.content(row);
                        weight[other]++;
                    }
                }
            }
            int account = actions.account(row);
            if (i + 1 == byMessage.length || actions.account(order[byMessage[i + 1]]) != account) {
                Arrays.sort(partners, 0, partnerCount);
                for (int k = 0; k < partnerCount; k++) {
                    int other = partners[k];
                    if (weight[other] >= minWeight) {
                        result.add(new Edge(actions.accountName(account), actions.accountName(other), weight[other]));
                    }
                    weight[other] = 0;
                    message[other] = -1;
                }
                partnerCount = 0;
            }
        }
        return result;
    }

    private boolean near(Actions actions, int row, int other) {
        return actions.object(row) == actions.object(other)
                && Math.abs(actions.millis(row) - actions.millis(other)) <= windowMillis;
    }
}
