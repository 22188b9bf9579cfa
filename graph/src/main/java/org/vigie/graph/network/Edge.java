/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.graph.network;

import org.vigie.core.internal.Checks;

/**
 * One edge of a {@link CoordinationNetwork} as it is kept: the numbers of its two accounts, and sums over their
 * co-actions. Means and shares are derived from the sums, so edges of several layers add up exactly.
 *
 * <p>Times are epoch milliseconds and deltas milliseconds. Immutable and thread-safe.
 *
 * @param source the number of the first account, the smaller one
 * @param target the number of the second account
 * @param weight the weight; the number of co-actions unless the network was reweighted
 * @param coActions the number of pairs of actions, one of each account, on one object within the window
 * @param objects the number of distinct objects in common within the window
 * @param sumDelta the sum of the times between the two actions of each co-action
 * @param minDelta the shortest time between the two actions of a co-action
 * @param sourceContents the number of distinct contents of the source that take part
 * @param targetContents the number of distinct contents of the target that take part
 * @param twiceLead two for every co-action in which the source acted first, one for every co-action at equal times
 * @param first the time of the first action that takes part
 * @param last the time of the last action that takes part
 */
public record Edge(
        int source,
        int target,
        double weight,
        int coActions,
        int objects,
        long sumDelta,
        long minDelta,
        int sourceContents,
        int targetContents,
        int twiceLead,
        long first,
        long last) {
    /**
     * Checks the sums.
     *
     * @param source the number of the first account, >= 0
     * @param target the number of the second account, > source
     * @param weight the weight, finite and > 0
     * @param coActions the number of co-actions, >= 1
     * @param objects the number of distinct objects in common, >= 1
     * @param sumDelta the sum of the deltas, >= the shortest
     * @param minDelta the shortest delta, >= 0
     * @param sourceContents the number of contents of the source, >= 1
     * @param targetContents the number of contents of the target, >= 1
     * @param twiceLead twice the lead, from 0 to twice the co-actions
     * @param first the time of the first action
     * @param last the time of the last action, >= first
     * @throws IllegalArgumentException if a number is outside of its range
     */
    public Edge {
        if (source == target) {
            throw new IllegalArgumentException("an edge must join two accounts but joins " + source + " to itself");
        }
        if (source < 0 || source > target) {
            throw new IllegalArgumentException(
                    "accounts must be >= 0 and source < target but were " + source + ", " + target);
        }
        Checks.positive("weight", weight);
        if (coActions < 1 || objects < 1 || sourceContents < 1 || targetContents < 1) {
            throw new IllegalArgumentException("co-actions, objects and contents must be >= 1 but were " + coActions
                    + ", " + objects + ", " + sourceContents + ", " + targetContents);
        }
        if (minDelta < 0 || sumDelta < minDelta) {
            throw new IllegalArgumentException(
                    "deltas must be >= 0 and their sum >= the shortest but were " + minDelta + ", sum " + sumDelta);
        }
        if (twiceLead < 0 || twiceLead > 2L * coActions) {
            throw new IllegalArgumentException(
                    "twice the lead must be in [0, " + 2L * coActions + "] but was " + twiceLead);
        }
        if (last < first) {
            throw new IllegalArgumentException("last must be >= first but were " + last + ", " + first);
        }
    }

    /**
     * Returns an edge of which only the weight is known: one co-action, at equal times.
     *
     * @param account the number of one account
     * @param other the number of the other account
     * @param weight the weight, finite and > 0
     * @return the edge
     * @throws IllegalArgumentException if the accounts are the same or the weight is not finite and > 0
     */
    public static Edge ofWeight(int account, int other, double weight) {
        return new Edge(Math.min(account, other), Math.max(account, other), weight, 1, 1, 0, 0, 1, 1, 1, 0, 0);
    }

    /**
     * Returns the same edge between accounts of other numbers. Sides are exchanged if the new numbers are in the other
     * order, the lead with them.
     *
     * @param newSource the new number of the source
     * @param newTarget the new number of the target
     * @return the edge
     * @throws IllegalArgumentException if the numbers are equal or below 0
     */
    public Edge between(int newSource, int newTarget) {
        boolean swap = newSource > newTarget;
        return new Edge(
                swap ? newTarget : newSource,
                swap ? newSource : newTarget,
                weight,
                coActions,
                objects,
                sumDelta,
                minDelta,
                swap ? targetContents : sourceContents,
                swap ? sourceContents : targetContents,
                swap ? Math.toIntExact(2L * coActions - twiceLead) : twiceLead,
                first,
                last);
    }

    /**
     * Returns the same edge with another weight.
     *
     * @param value the weight, finite and > 0
     * @return the edge
     * @throws IllegalArgumentException if the weight is not finite and > 0
     */
    public Edge withWeight(double value) {
        return new Edge(
                source,
                target,
                value,
                coActions,
                objects,
                sumDelta,
                minDelta,
                sourceContents,
                targetContents,
                twiceLead,
                first,
                last);
    }

    /**
     * Adds up two layers of one pair of accounts. Weights, co-actions, objects, deltas and leads are summed. Of
     * contents the larger number counts, as one post may be in both layers. Times are the outermost.
     *
     * @param other an edge of the same two accounts
     * @return the sum
     * @throws IllegalArgumentException if the accounts are not the same
     * @throws ArithmeticException if a sum is beyond its type
     */
    public Edge plus(Edge other) {
        if (source != other.source || target != other.target) {
            throw new IllegalArgumentException("edges must join the same accounts but join " + source + ", " + target
                    + " and " + other.source + ", " + other.target);
        }
        return new Edge(
                source,
                target,
                weight + other.weight,
                Math.addExact(coActions, other.coActions),
                Math.addExact(objects, other.objects),
                Math.addExact(sumDelta, other.sumDelta),
                Math.min(minDelta, other.minDelta),
                Math.max(sourceContents, other.sourceContents),
                Math.max(targetContents, other.targetContents),
                Math.addExact(twiceLead, other.twiceLead),
                Math.min(first, other.first),
                Math.max(last, other.last));
    }

    /**
     * Returns the mean time between the two actions of a co-action.
     *
     * @return milliseconds
     */
    public double meanDelta() {
        return (double) sumDelta / coActions;
    }

    /**
     * Returns the share of co-actions in which the source acted first; equal times count half.
     *
     * @return the share, in [0, 1]
     */
    public double lead() {
        return twiceLead / (2.0 * coActions);
    }

    /**
     * Returns how evenly both accounts contribute: the smaller number of contents divided by the larger.
     *
     * @return the symmetry, in (0, 1]
     */
    public double symmetry() {
        return (double) Math.min(sourceContents, targetContents) / Math.max(sourceContents, targetContents);
    }

    /**
     * Returns how many independent coincidences the edge has: distinct objects, but no more than the distinct contents
     * of either account.
     *
     * @return the smallest of objects, source contents and target contents
     */
    public int support() {
        return Math.min(objects, Math.min(sourceContents, targetContents));
    }
}
